import {
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TreeDataProvider,
  type TreeItem,
} from "vscode";
import { contextKeys, views } from "../../manifest.ts";
import type { Servers } from "../servers/servers.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { FileItem } from "../treeItems/fileItem.ts";
import { noteItem, ServerItem } from "../treeItems/serverItem.ts";
import { folderNumber } from "../../plotsApi/bodies/file.ts";
import { fileRows, noteRow, rowsOrNote } from "./fileRows.ts";
import { Library } from "./library.ts";
import { MoreItem } from "./moreItem.ts";
import { ShelfItem } from "./shelfItem.ts";

/** The view "My Plots": folders, plots and grids of the signed-in person, what they starred, and the trash. */
export class MyPlots implements TreeDataProvider<TreeItem>, Disposable {
  readonly #servers: Servers;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<TreeItem | undefined>());
  /** The files of each server, in the order of the servers. */
  #libraries: readonly Library[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(servers: Servers, log: LogOutputChannel) {
    this.#servers = servers;
    this.#log = log;
    this.#store.add(servers.onDidChange((ids) => this.#follow(ids)));
    this.#follow([]);
  }

  dispose(): void {
    for (const library of this.#libraries) library.end();
    this.#store.dispose();
  }

  /** Reads anew what was read: of one server, or of all. */
  refresh(server?: string): void {
    const renewed = this.#libraries.filter((library) => server === undefined || library.server.id === server);
    for (const library of renewed) library.restart();
    const [one] = renewed;
    this.#changed.fire(server === undefined || one === undefined ? undefined : this.#nodeOf(one));
  }

  /** Reads the next page of the listing that the row ends. */
  async loadMore(item: MoreItem): Promise<void> {
    await item.listing.more();
    if (!item.listing.ended) this.#changed.fire(item.above);
  }

  async getChildren(element?: TreeItem): Promise<TreeItem[]> {
    if (element instanceof ServerItem) {
      const library = this.#library(element.server.id);
      return library === undefined ? [] : this.#home(library, element);
    }
    if (element instanceof ShelfItem) return this.#shelf(element);
    if (element instanceof FileItem) return this.#folder(element);
    if (element !== undefined) return [];
    const [only] = this.#libraries;
    if (only === undefined) {
      setState("no-server");
      return [];
    }
    if (this.#libraries.length === 1) return this.#home(only, undefined);
    setState("ready");
    for (const library of this.#libraries) library.show();
    return this.#libraries.map(({ node }) => node);
  }

  getTreeItem(item: TreeItem): TreeItem {
    return item;
  }

  getParent(item: TreeItem): TreeItem | undefined {
    return item instanceof FileItem || item instanceof ShelfItem || item instanceof MoreItem ? item.above : undefined;
  }

  async resolveTreeItem(item: TreeItem, element: TreeItem, token: CancellationToken): Promise<TreeItem> {
    if (element instanceof FileItem) item.tooltip = await element.resolveTooltip(token);
    return item;
  }

  /** Takes over the list of servers, and starts anew with these of them, which have changed. */
  #follow(ids: readonly string[]): void {
    const before = this.#libraries;
    const kept = new Map(before.map((library) => [library.server.id, library]));
    for (const id of ids) kept.delete(id);
    this.#libraries = this.#servers
      .list()
      .map(
        (server, index) =>
          kept.get(server.id) ??
          new Library(server, new ServerItem(server, views.myPlots, index === 0), this.#servers, this.#log),
      );
    for (const library of before) if (!this.#libraries.includes(library)) library.end();
    this.#changed.fire(undefined);
  }

  /** Folders, plots and grids, then the two shelves; nothing for a person who has no files yet. */
  async #home(library: Library, above: TreeItem | undefined): Promise<TreeItem[]> {
    const listing = await library.begun("home");
    if (listing === undefined) return this.#failed(library, above);
    if (listing.ended) return this.#store.disposed ? [] : this.getChildren(above);
    if (listing.failure !== undefined && listing.files.length === 0) {
      library.failure = listing.failure;
      return this.#failed(library, above);
    }
    library.failure = undefined;
    if (above !== undefined) this.#show(library);
    const { server } = library;
    const rows = fileRows(listing, library, "files", above);
    if (rows.length === 0 && (await library.hasEmptyShelves())) {
      if (above === undefined) setState("empty");
      return above === undefined ? [] : [noteItem(server, views.myPlots, "empty")];
    }
    if (above === undefined) setState("ready");
    return [...rows, new ShelfItem(server, "starred", above), new ShelfItem(server, "trash", above)];
  }

  async #shelf(item: ShelfItem): Promise<TreeItem[]> {
    const library = this.#library(item.server.id);
    const listing = await library?.begun(item.shelf === "trash" ? "trashed" : "starred");
    if (library === undefined || listing === undefined) return [];
    if (listing.ended) return this.#store.disposed ? [] : this.#shelf(item);
    if (item.shelf === "starred") return rowsOrNote(fileRows(listing, library, "starred", item), listing, item);
    // A file that was trashed with its folder stands below the folder.
    const folders = new Set(listing.files.map(folderNumber));
    const rows = fileRows(listing, library, "trash", item);
    const loose = rows.filter((each) => !(each instanceof FileItem) || !folders.has(each.file.parent ?? -1));
    return rowsOrNote(loose, listing, item);
  }

  async #folder(item: FileItem): Promise<TreeItem[]> {
    const library = this.#library(item.connection.id);
    if (library === undefined) return [];
    const inTrash = item.shelf === "trash";
    const listing = await library.begun(inTrash ? "trashed" : { fid: item.file.fid });
    if (listing === undefined) return [];
    if (listing.ended) return this.#store.disposed ? [] : this.#folder(item);
    const rows = fileRows(listing, library, item.shelf, item);
    if (!inTrash) return rowsOrNote(rows, listing, item);
    const number = folderNumber(item.file);
    return rows.filter((each) => each instanceof FileItem && each.file.parent === number);
  }

  #failed(library: Library, above: TreeItem | undefined): TreeItem[] {
    const { failure } = library;
    if (failure === undefined) return [];
    if (above !== undefined) {
      this.#show(library);
      return [noteRow(library.server, failure)];
    }
    setState(`error-${failure.code}`);
    return [];
  }

  #library(server: string): Library | undefined {
    return this.#libraries.find((library) => library.server.id === server);
  }

  /** The server's node; undefined where it is the only server, whose files stand at the root. */
  #nodeOf(library: Library): ServerItem | undefined {
    return this.#libraries.length < 2 ? undefined : library.node;
  }

  /** Has the server's node say whether the server was reached. */
  #show(library: Library): void {
    if (library.show()) this.#changed.fire(library.node);
  }
}

function setState(state: string): void {
  void commands.executeCommand("setContext", contextKeys.myState, state);
}
