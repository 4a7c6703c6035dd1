import { EventEmitter, type Range, type Uri } from "vscode";
import type { Check } from "../../figure/checks/check.ts";
import type { Span } from "../../figure/model/span.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { type Outcome, ok } from "../../plotsApi/errors/result.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { textDocumentLimit } from "../editing/textDocumentLimit.ts";
import type { GridCache } from "../grids/gridCache.ts";
import { readSetting } from "../settings.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { FileFigure } from "./fileFigure.ts";
import type { FilePartPlace } from "../diagnostics/checkedFile.ts";
import type { Drawing, FigureSource } from "./figureSource.ts";
import { referencedData } from "./referencedData.ts";
import { withoutColumns } from "./withoutColumns.ts";

/** One view of a file that is drawn from its bytes. */
export class BytesSource implements FigureSource {
  readonly #figure: FileFigure;
  readonly #grids: GridCache;
  readonly #diagnostics: FigureDiagnostics;
  readonly #store = new DisposableStore();
  readonly #problemsChanged = this.#store.add(new EventEmitter<void>());

  readonly onDidChange;
  readonly onDidProgress;
  readonly onDidChangeProblems = this.#problemsChanged.event;

  constructor(figure: FileFigure, grids: GridCache, diagnostics: FigureDiagnostics) {
    this.#figure = figure;
    this.#grids = grids;
    this.#diagnostics = diagnostics;
    this.onDidChange = figure.onDidChange;
    this.onDidProgress = figure.onDidProgress;
    const key = figure.uri.toString();
    this.#store.add(
      diagnostics.onDidChange((uri) => {
        if (uri.toString() === key) this.#problemsChanged.fire();
      }),
    );
  }

  dispose(): void {
    this.show(false);
    this.#store.dispose();
  }

  get uri(): Uri {
    return this.#figure.uri;
  }

  get version(): number {
    return this.#figure.version;
  }

  get traceTypes(): readonly string[] {
    return this.#figure.outline?.traces.map(({ drawnAs }) => drawnAs) ?? [];
  }

  get lost(): string | undefined {
    return this.#figure.isGone ? "This file was deleted." : undefined;
  }

  async outline(): Promise<Outline> {
    return this.#figure.outline ?? (await this.#figure.content()).outline;
  }

  check(): Check | "checking" | "off" {
    if (!readSetting("diagnostics.enabled", this.uri)) return "off";
    return this.#diagnostics.checkOf(this.uri) ?? "checking";
  }

  /** Commands work on the text document, which no larger file has. */
  readonly isText = false;

  get canEdit(): boolean {
    return (this.#figure.size ?? 0) <= textDocumentLimit;
  }

  placeOf(span: Span): string {
    return this.#figure.places?.placeOf(span) ?? "";
  }

  lineOf(offset: number): number {
    return this.#figure.places?.lineOf(offset) ?? 1;
  }

  partOf(span: Span): FilePartPlace | undefined {
    return this.#figure.places?.partOf?.(span);
  }

  rangeOf(span: Span): Range | undefined {
    return this.#figure.places?.rangeOf(span);
  }

  async drawing(signal: AbortSignal): Promise<Outcome<Drawing>> {
    const { bytes, outline, columns } = await this.#figure.content();
    const [referenced, sent] = await Promise.all([
      referencedData(outline, this.#grids),
      columns === undefined ? withoutColumns(bytes, outline, signal) : { figure: bytes, columns },
    ]);
    return ok({ ...sent, path: outline.within?.path, ...referenced });
  }

  stop(): void {
    this.#figure.stop();
  }

  seen(): void {
    if (this.#figure.seen()) void this.#diagnostics.checkFile(this.#figure);
  }

  show(isShown: boolean): void {
    this.#figure.show(this, isShown);
  }
}
