import { CLOSE_BRACE, COMMA, isSpace, OPEN_BRACE, QUOTE } from "../../text/source/characters.ts";
import { scalarEnd, skipSpace, stringEnd } from "../../text/source/soundTokens.ts";

/** The place behind the value that begins at `start`. The text must be JSON. */
function valueEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (!isOpen(first)) return scalarEnd(text, start);
  let at = start;
  for (let depth = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at) - 1;
    else if (isOpen(code)) depth++;
    else if (isClose(code) && --depth === 0) return at + 1;
  }
  return at;
}

/** The place of the first character of the white space before `end`. */
export function spaceStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/**
 * The range of element number `index` among elements that stand from `start` to `end`, with commas between them. Where
 * there are fewer, their number.
 */
export function elementAt(
  text: string,
  start: number,
  end: number,
  index: number,
): { readonly start: number; readonly end: number } | number {
  let at = start;
  for (let number = 0; ; number++) {
    const stop = valueEnd(text, at);
    if (number === index) return { start: at, end: stop };
    const comma = skipSpace(text, stop);
    if (comma >= end || text.charCodeAt(comma) !== COMMA) return number + 1;
    at = skipSpace(text, comma + 1);
  }
}

/** A member of an object: where its key, its value and the end of that are. */
export interface Member {
  readonly name: string;
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

/** The members of the object that begins at `start`. The text must be JSON. */
export function membersOf(text: string, start: number): Member[] {
  const members: Member[] = [];
  let at = skipSpace(text, start + 1);
  while (text.charCodeAt(at) === QUOTE) {
    const keyEnd = stringEnd(text, at);
    const value = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = valueEnd(text, value);
    members.push({ name: JSON.parse(text.slice(at, keyEnd)) as string, key: at, start: value, end });
    at = skipSpace(text, end);
    if (text.charCodeAt(at) === COMMA) at = skipSpace(text, at + 1);
  }
  return members;
}

/** `[` and `{` differ in one bit, and so do `]` and `}`. */
const isOpen = (code: number): boolean => (code | 32) === OPEN_BRACE;
const isClose = (code: number): boolean => (code | 32) === CLOSE_BRACE;
