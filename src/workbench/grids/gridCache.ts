import type { Disposable } from "vscode";
import type { GridContent } from "../../figure/model/grid.ts";
import type { PlotsClient } from "../../plotsApi/resources/client.ts";
import type { GridAnswer } from "../../plotsApi/resources/gridFacts.ts";
import { ok, type Outcome } from "../../plotsApi/errors/result.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { KeptAnswers } from "../tasks/keptAnswers.ts";
import type { PlotAddress } from "../addresses/plotUri.ts";
import { ByteLru } from "./byteLru.ts";
import type { Connected } from "../servers/connection.ts";
import { gridBytes } from "./gridSize.ts";
import type { Servers } from "../servers/servers.ts";

/** Answers older than this many milliseconds are asked for again, since grids change on a server without telling us. */
const factsAge = 5 * 60 * 1000;
/** The same for data. It is read again only where the grid's modification date has changed, so this can be shorter. */
const contentAge = 60 * 1000;

/** The most bytes of data that are kept. */
const contentLimit = 64 * 1024 * 1024;

interface KeptContent {
  readonly content: GridContent;
  /** The grid's `date_modified` just before the data was read; undefined where the server does not say. */
  readonly modified: string | undefined;
  /** The time when the date was last compared with the server's. */
  checked: number;
}

/**
 * Asks servers about grids, once for all checks, previews and commands. `server` is the id of the server that a figure came
 * from. Files have none; their grids are looked for on the preferred server.
 */
export class GridCache implements Disposable {
  readonly #servers: Servers;
  readonly #now: () => number;
  readonly #store = new DisposableStore();
  readonly #facts: KeptAnswers<GridAnswer>;
  readonly #contents: ByteLru<KeptContent>;
  /** Data that is being read, shared by all who ask. */
  readonly #reading = new KeptAnswers<Outcome<GridContent>>({ isKept: () => false });

  constructor(servers: Servers, { limit = contentLimit, now = Date.now } = {}) {
    this.#servers = servers;
    this.#now = now;
    this.#facts = new KeptAnswers({ age: factsAge, now, isKept: ({ failure }) => failure === undefined });
    this.#contents = new ByteLru(limit);
    // Another account may read other grids.
    this.#store.add(servers.onDidChange((ids) => this.#forget(ids)));
  }

  dispose(): void {
    this.#store.dispose();
    this.#facts.clear();
    this.#reading.clear();
    this.#contents.clear();
  }

  /**
   * Trusts nothing any more, since a grid was made or changed, or the person asked for a refresh. Data is still used where
   * the grid's modification date, asked for anew, is that of the data.
   */
  clear(): void {
    this.#facts.clear();
    this.#reading.clear();
    for (const key of this.#contents.keys()) {
      const known = this.#contents.get(key);
      if (known !== undefined) known.checked = -Infinity;
    }
  }

  /** Whether the grid can be read, and its columns. A failure of the server comes as "unknown" and is not kept. */
  facts(fid: string, server?: string): Promise<GridAnswer> {
    return this.#facts.get(this.#keyOf(fid, server), () => this.#askFacts(fid, server));
  }

  /** The grid's columns with their data. */
  content(fid: string, server?: string): Promise<Outcome<GridContent>> {
    const key = this.#keyOf(fid, server);
    return this.#reading.get(key, () => {
      const known = this.#contents.get(key);
      if (known !== undefined && this.#now() - known.checked < contentAge) return Promise.resolve(ok(known.content));
      return this.#begin(key, fid, server);
    });
  }

  /**
   * The grids of a plot that are there but may not be read. A server tells that only when it is asked for the plot with
   * `map_data=unreadable`. The shape of its answer is not documented, so only the fids are taken.
   */
  async unreadableOf({ server, fid }: PlotAddress): Promise<ReadonlySet<string>> {
    const connected = await this.#servers.connect(server);
    if (!connected.ok) return new Set();
    const content = await connected.value.client.plots.content(fid, { mapUnreadable: true, validate: true });
    const mapped = content.ok ? content.value.figure?.["map_data"] : undefined;
    return new Set(typeof mapped === "object" && mapped !== null ? Object.keys(mapped) : []);
  }

  async #askFacts(fid: string, server: string | undefined): Promise<GridAnswer> {
    const connected = await this.#connect(server);
    if (!connected.ok) return { facts: { state: "unknown" }, failure: connected.error };
    const { client, username } = connected.value;
    const { gridFacts } = await import("../../plotsApi/resources/gridFacts.ts");
    return gridFacts(client, fid, username === undefined);
  }

  #begin(key: string, fid: string, server: string | undefined): Promise<Outcome<GridContent>> {
    const asked = this.#now();
    const reading = this.#read(this.#contents.get(key), fid, server).then(({ answer, modified }) => {
      // Otherwise it was forgotten meanwhile: another account may have been allowed to read it.
      if (!this.#reading.isLatest(key, reading)) return answer;
      if (answer.ok) {
        const entry = { content: answer.value, modified, checked: asked };
        this.#contents.set(key, entry, gridBytes(answer.value));
      } else this.#contents.delete(key);
      return answer;
    });
    return reading;
  }

  async #read(
    known: KeptContent | undefined,
    fid: string,
    server: string | undefined,
  ): Promise<{ readonly answer: Outcome<GridContent>; readonly modified: string | undefined }> {
    const connected = await this.#connect(server);
    if (!connected.ok) return { answer: connected, modified: undefined };
    const { client } = connected.value;
    // Ask for the date before the data: after a change in between, the data is read once too often, and is never too old.
    const modified = await modificationDate(client, fid);
    if (known !== undefined && modified !== undefined && modified === known.modified) {
      return { answer: ok(known.content), modified };
    }
    return { answer: await client.grids.content(fid), modified };
  }

  #forget(servers: readonly string[]): void {
    const concerned = (key: string) => servers.includes(key.slice(0, key.indexOf(" ")));
    for (const map of [this.#facts, this.#reading]) for (const key of map.keys()) if (concerned(key)) map.delete(key);
    for (const key of this.#contents.keys()) if (concerned(key)) this.#contents.delete(key);
  }

  #keyOf(fid: string, server: string | undefined): string {
    return `${server ?? this.#servers.preferredServer()?.id ?? ""} ${fid}`;
  }

  #connect(server: string | undefined): Promise<Connected> {
    return server === undefined ? this.#servers.preferred() : this.#servers.connect(server);
  }
}

/** The grid's modification date. Undefined where the server does not say; the data may be had all the same. */
async function modificationDate(client: PlotsClient, fid: string): Promise<string | undefined> {
  const grid = await client.grids.get(fid);
  return grid.ok ? (grid.value.date_modified ?? undefined) : undefined;
}
