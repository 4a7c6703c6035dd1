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

/** Open plots and previews follow what happens on the server. */
export function followNews(parts: LiveDocumentsParts): Disposable {
  // One after the other: what an earlier round read must not come after a later one.
  const turns = new InTurn();
  return parts.news.onDidTell((news) => {
    turns
      .do(() => new Following(parts, news).run())
      .catch((error: unknown) => parts.log.error("Open plots could not follow what happened on the server.", error));
  });
}

/** One round of news. */
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
    // A grid that was removed is mostly about to be replaced, as Plotly's Python client does; the drawing waits for that.
    const changed = this.#fids("grid", "changed");
    if (changed.size > 0) {
      await Promise.all(
        [...previews.open].map(async (preview) => {
          if (this.#isOfServer(preview) && (await preview.refersTo(changed)))
            preview.redraw(redrawn("its data changed"));
        }),
      );
    }
    // One plot that could not be followed keeps no other from it.
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
    // As they are when it is told: some may be closed or opened while the server is asked.
    const shown = () => [...previews.open].filter(({ source }) => source.uri.toString() === uri.toString());
    loader.forget(uri);
    const loaded = await loader.load(uri);
    if (!loaded.ok) {
      if (loaded.error.code !== "not-found") return;
      files.tell(uri, FileChangeType.Deleted);
      for (const preview of shown()) preview.lose("This plot was deleted for good.");
      return;
    }
    if (loaded.value.deleted) {
      for (const preview of shown()) preview.lose("This plot was moved to the trash.");
      return;
    }
    const differs = new TextDecoder().decode(loaded.value.bytes) !== document.getText();
    for (const preview of shown()) {
      // The text that comes draws it; where it is the same, only a plot that is back needs to be.
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

  /** A figure file's grids are looked for on the preferred server. */
  #isOfServer({ source }: Preview): boolean {
    const address = parsePlotUri(source.uri);
    return (address?.server ?? this.#parts.servers.preferredServer()?.id) === this.#news.server;
  }
}

/** "Redrawn at 14:32:05: the plot was overwritten". */
function redrawn(why: string): string {
  return `Redrawn at ${new Date().toLocaleTimeString("en-GB")}: ${why}`;
}
