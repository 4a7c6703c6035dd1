import type { Outline } from "../outline/outline.ts";
import { decodedInSlices } from "../source/decoded.ts";
import { Faults } from "../reading/faults.ts";
import { Finder } from "./finder.ts";
import { keepMemo, Memo, memoOf, type TextChange } from "../reading/memo.ts";
import { JsonReader } from "../reading/reader.ts";
import type { Skip } from "../reading/visitor.ts";
import { ownSkipper, type Skipper } from "../simd/skipper.ts";
import { outlineInSlices } from "./outlineOf.ts";
import { beginOf, Source } from "../source/source.ts";
import { finished } from "../steps/slices.ts";
import { findWithin, mayHoldFigure } from "../within/findWithin.ts";

export type { TextChange } from "../reading/memo.ts";

/** Characters read at a stretch by `scanInSlices`: some milliseconds of small objects, and far less of arrays. */
const SLICE = 128 * 1024;

/**
 * Scans a figure file in one pass: whether it is JSON, its traces, its arrays of data and its references to grids. It
 * makes no values of the figure: arrays are checked, counted and skipped.
 *
 * A byte order mark at the start is accepted, as editors and fetch do.
 */
export function scanFigure(text: string, skipper: Skipper | null = ownSkipper()): Outline {
  return finished(scanInSlices(text, SLICE, skipper));
}

/**
 * `scanFigure` for a file's bytes (UTF-8), without decoding them. The outline equals that of the decoded text, with
 * offsets in its UTF-16 code units; a byte order mark is one unit. Bytes that are no JSON or no UTF-8 are decoded after
 * all, since mistakes can only be shown in a text.
 */
export function scanFigureBytes(bytes: Uint8Array, skipper: Skipper | null = ownSkipper()): Outline {
  return finished(scanBytesInSlices(bytes, SLICE, skipper));
}

/**
 * The outline of `text`, equal to that of `scanFigure`. `edits` led from the text of `previous` to this one, in their
 * order. Large values that no edit touched are not read again.
 */
export function rescanFigure(
  previous: Outline,
  text: string,
  edits: readonly (readonly TextChange[])[],
  skipper: Skipper | null = ownSkipper(),
): Outline {
  return finished(rescanInSlices(previous, text, edits, SLICE, skipper));
}

/**
 * `scanFigure` in slices of some milliseconds at most; the caller can do other work in between. Yields how far it has
 * read: about `slice` characters further each time.
 */
export function* scanInSlices(
  text: string,
  slice: number = SLICE,
  skipper: Skipper | null = ownSkipper(),
): Generator<number, Outline> {
  return yield* scanText(text, new Memo(), slice, skipper);
}

/** `scanFigureBytes` in slices. */
export function* scanBytesInSlices(
  bytes: Uint8Array,
  slice: number = SLICE,
  skipper: Skipper | null = ownSkipper(),
): Generator<number, Outline> {
  const outline = yield* scanSoundBytes(bytes, undefined, slice, skipper);
  if (outline !== undefined) return outline;
  return yield* scanInSlices(yield* decodedInSlices(bytes, slice), slice, skipper);
}

/**
 * The outline of a text, or of bytes, in which the values of `skips` are not read, since they are known: their places
 * are those of the text or of the bytes. Undefined for bytes that are no JSON or no UTF-8.
 */
export function* scanKnownInSlices(
  source: string | Uint8Array,
  skips: readonly Skip[],
  slice: number = SLICE,
  skipper: Skipper | null = ownSkipper(),
): Generator<number, Outline | undefined> {
  const memo = new Memo(skips);
  if (typeof source === "string") return yield* scanText(source, memo, slice, skipper);
  return yield* scanSoundBytes(source, memo, slice, skipper);
}

function* scanSoundBytes(
  bytes: Uint8Array,
  memo: Memo | undefined,
  slice: number,
  skipper: Skipper | null,
): Generator<number, Outline | undefined> {
  const source = new Source(bytes, skipper);
  const finder = new Finder(source);
  const faults = new Faults("");
  const reader = new JsonReader(source, beginOf(bytes), finder, faults, memo);
  while (!reader.read(reader.at + slice)) yield reader.at;
  if (reader.broken) return undefined;
  const outline = yield* outlineInSlices(finder, faults, bytes.length - reader.extra);
  return (yield* withFigure(bytes, outline, slice, skipper, memo?.again())) ?? outline;
}

/** `rescanFigure` in slices. */
export function* rescanInSlices(
  previous: Outline,
  text: string,
  edits: readonly (readonly TextChange[])[],
  slice: number = SLICE,
  skipper: Skipper | null = ownSkipper(),
): Generator<number, Outline> {
  let { length } = previous;
  for (const change of edits.flat()) length += change.text.length - change.rangeLength;
  // Edits that do not lead from one text to the other say nothing: line ends, for one, may have changed with them.
  const known = length === text.length ? memoOf(previous)?.after(edits) : undefined;
  return yield* scanText(text, new Memo(known), slice, skipper);
}

function* scanText(text: string, memo: Memo, slice: number, skipper: Skipper | null): Generator<number, Outline> {
  const faults = new Faults(text);
  const source = new Source(text, skipper);
  const finder = new Finder(source);
  const reader = new JsonReader(source, beginOf(text), finder, faults, memo);
  while (!reader.read(reader.at + slice)) yield reader.at;
  const outline = yield* outlineInSlices(finder, faults, text.length);
  const inner = mayHoldFigure(outline) ? memo.again() : undefined;
  const within = inner && (yield* withFigure(text, outline, slice, skipper, inner));
  const found = within ?? outline;
  keepMemo(found, within === undefined || inner === undefined ? memo : inner);
  return found;
}

/** The outline of the figure within a file that is none itself; undefined where there is none. */
function* withFigure(
  whole: string | Uint8Array,
  outline: Outline,
  slice: number,
  skipper: Skipper | null,
  memo?: Memo,
): Generator<number, Outline | undefined> {
  if (!mayHoldFigure(outline)) return undefined;
  const found = yield* findWithin(whole, outline, skipper, slice, (text) => scanInSlices(text, slice, skipper));
  if (found === undefined) return undefined;
  const { within, place } = found;
  if (place === undefined) return { ...outline, within };
  const faults = new Faults("");
  const source = new Source(whole, skipper, place.to);
  const finder = new Finder(source);
  const reader = new JsonReader(source, place.from, finder, faults, memo, place.extra);
  while (!reader.read(reader.at + slice)) yield reader.at;
  return { ...(yield* outlineInSlices(finder, faults, outline.length)), within };
}
