import {
  type CancellationToken,
  type Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  type TreeDataProvider,
  type TreeItem,
} from "vscode";
import { DisposableStore } from "../tasks/disposable.ts";
import { InTurn } from "../tasks/inTurn.ts";
import type { News } from "../servers/news.ts";
import type { Servers } from "../servers/servers.ts";
import { PlotItem } from "../treeItems/plotItem.ts";
import { ListStatus } from "./listStatus.ts";
import { loadMoreItem } from "./loadMoreItem.ts";
import { PlotListing } from "./plotListing.ts";
import type { PlotListKind } from "./plotListKind.ts";
import { noteItem, type ServerFacts, ServerItem } from "../treeItems/serverItem.ts";

/** Lists a view's plots: those of the only server, or a node for each server where there are several. */
export class PlotList implements TreeDataProvider<TreeItem>, Disposable {
  readonly #kind: PlotListKind;
  readonly #servers: Servers;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<TreeItem | undefined>());
  readonly #nodes = new Map<string, ServerItem>();
  readonly #status: ListStatus;
  readonly #unfolded = new Set<string>();
  /** The plots of each server, in the order of the servers. */
  #listings: readonly PlotListing[] = [];
  /** Merges news one after the other. */
  readonly #merging = new InTurn();

  readonly onDidChangeTreeData = this.#changed.event;
  /** A sentence to show above the list, or undefined for none. */
  readonly onDidChangeMessage: Event<string | undefined>;

  constructor(kind: PlotListKind, servers: Servers, log: LogOutputChannel) {
    this.#kind = kind;
    this.#servers = servers;
    this.#log = log;
    this.#status = this.#store.add(new ListStatus(kind));
    this.onDidChangeMessage = this.#status.onDidChangeMessage;
    this.#store.add(servers.onDidChange((ids) => this.#follow(ids)));
    this.#follow([]);
  }

