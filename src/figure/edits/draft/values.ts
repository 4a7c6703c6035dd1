/** The place behind the value that begins at `start`. The text must be JSON. */
export function valueEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return stringEnd(text, start);
  let at = start;
  if (!isOpen(first)) {
    while (at < text.length && !endsScalar(text.charCodeAt(at))) at++;
    return at;
  }
  for (let depth = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at) - 1;
    else if (isOpen(code)) depth++;
    else if (isClose(code) && --depth === 0) return at + 1;
  }
  return at;
}

/** The place of the next character that is no white space. */
export function spaceEnd(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
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
    const comma = spaceEnd(text, stop);
    if (comma >= end || text.charCodeAt(comma) !== COMMA) return number + 1;
    at = spaceEnd(text, comma + 1);
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
  let at = spaceEnd(text, start + 1);
  while (text.charCodeAt(at) === QUOTE) {
    const keyEnd = stringEnd(text, at);
    const value = spaceEnd(text, spaceEnd(text, keyEnd) + 1);
    const end = valueEnd(text, value);
    members.push({ name: JSON.parse(text.slice(at, keyEnd)) as string, key: at, start: value, end });
    at = spaceEnd(text, end);
    if (text.charCodeAt(at) === COMMA) at = spaceEnd(text, at + 1);
  }
  return members;
}

function stringEnd(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  return text.length;
}

/** `[` and `{` differ in one bit, and so do `]` and `}`. */
const isOpen = (code: number): boolean => (code | 32) === 123;
const isClose = (code: number): boolean => (code | 32) === 125;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
const endsScalar = (code: number): boolean => code === COMMA || isClose(code) || isSpace(code);

const [QUOTE, COMMA, BACKSLASH] = [34, 44, 92] as const;
