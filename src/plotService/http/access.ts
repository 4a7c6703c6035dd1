import { parseFid } from "../../plotsApi/fid.ts";
import type { FileRecord } from "../store/files.ts";
import { sameSecret } from "../store/users.ts";
import type { User } from "../store/users.ts";
import { notFound } from "./apiError.ts";
import { unauthorized } from "./authenticate.ts";
import type { ServiceContext } from "./environment.ts";

/** Whether the file may be read: it is public, one's own, or opened by its share key. */
export function mayRead(file: FileRecord, viewer: User | undefined, shareKey?: string): boolean {
  if (file.owner.id === viewer?.id) return true;
  // Trashed files are gone for everybody but their owner: our choice.
  return !file.deleted && (file.worldReadable || openedByKey(file, shareKey));
}

export function openedByKey(file: FileRecord, shareKey: string | undefined): boolean {
  return file.shareKey !== null && shareKey !== undefined && sameSecret(file.shareKey, shareKey);
}

/** The file that the path's `fid` names. 404 where it is missing, not for this reader, or of another type. */
export function readableFile(c: ServiceContext, filetype?: string): FileRecord {
  const fid = parseFid(c.req.param("fid") ?? "");
  const file = fid && c.var.store.files.find(fid.owner, fid.idlocal);
  if (file === undefined || (filetype !== undefined && file.filetype !== filetype)) throw notFound();
  if (!mayRead(file, c.var.viewer, c.req.query("share_key"))) throw notFound();
  return file;
}

/** The user who writes. Anonymous writes are refused with 401 and this sentence: our choice, none was recorded. */
export function requireUser(c: ServiceContext): User {
  if (c.var.viewer === undefined) throw unauthorized("Authentication credentials were not provided.");
  return c.var.viewer;
}
