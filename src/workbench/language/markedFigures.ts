import { commands, type Disposable, type Memento, type TextDocument, type Uri, window, workspace } from "vscode";
import { commands as commandIds, contextKeys, figureFilePattern } from "../../manifest.ts";
import { activeUri } from "../activeUri.ts";
import { DisposableStore } from "../disposable.ts";
import type { FigureDocuments } from "../figureDocuments.ts";

/** Where the marks are kept, in the workspace's own state. */
const key = "plots.markedFigures";

/** More marks than this are not kept; the oldest go. */
const MOST_MARKS = 500;

/** JSON files that the person said are figures, whatever they are called; remembered with the workspace. */
export class MarkedFigures implements Disposable {
  readonly #documents: FigureDocuments;
  readonly #memory: Memento;
  readonly #store = new DisposableStore();
  readonly #adopted = new Map<string, Disposable>();

  constructor(documents: FigureDocuments, memory: Memento) {
    this.#documents = documents;
    this.#memory = memory;
    this.#store.add(commands.registerCommand(commandIds.treatAsFigure, (uri?: Uri) => this.mark(uri ?? activeUri())));
    this.#store.add(commands.registerCommand(commandIds.treatAsJson, (uri?: Uri) => this.unmark(uri ?? activeUri())));
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.#adopt(document)));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#release(uri)));
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
    const marks = this.#marks().filter((each) => each !== uri.toString());
    await this.#memory.update(key, [...marks, uri.toString()].slice(-MOST_MARKS));
    for (const document of workspace.textDocuments) this.#adopt(document);
    await this.#tell();
  }

  async unmark(uri: Uri | undefined): Promise<void> {
    if (uri === undefined) return;
    await this.#memory.update(
      key,
      this.#marks().filter((each) => each !== uri.toString()),
    );
    this.#release(uri);
    await this.#tell();
  }

  #marks(): readonly string[] {
    const marks = this.#memory.get<unknown>(key);
    return Array.isArray(marks) ? marks.filter((each) => typeof each === "string") : [];
  }

  #adopt(document: TextDocument): void {
    const uri = document.uri.toString();
    if (this.#adopted.has(uri) || !this.#marks().includes(uri)) return;
    this.#adopted.set(uri, this.#documents.adopt(document));
  }

  #release(uri: Uri): void {
    this.#adopted.get(uri.toString())?.dispose();
    this.#adopted.delete(uri.toString());
  }

  /** Says in a context key whether the active file is marked, for the menus. */
  async #tell(): Promise<void> {
    const uri = activeUri();
    const marked = uri !== undefined && this.#marks().includes(uri.toString());
    await commands.executeCommand("setContext", contextKeys.isMarked, marked);
  }
}
