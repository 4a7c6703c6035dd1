import * as z from "zod";
import { isFid } from "../../plotsApi/fid.ts";
import { ApiError } from "../http/apiError.ts";
import type { ServiceContext } from "../http/environment.ts";
import type { NewFile } from "../store/files.ts";
import { randomText } from "../store/users.ts";
import type { User } from "../store/users.ts";

/** Longest file name, in characters. */
export const MAX_FILENAME = 100;

/** What plots and grids have in common when they are created. Null counts as left out: our choice, as clients send it. */
export const newFileFields = {
  filename: z
    .string("A filename is a string.")
    .refine(
      (name) => Array.from(name).length <= MAX_FILENAME,
      `Choose a filename of at most ${MAX_FILENAME} characters.`,
    )
    // Paths are written with slashes, so that a name with one could not be looked up: our choice.
    .refine((name) => !name.includes("/"), "Choose a filename without a slash; the folder goes into parent_path.")
    .refine((name) => name.isWellFormed(), "Choose a filename of whole Unicode characters.")
    .nullish(),
  parent: z.int("The parent is the number of a folder; -1 is home.").nullish(),
  parent_path: z.string("A parent_path is a string.").nullish(),
  world_readable: z.boolean("Send true or false.").nullish(),
  share_key_enabled: z.boolean("Send true or false.").nullish(),
  source_fid: z
    .string()
    .refine(isFid, "Send the fid of the file that this one was made from, such as bcowden:30.")
    .nullish(),
};

export type NewFileBody = z.output<z.ZodObject<typeof newFileFields>>;

/**
 * The file that a request asks for. Files are public unless the request says otherwise or asks for a secret link:
 * our choice, after the free accounts of the public service.
 */
export function newFile(
  c: ServiceContext,
  owner: User,
  body: NewFileBody,
  type: { readonly filetype: string; readonly defaultName: string },
): NewFile {
  const { filename, parent, parent_path: path, share_key_enabled: secret } = body;
  if (typeof parent === "number" && parent !== -1) {
    throw new ApiError(400, [{ message: `You have no folder with the number ${parent}.`, field: "parent" }]);
  }
  // Missing folders are not made on the way: our choice. The official client makes them first.
  if (typeof path === "string" && path !== "" && path !== "/") {
    throw new ApiError(400, [{ message: `You have no folder named '${path}'.`, field: "parent_path" }]);
  }
  return {
    ...type,
    owner,
    filename: (filename?.trim() ?? "") === "" ? undefined : (filename ?? undefined),
    parent: -1,
    created: c.var.now(),
    worldReadable: body.world_readable ?? secret !== true,
    shareKey: secret === true ? randomText(20) : undefined,
    sourceFid: body.source_fid ?? undefined,
  };
}
