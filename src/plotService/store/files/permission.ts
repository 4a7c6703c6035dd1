import { sameSecret } from "../accounts/users.ts";
import type { User } from "../accounts/users.ts";
import type { FileRecord } from "./fileRecord.ts";

/** Tells whether a reader may read a file: it is public, their own, or opened by its share key. */
export function mayRead(file: FileRecord, viewer: User | undefined, shareKey?: string): boolean {
  if (file.owner.id === viewer?.id) return true;
  // A file in the trash is gone for everybody but its owner: our choice.
  return !file.deleted && (file.worldReadable || openedByKey(file, shareKey));
}

/** Tells whether a key opens a file that is shared by a secret link. */
export function openedByKey(file: FileRecord, shareKey: string | undefined): boolean {
  return file.shareKey !== null && shareKey !== undefined && sameSecret(file.shareKey, shareKey);
}
