import type { Disposable, Uri } from "vscode";
import type { GridContent } from "../../figure/model/grid.ts";
import type { FileMetadata } from "../../plotsApi/bodies/file.ts";
import type { Outcome } from "../../plotsApi/errors/result.ts";
import type { GridMetadata } from "../../plotsApi/bodies/grid.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { KeptAnswers } from "../tasks/keptAnswers.ts";
import { gridUri } from "../addresses/gridUri.ts";
import { parsePlotUri } from "../addresses/plotUri.ts";
import type { GridAnswer } from "../../plotsApi/resources/gridFacts.ts";
import type { GridCache } from "./gridCache.ts";
import type { Connected, Connection } from "../servers/connection.ts";
import type { Servers } from "../servers/servers.ts";

/** An answer serves this long, which is as long as somebody types and points in one go. */
const freshMilliseconds = 60_000;

/** The most of a person's grids that are offered. Typing more of a name does not ask again. */
const MOST_GRIDS = 200;

/** Answers what the text of a figure needs to know of grids, from the server of its plot, or else from the preferred one. */
export class GridLookup implements Disposable {
  readonly #servers: Servers;
  readonly #grids: GridCache;
  readonly #store = new DisposableStore();
  readonly #answers = new KeptAnswers<Outcome<unknown>>({ age: freshMilliseconds, isKept: ({ ok }) => ok });

  constructor(servers: Servers, grids: GridCache) {
    this.#servers = servers;
    this.#grids = grids;
    this.#store.add(servers.onDidChange(() => this.#answers.clear()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** The server that the references of this document point into. */
  server(document: Uri): Promise<Connected> {
    const plot = parsePlotUri(document);
    return plot === undefined ? this.#servers.preferred() : this.#servers.connect(plot.server);
  }

  /** Whether the grid can be read, and its columns. */
  facts(document: Uri, fid: string): Promise<GridAnswer> {
    return this.#grids.facts(fid, parsePlotUri(document)?.server);
  }

  /** The grid's columns with their data. */
  content(document: Uri, fid: string): Promise<Outcome<GridContent>> {
    return this.#grids.content(fid, parsePlotUri(document)?.server);
  }

  /** The grid's name, owner and date. */
  about(document: Uri, fid: string): Promise<Outcome<GridMetadata>> {
    return this.#ask(document, `about ${fid}`, (connected) => connected.client.grids.get(fid));
  }

  /** The address of a grid's read-only document; undefined where the grid is not there or cannot be read. */
  async document(document: Uri, fid: string): Promise<Uri | undefined> {
    const [connected, about] = await Promise.all([this.server(document), this.about(document, fid)]);
    if (!connected.ok || !about.ok) return undefined;
    return gridUri(connected.value.id, fid, about.value.filename?.trim() || fid);
  }

  /** The person's own grids on that server, the latest first. */
  mine(document: Uri): Promise<Outcome<readonly FileMetadata[]>> {
    return this.#ask(document, "mine", async ({ client }) => {
      const page = await client.folders.list("all", {
        filetypes: ["grid"],
        orderBy: "-date_modified",
        pageSize: MOST_GRIDS,
      });
      // A server may ignore the filter.
      return page.ok ? { ok: true, value: page.value.results.filter(isGrid) } : page;
    });
  }

  async #ask<T>(
    document: Uri,
    what: string,
    ask: (connection: Connection) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const connected = await this.server(document);
    if (!connected.ok) return connected;
    const key = `${connected.value.id} ${what}`;
    return this.#answers.get(key, () => ask(connected.value)) as Promise<Outcome<T>>;
  }
}

function isGrid({ filetype }: FileMetadata): boolean {
  return filetype === "grid" || filetype === undefined || filetype === null;
}
