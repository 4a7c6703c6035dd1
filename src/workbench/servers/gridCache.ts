import type { Disposable } from "vscode";
import type { GridContent } from "../../figure/grid.ts";
import type { Answer, Failure } from "../../plotsApi/result.ts";
import { type GridAnswer as ApiGridAnswer, gridFacts } from "../../plotsApi/gridFacts.ts";
import { DisposableStore } from "../disposable.ts";
import type { PlotAddress } from "../plotDocuments/plotUri.ts";
import type { Connected } from "./connection.ts";
import type { Servers } from "./servers.ts";

export type GridAnswer = ApiGridAnswer<Failure>;

/** Answers older than this are asked for again: grids change on a server without telling us. */
const maximumAge = 5 * 60 * 1000;

interface Entry<T> {
  readonly at: number;
  readonly answer: Promise<T>;
}

/**
 * What servers say about grids, asked once and shared by checks, previews and commands. `server` is the id of the one
 * that a figure came from; files name none, and their grids are looked for on the preferred one.
 */
export class GridCache implements Disposable {
  readonly #servers: Servers;
  readonly #store = new DisposableStore();
  readonly #facts = new Map<string, Entry<GridAnswer>>();
  readonly #contents = new Map<string, Entry<Answer<GridContent>>>();

  constructor(servers: Servers) {
    this.#servers = servers;
    this.#store.add(servers.onDidChange(() => this.clear()));
  }

  dispose(): void {
    this.#store.dispose();
    this.clear();
  }

  /** Forget everything: a grid was made, or the person asked for a refresh. */
  clear(): void {
    this.#facts.clear();
    this.#contents.clear();
  }

  /** Whether the grid can be read and which columns it has. Failures of the server are "unknown", not kept. */
  facts(fid: string, server?: string): Promise<GridAnswer> {
    return shared(
      this.#facts,
      this.#keyOf(fid, server),
      () => this.#askFacts(fid, server),
      (answer) => answer.failure === undefined,
    );
  }

  /** The columns' data. */
  content(fid: string, server?: string): Promise<Answer<GridContent>> {
    return shared(
      this.#contents,
      this.#keyOf(fid, server),
      () => this.#askContent(fid, server),
      (answer) => answer.ok,
    );
  }

  /**
   * Of the grids that a plot refers to, those that are there and may not be read. A server tells that only when asked
   * for the plot with `map_data=unreadable`; the shape of its answer is not documented, so only the fids are taken.
   */
  async unreadableOf({ server, fid }: PlotAddress): Promise<ReadonlySet<string>> {
    const connected = await this.#servers.connect(server);
    if (!connected.ok) return new Set();
    const content = await connected.connection.client.plotContent(fid, { mapUnreadable: true, validate: true });
    const mapped = content.ok ? content.value.figure?.["map_data"] : undefined;
    return new Set(typeof mapped === "object" && mapped !== null ? Object.keys(mapped) : []);
  }

  async #askFacts(fid: string, server: string | undefined): Promise<GridAnswer> {
    const connected = await this.#connect(server);
    if (!connected.ok) return { facts: { state: "unknown" }, failure: connected.error };
    const { client, username } = connected.connection;
    return gridFacts(client, fid, username === undefined);
  }

  async #askContent(fid: string, server: string | undefined): Promise<Answer<GridContent>> {
    const connected = await this.#connect(server);
    if (!connected.ok) return connected;
    return connected.connection.client.gridContent(fid);
  }

  #keyOf(fid: string, server: string | undefined): string {
    return `${server ?? this.#servers.preferredServer()?.id ?? ""} ${fid}`;
  }

  #connect(server: string | undefined): Promise<Connected> {
    return server === undefined ? this.#servers.preferred() : this.#servers.connect(server);
  }
}

function shared<T>(
  entries: Map<string, Entry<T>>,
  key: string,
  ask: () => Promise<T>,
  keep: (answer: T) => boolean,
): Promise<T> {
  const known = entries.get(key);
  if (known !== undefined && Date.now() - known.at < maximumAge) return known.answer;
  const entry: Entry<T> = { at: Date.now(), answer: ask() };
  entries.set(key, entry);
  void entry.answer.then((answer) => {
    if (!keep(answer) && entries.get(key) === entry) entries.delete(key);
  });
  return entry.answer;
}
