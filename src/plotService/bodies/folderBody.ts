import type { FileRecord } from "../store/files.ts";
import type { Store } from "../store/store.ts";
import { fileBody, ownerBody } from "./fileBody.ts";
import type { Reader } from "./fileBody.ts";
import { userBody } from "./userBody.ts";

/** JSON text of a folder's metadata, without what is in it. `subfolder_count` is filled in: our choice. */
export function folderText(folder: FileRecord, reader: Reader & { readonly store: Store }): string {
  return JSON.stringify({
    ...fileBody(folder, "", reader),
    subfolder_count: reader.store.folders.subfolderCount(folder),
    user: userBody(folder.owner, reader.links),
    ...ownerBody(folder, reader.viewer),
  });
}
