import { commands, type Disposable, type Memento, type TextDocument, Uri, window, workspace } from "vscode";
import { commands as commandIds, contextKeys, figureFilePattern, markedFigures } from "../../manifest.ts";
import { activeUri } from "../editing/activeUri.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { FigureDocuments } from "./figureDocuments.ts";

/** Where the marks are kept, in the workspace's own state. */
const key = markedFigures;

/** More marks than this are not kept; the oldest go. */
const MOST_MARKS = 500;

/** Such a name is another document's in the next session. */
const isPassing = (uri: string): boolean => uri.startsWith("untitled:");

/**
 * JSON files that the person said are figures, whatever they are called; remembered with the workspace. The mark goes
 * with a file that is renamed, moved or saved under another name; that of a text without a file ends with it.
 */
export class FigureMarks implements Disposable {
  readonly #documents: FigureDocuments;
  readonly #memory: Memento;
  readonly #store = new DisposableStore();
  readonly #adopted = new Map<string, Disposable>();
  /** Marks of texts without a file, which nobody remembers. */
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

  /** Marks are others now. */
  async #follow(): Promise<void> {
    if (this.#store.disposed) return;
    for (const document of workspace.textDocuments) this.#adopt(document);
    await this.#tell();
  }

  #closed(uri: Uri): void {
    this.#passing.delete(uri.toString());
    this.#release(uri);
  }

  /** VS Code does not say what a file was saved as; the text beside it that is the same, letter by letter, is it. */
  async #saved(document: TextDocument): Promise<void> {
    if (this.#adopted.size === 0 || figureFilePattern.test(document.uri.path) || this.#isMarked(document.uri)) return;
    const isCopy = (other: TextDocument) =>
      other !== document &&
      this.#adopted.has(other.uri.toString()) &&
      other.lineCount === document.lineCount &&
      other.getText() === document.getText();
    if (workspace.textDocuments.some(isCopy)) await this.mark(document.uri);
  }

  /** A folder takes the marks of what is in it along. */
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
    this.#adopted.set(uri, this.#documents.adopt(document));
  }

  #release(uri: Uri): void {
    this.#adopted.get(uri.toString())?.dispose();
    this.#adopted.delete(uri.toString());
  }

  /** Says in a context key whether the active file is marked, for the menus. */
  async #tell(): Promise<void> {
    const uri = activeUri();
    const marked = uri !== undefined && this.#isMarked(uri);
    await commands.executeCommand("setContext", contextKeys.isMarked, marked);
  }
}

/** Where a file is after `from` became `to`, which it may be itself or lie in. */
function movedWith(file: string, from: Uri, to: Uri): string {
  const before = from.toString();
  return file === before || file.startsWith(`${before}/`) ? to.toString() + file.slice(before.length) : file;
}
