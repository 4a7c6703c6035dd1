import { type Disposable, EventEmitter, type Memento, type TextDocument, type Uri, workspace } from "vscode";
import { type AppliedEdits, applyHandEdits } from "../../figure/edits/kept/apply.ts";
import type { HandEdit } from "../../figure/edits/kept/handEdit.ts";
import { mergedEdits } from "../../figure/edits/kept/merge.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import type { FigureDocuments } from "../figures/figureDocuments.ts";
import type { Outlines } from "../figures/outlines.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { readEditsBeside, writeEditsBeside } from "./editsBeside.ts";
import { figureTextOf } from "./figureTextOf.ts";

/** What is remembered of a figure without a file of its edits is this long at most, as JSON. */
const LONGEST = 1_000_000;

const KEY = "handEdits:";

/**
 * What persons have changed of figures by hand, so that it can be made again when a script has written the figure anew.
 * The list of a figure is remembered when the figure is saved, in the workspace or in the file `NAME.edits.json` beside it
 * where there is one.
 */
export class KeptEdits implements Disposable {
  readonly #memory: Memento;
  readonly #outlines: Outlines;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<Uri>());
  /** The lists of figures that are open. */
  readonly #lists = new Map<string, Promise<readonly HandEdit[]>>();
  /** Figures that another program has written since, and whose edits the person has not decided about. */
  readonly #rewritten = new Set<string>();

  /** The last version of an open text that was what its file holds. */
  readonly #fromFile = new Map<string, number>();
  /** Whether the last change of an open text was an undo or a redo. */
  readonly #isBack = new Map<string, boolean>();

  /** Fires when the list of a figure is another one, and when it was remembered. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: Memento, documents: FigureDocuments, outlines: Outlines) {
    this.#memory = memory;
    this.#outlines = outlines;
    this.#store.add(
      workspace.onDidChangeTextDocument(({ document: { uri }, reason, contentChanges }) => {
        if (contentChanges.length > 0) this.#isBack.set(uri.toString(), reason !== undefined);
      }),
    );
    this.#store.add(documents.onDidSettle((document) => this.#settled(document)));
    this.#store.add(workspace.onDidSaveTextDocument((document) => void this.#saved(document)));
    this.#store.add(
      workspace.onDidCloseTextDocument(({ uri }) => {
        const key = uri.toString();
        this.#fromFile.delete(key);
        this.#isBack.delete(key);
        // What was thrown away with the text is no edit.
        if (this.#lists.delete(key)) this.#changed.fire(uri);
      }),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** The figure's file is another one, though nobody changed its text here. */
  fileChanged(uri: Uri): void {
    const key = uri.toString();
    this.#rewritten.add(key);
    // What was not saved is gone with the text that it was made of.
    this.#lists.delete(key);
  }

  /** The edits of a figure, in the order in which they were made. */
  of(uri: Uri): Promise<readonly HandEdit[]> {
    const key = uri.toString();
    let list = this.#lists.get(key);
    if (list === undefined) {
      list = this.#remembered(uri);
      this.#lists.set(key, list);
    }
    return list;
  }

  /** Adds edits that were made of the figure's text. Who asks for the list waits until they are in it. */
  record(uri: Uri, edits: Promise<readonly HandEdit[] | undefined>): void {
    const before = this.of(uri);
    const merged = before.then(async (list) => mergedEdits(list, (await edits) ?? []));
    this.#lists.set(uri.toString(), merged);
    void merged.then(() => this.#changed.fire(uri));
  }

  /** Keeps these edits alone, and no others. */
  async keep(uri: Uri, edits: readonly HandEdit[]): Promise<void> {
    this.#set(uri, edits);
    this.#rewritten.delete(uri.toString());
    await this.#remember(uri, edits);
  }

  /** Writes the edits into a file beside the figure, which is kept up to date from then on. Rejects where it cannot be written. */
  async saveBeside(uri: Uri): Promise<Uri> {
    const written = await writeEditsBeside(uri, await this.of(uri));
    await this.#memory.update(KEY + uri.toString(), undefined);
    return written;
  }

  /** What of its edits the figure has, as it is now. Undefined where there are none, or where its text cannot be read. */
  async look(uri: Uri): Promise<AppliedEdits | undefined> {
    const list = await this.of(uri);
    if (list.length === 0) return undefined;
    const file = await figureTextOf(uri, this.#outlines);
    if (file === undefined) return undefined;
    const looked = await inSlices(applyHandEdits(file, file.outline.within?.path ?? [], list));
    return looked.ok ? looked : undefined;
  }

  /**
   * The edits that the figure has lost since another program has written it, and what became of each; undefined where it
   * has all of them.
   */
  async missing(uri: Uri): Promise<AppliedEdits | undefined> {
    if (!this.#rewritten.has(uri.toString())) return undefined;
    const looked = await this.look(uri);
    return looked !== undefined && looked.applied.length + looked.lost.length + looked.changed.length > 0
      ? looked
      : undefined;
  }

  #set(uri: Uri, edits: readonly HandEdit[]): void {
    this.#lists.set(uri.toString(), Promise.resolve(edits));
    this.#changed.fire(uri);
  }

  /**
   * A text that is another one and has no unsaved changes was written by another program. Whether it has any is certain
   * only once it has come to rest: VS Code tells of a change first.
   */
  #settled({ uri, version, isDirty }: TextDocument): void {
    if (isDirty) return;
    const key = uri.toString();
    const before = this.#fromFile.get(key);
    this.#fromFile.set(key, version);
    if (before !== undefined && before !== version && this.#isBack.get(key) !== true) this.fileChanged(uri);
  }

  /** What was undone is no edit any more once that is saved. */
  async #saved({ uri, version }: TextDocument): Promise<void> {
    const key = uri.toString();
    this.#fromFile.set(key, version);
    const list = await this.#lists.get(key);
    if (list === undefined || list.length === 0) return;
    const looked = this.#rewritten.has(key) ? undefined : await this.look(uri);
    const undone = new Set(looked?.applied);
    const kept = list.filter((edit) => !undone.has(edit));
    if (kept.length !== list.length) this.#set(uri, kept);
    await this.#remember(uri, kept);
    this.#changed.fire(uri);
  }

  async #remember(uri: Uri, edits: readonly HandEdit[]): Promise<void> {
    // A file that cannot be read is not written over.
    if ((await readEditsBeside(uri))?.ok === true) {
      await writeEditsBeside(uri, edits);
      return;
    }
    const isShort = JSON.stringify(edits).length <= LONGEST;
    await this.#memory.update(KEY + uri.toString(), edits.length > 0 && isShort ? edits : undefined);
  }

  async #remembered(uri: Uri): Promise<readonly HandEdit[]> {
    const beside = await readEditsBeside(uri);
    const list = beside?.ok === true ? beside.edits : this.#memory.get<readonly HandEdit[]>(KEY + uri.toString(), []);
    // It may have been written anew while nobody looked.
    if (list.length > 0) this.#rewritten.add(uri.toString());
    return list;
  }
}
