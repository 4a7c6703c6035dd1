import { type CustomDocument, EventEmitter, type Uri, workspace } from "vscode";
import { obstacleOf } from "../../figure/checks/check.ts";
import { linePlacesInSlices } from "../../figure/text/outline/linePlaces.ts";
import type { SplitColumn } from "../../figure/data/split/splitFigure.ts";
import { formatSize } from "../../figure/model/sizes.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { scanBytesInSlices } from "../../figure/text/scan/scan.ts";
import { beginOf } from "../../figure/text/source/source.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import type { FigureText } from "../../figure/text/structure/figureText.ts";
import { readStructureInSteps } from "../../figure/text/structure/structure.ts";
import type { CheckedFile, FileText } from "../diagnostics/checkedFile.ts";
import { isInFile } from "../editing/isInFile.ts";
import { textDocumentLimit } from "../editing/textDocumentLimit.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { LocalFiles } from "../fileParts/localFiles.ts";
import { FilePlaces, type ShownPlaces } from "./filePlaces.ts";
import { decodeInSlices } from "./fileText.ts";
import { ReadingCancelled } from "./figureSource.ts";
import { followFile } from "./followFile.ts";
import type { HiddenFigures } from "./hiddenFigures.ts";
import { readLargeFile, withStructure } from "./largeFile.ts";

/** The bytes of a version of the file, and what the scan of them says. */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly outline: Outline;
  /** What a large file's `bytes` are without: nobody splits them again. */
  readonly columns?: readonly SplitColumn[];
}

/** A file that changes faster than it can be read is shown as it was after this many rounds. */
const MOST_ROUNDS = 5;

/** A version of the file that was read. */
interface Read {
  readonly version: number;
  readonly outline: Outline;
  readonly size: number;
  /** Undefined while nobody looks. */
  content: FileContent | undefined;
  places: ShownPlaces | undefined;
  /** What there is to check of a large file. */
  readonly large?: FigureText;
}

/**
 * A figure in a file, read and followed on disk by us, without a text document: once, however many views show it, and
 * only when one of them asks. Its bytes are kept while a view shows it.
 */
export class FileFigure implements CustomDocument, CheckedFile {
  readonly uri: Uri;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #scanned = this.#store.add(new EventEmitter<void>());
  readonly #textNeeded = this.#store.add(new EventEmitter<void>());
  readonly #progressed = this.#store.add(new EventEmitter<string>());
  readonly #local: LocalFiles | undefined;
  readonly #hidden: HiddenFigures | undefined;
  readonly #shownBy = new Set<object>();
  #read: Read | undefined;
  #reading: Promise<FileContent> | undefined;
  #version = 1;
  #isGone = false;
  /** The last version that was seen. */
  #seen: number | undefined;
  #needsText: boolean;
  /** Stops the reading of a large file. */
  #stop: AbortController | undefined;

  /** Fires when the file has changed, came or went. */
  readonly onDidChange = this.#changed.event;
  /** Fires when `outline` is known. */
  readonly onDidScan = this.#scanned.event;
  /** Fires when `needsText` turns out to be true. */
  readonly onDidNeedText = this.#textNeeded.event;
  /** Fires with a sentence while a large file is read. */
  readonly onDidProgress = this.#progressed.event;

  /** `closed` is called when the last view was closed. */
  constructor(uri: Uri, closed: () => void = () => undefined, local?: LocalFiles, hidden?: HiddenFigures) {
    this.uri = uri;
    this.#local = local;
    this.#hidden = hidden;
    this.#needsText = !isInFile(uri);
    this.#store.add({ dispose: closed });
    this.#store.add(followFile(uri, (isThere) => this.#changedOnDisk(isThere)));
  }

  /** Called by VS Code when the last view was closed. */
  dispose(): void {
    this.#store.dispose();
    this.#stop?.abort();
    this.#read = undefined;
    this.#shownBy.clear();
    this.#hidden?.show(this);
  }

  /** Grows with every change on disk. */
  get version(): number {
    return this.#version;
  }

  /** Whether the file was deleted. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /**
   * Whether only VS Code's text document tells what is there: the bytes are no UTF-8, as far as is known, or it is in no
   * file.
   */
  get needsText(): boolean {
    return this.#needsText;
  }

  /** The outline of the present version, once that was read. */
  get outline(): Outline | undefined {
    return this.#read?.version === this.#version ? this.#read.outline : undefined;
  }

  /** The size of the last version that was read, in bytes. */
  get size(): number | undefined {
    return this.#read?.size;
  }

  /** Where things stand; undefined until somebody has to know. */
  get places(): ShownPlaces | undefined {
    return this.#read?.places;
  }

  /** Whether a view shows it. */
  get isShown(): boolean {
    return this.#shownBy.size > 0;
  }

  /** A view shows the figure, or does no more. */
  show(view: object, isShown: boolean): void {
    if (isShown) this.#shownBy.add(view);
    else this.#shownBy.delete(view);
    this.#release();
  }

  /**
   * Tells that a view shows what there is to see. What would delay that, such as checks, comes from now on. Returns true
   * at the first call for a version.
   */
  seen(): boolean {
    const isFirst = this.#seen !== this.#version;
    this.#seen = this.#version;
    return isFirst;
  }

