import { EventEmitter, RelativePattern, Uri, workspace } from "vscode";
import { type Check, checkInSteps } from "../../figure/check.ts";
import type { Outline } from "../../figure/outline.ts";
import type { FigureProblem } from "../../figure/problem.ts";
import { scanBytesInSlices } from "../../figure/scan.ts";
import { type Answer, ok } from "../../plotsApi/result.ts";
import type { FigureChecks } from "../diagnostics/figureChecks.ts";
import { DisposableStore } from "../disposable.ts";
import type { GridCache } from "../servers/gridCache.ts";
import type { Drawing, FigureSource } from "./figureSource.ts";
import { inSlices } from "../../figure/slices.ts";
import { referencedData } from "./referencedData.ts";

interface Read {
  readonly bytes: Uint8Array;
  readonly outline: Outline;
}

/** A file above VS Code's limit for text documents (50 MB), read by us and followed on disk. */
export class LargeSource implements FigureSource {
  readonly uri: Uri;
  readonly #grids: GridCache;
  readonly #checks: FigureChecks;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #problemsChanged = this.#store.add(new EventEmitter<void>());
  #read: Promise<Read> | undefined;
  #bytes: Uint8Array = new Uint8Array();
  #text: string | undefined;
  #outline: Outline | undefined;
  #check: Check = { problems: [], total: 0 };
  #version = 1;

  readonly onDidChange = this.#changed.event;
  readonly onDidChangeProblems = this.#problemsChanged.event;

  constructor(uri: Uri, grids: GridCache, checks: FigureChecks) {
    this.uri = uri;
    this.#grids = grids;
    this.#checks = checks;
    this.#store.add(checks.onDidChange(() => void this.#look()));
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
    this.#outline = undefined;
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
    this.#bytes = bytes;
    this.#text = undefined;
    this.#outline = outline;
    await this.#look();
    return { bytes, outline };
  }

  /** What needs the text itself is left out: to decode it would take as much memory again. */
  async #look(): Promise<void> {
    const outline = this.#outline;
    if (outline === undefined) return;
    const rules = await this.#checks.rulesFor({ uri: this.uri });
    const isCurrent = (): boolean => this.#outline === outline && !this.#store.disposed;
    const steps = checkInSteps({ text: "", outline, structure: { root: undefined } }, { bound: false, rules });
    const check = isCurrent() ? await inSlices(steps, isCurrent) : undefined;
    if (check === undefined) return;
    this.#check = check;
    this.#problemsChanged.fire();
  }

  #reload(): void {
    this.#version++;
    this.#read = undefined;
    this.#changed.fire();
  }
}
