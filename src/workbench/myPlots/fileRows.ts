import type { TreeItem } from "vscode";
import { commands as commandIds, views } from "../../manifest.ts";
import type { Failure } from "../../plotsApi/errors/result.ts";
import type { Server } from "../servers/server.ts";
import { FileItem, type Shelf } from "../treeItems/fileItem.ts";
import { noteItem } from "../treeItems/serverItem.ts";
import type { FileListing } from "./fileListing.ts";
import type { Library } from "./library.ts";
import { MoreItem } from "./moreItem.ts";
import { ShelfItem } from "./shelfItem.ts";

/** The files of a listing as rows below `above`; the last row leads to more, or says why no more could be read. */
export function fileRows(
  listing: FileListing,
  { server, connection }: Library,
  shelf: Shelf,
  above: TreeItem | undefined,
): TreeItem[] {
  if (connection === undefined) return [];
  const rows: TreeItem[] = listing.files.map((file) => new FileItem(file, connection, shelf, above, views.myPlots));
  if (listing.failure !== undefined && rows.length > 0) {
    const note = noteRow(server, listing.failure);
    note.id = `${above?.id ?? views.myPlots}/note`;
    rows.push(note);
  } else if (listing.hasMore) rows.push(new MoreItem(listing, above));
  return rows;
}

/** The rows below a folder or a shelf. Where there are none, one row says so, or why they could not be read. */
export function rowsOrNote(
  rows: readonly TreeItem[],
  { failure }: FileListing,
  above: FileItem | ShelfItem,
): TreeItem[] {
  if (rows.length > 0) return [...rows];
  const server = above instanceof ShelfItem ? above.server : above.connection;
  const note = noteRow(server, failure ?? "empty");
  if (failure === undefined) note.label = emptyNote(above);
  note.id = `${above.id ?? ""}/note`;
  return [note];
}

/** A row that says why there are no files; a click on it reads this view anew. */
export function noteRow(server: Server, failure: Failure | "empty"): TreeItem {
  const note = noteItem(server, views.myPlots, failure);
  if (note.command?.command === commandIds.retryServer) note.command.command = commandIds.refreshMyPlots;
  return note;
}

function emptyNote(above: FileItem | ShelfItem): string {
  if (above instanceof FileItem) return "Nothing in this folder";
  return above.shelf === "trash" ? "The trash is empty" : "Nothing has your star";
}
