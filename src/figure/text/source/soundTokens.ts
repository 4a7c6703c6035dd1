import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, isSpace, QUOTE, SPACE } from "./characters.ts";

// Where tokens end in a text that is known to be JSON, or whose faults are found later.

/** The place of the next character that is no white space, or the end of the text. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The place behind the quote that closes the string that opens at `at`. */
export function stringEnd(text: string, at: number): number {
  for (let close = text.indexOf('"', at + 1); close >= 0; close = text.indexOf('"', close + 1)) {
    let before = close - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((close - before) % 2 === 1) return close + 1;
  }
  return text.length;
}

/** The place behind the string, number or word that begins at `at`. */
export function scalarEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === QUOTE) return stringEnd(text, at);
  let end = at + 1;
  for (const { length } = text; end < length; end++) {
    const unit = text.charCodeAt(end);
    if (unit <= SPACE || unit === COMMA || unit === CLOSE_BRACKET || unit === CLOSE_BRACE || unit === COLON) break;
  }
  return end;
}
