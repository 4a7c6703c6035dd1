import type { FigureWithin, Outline } from "../outline/outline.ts";
import type { Span } from "../../model/span.ts";
import { Faults } from "../reading/faults.ts";
import { JsonReader } from "../reading/reader.ts";
import type { Skipper } from "../simd/skipper.ts";
import { beginOf, Source } from "../source/source.ts";
import { decodedInSlices } from "../source/decoded.ts";
import { decodeString } from "../source/strings.ts";
import { type Candidate, Candidates } from "./candidates.ts";

/** The longest text that is tried for JSON: no writer of such wrappers makes longer ones. */
const LONGEST_TEXT = 50_000_000;

const PARTS = [
  { key: "data", root: "array" },
  { key: "layout", root: "object" },
  { key: "frames", root: "array" },
] as const;

export interface Within {
  readonly within: FigureWithin;
  /** For a figure that is a value: its place in the source, and the bytes before it above UTF-16 code units. */
  readonly place?: { readonly from: number; readonly to: number; readonly extra: number };
}

/** Whether the root of the JSON has nothing of a figure, so that one may be within. */
export function mayHoldFigure({ syntax, root, members }: Outline): boolean {
  if (syntax.length > 0 || root === "none") return false;
  const kinds = PARTS.map(({ key }) => members.get(key)?.kind);
  return kinds.includes("string") || PARTS.every(({ root: kind }, index) => kinds[index] !== kind);
}

/**
 * Finds the figure in a file that is correct JSON and no figure itself: in a member (`x`, `figure`, a media type of a
 * notebook's outputs), in a text that is JSON, or in texts for its parts. `scan` reads such a text.
 */
export function* findWithin(
  whole: string | Uint8Array,
  outline: Outline,
  skipper: Skipper | null,
  slice: number,
  scan: (text: string) => Generator<number, Outline>,
): Generator<number, Within | undefined> {
  const parts = yield* partsOf(whole, outline, slice, scan);
  if (parts !== undefined) return { within: parts };
  const source = new Source(whole, skipper);
  const candidates = new Candidates(source);
  const reader = new JsonReader(source, beginOf(whole), candidates, new Faults(""));
  while (!reader.read(reader.at + slice)) yield reader.at;
  const { figures, texts } = candidates;
  const held: {
    readonly candidate: Candidate;
    readonly how: "value" | "text";
    readonly inner: FigureWithin["path"];
  }[] = figures.map((candidate) => ({ candidate, how: "value", inner: [] }));
  for (const candidate of figures.length > 0 ? [] : texts) {
    const inner = yield* pathWithin(source.slice(candidate.from, candidate.to), scan);
    if (inner === undefined) continue;
    held.push({ candidate, how: "text", inner });
    break;
  }
  const [first] = held;
  if (first === undefined) return undefined;
  const { span, mark, isAlone, from, to } = first.candidate;
  const within: FigureWithin = {
    how: first.how,
    path: [...first.candidate.path, ...first.inner],
    span,
    mark,
    root: outline.rootSpan,
    isAlone,
    others: held.slice(1).map(({ candidate }) => ({ path: candidate.path, span: candidate.span })),
  };
  return first.how === "value" ? { within, place: { from, to, extra: from - span.start } } : { within };
}

/** The path of the figure in the JSON of this literal; undefined where there is none. */
function* pathWithin(
  literal: string,
  scan: (text: string) => Generator<number, Outline>,
): Generator<number, FigureWithin["path"] | undefined> {
  if (literal.length > LONGEST_TEXT) return undefined;
  const outline = yield* scan(decodeString(literal));
  if (outline.syntax.length > 0) return undefined;
  if (outline.within !== undefined) return outline.within.path;
  const { root, members } = outline;
  const isFigure = root === "object" && members.get("data")?.kind === "array";
  return isFigure ? [] : undefined;
}

/** `{"data": "[…]", "layout": "{…}"}`, where each of them that is a text holds what it should be. */
function* partsOf(
  whole: string | Uint8Array,
  { root, rootSpan, members }: Outline,
  slice: number,
  scan: (text: string) => Generator<number, Outline>,
): Generator<number, FigureWithin | undefined> {
  if (root !== "object") return undefined;
  let first: Span | undefined;
  // An outline has the places in the text.
  let text: string | undefined;
  for (const { key, root: wanted } of PARTS) {
    const member = members.get(key);
    if (member === undefined || member.kind === wanted || (member.kind === "null" && key !== "data")) continue;
    if (member.kind !== "string") return undefined;
    if (member.value.end - member.value.start > LONGEST_TEXT) return undefined;
    text ??= typeof whole === "string" ? whole : yield* decodedInSlices(whole, slice);
    const held = yield* scan(decodeString(text.slice(member.value.start, member.value.end)));
    if (held.syntax.length > 0 || held.root !== wanted) return undefined;
    first ??= member.key;
  }
  if (first === undefined) return undefined;
  return { how: "parts", path: [], span: rootSpan, mark: first, root: rootSpan, isAlone: true, others: [] };
}
