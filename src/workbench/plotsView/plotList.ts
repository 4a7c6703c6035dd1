import {
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import type { Failure } from "../../plotsApi/result.ts";
import type { PlotQuery } from "../../plotsApi/page.ts";
import { PlotPager } from "../../plotsApi/pages.ts";
import { DisposableStore } from "../disposable.ts";
import type { Connection } from "../servers/connection.ts";
import type { Servers } from "../servers/servers.ts";
import { PlotItem } from "./plotItem.ts";

export interface PlotListOptions {
  /** View id; also the beginning of its items' ids. */
  readonly id: string;
  readonly loadMoreCommand: string;
  /** Context key that says what an empty list means, for the view's welcome texts. */
  readonly stateKey: string;
  /** What to ask the server for; read anew at each refresh. */
  readonly query: () => "feed" | PlotQuery;
}

/** A listing of plots, page by page. What has been read stays until it is refreshed. */
export class PlotList implements TreeDataProvider<TreeItem>, Disposable {
  readonly #options: PlotListOptions;
  readonly #servers: Servers;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #message = this.#store.add(new EventEmitter<string | undefined>());
  #connection: Connection | undefined;
  #pager: PlotPager | undefined;
  #items: readonly PlotItem[] = [];
  /** The first page, asked for once however often VS Code asks for children. */
  #first: Promise<void> | undefined;
  #reading = new AbortController();

  readonly onDidChangeTreeData = this.#changed.event;
  /** A sentence to show above the list, or undefined for none. */
  readonly onDidChangeMessage = this.#message.event;

  constructor(options: PlotListOptions, servers: Servers, log: LogOutputChannel) {
    this.#options = options;
    this.#servers = servers;
    this.#log = log;
    this.#store.add(servers.onDidChange(() => this.refresh()));
    this.#setState("loading");
  }

  dispose(): void {
    this.#reading.abort();
    this.#store.dispose();
  }

  /** Forgets what was read, stops what is being read, starts at the first page. */
  refresh(): void {
    this.#reading.abort();
    this.#reading = new AbortController();
    this.#first = undefined;
    this.#pager = undefined;
    this.#items = [];
    this.#setState("loading");
    this.#message.fire(undefined);
    this.#changed.fire();
  }

  async loadMore(): Promise<void> {
    const { signal } = this.#reading;
    await this.#read(signal);
    if (!signal.aborted) this.#changed.fire();
  }

  async getChildren(element?: TreeItem): Promise<TreeItem[]> {
    if (element !== undefined) return [];
    const { signal } = this.#reading;
    this.#first ??= this.#read(signal);
    await this.#first;
    // A refresh came in between: its own call answers.
    if (signal.aborted) return this.#store.disposed ? [] : this.getChildren();
    const items: TreeItem[] = [...this.#items];
    if (this.#pager?.done === false && items.length > 0) items.push(this.#loadMoreItem());
    return items;
  }

  getTreeItem(item: TreeItem): TreeItem {
    return item;
  }

  getParent(): undefined {
    return undefined;
  }

  async resolveTreeItem(item: TreeItem, element: TreeItem, token: CancellationToken): Promise<TreeItem> {
    if (element instanceof PlotItem) item.tooltip = await element.resolveTooltip(token);
    return item;
  }

  /** The item of a plot, if it has been read. */
  find(fid: string): PlotItem | undefined {
    return this.#items.find(({ plot }) => plot.fid === fid);
  }

  /** A plot has another picture now: its tooltip, which VS Code asks for once an item, is made anew. */
  renewItem(fid: string): void {
    const at = this.#items.findIndex(({ plot }) => plot.fid === fid);
    const item = this.#items[at];
    if (item === undefined) return;
    this.#items = this.#items.with(at, new PlotItem(item.plot, item.connection, this.#options.id));
    this.#changed.fire();
  }

  async #read(signal: AbortSignal): Promise<void> {
    const pager = await this.#pagerOfServer(signal);
    if (pager === undefined || signal.aborted) return;
    const added = await pager.more(signal);
    if (signal.aborted) return;
    if (!added.ok) {
      this.#fail(added.error);
      return;
    }
    this.#message.fire(undefined);
    const { plots } = pager;
    const connection = this.#connection;
    if (connection !== undefined) {
      const known = new Map(this.#items.map((item) => [item.plot.fid, item]));
      this.#items = plots.map((plot) => known.get(plot.fid) ?? new PlotItem(plot, connection, this.#options.id));
    }
    this.#setState(plots.length > 0 ? "ready" : this.#isFiltered() ? "filtered" : "empty");
    if (pager.looped)
      this.#log.warn(`${this.#options.id}: the server's pages led back to one read before; the list ends there.`);
  }

  async #pagerOfServer(signal: AbortSignal): Promise<PlotPager | undefined> {
    if (this.#pager !== undefined) return this.#pager;
    const connected = await this.#servers.current();
    if (signal.aborted) return undefined;
    if (!connected.ok) {
      this.#fail(connected.error);
      return undefined;
    }
    this.#connection = connected.connection;
    this.#pager = new PlotPager(connected.connection.client, this.#options.query());
    return this.#pager;
  }

  /** With nothing to show, the view's welcome text explains; otherwise the list stays and a message says what failed. */
  #fail(error: Failure): void {
    if (error.code === "cancelled") return;
    this.#log.warn(`${this.#options.id}: ${error.detail}`);
    if (this.#items.length > 0) this.#message.fire(error.sentence);
    else this.#setState(error.code === "no-server" ? "no-server" : `error-${error.code}`);
  }

  #isFiltered(): boolean {
    const query = this.#options.query();
    return query !== "feed" && (query.minQuality !== undefined || query.maxQuality !== undefined);
  }

  #setState(state: string): void {
    void commands.executeCommand("setContext", this.#options.stateKey, state);
  }

  #loadMoreItem(): TreeItem {
    const item = new TreeItem("Load more", TreeItemCollapsibleState.None);
    item.id = `${this.#options.id}/load-more`;
    item.description = `${this.#items.length} so far`;
    item.contextValue = "load-more";
    item.tooltip = "Read the next page";
    item.command = { command: this.#options.loadMoreCommand, title: "Load More" };
    item.accessibilityInformation = { label: `Load more plots, ${this.#items.length} so far`, role: "button" };
    return item;
  }
}
