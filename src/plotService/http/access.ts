import { parseFid } from "../../plotsApi/bodies/fid.ts";
import type { FileRecord } from "../store/files/fileRecord.ts";
import { mayRead } from "../store/files/permission.ts";
import type { User } from "../store/accounts/users.ts";
import { HttpError, notFound } from "./httpError.ts";
import { unauthorized } from "./authenticate.ts";
import type { ServiceContext } from "./environment.ts";

/**
 * Finds the file that the path's `fid` names. Throws 404 where it is missing, not for this reader, or of another type.
 */
export function readableFile(c: ServiceContext, filetype?: string): FileRecord {
  const fid = parseFid(c.req.param("fid") ?? "");
  const file = fid && c.var.store.files.find(fid.owner, fid.idlocal);
  if (file === undefined || (filetype !== undefined && file.filetype !== filetype)) throw notFound();
  if (!mayRead(file, c.var.viewer, c.req.query("share_key"))) throw notFound();
  return file;
}

/**
 * Finds the path's file for its owner to change. Throws 403 for others who may read it, and 404 for a file in the
 * trash: our choice, as clients expect it of a deleted grid.
 */
export function ownFile(c: ServiceContext, filetype?: string, { trashed = false } = {}): FileRecord {
  const file = readableFile(c, filetype);
  if (file.owner.id !== c.var.viewer?.id)
    throw new HttpError(403, "You may read this file, and its owner may change it.");
  if (file.deleted && !trashed) throw notFound();
  return file;
}

/** Finds the user who writes. Throws 401 for an anonymous one; no refusal was recorded, so its words are our choice. */
export function requireUser(c: ServiceContext): User {
  if (c.var.viewer === undefined) throw unauthorized("Authentication credentials were not provided.");
  return c.var.viewer;
}
