import { BACKSLASH, escapeLength, QUOTE } from "./characters.ts";

/** For each byte: 0 where it stands for itself in a JSON string, 1 where it ends the string or needs a closer look. */
export const SPECIAL = new Uint8Array(256).fill(1, 0, 0x20).fill(1, 0x80);
SPECIAL[QUOTE] = 1;
SPECIAL[BACKSLASH] = 1;

/** Counts kept while strings are read. */
export interface TextTally {
  /** Bytes above the UTF-16 code units that they stand for. */
  extra: number;
  escaped: boolean;
}

/**
 * The index of the closing quote of the string whose first character is at `from`, or of its fault. With `utf8`, bytes
 * from 0x80 on must be correct UTF-8; else each is a character.
 */
export function textEnd(bytes: Uint8Array, from: number, utf8: boolean, tally: TextTally): number {
  let at = from;
  for (;;) {
    let byte = bytes[at]!;
    while (SPECIAL[byte] === 0) byte = bytes[++at]!;
    if (byte === BACKSLASH) {
      const escape = escapeLength(bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!, bytes[at + 4]!, bytes[at + 5]!);
      if (escape === 0) return at;
      tally.escaped = true;
      at += escape;
    } else if (byte >= 0x80) {
      if (utf8) {
        let extra = 0;
        do {
          const length = sequenceLength(bytes, at);
          if (length === 0) return at;
          extra += length === 4 ? 2 : length - 1;
          byte = bytes[(at += length)]!;
        } while (byte >= 0x80);
        tally.extra += extra;
      } else
        do byte = bytes[++at]!;
        while (byte >= 0x80);
    } else return at;
  }
}

/**
 * The number of bytes of the character outside ASCII at `at`; 0 where it is no correct UTF-8 (Unicode 16, table 3-7).
 */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const second = bytes[at + 1]!;
  if ((second & 0xc0) !== 0x80 || lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if ((bytes[at + 2]! & 0xc0) !== 0x80) return 0;
  if (lead < 0xf0) return (lead === 0xe0 && second < 0xa0) || (lead === 0xed && second >= 0xa0) ? 0 : 3;
  if (lead > 0xf4 || (bytes[at + 3]! & 0xc0) !== 0x80) return 0;
  return (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second >= 0x90) ? 0 : 4;
}

/**
 * The index behind the number at `at`; `at` itself where there is none, or an incomplete one. One comparison finds a
 * digit: `^ 0x30` gives 0 to 9 for digits, and more for everything else.
 */
export function numberEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  let byte = bytes[end]!;
  if (byte === 0x2d) byte = bytes[++end]!;
  if ((byte ^ 0x30) > 9) return at;
  const zero = byte === 0x30;
  byte = bytes[++end]!;
  if (!zero) while ((byte ^ 0x30) <= 9) byte = bytes[++end]!;
  if (byte === 0x2e) {
    byte = bytes[++end]!;
    if ((byte ^ 0x30) > 9) return at;
    do byte = bytes[++end]!;
    while ((byte ^ 0x30) <= 9);
  }
  if ((byte | 0x20) === 0x65) {
    byte = bytes[++end]!;
    if (byte === 0x2b || byte === 0x2d) byte = bytes[++end]!;
    if ((byte ^ 0x30) > 9) return at;
    do byte = bytes[++end]!;
    while ((byte ^ 0x30) <= 9);
  }
  return end;
}
