import { type Disposable, FileChangeType, type LogOutputChannel, type TextDocument, type Uri, workspace } from "vscode";
import { plotScheme } from "../../manifest.ts";
import { InTurn } from "../tasks/inTurn.ts";
import type { Preview } from "../figureEditor/preview.ts";
import type { Previews } from "../figureEditor/previews.ts";
import type { PlotFileSystem } from "./plotFileSystem.ts";
import type { PlotLoader } from "./plotLoader.ts";
import { parseGridUri } from "../addresses/gridUri.ts";
import { parsePlotUri, type PlotAddress } from "../addresses/plotUri.ts";
import type { GridCache } from "../grids/gridCache.ts";
import type { Servers } from "../servers/servers.ts";
import type { News, NewsFeed } from "../servers/news.ts";

export interface LiveDocumentsParts {
  readonly news: NewsFeed;
  readonly servers: Servers;
  readonly grids: GridCache;
  readonly loader: PlotLoader;
  readonly files: PlotFileSystem;
  readonly previews: Previews;
  readonly log: LogOutputChannel;
}

/** Has open plots and previews follow what happens on the server. */
export function followNews(parts: LiveDocumentsParts): Disposable {
  // Rounds run one after the other, so that an earlier one does not overwrite what a later one read.
  const turns = new InTurn();
  return parts.news.onDidTell((news) => {
    turns
      .do(() => new Following(parts, news).run())
      .catch((error: unknown) => parts.log.error("Open plots could not follow what happened on the server.", error));
  });
}

/** Follows one round of news. */
class Following {
  readonly #parts: LiveDocumentsParts;
  readonly #news: News;

  constructor(parts: LiveDocumentsParts, news: News) {
    this.#parts = parts;
    this.#news = news;
  }

  async run(): Promise<void> {
    const { grids, previews } = this.#parts;
    if (!this.#news.complete || this.#news.changes.some(({ filetype }) => filetype === "grid")) grids.clear();
    const documents = workspace.textDocuments.filter(({ uri }) => uri.scheme === plotScheme);
    for (const { uri } of documents) if (this.#concerns(parseGridUri(uri))) this.#followGrid(uri);
    const plots = documents.filter(({ uri }) => this.#concerns(parsePlotUri(uri)));
    const followed = await Promise.allSettled(plots.map((document) => this.#followPlot(document)));
    // A removed grid is mostly about to be replaced, as Plotly's Python client does it, so the drawing waits for the new one.
    const changed = this.#fids("grid", "changed");
    if (changed.size > 0) {
      await Promise.all(
        [...previews.open].map(async (preview) => {
          if (this.#isOfServer(preview) && (await preview.refersTo(changed)))
            preview.redraw(redrawn("its data changed"));
        }),
      );
    }
    // A plot that cannot be followed must not keep the others from it.
    for (const each of followed) if (each.status === "rejected") throw each.reason;
  }

  #followGrid(uri: Uri): void {
    const { loader, files } = this.#parts;
    loader.forget(uri);
    const gone = this.#fids("grid", "removed").has(parseGridUri(uri)?.fid ?? "");
    files.tell(uri, gone ? FileChangeType.Deleted : FileChangeType.Changed);
  }

  async #followPlot(document: TextDocument): Promise<void> {
    const { uri } = document;
    const { loader, files, previews } = this.#parts;
    // Look them up when telling: some may be closed or opened while the server is asked.
    const shown = () => [...previews.open].filter(({ source }) => source.uri.toString() === uri.toString());
    loader.forget(uri);
    const loaded = await loader.load(uri);
    if (!loaded.ok) {
      if (loaded.error.code !== "not-found") return;
      files.tell(uri, FileChangeType.Deleted);
      for (const preview of shown()) preview.lose("This plot was deleted permanently.");
      return;
    }
    if (loaded.value.deleted) {
      for (const preview of shown()) preview.lose("This plot was moved to the trash.");
      return;
    }
    const differs = new TextDecoder().decode(loaded.value.bytes) !== document.getText();
    for (const preview of shown()) {
      // A new text draws itself. Where the text is the same, only a plot that came back is drawn again.
      if (differs) preview.expect(redrawn("the plot was overwritten"));
      else if (preview.lost) preview.redraw(redrawn("the plot is back"));
    }
    files.tell(uri, FileChangeType.Changed);
  }

  #concerns(address: PlotAddress | undefined): boolean {
    if (address?.server !== this.#news.server) return false;
    return !this.#news.complete || this.#news.changes.some(({ fid }) => fid === address.fid);
  }

  #fids(filetype: string, kind: string): ReadonlySet<string> {
    return new Set(
      this.#news.changes.filter((change) => change.filetype === filetype && change.kind === kind).map(({ fid }) => fid),
    );
  }

  /** The server of a figure's grids. Those of a figure file are on the preferred one. */
  #isOfServer({ source }: Preview): boolean {
    const address = parsePlotUri(source.uri);
    return (address?.server ?? this.#parts.servers.preferredServer()?.id) === this.#news.server;
  }
}

/** "Redrawn at 14:32:05: the plot was overwritten". */
function redrawn(why: string): string {
  return `Redrawn at ${new Date().toLocaleTimeString("en-GB")}: ${why}`;
}
