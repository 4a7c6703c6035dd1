import { EventEmitter, type Range, type TextDocument, type Uri, workspace } from "vscode";
import type { Check } from "../../figure/checks/check.ts";
import type { Span } from "../../figure/model/span.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import type { Outcome } from "../../plotsApi/errors/result.ts";
import { openDocument } from "../figures/figureDocuments.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { BytesSource } from "./bytesSource.ts";
import type { FileFigure } from "./fileFigure.ts";
import type { FilePartPlace } from "../diagnostics/checkedFile.ts";
import type { Drawing, FigureSource } from "./figureSource.ts";
import { TextSource, type TextSourceParts } from "./textSource.ts";

/** A text document of the file, which the view follows while it is open. */
interface Followed {
  readonly document: TextDocument;
  readonly source: TextSource;
  /** The version that the page was told to draw, or that is drawn already. */
  drawn: number | undefined;
  /** The last version that is what the file holds. */
  saved: number | undefined;
}

/**
 * One view of a figure in a file. It is drawn from the file's bytes, and follows the text document of that file while
 * one is open, since that is what people then see and change.
 */
export class FileSource implements FigureSource {
  readonly #figure: FileFigure;
  readonly #parts: TextSourceParts;
  readonly #bytes: BytesSource;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #problemsChanged = this.#store.add(new EventEmitter<void>());
  #text: Followed | undefined;
  #decoding: PromiseLike<void> | undefined;
  #isShown = false;
  #isGone = false;
  #version = 1;

  readonly onDidChange = this.#changed.event;
  readonly onDidProgress;
  readonly onDidChangeProblems = this.#problemsChanged.event;

  constructor(figure: FileFigure, parts: TextSourceParts) {
    this.#figure = figure;
    this.onDidProgress = figure.onDidProgress;
    this.#parts = parts;
    this.#bytes = this.#store.add(new BytesSource(figure, parts.grids, parts.diagnostics));
    this.#store.add(parts.documents.adopt(figure.uri));
    const key = figure.uri.toString();
    const isOurs = ({ uri }: TextDocument): boolean => uri.toString() === key;
    this.#store.add(
      workspace.onDidOpenTextDocument((document) => {
        if (isOurs(document)) this.#follow(document);
      }),
    );
    this.#store.add(
      workspace.onDidSaveTextDocument((document) => {
        if (this.#text?.document === document) this.#text.saved = document.version;
      }),
    );
    this.#store.add(
      workspace.onDidCloseTextDocument((document) => {
        // A document whose language is changed is closed and opened again at once.
        if (isOurs(document)) queueMicrotask(() => this.#leave(document));
      }),
    );
    this.#store.add(this.#bytes.onDidChange(() => this.#changedOnDisk()));
    this.#store.add(figure.onDidNeedText(() => void this.#decode()));
    this.#store.add(
      this.#bytes.onDidChangeProblems(() => {
        if (this.#text === undefined) this.#problemsChanged.fire();
      }),
    );
    const document = openDocument(figure.uri);
    if (document !== undefined) this.#follow(document);
  }

  dispose(): void {
    this.#store.dispose();
    this.#text?.source.dispose();
  }

  get #now(): FigureSource {
    return this.#text?.source ?? this.#bytes;
  }

  get uri(): Uri {
    return this.#figure.uri;
  }

  get version(): number {
    return this.#version;
  }

  get traceTypes(): readonly string[] {
    return this.#now.traceTypes;
  }

  get lost(): string | undefined {
    // What was typed is there without the file.
    return this.#text?.document.isDirty === true ? undefined : this.#bytes.lost;
  }

  readonly isText = false;

  get canEdit(): boolean {
    return this.#now.canEdit;
  }

  async outline(): Promise<Outline> {
    if (this.#text !== undefined) return this.#text.source.outline();
    // A file that turns out to need its text is read anew as that.
    if (!this.#figure.needsText) await this.#bytes.outline();
    if (this.#figure.needsText) await this.#decode();
    return this.#now.outline();
  }

  check(): Check | "checking" | "off" {
    return this.#now.check();
  }

  placeOf(span: Span): string {
    return this.#now.placeOf(span);
  }

  lineOf(offset: number): number {
    return this.#now.lineOf(offset);
  }

  partOf(span: Span): FilePartPlace | undefined {
    return this.#text === undefined ? this.#bytes.partOf(span) : undefined;
  }

  rangeOf(span: Span): Range | undefined {
    return this.#now.rangeOf(span);
  }

  drawing(signal: AbortSignal): Promise<Outcome<Drawing>> {
    return this.#now.drawing(signal);
  }

  stop(): void {
    this.#bytes.stop();
  }

  seen(): void {
    if (this.#text === undefined) this.#bytes.seen();
    else this.#figure.seen();
  }

  show(isShown: boolean): void {
    this.#isShown = isShown;
    this.#bytes.show(isShown && this.#text === undefined);
    this.#text?.source.show(isShown);
  }

  /** Follows a document from now on. What it holds as it is opened, unchanged, is what is drawn already. */
  #follow(document: TextDocument): void {
    if (this.#text?.document === document || this.#store.disposed) return;
    this.#text?.source.dispose();
    const source = new TextSource(document, this.#parts);
    const isSame = !document.isDirty && this.#isDrawn(document);
    const followed: Followed = { document, source, drawn: isSame ? document.version : undefined, saved: undefined };
    if (!document.isDirty) followed.saved = document.version;
    this.#text = followed;
    this.#bytes.show(false);
    source.onDidChange(() => {
      if (this.#text !== followed) return;
      if (!document.isDirty) followed.saved = document.version;
      // A document settles as it is opened, too.
      if (document.version !== followed.drawn) this.#changeTo(followed);
    });
    source.onDidChangeProblems(() => {
      if (this.#text === followed) this.#problemsChanged.fire();
    });
    if (!isSame) this.#changeTo(followed);
  }

  /** Goes back to the file's bytes, unless nobody but VS Code can decode them. */
  #leave(document: TextDocument): void {
    const text = this.#text;
    if (text?.document !== document || !document.isClosed || this.#figure.needsText || this.#store.disposed) return;
    text.source.dispose();
    this.#text = undefined;
    this.#bytes.show(this.#isShown);
    // What was typed and not saved is gone.
    if (text.saved !== document.version) this.#change();
  }

  #changedOnDisk(): void {
    const wasGone = this.#isGone;
    this.#isGone = this.#figure.isGone;
    if (this.#text?.document.isClosed === false) {
      // VS Code itself has the document follow the file. It says nothing of one that is gone.
      if (this.#isGone !== wasGone) this.#change();
      return;
    }
    this.#text?.source.dispose();
    this.#text = undefined;
    this.#change();
  }

  /** Has VS Code decode what is no UTF-8. A file that is no text at all stays what it is. */
  async #decode(): Promise<void> {
    if (this.#text !== undefined) return;
    this.#decoding ??= workspace
      .openTextDocument(this.uri)
      .then(
        (document) => this.#follow(document),
        () => undefined,
      )
      .then(() => {
        this.#decoding = undefined;
      });
    await this.#decoding;
  }

  /** Whether what is drawn of the file's bytes is what the document holds, as far as that shows at once. */
  #isDrawn(document: TextDocument): boolean {
    const { outline, needsText } = this.#figure;
    if (outline === undefined || needsText) return false;
    const length = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
    // A byte order mark is no part of a document.
    return length === outline.length || length === outline.length - 1;
  }

  #changeTo(followed: Followed): void {
    followed.drawn = followed.document.version;
    this.#change();
  }

  #change(): void {
    this.#version++;
    this.#changed.fire();
  }
}
