import { commands, type Disposable, EventEmitter, type TextDocument, window, workspace } from "vscode";
import { looksLikeFigure } from "../../figure/checks/recognize.ts";
import { contextKeys } from "../../manifest.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { FigureDocuments } from "./figureDocuments.ts";
import { isJson, mayBeFigure } from "./mayBeFigure.ts";
import type { Outlines } from "./outlines.ts";

/** A text is looked at again this many milliseconds after the last keystroke. */
const PAUSE = 500;

interface Known {
  readonly version: number;
  readonly isLike: boolean;
}

/** Finds JSON files that are figures by what they hold, whatever their name. Such a file is only offered a preview. */
export class Recognition implements Disposable {
  readonly #documents: FigureDocuments;
  readonly #outlines: Outlines;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<TextDocument>());
  readonly #known = new WeakMap<TextDocument, Known>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told: boolean | undefined;

  /** Fires when a document is recognized, or is not any more. */
  readonly onDidChange = this.#changed.event;

  constructor(documents: FigureDocuments, outlines: Outlines) {
    this.#documents = documents;
    this.#outlines = outlines;
    this.#store.add(window.onDidChangeActiveTextEditor(() => void this.#tell()));
    this.#store.add(documents.onDidSettle(() => void this.#tell()));
    this.#store.add(documents.onDidClose(() => void this.#tell()));
    this.#store.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== window.activeTextEditor?.document || !isJson(document)) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#tell(), PAUSE);
      }),
    );
    void this.#tell();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  /** Whether the text is that of a figure. It is looked at once a version, without blocking the extension host. */
  async looksLike(document: TextDocument): Promise<boolean> {
    if (!isOwnFile(document) || !mayBeFigure(document)) return false;
    const known = this.#known.get(document);
    if (known?.version === document.version) return known.isLike;
    const outline = await this.#outlines.ready(document);
    const isLike = looksLikeFigure(outline);
    this.#known.set(document, { version: document.version, isLike });
    if (isLike !== (known?.isLike ?? false) && !this.#store.disposed) this.#changed.fire(document);
    return isLike;
  }

  /** Sets the context key that says whether the active text is a figure, by its name, its mark or what it holds. */
  async #tell(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const isFigure =
      document !== undefined &&
      (this.#documents.isFigure(document) || (await this.looksLike(document).catch(() => false)));
    // Another text may be active by now; its own call tells of it.
    if (this.#store.disposed || window.activeTextEditor?.document !== document || isFigure === this.#told) return;
    this.#told = isFigure;
    await commands.executeCommand("setContext", contextKeys.isFigure, isFigure);
  }
}

function isOwnFile({ uri: { scheme } }: TextDocument): boolean {
  return scheme === "file" || scheme === "untitled" || scheme === "vscode-remote" || scheme === "vscode-vfs";
}
