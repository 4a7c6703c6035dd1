import { commands, type Disposable, type Memento, type TextDocument, Uri, window, workspace } from "vscode";
import { commands as commandIds, contextKeys, figureFilePattern, markedFigures } from "../../manifest.ts";
import { activeUri } from "../editing/activeUri.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { FigureDocuments } from "./figureDocuments.ts";

/** The key of the marks in the workspace's state. */
const key = markedFigures;

/** This many marks are kept; the oldest go first. */
const MOST_MARKS = 500;

/** A document without a file. The next session may give its name to another one. */
const isPassing = (uri: string): boolean => uri.startsWith("untitled:");

/**
 * Knows the JSON files that the person treats as figures, whatever their name, and remembers them with the workspace. A
 * mark goes with a file that is renamed, moved or saved under another name. That of a text without a file ends with it.
 */
export class FigureMarks implements Disposable {
  readonly #documents: FigureDocuments;
  readonly #memory: Memento;
  readonly #store = new DisposableStore();
  readonly #adopted = new Map<string, Disposable>();
  /** The marks of texts without a file, which are not remembered. */
  readonly #passing = new Set<string>();

  constructor(documents: FigureDocuments, memory: Memento) {
    this.#documents = documents;
    this.#memory = memory;
    this.#store.add(commands.registerCommand(commandIds.treatAsFigure, (uri?: Uri) => this.mark(uri ?? activeUri())));
    this.#store.add(commands.registerCommand(commandIds.treatAsJson, (uri?: Uri) => this.unmark(uri ?? activeUri())));
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.#adopt(document)));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#closed(uri)));
    this.#store.add(workspace.onDidSaveTextDocument((document) => void this.#saved(document)));
    this.#store.add(workspace.onDidRenameFiles(({ files }) => void this.#renamed(files)));
    this.#store.add(window.tabGroups.onDidChangeTabs(() => void this.#tell()));
    this.#store.add(window.onDidChangeActiveTextEditor(() => void this.#tell()));
    for (const document of workspace.textDocuments) this.#adopt(document);
    void this.#tell();
  }

  dispose(): void {
    this.#store.dispose();
    for (const adopted of this.#adopted.values()) adopted.dispose();
    this.#adopted.clear();
  }

  async mark(uri: Uri | undefined): Promise<void> {
    if (uri === undefined || figureFilePattern.test(uri.path)) return;
    const mark = uri.toString();
    if (isPassing(mark)) this.#passing.add(mark);
    else await this.#keep([...this.#kept().filter((each) => each !== mark), mark].slice(-MOST_MARKS));
    await this.#follow();
  }

  async unmark(uri: Uri | undefined): Promise<void> {
    if (uri === undefined) return;
    this.#passing.delete(uri.toString());
    await this.#keep(this.#kept().filter((each) => each !== uri.toString()));
    this.#release(uri);
    await this.#follow();
  }

  #kept(): readonly string[] {
    const marks = this.#memory.get<unknown>(key);
    return Array.isArray(marks) ? marks.filter((each) => typeof each === "string" && !isPassing(each)) : [];
  }

  async #keep(marks: readonly string[]): Promise<void> {
    await this.#memory.update(key, marks);
  }

  #isMarked(uri: Uri): boolean {
    return this.#passing.has(uri.toString()) || this.#kept().includes(uri.toString());
  }

  /** Keeps the marks, and tells that they have changed. */
  async #follow(): Promise<void> {
    if (this.#store.disposed) return;
    for (const document of workspace.textDocuments) this.#adopt(document);
    await this.#tell();
  }

  #closed(uri: Uri): void {
    this.#passing.delete(uri.toString());
    this.#release(uri);
  }

  /** Has the mark follow a file that is saved under another name. VS Code does not tell the name, so we look for the same text. */
  async #saved(document: TextDocument): Promise<void> {
    if (this.#adopted.size === 0 || figureFilePattern.test(document.uri.path) || this.#isMarked(document.uri)) return;
    const isCopy = (other: TextDocument) =>
      other !== document &&
      this.#adopted.has(other.uri.toString()) &&
      other.lineCount === document.lineCount &&
      other.getText() === document.getText();
    if (workspace.textDocuments.some(isCopy)) await this.mark(document.uri);
  }

  /** Has the marks follow a file or a folder that was renamed. */
  async #renamed(files: readonly { readonly oldUri: Uri; readonly newUri: Uri }[]): Promise<void> {
    const marks = this.#kept();
    const moved = marks.map((mark) => files.reduce((uri, { oldUri, newUri }) => movedWith(uri, oldUri, newUri), mark));
    if (moved.every((mark, index) => mark === marks[index])) return;
    await this.#keep([...new Set(moved)]);
    for (const mark of marks) if (!moved.includes(mark)) this.#release(Uri.parse(mark));
    await this.#follow();
  }

  #adopt(document: TextDocument): void {
    const uri = document.uri.toString();
    if (this.#adopted.has(uri) || !this.#isMarked(document.uri)) return;
    this.#adopted.set(uri, this.#documents.adopt(document.uri));
  }

  #release(uri: Uri): void {
    this.#adopted.get(uri.toString())?.dispose();
    this.#adopted.delete(uri.toString());
  }

  /** Sets the context key that tells the menus whether the active file is marked. */
  async #tell(): Promise<void> {
    const uri = activeUri();
    const marked = uri !== undefined && this.#isMarked(uri);
    await commands.executeCommand("setContext", contextKeys.isMarked, marked);
  }
}

/** The address of a file after `from` became `to`. The file may be `from` itself or lie in it. */
function movedWith(file: string, from: Uri, to: Uri): string {
  const before = from.toString();
  return file === before || file.startsWith(`${before}/`) ? to.toString() + file.slice(before.length) : file;
}
