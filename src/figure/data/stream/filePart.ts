const [LF, CR] = [0x0a, 0x0d];

/** Line ends on each side of the place, and bytes where they are long. */
const LINES = 150;
const BYTES = 24 * 1024;

/** Bytes on each side of the place where there is no end of a line near it. */
const IN_LINE = 2 * 1024;

/** Bytes on each side of a place of which its part can be made. */
export const AROUND = 2 * BYTES;

/** A place in a large file. Lines count from 0. */
export interface Place {
  readonly byte: number;
  readonly line: number;
}

/** A part of a large file, small enough for any editor. */
export interface FilePart {
  readonly text: string;
  /** Where it begins and ends in the file. */
  readonly start: Place;
  readonly end: Place;
  /** Its last line that is not empty because the text ends there. */
  readonly lastLine: number;
  /** The place that it was asked for, in `text`: as an editor counts. */
  readonly at: { readonly line: number; readonly character: number };
  /** Whether it begins or ends within a line. */
  readonly isCut: boolean;
  /** The last place before it and the first behind it; undefined where the file begins or ends. */
  readonly previous: Place | undefined;
  readonly next: Place | undefined;
}

/** The part around a place: some hundred whole lines, or some kilobytes of a long one. `bytes` stand at `from` in the file. */
export function filePart(bytes: Uint8Array, from: number, place: Place): FilePart {
  let at = Math.min(Math.max(0, place.byte - from), bytes.length);
  // A character of UTF-8 stays whole.
  while (at > 0 && isWithinCharacter(bytes, at)) at--;
  const start = startOf(bytes, at, from === 0);
  const end = endOf(bytes, at);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const before = decoder.decode(bytes.subarray(start, at));
  const text = before + decoder.decode(bytes.subarray(at, end));
  const lines = lineEnds(bytes, start, at);
  const firstLine = place.line - lines;
  const isCutBefore = !isLineStart(bytes, start, from === 0);
  const lineAtEnd = firstLine + lineEnds(bytes, start, end);
  const endsLine = isLineStart(bytes, end, false);
  const isCut = isCutBefore || (end < bytes.length && !endsLine);
  return {
    text,
    start: { byte: from + start, line: firstLine },
    end: { byte: from + end, line: lineAtEnd },
    lastLine: Math.max(firstLine, endsLine ? lineAtEnd - 1 : lineAtEnd),
    at: { line: lines, character: before.length - lastLineStart(before) },
    isCut,
    previous:
      from + start === 0 ? undefined : { byte: from + start - 1, line: isCutBefore ? firstLine : firstLine - 1 },
    next: end === bytes.length ? undefined : { byte: from + end, line: lineAtEnd },
  };
}

function startOf(bytes: Uint8Array, at: number, isFileStart: boolean): number {
  let found = -1;
  let lines = 0;
  const least = Math.max(0, at - BYTES);
  for (let index = at; index >= least && lines <= LINES; index--) {
    if (!isLineStart(bytes, index, isFileStart)) continue;
    found = index;
    lines++;
  }
  if (found >= 0) return found;
  let start = Math.max(0, at - IN_LINE);
  while (start < at && isWithinCharacter(bytes, start)) start++;
  return start;
}

function endOf(bytes: Uint8Array, at: number): number {
  let found = -1;
  let lines = 0;
  const most = Math.min(bytes.length, at + BYTES);
  for (let index = at + 1; index <= most && lines <= LINES; index++) {
    if (!isLineStart(bytes, index, false)) continue;
    found = index;
    lines++;
  }
  if (bytes.length - at <= IN_LINE) return bytes.length;
  if (found >= 0) return found;
  let end = at + IN_LINE;
  while (end > at && isWithinCharacter(bytes, end)) end--;
  return end;
}

function isLineStart(bytes: Uint8Array, index: number, isFileStart: boolean): boolean {
  if (index === 0) return isFileStart;
  const before = bytes[index - 1];
  return before === LF || (before === CR && bytes[index] !== LF);
}

function isWithinCharacter(bytes: Uint8Array, index: number): boolean {
  return (bytes[index]! & 0xc0) === 0x80;
}

function lineEnds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let index = from + 1; index <= to; index++) if (isLineStart(bytes, index, false)) count++;
  return count;
}

function lastLineStart(text: string): number {
  return Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
}
