import { EventEmitter, type Uri } from "vscode";
import { formatGrid } from "../../figure/data/grids/gridText.ts";
import type { PlotsClient } from "../../plotsApi/resources/client.ts";
import { type Outcome, fail, ok } from "../../plotsApi/errors/result.ts";
import type { Servers } from "../servers/servers.ts";
import { KeptAnswers } from "../tasks/keptAnswers.ts";
import { parseGridUri } from "../addresses/gridUri.ts";
import { parsePlotUri } from "../addresses/plotUri.ts";

/** A plot as a document: its figure as formatted JSON text in UTF-8, times in milliseconds since 1970. */
export interface LoadedPlot {
  readonly bytes: Uint8Array;
  readonly created: number;
  readonly modified: number;
  /** Whether it is in the trash, which only its owner sees. */
  readonly deleted: boolean;
}

/** One answer serves this many milliseconds, for all that VS Code asks while it opens a document: stat, stat, read, stat. */
const freshMilliseconds = 3000;

/** Fetches the documents of plots. All who ask for the same plot share one request. */
export class PlotLoader {
  readonly #servers: Servers;
  readonly #recent = new KeptAnswers<Outcome<LoadedPlot>>({ age: freshMilliseconds });
  readonly #lastModified = new Map<string, number>();
  readonly #changed = new EventEmitter<Uri>();

  /** Fires when a plot that was read turns out to be newer on the server. */
  readonly onDidChange = this.#changed.event;

  constructor(servers: Servers) {
    this.#servers = servers;
  }

  dispose(): void {
    this.#changed.dispose();
    this.#recent.clear();
  }

  load(uri: Uri): Promise<Outcome<LoadedPlot>> {
    this.#recent.forgetOld();
    const key = uri.toString();
    return this.#recent.get(key, () => {
      const loading = this.#fetch(uri).then((loaded) => {
        // A request from before the plot was known to have changed tells nothing new.
        if (loaded.ok && !loaded.value.deleted && this.#recent.isLatest(key, loading)) {
          this.#tellOfChange(uri, loaded.value.modified);
        }
        return loaded;
      });
      return loading;
    });
  }

  async #fetch(uri: Uri): Promise<Outcome<LoadedPlot>> {
    const grid = parseGridUri(uri);
    const address = grid ?? parsePlotUri(uri);
    if (address === undefined) {
      return fail({
        code: "not-found",
        sentence: "This address names neither a plot nor a grid.",
        detail: uri.toString(),
      });
    }
    const connected = await this.#servers.connect(address.server);
    if (!connected.ok) return connected;
    const { client } = connected.value;
    return grid === undefined ? loadPlot(client, address.fid) : loadGrid(client, grid.fid);
  }

  /** Forgets a plot that has changed, so that the next call asks the server. */
  forget(uri: Uri): void {
    this.#recent.delete(uri.toString());
  }

  #tellOfChange(uri: Uri, modified: number): void {
    const key = uri.toString();
    const before = this.#lastModified.get(key);
    this.#lastModified.set(key, modified);
    if (before !== undefined && before !== modified) this.#changed.fire(uri);
  }
}

async function loadPlot(client: PlotsClient, fid: string): Promise<Outcome<LoadedPlot>> {
  const plot = await client.plots.get(fid);
  if (!plot.ok) return plot;
  const figure = plot.value.figure ? ok(plot.value.figure) : await contentOf(client, fid);
  if (!figure.ok) return figure;
  return ok({
    bytes: new TextEncoder().encode(`${JSON.stringify(figure.value, undefined, 2)}\n`),
    created: Date.parse(plot.value.creation_time ?? "") || 0,
    modified: Date.parse(plot.value.date_modified ?? "") || 0,
    deleted: plot.value.deleted === true,
  });
}

/** Asks for the figure of a plot whose server does not send it with the plot's name and dates. */
async function contentOf(client: PlotsClient, fid: string): Promise<Outcome<unknown>> {
  const content = await client.plots.content(fid);
  if (!content.ok) return content;
  try {
    return ok(JSON.parse(new TextDecoder().decode(content.value.bytes)));
  } catch (error) {
    const sentence = `The server's content of ${fid} is not JSON.`;
    return fail({ code: "not-json", sentence, detail: String(error) });
  }
}

async function loadGrid(client: PlotsClient, fid: string): Promise<Outcome<LoadedPlot>> {
  const [grid, content] = await Promise.all([client.grids.get(fid), client.grids.content(fid)]);
  if (!grid.ok) return grid;
  if (!content.ok) return content;
  const modified = Date.parse(grid.value.date_modified ?? "") || 0;
  return ok({
    bytes: new TextEncoder().encode(formatGrid(content.value)),
    created: modified,
    modified,
    deleted: false,
  });
}
