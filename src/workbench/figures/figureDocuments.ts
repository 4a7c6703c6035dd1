import { type Disposable, EventEmitter, type TextDocument, type Uri, workspace } from "vscode";
import { figureFilePattern } from "../../manifest.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { isForeign } from "./mayBeFigure.ts";
import { readSetting } from "../settings.ts";

/** Knows which open documents are figures, and tells when one of them has come to rest after typing. */
export class FigureDocuments implements Disposable {
  readonly #store = new DisposableStore();
  readonly #settled = this.#store.add(new EventEmitter<TextDocument>());
  readonly #closed = this.#store.add(new EventEmitter<Uri>());
  readonly #waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  readonly #adopted = new Map<string, number>();

  /** Fires when a figure was opened, and when nothing was typed in one for the delay of the settings. */
  readonly onDidSettle = this.#settled.event;
  readonly onDidClose = this.#closed.event;

  constructor() {
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.#settle(document)));
    this.#store.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.isFigure(document)) this.#wait(document);
      }),
    );
    this.#store.add(
      workspace.onDidCloseTextDocument((document) => {
        this.#forget(document);
        this.#closed.fire(document.uri);
      }),
    );
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#store.dispose();
  }

  isFigure(document: TextDocument): boolean {
    if (isForeign(document)) return false;
    // The documents of plots have such names too; those of grids do not.
    return figureFilePattern.test(document.uri.path) || this.#adopted.has(document.uri.toString());
  }

  /** The figures that are open now. */
  open(): TextDocument[] {
    return workspace.textDocuments.filter((document) => this.isFigure(document));
  }

  /** Treats what is at this address as a figure, whatever its name, until the result is disposed. */
  adopt(uri: Uri): Disposable {
    const key = uri.toString();
    this.#adopted.set(key, (this.#adopted.get(key) ?? 0) + 1);
    const document = openDocument(uri);
    if (document !== undefined) this.#settle(document);
    let held = true;
    return {
      dispose: () => {
        if (!held) return;
        held = false;
        const left = (this.#adopted.get(key) ?? 1) - 1;
        if (left > 0) {
          this.#adopted.set(key, left);
          return;
        }
        this.#adopted.delete(key);
        const now = openDocument(uri);
        if (now !== undefined && !this.isFigure(now)) this.#closed.fire(uri);
      },
    };
  }

  /** Treats what was changed as come to rest: nobody is typing. */
  settleNow(document: TextDocument): void {
    if (!this.#waiting.has(document)) return;
    this.#forget(document);
    this.#settle(document);
  }

  #wait(document: TextDocument): void {
    this.#forget(document);
    this.#waiting.set(
      document,
      setTimeout(
        () => {
          this.#waiting.delete(document);
          this.#settle(document);
        },
        readSetting("preview.delay", document.uri),
      ),
    );
  }

  #settle(document: TextDocument): void {
    if (!document.isClosed && this.isFigure(document)) this.#settled.fire(document);
  }

  #forget(document: TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
  }
}

/** The text document of a file, where one is open, in an editor or without. */
export function openDocument(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === key);
}