  dispose(): void {
    for (const listing of this.#listings) listing.end();
    this.#store.dispose();
  }

  /** Forgets what was read and starts at the first page, for one server or for all. */
  refresh(server?: string): void {
    const renewed = this.#listings.filter((listing) => server === undefined || listing.server.id === server);
    for (const listing of renewed) listing.restart();
    this.#status.tell(this.#listings);
    const [one] = renewed;
    this.#changed.fire(server === undefined || one === undefined ? undefined : this.#nodeOf(one));
  }

  /** Refreshes a server where its plots could not be read. */
  retry(server: string): void {
    if (this.#listing(server)?.failure !== undefined) this.refresh(server);
  }

  /** Reads the next page of a server, or of the only one. */
  async loadMore(server?: string): Promise<void> {
    const listing = this.#listing(server);
    if (listing === undefined) return;
    const { signal } = listing;
    await listing.more();
    if (signal.aborted) return;
    this.#status.tell(this.#listings);
    this.#changed.fire(this.#nodeOf(listing));
  }

  async getChildren(element?: TreeItem): Promise<TreeItem[]> {
    if (element instanceof ServerItem) {
      const listing = this.#listing(element.server.id);
      return listing === undefined ? [] : this.#plotsOf(listing);
    }
    if (element !== undefined) return [];
    const [only] = this.#listings;
    if (only === undefined) return [];
    if (this.#listings.length === 1) return this.#plotsOf(only);
    return this.#listings.map((listing) => this.#node(listing));
  }

  getTreeItem(item: TreeItem): TreeItem {
    return item;
  }

  getParent(item: TreeItem): TreeItem | undefined {
    if (!(item instanceof PlotItem) || this.#listings.length < 2) return undefined;
    return this.#nodes.get(item.connection.id);
  }

  async resolveTreeItem(item: TreeItem, element: TreeItem, token: CancellationToken): Promise<TreeItem> {
    if (element instanceof PlotItem) item.tooltip = await element.resolveTooltip(token);
    return item;
  }

  /** The item of a plot, if it has been read. */
  find(server: string, fid: string): PlotItem | undefined {
    return this.#listing(server)?.find(fid);
  }

  /** The node of a server, where there are several. */
  findServer(server: string): ServerItem | undefined {
    const listing = this.#listing(server);
    return listing === undefined ? undefined : this.#nodeOf(listing);
  }

  /** Has a server that is about to be added unfolded from the start. */
  unfold(server: string): void {
    this.#unfolded.add(server);
  }

  /** Reads the first page of a server, to look for a plot in it. */
  async begin(server: string): Promise<void> {
    await this.#listing(server)?.begin();
  }

  /** Makes the item of a plot anew, since VS Code asks for an item's tooltip, and its picture, only once. */
  renewItem(server: string, fid: string): void {
    const listing = this.#listing(server);
    if (listing?.renew(fid) === true) this.#changed.fire(this.#nodeOf(listing));
  }

  /** Shows what happened on a server. What was read, selected and unfolded stays. */
  follow({ server, changes, complete }: News): void {
    const plots = changes.filter(({ filetype }) => filetype === "plot");
    if (complete && plots.length === 0) return;
    const merged = this.#merging.do(async () => {
      const listing = this.#listing(server);
      if (listing === undefined || this.#store.disposed) return;
      const outcome = complete ? await listing.merge(plots) : "anew";
      if (this.#store.disposed) return;
      if (outcome === "anew") this.refresh(server);
      if (outcome !== "merged") return;
      this.#status.tell(this.#listings);
      this.#changed.fire(this.#nodeOf(listing));
    });
    merged.catch((error: unknown) => {
      this.#log.error(`${this.#kind.id}: what happened on ${server} could not be taken in.`, error);
      if (!this.#store.disposed) this.refresh(server);
    });
  }

  /** Takes over the list of servers, and starts anew with these of them, which have changed. */
  #follow(ids: readonly string[]): void {
    const known = new Map(this.#listings.map((listing) => [listing.server.id, listing]));
    for (const id of ids) {
      known.get(id)?.end();
      known.delete(id);
      this.#nodes.delete(id);
    }
    const { id: listId, query } = this.#kind;
    this.#listings = this.#servers
      .list()
      .map((server) => known.get(server.id) ?? new PlotListing(server, { listId, query }, this.#servers, this.#log));
    this.#status.tell(this.#listings);
    this.#changed.fire(undefined);
  }

  async #plotsOf(listing: PlotListing): Promise<TreeItem[]> {
    const { signal } = listing;
    await listing.begin();
    // A refresh came in between, and VS Code asks again for it.
    if (signal.aborted) return this.#store.disposed || !this.#listings.includes(listing) ? [] : this.#plotsOf(listing);
    this.#status.tell(this.#listings);
    const several = this.#listings.length > 1;
    const node = this.#nodes.get(listing.server.id);
    // The node says whether the server was reached.
    if (several && node?.show(this.#factsOf(listing)) === true) this.#changed.fire(node);
    const items: TreeItem[] = [...listing.items];
    if (listing.hasMore) items.push(loadMoreItem(listing, this.#kind));
    if (items.length > 0 || !several) return items;
    const why = listing.failure ?? this.#status.emptiness;
    return [noteItem(listing.server, this.#kind.id, why)];
  }

  #listing(server: string | undefined): PlotListing | undefined {
    if (server === undefined) return this.#listings.length === 1 ? this.#listings[0] : undefined;
    return this.#listings.find((listing) => listing.server.id === server);
  }

  /** The server's node; undefined where it is the only server, whose plots stand at the root. */
  #nodeOf(listing: PlotListing): ServerItem | undefined {
    return this.#listings.length < 2 ? undefined : this.#node(listing);
  }

  #node(listing: PlotListing): ServerItem {
    const { server } = listing;
    const known = this.#nodes.get(server.id);
    const unfolded = listing === this.#listings[0] || this.#unfolded.has(server.id);
    const node = known ?? new ServerItem(server, this.#kind.id, unfolded);
    node.show(this.#factsOf(listing));
    this.#nodes.set(server.id, node);
    return node;
  }

  #factsOf({ server, connection, items, failure }: PlotListing): ServerFacts {
    return {
      username: connection?.username,
      failure: items.length > 0 ? undefined : failure,
      preferred: this.#servers.preferredServer()?.id === server.id,
    };
  }
}
