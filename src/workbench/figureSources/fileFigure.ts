import { type CustomDocument, EventEmitter, RelativePattern, Uri, workspace } from "vscode";
import { type Check, checkInSteps, obstacleOf } from "../../figure/checks/check.ts";
import { type LinePlaces, linePlacesInSlices } from "../../figure/text/outline/linePlaces.ts";
import type { FigurePath } from "../../figure/model/path.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { pathAt } from "../../figure/text/structure/pathAt.ts";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { scanBytesInSlices } from "../../figure/text/scan/scan.ts";
import type { FigureChecks } from "../diagnostics/figureChecks.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";

export interface FileContent {
  readonly bytes: Uint8Array;
  readonly outline: Outline;
}

/** A file that changes faster than it can be read is shown as it was after this many rounds. */
const MOST_ROUNDS = 5;

interface Read extends FileContent {
  readonly version: number;
}

/**
 * A figure in a file, read and followed on disk by us, without a text document:
 * once, however many views show it, and only when one of them asks.
 */
export class FileFigure implements CustomDocument {
  readonly uri: Uri;
  readonly #checks: FigureChecks;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #problemsChanged = this.#store.add(new EventEmitter<void>());
  #read: Read | undefined;
  #reading: Promise<Read> | undefined;
  #check: Check | undefined;
  #places: LinePlaces | undefined;
  #latestLook: symbol | undefined;
  #version = 1;

  readonly onDidChange = this.#changed.event;
  readonly onDidChangeProblems = this.#problemsChanged.event;

  /** `tell` is called with the problem where the file is no figure at all. */
  constructor(uri: Uri, checks: FigureChecks, tell: (problem: FigureProblem | undefined) => void = () => undefined) {
    this.uri = uri;
    this.#checks = checks;
    this.#store.add(
      this.onDidChangeProblems(() => tell(this.#check?.problems.find(({ code }) => code === "not-json"))),
    );
    this.#store.add({ dispose: () => tell(undefined) });
    this.#store.add(checks.onDidChange(() => void this.#look()));
    const folder = new RelativePattern(Uri.joinPath(uri, ".."), "*");
    const watcher = this.#store.add(workspace.createFileSystemWatcher(folder, false, false, true));
    // Programs that write a file whole put a new one in its place.
    for (const event of [watcher.onDidChange, watcher.onDidCreate]) {
      this.#store.add(
        event((changed) => {
          if (changed.toString() === uri.toString()) this.#changedOnDisk();
        }),
      );
    }
  }

  /** Called by VS Code when the last view was closed. */
  dispose(): void {
    this.#store.dispose();
    this.#read = undefined;
    this.#places = undefined;
  }

  /** Grows with every change on disk. */
  get version(): number {
    return this.#version;
  }

  /** The latest check; undefined before the first. */
  get check(): Check | undefined {
    return this.#check;
  }

  /** The path of an offset in the figure, as far as its outline tells. */
  pathAt(offset: number): FigurePath {
    return this.#read === undefined ? [] : pathAt(this.#read.outline, { root: undefined }, offset);
  }

  /** One-based line of an offset into the text, where a problem stands or what keeps the figure from being drawn. */
  lineOf(offset: number): number {
    return (this.#places?.at(offset).line ?? 0) + 1;
  }

  /** What is on disk now. Rejects where it cannot be read; the next call then reads it again. */
  async content(): Promise<FileContent> {
    if (this.#read?.version === this.#version) return this.#read;
    // No view is left to show it.
    if (this.#store.disposed) throw new Error("The figure was closed.");
    this.#reading ??= this.#readFile().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Reads the file, one call at a time. Where it changes meanwhile, it is read again. */
  async #readFile(): Promise<Read> {
    for (let round = 1; ; round++) {
      const version = this.#version;
      const isWanted = (): boolean => this.#version === version || round === MOST_ROUNDS;
      const isCurrent = (): boolean => isWanted() && !this.#store.disposed;
      const bytes = await workspace.fs.readFile(this.uri);
      const outline = isCurrent() ? await inSlices(scanBytesInSlices(bytes), isCurrent) : undefined;
      const places =
        outline === undefined || obstacleOf(outline) === undefined
          ? undefined
          : await inSlices(linePlacesInSlices(bytes), isCurrent);
      if (this.#store.disposed) throw new Error("The figure was closed.");
      if (outline === undefined || !isCurrent()) continue;
      const read = { version, bytes, outline };
      this.#read = read;
      this.#places = places;
      void this.#look();
      return read;
    }
  }

  /** Checks the file, without the rules that need the text itself: to decode it would take as much memory again. */
  async #look(): Promise<void> {
    const read = this.#read;
    if (read === undefined) return;
    const { bytes, outline } = read;
    const look = Symbol("look");
    this.#latestLook = look;
    const isCurrent = (): boolean => this.#read === read && this.#latestLook === look;
    const rules = await this.#checks.rulesFor({ uri: this.uri });
    const steps = checkInSteps({ text: "", outline, structure: { root: undefined } }, { bound: false, rules });
    const check = isCurrent() ? await inSlices(steps, isCurrent) : undefined;
    if (check === undefined || !isCurrent()) return;
    const wantsPlaces = this.#places === undefined && check.problems.some(({ severity }) => severity !== "hint");
    const places = wantsPlaces ? await inSlices(linePlacesInSlices(bytes), isCurrent) : this.#places;
    if (!isCurrent()) return;
    this.#places = places;
    this.#check = check;
    this.#problemsChanged.fire();
  }

  #changedOnDisk(): void {
    this.#version++;
    this.#changed.fire();
  }
}
