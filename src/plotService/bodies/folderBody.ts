import type { FileRecord } from "../store/files/files.ts";
import type { Store } from "../store/store.ts";
import { fileMembers, ownerMembers } from "./fileBody.ts";
import type { Reader } from "./fileBody.ts";

/** JSON text of a folder's metadata, without what is in it. `subfolder_count` is filled in: our choice. */
export function folderText(folder: FileRecord, reader: Reader & { readonly store: Store }): string {
  const count = reader.store.folders.subfolderCount(folder);
  const members = fileMembers(folder, "", reader).replace('"subfolder_count":null', `"subfolder_count":${count}`);
  return `{${members},"user":${reader.owners.of(folder.owner).user}${ownerMembers(folder, reader.viewer)}}`;
}
