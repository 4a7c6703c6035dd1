import { sequenceLength, SPECIAL, type TextTally } from "./bytes.ts";
import { APOSTROPHE, BACKSLASH, escapeLength, QUOTE, SPACE } from "./characters.ts";
import type { Source } from "./source.ts";

/** Strings up to this long are read character by character; longer ones are searched for their end. */
const NEAR = 64;

/** Characters checked at once in the long ones. */
const WINDOW = 16 * 1024;

/** Words asked at once: few, since one character that needs a look sends all of them back. */
const BLOCK = 256;

/** Skips JSON strings that are no elements of arrays, and checks them strictly. */
export class Strings {
  /** Behind the closing quote of the last string; where it broke, the place of the fault. */
  position = 0;
  fault: "unterminated" | "control" | "escape" | undefined;
  /** Whether the last string holds a backslash. */
  escaped = false;

  readonly #source: Source;
  readonly #tally: TextTally;
  readonly #encoder = new TextEncoder();
  #nextQuote = -1;
  #nextBackslash = -1;
  #words: Int32Array | undefined;

  constructor(source: Source, tally: TextTally) {
    this.#source = source;
    this.#tally = tally;
  }

  /** Reads the string whose opening quote is at `open`, within reach; true where it is sound. */
  read(open: number): boolean {
    const source = this.#source;
    const { bytes, base, text } = source;
    let at = open - base + 1;
    const near = at + NEAR;
    while (at < near && SPECIAL[bytes[at]!] === 0) at++;
    this.escaped = false;
    this.fault = undefined;
    if (bytes[at] === QUOTE) {
      this.position = base + at + 1;
      return true;
    }
    return text === undefined ? this.#readBytes(at) : this.#readText(text, open + 1);
  }

