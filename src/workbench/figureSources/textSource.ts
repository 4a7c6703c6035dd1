import { EventEmitter, type Range, type TextDocument, type Uri } from "vscode";
import type { Check } from "../../figure/checks/check.ts";
import { KeptColumns } from "../../figure/data/split/keptColumns.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import type { Span } from "../../figure/model/span.ts";
import { type Outcome, fail, ok } from "../../plotsApi/errors/result.ts";
import { plotScheme } from "../../manifest.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { FigureDocuments } from "../figures/figureDocuments.ts";
import type { Outlines } from "../figures/outlines.ts";
import { toRange } from "../editing/ranges.ts";
import { parsePlotUri } from "../addresses/plotUri.ts";
import type { GridCache } from "../grids/gridCache.ts";
import type { Servers } from "../servers/servers.ts";
import type { Drawing, FigureSource } from "./figureSource.ts";
import { referencedData } from "./referencedData.ts";
import { toldPlace } from "./toldPlace.ts";
import { scannedWithoutColumns, withoutColumns } from "./withoutColumns.ts";

export interface TextSourceParts {
  readonly documents: FigureDocuments;
  readonly outlines: Outlines;
  readonly diagnostics: FigureDiagnostics;
  readonly grids: GridCache;
  readonly servers: Servers;
}

/** A figure in a text document: a file on disk, an untitled one, or a plot of a server. */
export class TextSource implements FigureSource {
  readonly #document: TextDocument;
  readonly #parts: TextSourceParts;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #problemsChanged = this.#store.add(new EventEmitter<void>());
  readonly #columns = new KeptColumns();

  readonly onDidChange = this.#changed.event;
  readonly onDidChangeProblems = this.#problemsChanged.event;

  constructor(document: TextDocument, parts: TextSourceParts) {
    this.#document = document;
    this.#parts = parts;
    this.#store.add(parts.documents.adopt(document.uri));
    this.#store.add(
      parts.documents.onDidSettle((settled) => {
        if (settled === document) this.#changed.fire();
      }),
    );
    this.#store.add(
      parts.diagnostics.onDidChange((uri) => {
        if (uri.toString() === document.uri.toString()) this.#problemsChanged.fire();
      }),
    );
  }

  get uri(): Uri {
    return this.#document.uri;
  }

  get version(): number {
    return this.#document.version;
  }

  get traceTypes(): readonly string[] {
    return this.#parts.outlines.known(this.#document)?.traces.map(({ drawnAs }) => drawnAs) ?? [];
  }

  dispose(): void {
    this.#columns.forget();
    this.#store.dispose();
  }

  /** The columns of a figure that nobody sees take memory for nothing. */
  show(isShown: boolean): void {
    if (!isShown) this.#columns.forget();
  }

  outline(): Promise<Outline> {
    return this.#parts.outlines.ready(this.#document);
  }

  check(): Check | "checking" | "off" {
    const { diagnostics } = this.#parts;
    if (!diagnostics.isChecked(this.#document)) return "off";
    return diagnostics.checkOf(this.uri) ?? "checking";
  }

  readonly isText = true;

  get canEdit(): boolean {
    return this.uri.scheme !== plotScheme;
  }

  placeOf({ start }: Span): string {
    const { line } = this.#document.positionAt(start);
    const { outlines } = this.#parts;
    return toldPlace(start, line, this.#document.lineAt(line).text.length, () => {
      const outline = outlines.known(this.#document);
      return outline && { outline, structure: outlines.structure(this.#document) };
    });
  }

  lineOf(offset: number): number {
    return this.#document.positionAt(offset).line + 1;
  }

  rangeOf(span: Span): Range {
    return toRange(this.#document, span);
  }

  async drawing(signal: AbortSignal): Promise<Outcome<Drawing>> {
    if (this.uri.scheme === plotScheme) return this.#plot(signal);
    const outline = await this.#parts.outlines.ready(this.#document);
    const text = this.#parts.outlines.text(this.#document);
    const [referenced, sent] = await Promise.all([
      referencedData(outline, this.#parts.grids),
      withoutColumns(text, outline, signal, this.#columns),
    ]);
    return ok({ ...sent, path: outline.within?.path, ...referenced });
  }

  /** Asks a plot's server for the figure with the columns already in it, so that one request is enough. */
  async #plot(signal: AbortSignal): Promise<Outcome<Drawing>> {
    const address = parsePlotUri(this.uri);
    if (address === undefined) {
      const sentence = "This address names no plot.";
      return fail({ code: "not-found", sentence, detail: this.uri.toString() });
    }
    const connected = await this.#parts.servers.connect(address.server);
    if (!connected.ok) return connected;
    const content = await connected.value.client.plots.content(address.fid, { inlineData: true }, signal);
    if (!content.ok) return content;
    const sent = await scannedWithoutColumns(content.value.bytes, signal);
    return ok({ ...sent, grids: undefined, notice: undefined });
  }
}
