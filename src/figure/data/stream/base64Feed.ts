import { QUOTE } from "../../text/source/characters.ts";
import { Growing } from "../../text/numbers/growing.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PAD = 0x3d;

/** What each sign stands for; -1 for what is none. */
const SIGNS = new Int8Array(256).fill(-1);
for (let sign = 0; sign < ALPHABET.length; sign++) SIGNS[ALPHABET.charCodeAt(sign)] = sign;

/** The same for two signs, as they are read at once: the first is the lower byte. */
const PAIRS = new Int16Array(65_536).fill(-1);
for (let one = 0; one < ALPHABET.length; one++)
  for (let two = 0; two < ALPHABET.length; two++)
    PAIRS[ALPHABET.charCodeAt(one) | (ALPHABET.charCodeAt(two) << 8)] = (one << 6) | two;

/** Bytes that are made at a stretch. */
const STRETCH = 24 * 1024;

/** Decodes a JSON string of base64 that comes in chunks of any size. Its text is not kept. */
export class Base64Feed {
  /** "refused": there is something else in it, such as an escape. */
  state: "open" | "closed" | "refused" = "open";
  /** Signs, padding included. */
  length = 0;
  /** The signs `=` at its end. */
  padding = 0;
  readonly bytes = new Growing<Uint8Array>(Uint8Array);
  readonly #made = new Uint8Array(STRETCH);
  // Bits that make no byte yet, and how many signs they are of.
  #bits = 0;
  #signs = 0;

  /** Reads on in `chunk` from `from`. Answers how far: to its end, or to the closing quote. */
  feed(chunk: Uint8Array, from: number): number {
    let at = from;
    while (this.state === "open" && at < chunk.length) {
      if (this.#signs === 0 && this.padding === 0) at = this.#fours(chunk, at);
      // A group that is not whole, or the end.
      for (let left = 4; left > 0 && at < chunk.length; left--, at++) {
        const byte = chunk[at]!;
        if (byte === QUOTE) {
          this.#close();
          return at;
        }
        if (!this.#take(byte)) {
          this.state = "refused";
          return at;
        }
        if (this.#signs === 0 && this.padding === 0) left = 1;
      }
    }
    return at;
  }

  #fours(chunk: Uint8Array, from: number): number {
    const made = this.#made;
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let at = from;
    for (;;) {
      let count = 0;
      for (; at + 4 <= chunk.length && count < STRETCH; at += 4, count += 3) {
        const four = view.getUint32(at, true);
        const bits = (PAIRS[four & 0xffff]! << 12) | PAIRS[four >>> 16]!;
        if (bits < 0) break;
        made[count] = bits >> 16;
        made[count + 1] = bits >> 8;
        made[count + 2] = bits;
      }
      if (count > 0) this.bytes.add(made.subarray(0, count));
      if (count < STRETCH) break;
    }
    this.length += at - from;
    return at;
  }

  #take(byte: number): boolean {
    this.length++;
    if (byte === PAD) return ++this.padding <= 2;
    const sign = SIGNS[byte]!;
    if (sign < 0 || this.padding > 0) return false;
    this.#bits = (this.#bits << 6) | sign;
    this.#signs++;
    if (this.#signs === 4) {
      this.#make(3);
      this.#signs = this.#bits = 0;
    }
    return true;
  }

  #close(): void {
    const isWhole = this.padding === 0 ? this.#signs !== 1 : this.#signs + this.padding === 4;
    this.state = isWhole ? "closed" : "refused";
    if (!isWhole || this.#signs === 0) return;
    this.#bits <<= 6 * (4 - this.#signs);
    this.#make(this.#signs - 1);
  }

  #make(count: number): void {
    const bits = this.#bits;
    this.bytes.add(Uint8Array.of(bits >> 16, bits >> 8, bits).subarray(0, count));
  }
}
