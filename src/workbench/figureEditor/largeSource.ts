import { EventEmitter, RelativePattern, Uri, workspace } from "vscode";
import { type Check, checkFigure } from "../../figure/check.ts";
import type { Outline } from "../../figure/outline.ts";
import type { FigureProblem } from "../../figure/problem.ts";
import { scanBytesInSlices } from "../../figure/scan.ts";
import { type Answer, ok } from "../../plotsApi/result.ts";
import { DisposableStore } from "../disposable.ts";
import type { GridCache } from "../servers/gridCache.ts";
import type { Drawing, FigureSource } from "./figureSource.ts";
import { inSlices } from "../slices.ts";
import { referencedData } from "./referencedData.ts";

interface Read {
  readonly bytes: Uint8Array;
  readonly outline: Outline;
}

/** A file above VS Code's limit for text documents (50 MB), read by us and followed on disk. */
export class LargeSource implements FigureSource {
  readonly uri: Uri;
  readonly #grids: GridCache;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #problemsChanged = this.#store.add(new EventEmitter<void>());
  #read: Promise<Read> | undefined;
  #bytes: Uint8Array = new Uint8Array();
  #text: string | undefined;
  #check: Check = { problems: [], total: 0 };
  #version = 1;

  readonly onDidChange = this.#changed.event;
  readonly onDidChangeProblems = this.#problemsChanged.event;

  constructor(uri: Uri, grids: GridCache) {
    this.uri = uri;
    this.#grids = grids;
    const folder = new RelativePattern(Uri.joinPath(uri, ".."), "*");
    const watcher = this.#store.add(workspace.createFileSystemWatcher(folder, true, false, true));
    this.#store.add(
      watcher.onDidChange((changed) => {
        if (changed.toString() === uri.toString()) this.#reload();
      }),
    );
  }

  readonly traceTypes = [];

  get version(): number {
    return this.#version;
  }

  dispose(): void {
    this.#store.dispose();
    this.#read = undefined;
    this.#bytes = new Uint8Array();
  }

  async outline(): Promise<Outline> {
    return (await this.#content()).outline;
  }

  problems(): readonly FigureProblem[] {
    return this.#check.problems;
  }

  problemCount(): number {
    return this.#check.total;
  }

  lineOf(offset: number): number {
    // Made when the first problem asks for its line, and kept for the others.
    this.#text ??= new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.#bytes);
    let line = 1;
    for (let at = this.#text.indexOf("\n"); at !== -1 && at < offset; at = this.#text.indexOf("\n", at + 1)) line++;
    return line;
  }

  async drawing(): Promise<Answer<Drawing>> {
    const { bytes, outline } = await this.#content();
    const { grids, notice } = await referencedData(outline, this.#grids);
    return ok({ figure: bytes, grids, notice });
  }

  #content(): Promise<Read> {
    this.#read ??= this.#readFile();
    return this.#read;
  }

  async #readFile(): Promise<Read> {
    const version = this.#version;
    const bytes = await workspace.fs.readFile(this.uri);
    const outline = await inSlices(scanBytesInSlices(bytes), () => this.#version === version);
    // Changed on disk meanwhile: what is there now counts.
    if (outline === undefined || this.#version !== version) return this.#content();
    // What needs the text itself is left out: to decode it would take as much memory again.
    this.#check = checkFigure({ text: "", outline, structure: { root: undefined } }, { bound: false });
    this.#problemsChanged.fire();
    this.#bytes = bytes;
    this.#text = undefined;
    return { bytes, outline };
  }

  #reload(): void {
    this.#version++;
    this.#read = undefined;
    this.#changed.fire();
  }
}
