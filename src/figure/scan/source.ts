/** Characters copied at once: small enough to stay in the processor's nearest memory. */
const WINDOW = 16 * 1024;

/** Tokens up to this long are whole in `bytes` where `reach` was asked for before them. */
const NEAR = 64;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * What is scanned, as bytes: a file's own, or a text's, of which a part at a time is copied, since a byte array is read
 * several times faster than a string. Places are those of the bytes, or of the text's UTF-16 code units: a character
 * outside ASCII is one byte in the copy, 0xff.
 */
export class Source {
  /** Undefined where bytes are scanned. */
  readonly text: string | undefined;
  readonly length: number;
  /** What is at `base` and behind it, `size` of it; a zero or nothing stands behind the last. */
  bytes: Uint8Array;
  base = 0;
  size = 0;
  /** The token that a visitor is told of, quotes included. */
  tokenStart = 0;
  tokenEnd = 0;

  readonly #encoder = new TextEncoder();
  #ascii = true;
  #utf8 = new Uint8Array(0);

  constructor(source: string | Uint8Array) {
    this.length = source.length;
    if (typeof source === "string") {
      this.text = source;
      this.bytes = new Uint8Array(Math.min(WINDOW, source.length) + 2);
    } else {
      this.text = undefined;
      this.bytes = source;
      this.size = source.length;
    }
  }

  /** Index in `bytes` of `at`, with at least 64 of what follows behind it, or all of it. */
  reach(at: number): number {
    const index = at - this.base;
    if (index >= 0 && (index + NEAR <= this.size || this.base + this.size >= this.length)) return index;
    this.fill(at);
    return at - this.base;
  }

  /** Makes `bytes` begin at `start`, as far as they do not hold everything already. */
  fill(start: number): void {
    const { text, bytes } = this;
    if (text === undefined) return;
    const part = text.substring(start, start + WINDOW);
    const { length } = part;
    this.base = start;
    this.size = length;
    // UTF-8 as the engine writes it, brought to one byte a unit where it is not that already.
    const utf8 = this.#ascii ? bytes : this.#utf8;
    const { read, written } = this.#encoder.encodeInto(part, utf8);
    if (this.#ascii && read === length && written === length) {
      bytes[length] = 0;
      return;
    }
    if (this.#ascii) {
      this.#ascii = false;
      if (this.#utf8.length === 0) this.#utf8 = new Uint8Array(3 * WINDOW);
      this.fill(start);
      return;
    }
    narrow(utf8, written, bytes);
    this.#ascii = written === length;
    bytes[length] = 0;
  }

  /** What stands from `start` up to `end`. */
  slice(start: number, end: number): string {
    if (this.text !== undefined) return this.text.slice(start, end);
    if (end - start <= 24) {
      const { bytes } = this;
      let written = "";
      let at = start;
      for (; at < end && bytes[at]! < 0x80; at++) written += String.fromCharCode(bytes[at]!);
      if (at === end) return written;
    }
    return decoder.decode(this.bytes.subarray(start, end));
  }

  /** The token that a visitor is told of, as written. */
  token(): string {
    return this.slice(this.tokenStart, this.tokenEnd);
  }
}

/** By the byte of UTF-8: how many UTF-16 code units begin with it. */
const UNITS = new Uint8Array(256).fill(1, 0, 0x80).fill(1, 0xc0, 0xf0).fill(2, 0xf0);

/** Writes a byte for each UTF-16 code unit: itself in ASCII, else 0xff. */
function narrow(utf8: Uint8Array, length: number, bytes: Uint8Array): void {
  let written = 0;
  for (let at = 0; at < length; at++) {
    const byte = utf8[at]!;
    const narrowed = byte < 0x80 ? byte : 0xff;
    // The second is there for the two units of a pair; what follows any other overwrites it.
    bytes[written] = narrowed;
    bytes[written + 1] = narrowed;
    written += UNITS[byte]!;
  }
}
