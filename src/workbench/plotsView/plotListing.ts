import type { LogOutputChannel } from "vscode";
import type { PlotQuery } from "../../plotsApi/resources/plots.ts";
import type { Pager } from "../../plotsApi/paging/pager.ts";
import type { PlotMetadata } from "../../plotsApi/bodies/plot.ts";
import type { Connection } from "../servers/connection.ts";
import type { Failure } from "../../plotsApi/errors/result.ts";
import type { Server } from "../servers/server.ts";
import type { Servers } from "../servers/servers.ts";
import type { FileChange } from "../../plotService/changes.ts";
import { KeptAnswers } from "../tasks/keptAnswers.ts";
import { PlotItem } from "../treeItems/plotItem.ts";

export interface PlotListingOptions {
  /** The beginning of its items' ids, and the list's name in the log. */
  readonly listId: string;
  /** What to ask the server for. */
  readonly query: () => "feed" | PlotQuery;
}

const first = "first page";

/** With more changes than this at once, the list is read anew. */
const MOST_CHANGES = 50;

/** Reads the plots of one server, page by page. What was read stays until it is restarted. */
export class PlotListing {
  readonly server: Server;
  readonly #options: PlotListingOptions;
  readonly #servers: Servers;
  readonly #log: LogOutputChannel;
  #connection: Connection | undefined;
  #pager: Pager<PlotMetadata, string> | undefined;
  #items: readonly PlotItem[] = [];
  #failure: Failure | undefined;
  #begun = false;
  /** The reading of the first page, which happens once, however often VS Code asks for children. */
  readonly #first = new KeptAnswers<void>();
  #reading = new AbortController();

  constructor(server: Server, options: PlotListingOptions, servers: Servers, log: LogOutputChannel) {
    this.server = server;
    this.#options = options;
    this.#servers = servers;
    this.#log = log;
  }

  get items(): readonly PlotItem[] {
    return this.#items;
  }

  /** Why the latest page could not be read; undefined where it was read. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Whether the first page was read or has failed. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Whether there are more pages. */
  get hasMore(): boolean {
    return this.#pager?.done === false && this.#items.length > 0;
  }

  /** The connection that was used, once the server was reached. */
  get connection(): Connection | undefined {
    return this.#connection;
  }

  /** Is aborted by `restart`, after which nothing that was being read counts. */
  get signal(): AbortSignal {
    return this.#reading.signal;
  }

  /** Reads the first page, once. */
  begin(): Promise<void> {
    return this.#first.get(first, () => this.#read(this.signal));
  }

  /** Reads the next page. */
  more(): Promise<void> {
    return this.#read(this.signal);
  }

  /** Forgets what was read and stops what is being read. */
  restart(): void {
    this.#reading.abort();
    this.#reading = new AbortController();
    this.#first.clear();
    this.#pager = undefined;
    this.#connection = undefined;
    this.#items = [];
    this.#failure = undefined;
    this.#begun = false;
  }

  /** Stops reading for good. */
  end(): void {
    this.#reading.abort();
  }

  find(fid: string): PlotItem | undefined {
    return this.#items.find(({ plot }) => plot.fid === fid);
  }

  /** Replaces a plot's item by a new one. False where the plot has no item. */
  renew(fid: string): boolean {
    const at = this.#items.findIndex(({ plot }) => plot.fid === fid);
    const item = this.#items[at];
    if (item === undefined) return false;
    this.#items = this.#items.with(at, new PlotItem(item.plot, item.connection, this.#options.listId));
    return true;
  }

  /**
   * Puts changes of plots on the server into the list, so that nothing has to be read anew. "anew" where there are too many
   * changes, or where nothing would be left to show.
   */
  async merge(changes: readonly FileChange[]): Promise<"same" | "merged" | "anew"> {
    const { signal } = this;
    // A list that was not begun yet will be read as it is then.
    if (this.#first.keys().length === 0) return "same";
    await this.begin();
    const [pager, connection] = [this.#pager, this.#connection];
    if (signal.aborted || pager === undefined || connection === undefined) return "same";
    if (changes.length > MOST_CHANGES || this.#failure !== undefined) return "anew";
    let merged = false;
    let isNew = false;
    for (const { fid, kind } of changes) {
      const plot = kind === "removed" ? undefined : await connection.client.plots.get(fid, signal);
      if (signal.aborted) return "same";
      const listed = plot?.ok === true && plot.value.world_readable !== false && plot.value.deleted !== true;
      if (plot !== undefined && !plot.ok && plot.error.code !== "not-found") return "anew";
      if (!listed) merged = pager.drop(fid) || merged;
      else if (pager.renew(plot.value)) merged = true;
      else isNew = true;
    }
    if (isNew && this.#options.query() !== "feed") {
      const caughtUp = await pager.catchUp(signal);
      if (signal.aborted) return "same";
      if (!caughtUp.ok || !caughtUp.value) return "anew";
      merged = true;
    }
    if (!merged) return "same";
    if (pager.items.length === 0) return "anew";
    this.#show(pager, connection);
    return "merged";
  }

  async #read(signal: AbortSignal): Promise<void> {
    const pager = await this.#pagerOfServer(signal);
    const connection = this.#connection;
    if (pager === undefined || connection === undefined || signal.aborted) return;
    const added = await pager.more(signal);
    if (signal.aborted) return;
    if (!added.ok) {
      this.#fail(added.error);
      return;
    }
    this.#begun = true;
    this.#failure = undefined;
    this.#show(pager, connection);
    if (pager.looped) {
      const { listId } = this.#options;
      this.#log.warn(`${listId}: the server's pages led back to one read before; the list ends there.`);
    }
  }

  /** Keeps the same items for the same plots, so that VS Code keeps selection and focus. */
  #show(pager: Pager<PlotMetadata, string>, connection: Connection): void {
    const known = new Map(this.#items.map((item) => [item.plot, item]));
    this.#items = pager.items.map((plot) => known.get(plot) ?? new PlotItem(plot, connection, this.#options.listId));
  }

  async #pagerOfServer(signal: AbortSignal): Promise<Pager<PlotMetadata, string> | undefined> {
    if (this.#pager !== undefined) return this.#pager;
    const connected = await this.#servers.connect(this.server.id);
    if (signal.aborted) return undefined;
    if (!connected.ok) {
      this.#fail(connected.error);
      return undefined;
    }
    this.#connection = connected.value;
    const { plots } = connected.value.client;
    const query = this.#options.query();
    this.#pager = query === "feed" ? plots.feedPager() : plots.pager(query);
    return this.#pager;
  }

  #fail(error: Failure): void {
    if (error.code === "cancelled") return;
    this.#log.warn(`${this.#options.listId}: ${error.detail}`);
    this.#begun = true;
    this.#failure = error;
  }
}
