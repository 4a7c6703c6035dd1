import * as z from "zod";
import { isFid } from "../../../plotsApi/bodies/fid.ts";
import { longestFilename } from "../../../plotsApi/limits.ts";
import { HttpError } from "../../http/httpError.ts";
import type { ServiceContext } from "../../http/environment.ts";
import type { NewFile } from "../../store/files/files.ts";
import { HOME } from "../../../plotsApi/bodies/file.ts";
import { randomText } from "../../store/accounts/users.ts";
import type { User } from "../../store/accounts/users.ts";

/** The most folders on one path: our choice. */
const MAX_FOLDERS = 100;

export const filenameField = z
  .string("A filename is a string.")
  .refine(
    (name) => Array.from(name).length <= longestFilename,
    `Choose a filename of at most ${longestFilename} characters.`,
  )
  // Paths have slashes, so that nobody could look up a name with one: our choice.
  .refine((name) => !name.includes("/"), "Choose a filename without a slash; the folder goes into parent_path.")
  .refine((name) => name.isWellFormed(), "Choose a filename of whole Unicode characters.")
  .refine((name) => !/\p{Cc}/u.test(name), "Choose a filename without line breaks and other control characters.");

/** Takes true and false as texts too, since forms send nothing else. */
export const booleanField = z.union(
  [z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")],
  "Send true or false.",
);

export const WHICH_PARENT = "The parent is the number of a folder; -1 is home.";

export const parentField = z.union(
  [
    z.number().refine(Number.isSafeInteger, WHICH_PARENT),
    z
      .string()
      .regex(/^(-1|\d{1,15})$/)
      .transform(Number),
  ],
  WHICH_PARENT,
);

/** The members by which plots and grids are created. Null counts as left out: our choice, since clients send it. */
export const newFileFields = {
  filename: filenameField.nullish(),
  parent: parentField.nullish(),
  parent_path: z
    .string("A parent_path is a string.")
    .refine((path) => path.isWellFormed(), "Write a parent_path of whole Unicode characters.")
    .nullish(),
  world_readable: booleanField.nullish(),
  share_key_enabled: booleanField.nullish(),
  source_fid: z
    .string()
    .refine(isFid, "Send the fid of the file that this one was made from, such as bcowden:30.")
    .nullish(),
};

export type NewFileBody = z.output<z.ZodObject<typeof newFileFields>>;

/**
 * Describes the file that a request asks for. It makes missing folders on the way, so call it in a write transaction.
 * Files are public unless the request says otherwise or asks for a secret link: our choice, after the free accounts of
 * the public service.
 */
export function newFile(
  c: ServiceContext,
  owner: User,
  body: NewFileBody,
  type: { readonly filetype: string; readonly defaultName: string },
): NewFile {
  const { filename, share_key_enabled: secret } = body;
  return {
    ...type,
    owner,
    filename: isBlank(filename) ? undefined : (filename ?? undefined),
    parent: parentOf(c, owner, body) ?? HOME,
    created: c.var.now(),
    worldReadable: body.world_readable ?? secret !== true,
    shareKey: secret === true ? randomText(20) : undefined,
    sourceFid: body.source_fid ?? undefined,
  };
}

/** Tells whether a name is empty, which counts as left out: our choice. */
export function isBlank(filename: string | null | undefined): boolean {
  return (filename?.trim() ?? "") === "";
}

/**
 * Finds the folder that a request names. Undefined where it names none. It makes missing folders of `parent_path` on
 * the way: our choice. The official client makes them first; others leave it to the server.
 */
export function parentOf(
  c: ServiceContext,
  owner: User,
  { parent, parent_path: path }: Pick<NewFileBody, "parent" | "parent_path">,
): number | undefined {
  const { folders } = c.var.store;
  const start = parent ?? HOME;
  if (start !== HOME && folders.find(owner, start) === undefined) {
    throw new HttpError(400, [{ message: `You have no folder with the number ${start}.`, field: "parent" }]);
  }
  if (path === null || path === undefined) return parent ?? undefined;
  return folders.ensure(owner, start, folderNames(path, "parent_path"), c.var.now());
}

/** Reads a path: `/a b//c/` → `a b`, `c`. Throws 400 where a name is not allowed, or there are too many. */
export function folderNames(path: string, field: string): string[] {
  const names = pathNames(path);
  if (names.length > MAX_FOLDERS) {
    throw new HttpError(400, [{ message: `Name at most ${MAX_FOLDERS} folders, one in the other.`, field }]);
  }
  for (const name of names) {
    const { success, error } = filenameField.safeParse(name);
    if (!success) throw new HttpError(400, [{ message: error.issues[0]?.message ?? "", field }]);
  }
  return names;
}

export function pathNames(path: string): string[] {
  return path.split("/").filter((name) => name !== "");
}
