import type { Figure, Json, JsonObject } from "../../model/figure.ts";
import { CLOSE_BRACE, CLOSE_BRACKET, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE } from "../../text/source/characters.ts";
import { stringEnd } from "../../text/source/soundTokens.ts";
import type { FigureNode } from "../../text/structure/structure.ts";

/** As much of the text is parsed at a stretch, which takes a few milliseconds. */
const PIECE = 256 * 1024;

/**
 * The value of a text, as `JSON.parse` gives it, read a few milliseconds at a time. The text must be JSON; undefined
 * where a part of it is not.
 */
export function* readFigureValue(text: string, root: FigureNode, piece = PIECE): Generator<void, Figure | undefined> {
  try {
    return (yield* valueOf(text, root, piece)) as Figure;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function* valueOf(text: string, node: FigureNode, piece: number): Generator<void, Json> {
  const { start, end } = node.span;
  if (end - start <= piece) return JSON.parse(text.slice(start, end)) as Json;
  if (node.kind === "array" && node.opaque) return yield* listOf(text, start, end, piece);
  if (node.opaque || (node.kind !== "array" && node.kind !== "object")) {
    yield;
    return JSON.parse(text.slice(start, end)) as Json;
  }
  const values: (readonly [string, Json])[] = [];
  for (const child of node.children) {
    values.push([child.key?.name ?? "", yield* valueOf(text, child, piece)]);
    yield;
  }
  if (node.kind === "array") return values.map(([, value]) => value);
  // The last of members with the same name is what counts; a member may be called `__proto__`.
  const object: JsonObject = Object.fromEntries(values);
  return object;
}

/** Elements are parsed as many together as make a piece; one that is longer itself is read in the same way. */
function* listOf(text: string, start: number, end: number, piece: number): Generator<void, Json[]> {
  const values: Json[] = [];
  const close = end - 1;
  /** Where what is not parsed yet begins, and the element that is being gone through. */
  let [from, element] = [start + 1, start + 1];
  let depth = 0;
  let paused = from;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at) - 1;
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) depth++;
    else if ((code === CLOSE_BRACKET || code === CLOSE_BRACE) && at < close) depth--;
    else if (depth === 0 && (code === COMMA || at === close)) {
      const isLong = at - element > piece;
      if (isLong || at - from > piece || at === close) {
        // Up to the comma before a long element, and that one by itself.
        append(values, text, from, isLong ? element - 1 : at);
        if (isLong) values.push(yield* elementOf(text, element, at, piece));
        from = at + 1;
        yield;
      }
      element = at + 1;
    }
    if (at - paused > piece) {
      paused = at;
      yield;
    }
  }
  return values;
}

function append(values: Json[], text: string, from: number, to: number): void {
  if (to <= from) return;
  for (const value of JSON.parse(`[${text.slice(from, to)}]`) as Json[]) values.push(value);
}

function* elementOf(text: string, from: number, to: number, piece: number): Generator<void, Json> {
  let start = from;
  while (/\s/.test(text[start] ?? "")) start++;
  let end = to;
  while (/\s/.test(text[end - 1] ?? "")) end--;
  if (text[start] === "[") return yield* listOf(text, start, end, piece);
  return JSON.parse(text.slice(start, end)) as Json;
}