  /** Reads on in bytes. What is not sound there is only found out, not told. */
  #readBytes(from: number): boolean {
    const { bytes } = this.#source;
    const tally = this.#tally;
    tally.escaped = false;
    let at = from;
    for (;;) {
      const near = at + NEAR;
      while (at < near && SPECIAL[bytes[at]!] === 0) at++;
      if (at >= near) at = this.#plainEnd(at);
      const byte = bytes[at]!;
      if (byte === QUOTE) break;
      if (byte >= 0x80) {
        const length = sequenceLength(bytes, at);
        if (length === 0) return this.#fail("unterminated", at);
        tally.extra += length === 4 ? 2 : length - 1;
        at += length;
      } else {
        const escape = byte === BACKSLASH ? escapeAt(bytes, at) : 0;
        if (escape === 0) return this.#fail("unterminated", at);
        tally.escaped = true;
        at += escape;
      }
    }
    this.escaped = tally.escaped;
    this.position = at + 1;
    return true;
  }

  /** A place from `from` on up to which all bytes stand for themselves: as far as it can be seen at once. */
  #plainEnd(from: number): number {
    const { bytes, length } = this.#source;
    if (this.#nextQuote < from) this.#nextQuote = orEnd(bytes.indexOf(QUOTE, from), length);
    if (this.#nextBackslash < from) this.#nextBackslash = orEnd(bytes.indexOf(BACKSLASH, from), length);
    const end = Math.min(this.#nextQuote, this.#nextBackslash);
    const shift = bytes.byteOffset % 4;
    this.#words ??= new Int32Array(bytes.buffer, bytes.byteOffset - shift, Math.floor((shift + length) / 4));
    let at = from;
    while (end - at > 64) {
      const first = (at + shift + 3) >> 2;
      const last = Math.min((end + shift) >> 2, first + BLOCK);
      if (!allPlain(this.#words, first, last)) break;
      at = last * 4 - shift;
    }
    while (at < end && SPECIAL[bytes[at]!] === 0) at++;
    return at;
  }

  #readText(text: string, from: number): boolean {
    let at = from;
    for (;;) {
      const near = Math.min(text.length, at + NEAR);
      for (; at < near; at++) {
        const unit = text.charCodeAt(at);
        if (unit === QUOTE) {
          this.position = at + 1;
          return true;
        }
        if (unit === BACKSLASH) {
          const escape = this.#escapeLength(text, at);
          if (escape === 0) return this.#fail("escape", at);
          at += escape - 1;
        } else if (unit < SPACE) return this.#fail("control", at);
      }
      if (at < text.length) {
        // Both are remembered, so that a text is searched once however many strings pass by.
        if (this.#nextQuote < at) this.#nextQuote = orEnd(text.indexOf('"', at), text.length);
        if (this.#nextBackslash < at) this.#nextBackslash = orEnd(text.indexOf("\\", at), text.length);
        const end = Math.min(this.#nextQuote, this.#nextBackslash);
        const control = this.#controlBetween(text, at, end);
        if (control >= 0) return this.#fail("control", control);
        at = end;
      }
      if (at >= text.length) return this.#fail("unterminated", text.length);
    }
  }

  #escapeLength(text: string, at: number): number {
    this.escaped = true;
    return escapeLength(
      text.charCodeAt(at + 1),
      text.charCodeAt(at + 2),
      text.charCodeAt(at + 3),
      text.charCodeAt(at + 4),
      text.charCodeAt(at + 5),
    );
  }

  #fail(fault: "unterminated" | "control" | "escape", at: number): false {
    this.fault = fault;
    this.position = at;
    return false;
  }

  /** The first control character from `start` up to `end`, or -1. */
  #controlBetween(text: string, start: number, end: number): number {
    let at = start;
    while (end - at > 256) {
      const part = text.substring(at, Math.min(end, at + WINDOW));
      // UTF-8 keeps control characters as they are and makes no new ones, so four bytes can be asked at once.
      const words = (this.#words ??= new Int32Array((WINDOW * 3) / 4 + 1));
      const bytes = new Uint8Array(words.buffer);
      const { written } = this.#encoder.encodeInto(part, bytes);
      bytes.fill(SPACE, written, written + 4);
      const last = (written + 3) >> 2;
      if (!allPlain(words, 0, last) && anyControl(words, last)) break;
      at += part.length;
    }
    for (; at < end; at++) if (text.charCodeAt(at) < SPACE) return at;
    return -1;
  }
}

/** Whether all bytes of the words from `first` up to `last` are ASCII and no control characters. */
function allPlain(words: Int32Array, first: number, last: number): boolean {
  let found = 0;
  let word = first;
  for (; word + 4 <= last; word += 4) {
    const a = words[word]!;
    const b = words[word + 1]!;
    const c = words[word + 2]!;
    const d = words[word + 3]!;
    found |= a | b | c | d | (a - 0x20202020) | (b - 0x20202020) | (c - 0x20202020) | (d - 0x20202020);
  }
  for (; word < last; word++) found |= words[word]! | (words[word]! - 0x20202020);
  return (found & 0x80808080) === 0;
}

function anyControl(words: Int32Array, last: number): boolean {
  let found = 0;
  for (let word = 0; word < last; word++) {
    const four = words[word]!;
    found |= (four - 0x20202020) & ~four & 0x80808080;
  }
  return found !== 0;
}

function escapeAt(bytes: Uint8Array, at: number): number {
  return escapeLength(bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!, bytes[at + 4]!, bytes[at + 5]!);
}

function orEnd(index: number, end: number): number {
  return index < 0 ? end : index;
}

/** The text of the literal at `start`…`end`; as written where it has no quotes or is not sound. */
export function decodeString(text: string, start = 0, end = text.length): string {
  const quote = text.charCodeAt(start);
  if (quote !== QUOTE && quote !== APOSTROPHE) return text.slice(start, end);
  const inner = text.slice(start + 1, end - start > 1 && text.charCodeAt(end - 1) === quote ? end - 1 : end);
  if (!inner.includes("\\")) return inner;
  try {
    const value: unknown = JSON.parse(`"${inner}"`);
    return typeof value === "string" ? value : inner;
  } catch {
    return inner;
  }
}
