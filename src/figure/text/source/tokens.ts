import { numberEnd } from "./bytes.ts";
import { isNumberTail, LOWER_F, LOWER_N, LOWER_T, soundNumberEnd } from "./characters.ts";
import type { Source } from "./source.ts";

/** The place behind the number at `at`, which must be within reach; `at` itself where there is no correct one. */
export function numberTokenEnd(source: Source, at: number): number {
  const { text, length } = source;
  let end = source.base + numberEnd(source.bytes, at - source.base);
  // It may be longer than what is copied.
  if (end === at || end >= source.base + source.size) {
    source.fill(at);
    end = at + numberEnd(source.bytes, 0);
    if (text !== undefined && (end === at || end === at + source.size)) end = soundNumberEnd(text, at);
  }
  const tail = text === undefined ? source.bytes[end - source.base] : text.charCodeAt(end);
  // A file's number that is longer than all that is in reach is left to its text.
  return end === length || (tail !== undefined && !isNumberTail(tail)) ? end : at;
}

/** The word of JSON at `at`, which must be within reach and holds `unit`; undefined where there is none. */
export function wordAt(source: Source, at: number, unit: number): "null" | "true" | "false" | undefined {
  const word = unit === LOWER_N ? "null" : unit === LOWER_T ? "true" : unit === LOWER_F ? "false" : undefined;
  return word !== undefined && source.spells(word, at) ? word : undefined;
}
