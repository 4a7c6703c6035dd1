import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { views } from "../../manifest.ts";
import type { Server } from "../servers/server.ts";

/** One of the last two nodes of a server: the files with a star, or the trash. */
export class ShelfItem extends TreeItem {
  readonly server: Server;
  readonly shelf: "starred" | "trash";
  readonly above: TreeItem | undefined;

  constructor(server: Server, shelf: "starred" | "trash", above: TreeItem | undefined) {
    super(shelf === "starred" ? "Starred" : "Trash", TreeItemCollapsibleState.Collapsed);
    this.server = server;
    this.shelf = shelf;
    this.above = above;
    this.id = `${views.myPlots}/${server.id}/${shelf}`;
    this.iconPath = new ThemeIcon(shelf === "starred" ? "star-empty" : "trash");
    this.contextValue = `shelf.${shelf}`;
  }
}
