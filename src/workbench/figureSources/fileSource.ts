import { EventEmitter, type Uri } from "vscode";
import type { Check } from "../../figure/checks/check.ts";
import { formatPath } from "../../figure/model/path.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import type { Span } from "../../figure/model/span.ts";
import { type Outcome, ok } from "../../plotsApi/errors/result.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { GridCache } from "../grids/gridCache.ts";
import type { Drawing, FigureSource } from "./figureSource.ts";
import type { FileFigure } from "./fileFigure.ts";
import { referencedData } from "./referencedData.ts";
import { withoutColumns } from "./withoutColumns.ts";

/** One view of a file that is drawn from its bytes. */
export class FileSource implements FigureSource {
  readonly #figure: FileFigure;
  readonly #grids: GridCache;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #problemsChanged = this.#store.add(new EventEmitter<void>());

  readonly onDidChange = this.#changed.event;
  readonly onDidChangeProblems = this.#problemsChanged.event;
  readonly traceTypes = [];

  constructor(figure: FileFigure, grids: GridCache) {
    this.#figure = figure;
    this.#grids = grids;
    this.#store.add(figure.onDidChange(() => this.#changed.fire()));
    this.#store.add(figure.onDidChangeProblems(() => this.#problemsChanged.fire()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  get uri(): Uri {
    return this.#figure.uri;
  }

  get version(): number {
    return this.#figure.version;
  }

  async outline(): Promise<Outline> {
    return (await this.#figure.content()).outline;
  }

  check(): Check | "checking" | "off" {
    return this.#figure.check ?? "checking";
  }

  /** Commands work on text documents only. */
  readonly canEdit = false;

  placeOf({ start }: Span): string {
    const path = this.#figure.pathAt(start);
    return path.length === 0 ? `line ${this.lineOf(start)}` : formatPath(path);
  }

  lineOf(offset: number): number {
    return this.#figure.lineOf(offset);
  }

  async drawing(signal: AbortSignal): Promise<Outcome<Drawing>> {
    const { bytes, outline } = await this.#figure.content();
    const [referenced, sent] = await Promise.all([
      referencedData(outline, this.#grids),
      withoutColumns(bytes, outline, signal),
    ]);
    return ok({ ...sent, path: outline.within?.path, ...referenced });
  }
}
