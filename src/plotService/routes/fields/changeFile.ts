import * as z from "zod";
import { HttpError } from "../../http/httpError.ts";
import type { ServiceContext } from "../../http/environment.ts";
import type { FileChanges } from "../../store/files/files.ts";
import type { FileRecord } from "../../store/files/fileRecord.ts";
import { randomText } from "../../store/accounts/users.ts";
import { booleanField, isBlank, newFileFields, parentOf } from "./newFile.ts";

const { source_fid: _, ...shared } = newFileFields;

/** The members by which the owner changes any file. What is left out, or null, stays. */
export const changeFileFields = { ...shared, is_theme: booleanField.nullish(), is_template: booleanField.nullish() };

export type ChangeFileBody = z.output<z.ZodObject<typeof changeFileFields>>;

/** Changes a file and gives it back. Call it in a write transaction. Throws NameTakenError. */
export function changeFile(
  c: ServiceContext,
  file: FileRecord,
  body: ChangeFileBody,
  more: Pick<FileChanges, "refreshInterval"> = {},
): FileRecord {
  const { files, folders } = c.var.store;
  const parent = parentOf(c, file.owner, body);
  if (parent !== undefined && file.filetype === "fold" && folders.isInside(file, parent)) {
    throw new HttpError(400, [{ message: "A folder cannot be moved into itself.", field: "parent" }]);
  }
  const { filename, world_readable: worldReadable, is_theme: isTheme, is_template: isTemplate } = body;
  const changes: FileChanges = {
    ...more,
    ...(typeof filename === "string" && !isBlank(filename) && { filename }),
    ...(parent !== undefined && { parent }),
    ...(typeof worldReadable === "boolean" && { worldReadable }),
    ...shareKeyOf(file, body.share_key_enabled),
    ...(typeof isTheme === "boolean" && { isTheme }),
    ...(typeof isTemplate === "boolean" && { isTemplate }),
  };
  return files.update(file, changes, c.var.now());
}

/** Keeps a link that was given away while sharing is on. Sharing that is turned off and on again gets a new link. */
function shareKeyOf({ shareKey }: FileRecord, enabled: boolean | null | undefined): Pick<FileChanges, "shareKey"> {
  if (enabled === false) return { shareKey: null };
  return enabled === true && shareKey === null ? { shareKey: randomText(20) } : {};
}
