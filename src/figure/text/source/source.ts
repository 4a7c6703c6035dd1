import { BYTE_ORDER_MARK, isWord } from "./characters.ts";
import type { Skipper } from "../simd/skipper.ts";

/** Characters copied at once: small enough to stay in the processor's nearest memory. */
const WINDOW = 16 * 1024;

/** Bytes of a file that are looked at together, so that nothing reads on without an end. */
const REACH = 256 * 1024;

/** Tokens up to this long are whole in `bytes` where `reach` was asked for before them. */
const NEAR = 64;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The input of a scan, as bytes: a file's own, or those of a text, of which a part at a time is copied, since a byte
 * array is read several times faster than a string. Places count bytes, or the text's UTF-16 code units. A character
 * outside ASCII is one byte of 0x80 or more in the copy.
 */
export class Source {
  /** Undefined where bytes are scanned. */
  readonly text: string | undefined;
  /** All of it. */
  readonly whole: string | Uint8Array;
  readonly length: number;
  /** The `size` bytes from `base` on, with a zero or nothing behind the last. */
  bytes: Uint8Array;
  base = 0;
  size = 0;
  /** The token that a visitor is told of, quotes included. */
  tokenStart = 0;
  tokenEnd = 0;
  /** For a token that is a string: the characters by which it is longer than the text that it stands for. */
  tokenSurplus = 0;

  /** Null where single characters are read alone. */
  readonly skipper: Skipper | null;

  readonly #encoder = new TextEncoder();
  #ascii = true;

  /** Nothing from `end` on is read. */
  constructor(source: string | Uint8Array, skipper: Skipper | null, end = source.length) {
    this.skipper = skipper;
    this.whole = source;
    this.length = end;
    if (typeof source === "string") {
      this.text = source;
      this.bytes = new Uint8Array(Math.min(WINDOW, source.length) + 1);
    } else {
      this.text = undefined;
      this.bytes = source.subarray(0, REACH);
      this.size = this.bytes.length;
    }
  }

  /** Index in `bytes` of `at`, with at least 64 of what follows behind it, or all of it. */
  reach(at: number): number {
    const index = at - this.base;
    if (index >= 0 && (index + NEAR <= this.size || this.base + this.size >= this.length)) return index;
    this.fill(at);
    return at - this.base;
  }

  /** Makes `bytes` begin at `start`. */
  fill(start: number): void {
    const { whole, bytes } = this;
    this.base = start;
    if (typeof whole !== "string") {
      this.bytes = whole.subarray(start, start + REACH);
      this.size = this.bytes.length;
      return;
    }
    const part = whole.substring(start, start + WINDOW);
    const { length } = part;
    this.size = length;
    if (this.skipper?.narrow(part, bytes) === true) {
      bytes[length] = 0;
      return;
    }
    if (this.#ascii) {
      const { read, written } = this.#encoder.encodeInto(part, bytes);
      this.#ascii = read === length && written === length;
    }
    // Once there are characters outside ASCII there mostly are more.
    if (!this.#ascii) this.#ascii = narrow(part, bytes);
    bytes[length] = 0;
  }

  /** Whether that word, and no more of one, stands at `at`, which is within reach. */
  spells(word: string, at: number): boolean {
    const { bytes } = this;
    const index = at - this.base;
    for (let place = 0; place < word.length; place++) if (bytes[index + place] !== word.charCodeAt(place)) return false;
    return !isWord(bytes[index + word.length]!);
  }

  /** The text from `start` up to `end`. */
  slice(start: number, end: number): string {
    const { whole } = this;
    if (typeof whole === "string") return whole.slice(start, end);
    if (end - start <= 24) {
      let written = "";
      let at = start;
      for (; at < end && whole[at]! < 0x80; at++) written += String.fromCharCode(whole[at]!);
      if (at === end) return written;
    }
    return decoder.decode(whole.subarray(start, end));
  }

  /** The token that a visitor is told of, as written. */
  token(): string {
    return this.slice(this.tokenStart, this.tokenEnd);
  }
}

/** The place where JSON begins: behind a byte order mark, which editors and fetch accept. */
export function beginOf(whole: string | Uint8Array): number {
  if (typeof whole === "string") return whole.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  return whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf ? 3 : 0;
}

/** Writes a byte for each UTF-16 code unit: itself in ASCII, else 0xff. Answers whether all are ASCII. */
function narrow(text: string, bytes: Uint8Array): boolean {
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    seen |= unit;
    bytes[at] = unit < 0x80 ? unit : 0xff;
  }
  return seen < 0x80;
}
