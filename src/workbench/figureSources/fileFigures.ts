import { type Disposable, EventEmitter, type Uri } from "vscode";
import type { Outline } from "../../figure/text/outline/outline.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { textDocumentLimit } from "../editing/textDocumentLimit.ts";
import type { LocalFiles } from "../fileParts/localFiles.ts";
import type { ViewedFiles } from "../figures/viewedFiles.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { FileFigure } from "./fileFigure.ts";
import { HiddenFigures } from "./hiddenFigures.ts";

/** The figures that are looked at from their files. */
export class FileFigures implements ViewedFiles, Disposable {
  readonly #diagnostics: FigureDiagnostics;
  readonly #local: LocalFiles | undefined;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #open = new Map<string, FileFigure>();
  readonly #hidden = new HiddenFigures();

  readonly onDidChange = this.#changed.event;

  constructor(diagnostics: FigureDiagnostics, local?: LocalFiles) {
    this.#diagnostics = diagnostics;
    this.#local = local;
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Makes the figure of a file, and reads it at once, since a view will ask for it. Who closes it disposes of it. */
  open(uri: Uri): FileFigure {
    const key = uri.toString();
    const closed = (): void => {
      if (this.#open.get(key) === figure) this.#open.delete(key);
      following.dispose();
      this.#changed.fire();
    };
    const figure = new FileFigure(uri, closed, this.#local, this.#hidden);
    const following = this.#diagnostics.follow(figure);
    this.#open.set(key, figure);
    figure.onDidScan(() => this.#changed.fire());
    figure.onDidChange(() => {
      // A view that is shown has it checked once it is drawn.
      if (!figure.isShown) void this.#diagnostics.checkFile(figure);
    });
    // Who asks is told why it cannot be read.
    figure.content().catch(() => undefined);
    return figure;
  }

  outlineOf(uri: Uri): Outline | undefined {
    const figure = this.#open.get(uri.toString());
    return (figure?.size ?? 0) > textDocumentLimit ? undefined : figure?.outline;
  }
}
