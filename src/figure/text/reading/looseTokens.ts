import { BACKSLASH, isSpace, isWord, QUOTE, SLASH, STAR } from "../source/characters.ts";

// Where tokens end that JSON does not have: of JavaScript, of Python, and of what somebody is typing.

/** Whether the character may be part of a number, even of a wrong one. */
export function isNumberPart(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character !== "" && (isWord(character.charCodeAt(0)) || "+-.".includes(character));
}

/** The offset of the last character before `at` that is no space; 0 where there is none. */
export function lastBefore(text: string, at: number): number {
  let last = at - 1;
  while (last > 0 && isSpace(text.charCodeAt(last))) last--;
  return Math.max(0, last);
}

/** Whether anything but space follows. */
export function moreBehind(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at < text.length;
}

/** The offset behind the next such quote without a backslash before it, or at the end of the line. */
export function looseStringEnd(text: string, from: number, quote: number): number {
  const special = quote === QUOTE ? /["\\\n\r]/g : /['\\\n\r]/g;
  special.lastIndex = from;
  while (special.test(text)) {
    const at = special.lastIndex - 1;
    const unit = text.charCodeAt(at);
    if (unit === quote) return at + 1;
    if (unit !== BACKSLASH) return at;
    special.lastIndex++;
  }
  return text.length;
}

/** The offset behind a word such as `np.nan`; `at` itself where there is none. */
export function dottedEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && (isWord(text.charCodeAt(end)) || (end > at && text[end] === "."))) end++;
  return end;
}

/** The offset behind the comment that begins with this slash; `at` itself where none does. */
export function commentEnd(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next !== SLASH && next !== STAR) return at;
  const end = next === SLASH ? text.indexOf("\n", at) : text.indexOf("*/", at + 2) + 2;
  return end <= at + 1 ? text.length : end;
}
