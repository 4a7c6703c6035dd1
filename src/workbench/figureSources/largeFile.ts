import { type Uri, workspace } from "vscode";
import type { ByteSource } from "../../figure/data/stream/condense.ts";
import { placesInSlices } from "../../figure/data/stream/places.ts";
import { readStream } from "../../figure/data/stream/readStream.ts";
import { scanSkeletonInSlices } from "../../figure/data/stream/skeletonText.ts";
import type { Skeleton } from "../../figure/data/stream/standIn.ts";
import type { FigureColumn } from "../../figure/data/split/column.ts";
import type { SplitColumn } from "../../figure/data/split/splitFigure.ts";
import type { FigureText } from "../../figure/text/structure/figureText.ts";
import { readStructureInSteps } from "../../figure/text/structure/structure.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import type { LocalFiles } from "../fileParts/localFiles.ts";
import { LargePlaces } from "./largePlaces.ts";

/** A file above the limit of text documents: what is left of its text without its large arrays of numbers, and these. */
export interface LargeFile {
  /** Without structure; without text too where what is left is large itself. */
  readonly figure: FigureText;
  readonly skeleton: Skeleton;
  readonly columns: readonly SplitColumn[];
  readonly places: LargePlaces;
}

export interface LargeReading {
  readonly local: LocalFiles | undefined;
  readonly tell: (read: number, size: number) => void;
  readonly signal: AbortSignal;
}

/** Milliseconds of work until others have their turn, where the bytes are in memory. */
const STRETCH = 10;

/** Milliseconds between two reports of progress. */
const OFTEN = 100;

/** Numbers the columns of all files, so that each reading has keys of its own: to compare a gigabyte takes too long. */
let lastKey = 0;

/** Reads a large file by the stream. Rejects with a sentence, or with the signal's reason. */
export async function readLargeFile(uri: Uri, { local, tell, signal }: LargeReading): Promise<LargeFile> {
  const { skeleton, columns } = (await local?.readFigure(uri, tell, signal)) ?? (await readHere(uri, tell, signal));
  const goOn = (): boolean => !signal.aborted;
  const scanned = await inSlices(scanSkeletonInSlices(skeleton), goOn);
  const places = scanned && (await inSlices(placesInSlices(skeleton, scanned.units), goOn));
  signal.throwIfAborted();
  const { outline, text = "" } = scanned!;
  const keyed = columns.map((column) => ({ ...column, key: `large ${++lastKey}` }));
  const unpacked = new Set(scanned!.units.filter((_, index) => skeleton.standIns[index]?.holds.kind === "base64"));
  const figure = { text, outline, structure: { root: undefined }, unpacked };
  return { figure, skeleton, columns: keyed, places: new LargePlaces(places!, outline) };
}

/** The figure of a large file with its structure, as far as its text is there. Undefined once `goOn` says no. */
export async function withStructure(figure: FigureText, goOn: () => boolean): Promise<FigureText | undefined> {
  if (figure.text === "") return figure;
  const structure = await inSlices(readStructureInSteps(figure.text, figure.outline), goOn);
  return structure && { ...figure, structure };
}

/** Reads it with pauses from bytes that are in memory at once, as all files are in a browser, and those elsewhere. */
async function readHere(
  uri: Uri,
  tell: (read: number, size: number) => void,
  signal: AbortSignal,
): Promise<{ readonly skeleton: Skeleton; readonly columns: readonly FigureColumn[] }> {
  const bytes = await workspace.fs.readFile(uri);
  let told = 0;
  const read = await readStream(inMemory(bytes), {
    goOn: () => !signal.aborted,
    tell(reached) {
      const now = performance.now();
      if (now - told < OFTEN) return;
      told = now;
      tell(reached, bytes.length);
    },
  });
  signal.throwIfAborted();
  const { condensed, columns } = read!;
  return { skeleton: condensed, columns };
}

function inMemory(bytes: Uint8Array): ByteSource {
  let until = performance.now() + STRETCH;
  return {
    size: bytes.length,
    async read(at, into) {
      if (performance.now() > until) {
        await new Promise((resolve) => setTimeout(resolve));
        until = performance.now() + STRETCH;
      }
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
  };
}
