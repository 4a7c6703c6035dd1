import type { FileRecord } from "../store/files/fileRecord.ts";
import type { Store } from "../store/store.ts";
import { fileMembers, ownerMembers } from "./fileBody.ts";
import type { Reader } from "./fileBody.ts";
import { folderText } from "./folderBody.ts";
import { gridText } from "./gridBody.ts";
import { plotText } from "./plotBody.ts";

type StoreReader = Reader & { readonly store: Store };

/** Writes a file as the files resource shows it, as JSON text: without the members that only its type has. */
export function fileText(file: FileRecord, reader: StoreReader): string {
  return listedText(file, file.filetype === "grid" ? (reader.store.grids.preview(file.id) ?? "") : "", reader);
}

/** Does the same as `fileText` where the preview is known. */
export function listedText(file: FileRecord, preview: string, reader: Reader): string {
  const { user } = reader.owners.of(file.owner);
  return `{${fileMembers(file, preview, reader)},"user":${user}${ownerMembers(file, reader.viewer)}}`;
}

/** Writes a file as the resource of its own type shows it, as JSON text. */
export function typedText(file: FileRecord, reader: StoreReader): string {
  const { plots, grids } = reader.store;
  if (file.filetype === "fold") return folderText(file, reader);
  const plot = file.filetype === "plot" ? plots.of(file) : undefined;
  if (plot !== undefined) return plotText(plot, reader);
  const grid = file.filetype === "grid" ? grids.of(file) : undefined;
  return grid === undefined ? fileText(file, reader) : gridText(grid, reader);
}
