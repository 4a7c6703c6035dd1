import type { Json } from "../../model/figure.ts";
import { COMMA, QUOTE } from "../source/characters.ts";
import { skipSpace, stringEnd } from "../source/soundTokens.ts";

/** Characters that JSON.parse gets at a stretch, which takes a few milliseconds. */
const PIECE = 256 * 1024;

/** Levels of long lists and objects that are looked into; what is long and deeper is read at once. */
const MOST_LEVELS = 16;

/**
 * Does what JSON.parse does, with a pause after a few milliseconds of work: long lists and objects are read some
 * elements at a time. Throws a SyntaxError where JSON.parse does, whose message is about a piece of the text.
 */
export function parseInSteps(text: string): Generator<undefined, Json> {
  return parsePart(text, 0, text.length, MOST_LEVELS);
}

function* parsePart(text: string, start: number, end: number, levels: number): Generator<undefined, Json> {
  if (end - start <= PIECE || levels === 0) return JSON.parse(text.slice(start, end)) as Json;
  const from = skipSpace(text, start);
  const open = text[from];
  if (open !== "[" && open !== "{") return JSON.parse(text.slice(start, end)) as Json;
  const list: Json[] = [];
  const members: [string, Json][] = [];
  for (const parts = partsOf(text, from + 1, end); ;) {
    const step = parts.next();
    if (step.done === true) {
      const close = step.value;
      if (text.charCodeAt(close) !== open.charCodeAt(0) + 2 || skipSpace(text, close + 1) < end) throw fault(close);
      break;
    }
    if (step.value === undefined) {
      yield;
      continue;
    }
    const { begin, stop, isLong } = step.value;
    // Between two commas, or behind the last, something has to stand.
    if (skipSpace(text, begin) >= stop) throw fault(stop);
    if (open === "[") {
      if (isLong) list.push(yield* parsePart(text, begin, stop, levels - 1));
      else for (const item of JSON.parse(`[${text.slice(begin, stop)}]`) as Json[]) list.push(item);
    } else if (isLong) {
      const keyEnd = stringEnd(text, skipSpace(text, begin));
      const key = JSON.parse(text.slice(begin, keyEnd)) as string;
      const colon = skipSpace(text, keyEnd);
      if (text[colon] !== ":") throw fault(colon);
      members.push([key, yield* parsePart(text, colon + 1, stop, levels - 1)]);
    } else {
      members.push(...Object.entries(JSON.parse(`{${text.slice(begin, stop)}}`) as Record<string, Json>));
    }
    yield;
  }
  // Unlike an assignment this takes __proto__ for a key like any other, as JSON.parse does.
  return open === "[" ? list : Object.fromEntries(members);
}

/** Elements or members that stand together, without the commas around them. A long one stands alone. */
interface Part {
  readonly begin: number;
  readonly stop: number;
  readonly isLong: boolean;
}

/** The parts of a list or an object whose inside begins at `from`, and in the end where it closes; undefined is a pause. */
function* partsOf(text: string, from: number, end: number): Generator<Part | undefined, number> {
  let begin = from;
  let element = from;
  let depth = 0;
  let pause = from + PIECE;
  for (let at = from; at < end; at++) {
    if (at > pause) {
      yield undefined;
      pause = at + PIECE;
    }
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at) - 1;
      continue;
    }
    // "[" and "{", "]" and "}" differ in one bit.
    if ((code | 32) === 123) depth++;
    else if ((code | 32) === 125) {
      if (depth === 0) {
        if (begin > from || skipSpace(text, begin) < at) yield* upTo(begin, element, at);
        return at;
      }
      depth--;
    } else if (code === COMMA && depth === 0) {
      if (at - begin > PIECE) {
        yield* upTo(begin, element, at);
        begin = at + 1;
      }
      element = at + 1;
    }
  }
  throw fault(end);
}

function fault(at: number): SyntaxError {
  return new SyntaxError(`Unexpected text or end at position ${at}`);
}

/** What was gathered, ending with an element from `element` to `stop`. */
function* upTo(begin: number, element: number, stop: number): Generator<Part, void> {
  if (stop - element <= PIECE) {
    yield { begin, stop, isLong: false };
    return;
  }
  if (element > begin) yield { begin, stop: element - 1, isLong: false };
  yield { begin: element, stop, isLong: true };
}
