import type { Source } from "./source.ts";
import { decodeString } from "./strings.ts";

/** Names kept; a figure has a few hundred, and a file made to trouble us may have millions. */
const MOST = 512;

/** Longer names are seldom met twice. */
const LONGEST = 48;

/** Makes one string for all equal keys and other short texts. */
export class Names {
  readonly #source: Source;
  readonly #table: (string | undefined)[] = Array.from({ length: 2 * MOST });
  #kept = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /** The text of the literal from `start` up to `end`, its quotes included; `escaped` where it holds a backslash. */
  read(start: number, end: number, escaped: boolean): string {
    const source = this.#source;
    if (escaped) return decodeString(source.slice(start, end));
    const length = end - start - 2;
    const from = start + 1 - source.base;
    if (length > LONGEST || from < 0) return source.slice(start + 1, end - 1);
    const { bytes } = source;
    let hash = length;
    for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & (2 * MOST - 1);
    for (;;) {
      const known = this.#table[slot];
      if (known === undefined) break;
      if (known.length === length && isAt(known, bytes, from)) return known;
      slot = (slot + 1) & (2 * MOST - 1);
    }
    const name = source.slice(start + 1, end - 1);
    // Characters outside ASCII do not stand in the bytes as they are.
    if (this.#kept < MOST && name.length === length && isAt(name, bytes, from)) {
      this.#table[slot] = name;
      this.#kept++;
    }
    return name;
  }
}

function isAt(name: string, bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    if (unit >= 0x80 || unit !== bytes[from + at]) return false;
  }
  return true;
}
