import {
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TreeDataProvider,
  TreeItem,
} from "vscode";
import { commands as commandIds, contextKeys, views } from "../../manifest.ts";
import type { Failure } from "../../plotsApi/errors/result.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { noteItem, ServerItem } from "../treeItems/serverItem.ts";
import type { Connection } from "../servers/connection.ts";
import type { Server } from "../servers/server.ts";
import type { Servers } from "../servers/servers.ts";
import { FileItem, type Shelf } from "../treeItems/fileItem.ts";
import type { FolderPlace } from "../../plotsApi/resources/folders.ts";
import { FileListing, folderNumber } from "./fileListing.ts";
import { MoreItem } from "./moreItem.ts";
import { ShelfItem } from "./shelfItem.ts";

const viewId = views.myPlots;

/** A signed-in person's files on a server, as far as they were looked at. */
interface Library {
  readonly server: Server;
  readonly node: ServerItem;
  connection: Connection | undefined;
  failure: Failure | undefined;
  readonly listings: Map<string, FileListing>;
}

/** The view "My Plots": folders, plots and grids of the signed-in person, what they starred, and the trash. */
export class MyPlots implements TreeDataProvider<TreeItem>, Disposable {
  readonly #servers: Servers;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<TreeItem | undefined>());
  #libraries: readonly Library[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(servers: Servers, log: LogOutputChannel) {
    this.#servers = servers;
    this.#log = log;
    this.#store.add(servers.onDidChange((ids) => this.#follow(ids)));
    this.#follow([]);
  }

  dispose(): void {
    for (const { listings } of this.#libraries) for (const listing of listings.values()) listing.end();
    this.#store.dispose();
  }

  /** Reads anew what was read: of one server, or of all. */
  refresh(server?: string): void {
    const renewed = this.#libraries.filter((library) => server === undefined || library.server.id === server);
    for (const library of renewed) restart(library);
    const [one] = renewed;
    this.#changed.fire(server === undefined || one === undefined ? undefined : this.#nodeOf(one));
  }

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
    return this.#libraries.map((library) => this.#shown(library));
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

  /** The servers are others now, or these of them are. */
  #follow(ids: readonly string[]): void {
    const known = new Map(this.#libraries.map((library) => [library.server.id, library]));
    for (const id of ids) {
      const library = known.get(id);
      if (library !== undefined) for (const listing of library.listings.values()) listing.end();
      known.delete(id);
    }
    const before = this.#libraries;
    this.#libraries = this.#servers.list().map((server, index) => {
      const kept = known.get(server.id);
      if (kept !== undefined) return kept;
      const node = new ServerItem(server, viewId, index === 0);
      return { server, node, connection: undefined, failure: undefined, listings: new Map() };
    });
    for (const { listings } of before.filter((library) => !this.#libraries.includes(library)))
      for (const listing of listings.values()) listing.end();
    this.#changed.fire(undefined);
  }

  /** Folders, plots and grids, then the two shelves; nothing at all for a person who has nothing yet. */
  async #home(library: Library, above: TreeItem | undefined): Promise<TreeItem[]> {
    const listing = await this.#begun(library, "home");
    if (listing === undefined) return this.#failed(library, above);
    if (listing.ended) return this.#store.disposed ? [] : this.getChildren(above);
    if (listing.failure !== undefined && listing.files.length === 0) {
      library.failure = listing.failure;
      return this.#failed(library, above);
    }
    library.failure = undefined;
    if (above !== undefined) this.#show(library);
    const items = this.#items(listing, library, "files", above);
    if (items.length === 0 && (await this.#hasNothing(library))) {
      if (above === undefined) setState("empty");
      return above === undefined ? [] : [noteItem(library.server, viewId, "empty")];
    }
    if (above === undefined) setState("ready");
    const { server } = library;
    return [...items, new ShelfItem(server, "starred", above), new ShelfItem(server, "trash", above)];
  }

  async #hasNothing(library: Library): Promise<boolean> {
    const shelves = await Promise.all([this.#begun(library, "starred"), this.#begun(library, "trashed")]);
    return shelves.every((listing) => listing === undefined || listing.files.length === 0);
  }

  async #shelf(item: ShelfItem): Promise<TreeItem[]> {
    const library = this.#library(item.server.id);
    const listing = library && (await this.#begun(library, item.shelf === "trash" ? "trashed" : "starred"));
    if (library === undefined || listing === undefined) return [];
    if (listing.ended) return this.#store.disposed ? [] : this.#shelf(item);
    if (item.shelf === "starred") return this.#orNote(this.#items(listing, library, "starred", item), listing, item);
    // What was thrown away with its folder stands below it.
    const folders = new Set(listing.files.map(folderNumber));
    const items = this.#items(listing, library, "trash", item);
    const loose = items.filter((each) => !(each instanceof FileItem) || !folders.has(each.file.parent ?? -1));
    return this.#orNote(loose, listing, item);
  }

  async #folder(item: FileItem): Promise<TreeItem[]> {
    const library = this.#library(item.connection.id);
    if (library === undefined) return [];
    const inTrash = item.shelf === "trash";
    const listing = await this.#begun(library, inTrash ? "trashed" : { fid: item.file.fid });
    if (listing === undefined) return [];
    if (listing.ended) return this.#store.disposed ? [] : this.#folder(item);
    const items = this.#items(listing, library, item.shelf, item);
    if (!inTrash) return this.#orNote(items, listing, item);
    const number = folderNumber(item.file);
    return items.filter((each) => each instanceof FileItem && each.file.parent === number);
  }

  #items(listing: FileListing, library: Library, shelf: Shelf, above: TreeItem | undefined): TreeItem[] {
    const { connection } = library;
    if (connection === undefined) return [];
    const items: TreeItem[] = listing.files.map((file) => new FileItem(file, connection, shelf, above, viewId));
    if (listing.failure !== undefined && items.length > 0) {
      const note = this.#note(library.server, listing.failure);
      note.id = `${above?.id ?? viewId}/note`;
      items.push(note);
    } else if (listing.hasMore) items.push(new MoreItem(listing, above));
    return items;
  }

  /** An empty list says so, or why it could not be read. */
  #orNote(items: readonly TreeItem[], { failure }: FileListing, above: FileItem | ShelfItem): TreeItem[] {
    if (items.length > 0) return [...items];
    const server = above instanceof ShelfItem ? above.server : above.connection;
    const note = this.#note(server, failure ?? "empty");
    if (failure === undefined) note.label = emptyNote(above);
    note.id = `${above.id ?? ""}/note`;
    return [note];
  }

  #note(server: Server, failure: Failure | "empty"): TreeItem {
    const note = noteItem(server, viewId, failure);
    if (note.command?.command === commandIds.retryServer) note.command.command = commandIds.refreshMyPlots;
    return note;
  }

  #failed(library: Library, above: TreeItem | undefined): TreeItem[] {
    const { failure } = library;
    if (failure === undefined) return [];
    if (above !== undefined) {
      this.#show(library);
      return [this.#note(library.server, failure)];
    }
    setState(`error-${failure.code}`);
    return [];
  }

  /** The listing of a place once it was begun; undefined where the server cannot be asked. */
  async #begun(library: Library, place: FolderPlace): Promise<FileListing | undefined> {
    const connection = await this.#connect(library);
    // The server may be another one now, or somebody else be signed in: who asks is asked anew.
    if (connection === undefined || !this.#libraries.includes(library)) return undefined;
    const key = typeof place === "string" ? place : place.fid;
    const before = library.listings.get(key);
    const listing = before === undefined || before.ended ? new FileListing(connection, place, before) : before;
    library.listings.set(key, listing);
    await listing.begin();
    if (listing.failure !== undefined && listing.failure.code !== "cancelled") {
      this.#log.warn(`${viewId}: ${listing.failure.detail}`);
    }
    return listing;
  }

  async #connect(library: Library): Promise<Connection | undefined> {
    const connected = await this.#servers.connect(library.server.id);
    library.connection = connected.ok ? connected.value : undefined;
    if (!connected.ok) library.failure = connected.error;
    else if (connected.value.username === undefined) {
      const sentence = `Sign in to ${connected.value.label} to see your plots there.`;
      library.failure = { code: "unauthorized", sentence, detail: sentence };
      return undefined;
    }
    return library.connection;
  }

  #library(server: string): Library | undefined {
    return this.#libraries.find((library) => library.server.id === server);
  }

  /** Undefined where the only server's files stand at the root. */
  #nodeOf(library: Library): ServerItem | undefined {
    return this.#libraries.length < 2 ? undefined : library.node;
  }

  #shown(library: Library): ServerItem {
    const { node, connection, failure, server } = library;
    const preferred = this.#servers.preferredServer()?.id === server.id;
    node.show({ username: connection?.username, failure, preferred });
    return node;
  }

  /** A server was reached or was not: its node says so. */
  #show(library: Library): void {
    const { node } = library;
    const before = [node.description, node.contextValue].join();
    this.#shown(library);
    if ([node.description, node.contextValue].join() !== before) this.#changed.fire(node);
  }
}

function restart({ listings }: Library): void {
  // They stay in their places, so that those that follow know how far they were read.
  for (const listing of listings.values()) listing.end();
}

function emptyNote(above: FileItem | ShelfItem): string {
  if (above instanceof FileItem) return "Nothing in this folder";
  return above.shelf === "trash" ? "The trash is empty" : "Nothing has your star";
}

function setState(state: string): void {
  void commands.executeCommand("setContext", contextKeys.myState, state);
}
