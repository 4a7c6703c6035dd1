import type { FileRecord } from "../store/files/fileRecord.ts";
import type { Store } from "../store/store.ts";
import { fileMembers, ownerMembers } from "./fileBody.ts";
import type { Reader } from "./fileBody.ts";

/** Writes a folder as JSON text, without the files in it. It fills in `subfolder_count`: our choice. */
export function folderText(folder: FileRecord, reader: Reader & { readonly store: Store }): string {
  const count = reader.store.folders.subfolderCount(folder);
  const members = fileMembers(folder, "", reader).replace('"subfolder_count":null', `"subfolder_count":${count}`);
  return `{${members},"user":${reader.owners.of(folder.owner).user}${ownerMembers(folder, reader.viewer)}}`;
}