  /** What is on disk now. Rejects where it cannot be read; the next call then reads it again. */
  async content(): Promise<FileContent> {
    const read = this.#read;
    if (read?.version === this.#version && read.content !== undefined) return read.content;
    // No view is left to show it.
    if (this.#store.disposed) throw new Error("The figure was closed.");
    if (this.#isGone) throw new Error("The file was deleted.");
    this.#reading ??= this.#readFile().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Stops the reading of a large file: who waits for it is told so. */
  stop(): void {
    this.#stop?.abort(new ReadingCancelled());
  }

  async toCheck(isWanted: () => boolean): Promise<FileText | undefined> {
    if (this.#seen === undefined) return undefined;
    const known = this.#read;
    if (known?.large !== undefined && known.version === this.#version) return this.#largeToCheck(known, isWanted);
    const content = await this.content().catch(() => undefined);
    const read = this.#read;
    const isCurrent = (): boolean => isWanted() && this.#read === read && !this.#store.disposed;
    if (content === undefined || read === undefined || !isCurrent()) return undefined;
    const checked = read.large
      ? await this.#largeToCheck(read, isWanted)
      : await this.#toCheck(content, read, isCurrent);
    this.#release();
    return checked;
  }

  async #toCheck({ bytes }: FileContent, read: Read, isCurrent: () => boolean): Promise<FileText | undefined> {
    const { outline } = read;
    const text = await inSlices(decodeInSlices(bytes), isCurrent);
    if (!isCurrent()) return undefined;
    if (text === undefined && !this.#needsText) {
      this.#needsText = true;
      this.#textNeeded.fire();
    }
    const structure = text ? await inSlices(readStructureInSteps(text, outline), isCurrent) : { root: undefined };
    const lines = await inSlices(linePlacesInSlices(bytes), isCurrent);
    if (structure === undefined || lines === undefined || !isCurrent()) return undefined;
    const places = new FilePlaces(lines, outline, structure, beginOf(bytes) > 0);
    read.places = places;
    return { figure: { text: text ?? "", outline, structure }, rangeOf: (span) => places.rangeOf(span) };
  }

  async #largeToCheck(read: Read, isWanted: () => boolean): Promise<FileText | undefined> {
    const { large, places } = read;
    const isCurrent = (): boolean => isWanted() && this.#read === read && !this.#store.disposed;
    const figure = large && (await withStructure(large, isCurrent));
    if (figure === undefined || places === undefined || !isCurrent()) return undefined;
    return {
      figure,
      rangeOf: (span) => places.rangeOf(span),
      partOf: places.partOf && ((span) => places.partOf!(span)),
    };
  }

  /** Reads the file, one call at a time. Where it changes meanwhile, it is read again. */
  async #readFile(): Promise<FileContent> {
    for (let round = 1; ; round++) {
      const version = this.#version;
      const isWanted = (): boolean => this.#version === version || round === MOST_ROUNDS;
      const isCurrent = (): boolean => isWanted() && !this.#store.disposed;
      // What cannot be read says so itself.
      const size = await workspace.fs.stat(this.uri).then(
        (stat) => stat.size,
        () => 0,
      );
      if (size > textDocumentLimit) {
        const content = await this.#readLarge(version, size, isCurrent);
        if (content === undefined) continue;
        return content;
      }
      const bytes = await workspace.fs.readFile(this.uri);
      const outline = isCurrent() ? await inSlices(scanBytesInSlices(bytes), isCurrent) : undefined;
      const lines =
        outline === undefined || obstacleOf(outline) === undefined
          ? undefined
          : await inSlices(linePlacesInSlices(bytes), isCurrent);
      if (this.#store.disposed) throw new Error("The figure was closed.");
      if (outline === undefined || !isCurrent()) continue;
      const before = this.#read;
      const isSame = before?.version === version && before.size === bytes.length;
      const places = lines && new FilePlaces(lines, outline, { root: undefined }, beginOf(bytes) > 0);
      if (outline.syntax[0]?.foreign === "utf-16") this.#needsText = true;
      const content = { bytes, outline };
      this.#read = { version, outline, size: bytes.length, content, places: isSame ? before.places : places };
      this.#scanned.fire();
      return content;
    }
  }

  async #readLarge(version: number, size: number, isCurrent: () => boolean): Promise<FileContent | undefined> {
    const reading = new AbortController();
    this.#stop = reading;
    const tell = (read: number, of: number): void => {
      if (!isCurrent()) reading.abort();
      else this.#progressed.fire(`Reading ${formatSize(of)}: ${Math.floor((100 * read) / of)} %`);
    };
    try {
      const how = { local: this.#local, tell, signal: reading.signal };
      const { figure, skeleton, columns, places } = await readLargeFile(this.uri, how);
      if (this.#store.disposed) throw new Error("The figure was closed.");
      if (!isCurrent()) return undefined;
      const { outline } = figure;
      const content = { bytes: skeleton.bytes, outline, columns };
      this.#read = { version, outline, size, content, places, large: figure };
      this.#scanned.fire();
      return content;
    } catch (error) {
      if (reading.signal.aborted && !this.#store.disposed && !isCurrent()) return undefined;
      throw error;
    } finally {
      if (this.#stop === reading) this.#stop = undefined;
    }
  }

  /** Lets go of the bytes once nobody looks. They are read again by who looks next; large files take long for that. */
  #release(): void {
    const { isShown } = this;
    const read = this.#read;
    if (isShown) this.#hidden?.show(this);
    else if (read?.content !== undefined && read.large !== undefined)
      this.#hidden?.hide(this, sizeOf(read.content), () => (read.content = undefined));
    else if (read !== undefined) read.content = undefined;
  }

  #changedOnDisk(isThere: boolean): void {
    this.#isGone = !isThere;
    this.#version++;
    this.#changed.fire();
  }
}

const sizeOf = ({ bytes, columns = [] }: FileContent): number =>
  columns.reduce((sum, { values }) => sum + values.byteLength, bytes.length);
