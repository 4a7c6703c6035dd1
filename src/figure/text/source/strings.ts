import { sequenceLength, SPECIAL, type TextTally } from "./bytes.ts";
import { APOSTROPHE, BACKSLASH, escapeLength, QUOTE, SPACE } from "./characters.ts";
import type { Source } from "./source.ts";

/** Strings up to this long are read character by character; longer ones are searched for their end. */
const NEAR = 64;

/** The same where characters that need a look are many. */
const FAR = 4096;

/** Skips JSON strings that are no elements of arrays, and checks them strictly. */
export class Strings {
  /** The place behind the closing quote of the last string, or the place of its fault. */
  position = 0;
  fault: "unterminated" | "control" | "escape" | undefined;
  /** Whether the last string holds a backslash. */
  escaped = false;
  /** Characters that the last string is written with above those that it stands for: 5 for each `\u002f`. */
  surplus = 0;
  /** Whether the last string goes on behind its place. */
  pending = false;

  #near = NEAR;
  readonly #source: Source;
  readonly #tally: TextTally;

  constructor(source: Source, tally: TextTally) {
    this.#source = source;
    this.#tally = tally;
  }

  /**
   * Reads the string whose opening quote is at `open`, within reach, up to about `until`; true where it is sound. Where it
   * is longer, it is pending, and its place the one to go on at.
   */
  read(open: number, until: number): boolean {
    const { bytes, base, skipper } = this.#source;
    let at = open - base + 1;
    const near = at + NEAR;
    while (at < near && SPECIAL[bytes[at]!] === 0) at++;
    this.escaped = false;
    this.surplus = 0;
    this.fault = undefined;
    if (bytes[at] === QUOTE) {
      this.position = base + at + 1;
      return true;
    }
    this.#near = skipper === null ? Infinity : NEAR;
    this.#tally.escaped = false;
    this.position = open + 1;
    return this.resume(until);
  }

  /** Goes on with the string that is pending. */
  resume(until: number): boolean {
    const { whole } = this.#source;
    this.pending = false;
    return typeof whole === "string" ? this.#readText(whole, until) : this.#readBytes(whole, until);
  }

  /** Reads on in bytes. What is not sound there is only found out, not told. */
  #readBytes(bytes: Uint8Array, until: number): boolean {
    const tally = this.#tally;
    let at = this.position;
    for (;;) {
      const near = Math.min(at + this.#near, until);
      while (at < near && SPECIAL[bytes[at]!] === 0) at++;
      if (at >= near) {
        if (at >= until) return this.#pause(at);
        at = this.#plainEnd(bytes, at, until);
        continue;
      }
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
        this.surplus += escape - 1;
        at += escape;
      }
    }
    this.escaped = tally.escaped;
    this.position = at + 1;
    return true;
  }

  /** A place from `from` on up to which all characters stand for themselves: as far as it can be seen at once. */
  #plainEnd(source: string | Uint8Array, from: number, until: number): number {
    const { skipper } = this.#source;
    if (skipper === null) return from;
    const end = skipper.plainEnd(source, from, until);
    this.#near = end - from < NEAR ? FAR : NEAR;
    return end;
  }

  #readText(text: string, until: number): boolean {
    let at = this.position;
    for (;;) {
      const near = Math.min(text.length, at + this.#near, until);
      for (; at < near; at++) {
        const unit = text.charCodeAt(at);
        if (unit === QUOTE) {
          this.position = at + 1;
          return true;
        }
        if (unit === BACKSLASH) {
          const escape = this.#escapeLength(text, at);
          if (escape === 0) return this.#fail("escape", at);
          this.surplus += escape - 1;
          at += escape - 1;
        } else if (unit < SPACE) return this.#fail("control", at);
      }
      if (at >= text.length) return this.#fail("unterminated", text.length);
      if (at >= until) return this.#pause(at);
      at = this.#plainEnd(text, at, until);
    }
  }

  #pause(at: number): true {
    this.pending = true;
    this.position = at;
    return true;
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
}

function escapeAt(bytes: Uint8Array, at: number): number {
  return escapeLength(bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!, bytes[at + 4]!, bytes[at + 5]!);
}

/** Decodes the literal at `start`…`end`. One without quotes, or with a fault, is returned as written. */
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
