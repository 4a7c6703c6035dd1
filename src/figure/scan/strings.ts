import { APOSTROPHE, BACKSLASH, escapeLength, QUOTE, SPACE } from "./characters.ts";

/** Strings up to this long are read character by character; longer ones are searched for their end. */
const NEAR = 64;

/** Characters checked at once in the long ones. */
const WINDOW = 16 * 1024;

/** Skips JSON strings, and checks them strictly. */
export class Strings {
  /** Behind the closing quote of the last string; where it broke, the offset of the fault. */
  position = 0;
  fault: "unterminated" | "control" | "escape" | undefined;
  /** Whether the last string holds a backslash. */
  escaped = false;

  readonly #text: string;
  readonly #encoder = new TextEncoder();
  #nextQuote = -1;
  #nextBackslash = -1;
  #words = new Uint32Array(0);

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads the string whose opening quote is at `open`; true where it is sound. */
  read(open: number): boolean {
    const text = this.#text;
    this.escaped = false;
    this.fault = undefined;
    let at = open + 1;
    for (;;) {
      const near = Math.min(text.length, at + NEAR);
      for (; at < near; at++) {
        const unit = text.charCodeAt(at);
        if (unit === QUOTE) {
          this.position = at + 1;
          return true;
        }
        if (unit === BACKSLASH) {
          const escape = this.#escapeLength(at);
          if (escape === 0) return this.#fail("escape", at);
          at += escape - 1;
        } else if (unit < SPACE) return this.#fail("control", at);
      }
      if (at < text.length) {
        const end = Math.min(this.#quoteFrom(at), this.#backslashFrom(at));
        const control = this.#controlBetween(at, end);
        if (control >= 0) return this.#fail("control", control);
        at = end;
      }
      if (at >= text.length) return this.#fail("unterminated", text.length);
    }
  }

  #escapeLength(at: number): number {
    const text = this.#text;
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

  // Both are remembered, so that a text is searched once however many strings pass by.
  #quoteFrom(at: number): number {
    if (this.#nextQuote < at) this.#nextQuote = indexOrEnd(this.#text, '"', at);
    return this.#nextQuote;
  }

  #backslashFrom(at: number): number {
    if (this.#nextBackslash < at) this.#nextBackslash = indexOrEnd(this.#text, "\\", at);
    return this.#nextBackslash;
  }

  /** The first control character from `start` up to `end`, or -1. */
  #controlBetween(start: number, end: number): number {
    const text = this.#text;
    let at = start;
    while (end - at > 256) {
      const part = text.substring(at, Math.min(end, at + WINDOW));
      // UTF-8 keeps control characters as they are and makes no new ones, so four bytes can be asked at once.
      if (this.#words.length === 0) this.#words = new Uint32Array((WINDOW * 3) / 4 + 1);
      const words = this.#words;
      const bytes = new Uint8Array(words.buffer);
      const { written } = this.#encoder.encodeInto(part, bytes);
      bytes.fill(SPACE, written, written + 4);
      const last = (written + 3) >> 2;
      let found = 0;
      for (let word = 0; word < last; word++) {
        const four = words[word]!;
        found |= (four - 0x20202020) & ~four & 0x80808080;
      }
      if (found !== 0) break;
      at += part.length;
    }
    for (; at < end; at++) if (text.charCodeAt(at) < SPACE) return at;
    return -1;
  }
}

function indexOrEnd(text: string, searched: string, from: number): number {
  const index = text.indexOf(searched, from);
  return index < 0 ? text.length : index;
}

/** The text of the literal at `start`…`end`; as written where it has no quotes or is not sound. */
export function decodeString(text: string, start: number, end: number): string {
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
