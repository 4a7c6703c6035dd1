import { Content } from "../../text/source/content.ts";
import { MOST_NON_FINITE, nonFinite } from "../../text/reading/faults.ts";
import type { Skip } from "../../text/reading/visitor.ts";
import type { Outline, SyntaxProblem } from "../../text/outline/outline.ts";
import { scanKnownInSlices } from "../../text/scan/scan.ts";
import type { Skeleton, StandIn } from "./standIn.ts";

/** A larger skeleton is scanned as bytes: its text would take as much memory again. */
const LARGEST_TEXT = 50 * 1024 * 1024;

/** Bytes that are decoded between two pauses. */
const SLICE = 1024 * 1024;

/** A skeleton, scanned. Offsets are in UTF-16 code units of its text. */
export interface ScannedSkeleton {
  readonly outline: Outline;
  /** Undefined where it is so large that its bytes were scanned. */
  readonly text: string | undefined;
  /** For each stand-in, the offset where it begins. */
  readonly units: Float64Array;
}

/** Scans a skeleton. The outline has its stand-ins as what they stand for. */
export function* scanSkeletonInSlices(skeleton: Skeleton): Generator<unknown, ScannedSkeleton> {
  const { bytes, standIns } = skeleton;
  if (bytes.length > LARGEST_TEXT) {
    const outline = yield* scanKnownInSlices(
      bytes,
      standIns.map((standIn) => skipOf(standIn, standIn.start)),
    );
    const units = outline && (yield* unitsOf(skeleton));
    if (outline !== undefined && units !== undefined)
      return { outline: withHoles(outline, standIns, units), text: undefined, units };
  }
  const { text, units } = yield* decoded(skeleton);
  const skips = standIns.map((standIn, index) => skipOf(standIn, units[index]!));
  const outline = yield* scanKnownInSlices(text, skips);
  // Of a text there always is one.
  return { outline: withHoles(outline!, standIns, units), text, units };
}

/** What the reader of the skeleton is to take the stand-in for. */
function skipOf({ start, end, holds }: StandIn, at: number): Skip {
  const length = end - start;
  if (holds.kind === "base64") {
    // The characters by which it is longer than what it stands for.
    const surplus = length - 2 - holds.length;
    return { kind: "string", start: at, end: at + length, count: surplus, content: undefined };
  }
  const { length: total, rows, kinds } = holds;
  const content = new Content();
  content.elements(rows > 0 ? 1 : 0, kinds);
  if (rows > 0) content.array(1, total / rows);
  return { kind: "array", start: at, end: at + length, count: rows > 0 ? rows : total, content };
}

/** Tells of the numbers in columns that JSON does not have. */
function withHoles(outline: Outline, standIns: readonly StandIn[], units: Float64Array): Outline {
  const found = standIns.flatMap(({ holes }, index): SyntaxProblem[] =>
    holes.map(({ word }, hole) => {
      const start = units[index]! + 1 + hole;
      return nonFinite({ start, end: start + 1 }, word);
    }),
  );
  const isForeign = outline.syntax.some(({ code }) => code === "not-json" || code === "python-dict");
  if (found.length === 0 || isForeign) return outline;
  const isNonFinite = ({ code }: SyntaxProblem): boolean => code === "non-finite-number";
  const inOrder = (problems: readonly SyntaxProblem[]) => problems.toSorted((a, b) => a.span.start - b.span.start);
  const all = inOrder([...outline.syntax.filter(isNonFinite), ...found]).slice(0, MOST_NON_FINITE);
  return { ...outline, syntax: inOrder([...all, ...outline.syntax.filter((problem) => !isNonFinite(problem))]) };
}

function* decoded({ bytes, standIns }: Skeleton): Generator<unknown, { text: string; units: Float64Array }> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const units = new Float64Array(standIns.length);
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  function* upTo(end: number): Generator<unknown, void> {
    while (at < end) {
      const next = Math.min(end, at + SLICE);
      const part = decoder.decode(bytes.subarray(at, next), { stream: next < bytes.length });
      parts.push(part);
      length += part.length;
      at = next;
      yield;
    }
  }
  for (const [index, { start }] of standIns.entries()) {
    yield* upTo(start);
    // What stands before it ends in ASCII, so that nothing of it is still to be decoded.
    units[index] = length;
  }
  yield* upTo(bytes.length);
  return { text: parts.join(""), units };
}

/** The same of correct UTF-8 without decoding it. */
function* unitsOf({ bytes, standIns }: Skeleton): Generator<unknown, Float64Array> {
  const units = new Float64Array(standIns.length);
  let unit = 0;
  let at = 0;
  for (const [index, { start }] of standIns.entries()) {
    for (; at < start; at++) {
      const byte = bytes[at]!;
      if (byte < 0x80 || byte >= 0xc0) unit += byte >= 0xf0 ? 2 : 1;
      if (at % SLICE === 0) yield;
    }
    units[index] = unit;
  }
  return units;
}
