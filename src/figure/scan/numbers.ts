import { COMMA, DOT, LOWER_E, LOWER_N, MINUS, NEWLINE, NINE, PLUS, RETURN, SPACE, TAB, ZERO } from "./characters.ts";

/** Characters copied at once: small enough to stay in the processor's nearest memory. */
const WINDOW = 32 * 1024;

const LOWER_L = 0x6c;
const LOWER_U = 0x75;

/**
 * Skips runs of numbers in arrays, which are the bulk of every large figure, and counts them.
 *
 * Reads a sliding copy of the text as bytes, since a byte array is read several times faster than a string. Offsets in
 * the copy are those of the text: a character outside ASCII is one byte there, and ends a run anyway.
 */
export class NumberRuns {
  /** Where the last run ended: at the first character that is not part of it. */
  position = 0;
  /** Numbers and nulls that the last run completed. */
  count = 0;
  /** Whether an element must follow, since the run ended behind a comma or began with something else. */
  expectsElement = false;

  readonly #text: string;
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(0);
  #base = 0;
  #limit = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads `number, number, …` and `null` from `start`, an element's first character, as long as it is well-formed. */
  read(start: number): void {
    if (start < this.#base || start >= this.#limit) this.#fill(start);
    let bytes = this.#bytes;
    // Offsets below are into `bytes`, where a zero behind the last byte ends every loop.
    let at = start - this.#base;
    let count = 0;
    for (;;) {
      const element = at;
      let byte = bytes[at]!;
      let sound = false;
      if (byte === MINUS) byte = bytes[++at]!;
      if (byte >= ZERO && byte <= NINE) {
        sound = true;
        const zero = byte === ZERO;
        byte = bytes[++at]!;
        if (!zero) while (byte >= ZERO && byte <= NINE) byte = bytes[++at]!;
        if (byte === DOT) {
          byte = bytes[++at]!;
          sound = byte >= ZERO && byte <= NINE;
          while (byte >= ZERO && byte <= NINE) byte = bytes[++at]!;
        }
        if (sound && (byte === LOWER_E || byte === 0x45)) {
          byte = bytes[++at]!;
          if (byte === PLUS || byte === MINUS) byte = bytes[++at]!;
          sound = byte >= ZERO && byte <= NINE;
          while (byte >= ZERO && byte <= NINE) byte = bytes[++at]!;
        }
      } else if (byte === LOWER_N && at === element) {
        sound = bytes[at + 1] === LOWER_U && bytes[at + 2] === LOWER_L && bytes[at + 3] === LOWER_L;
        if (sound) byte = bytes[(at += 4)]!;
      }
      let separated = false;
      if (sound) {
        while (byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB) byte = bytes[++at]!;
        if (byte === COMMA) {
          separated = true;
          byte = bytes[++at]!;
          while (byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB) byte = bytes[++at]!;
          if ((byte >= ZERO && byte <= NINE) || byte === MINUS || byte === LOWER_N) {
            count++;
            continue;
          }
        }
      }
      // Within four of the copy's end, what stopped this element may be the end itself: read it again from a copy that
      // begins with it. An element longer than a whole copy is left to the reader of single values.
      if (this.#base + at + 4 > this.#limit && this.#limit < this.#text.length && element > 0) {
        this.#fill(this.#base + element);
        bytes = this.#bytes;
        at = 0;
        continue;
      }
      const whole = sound && (this.#base + at < this.#limit || this.#limit === this.#text.length);
      this.position = this.#base + (whole ? at : element);
      this.count = whole ? count + 1 : count;
      this.expectsElement = whole ? separated : true;
      return;
    }
  }

  #fill(start: number): void {
    const part = this.#text.substring(start, start + WINDOW);
    if (this.#bytes.length <= part.length) this.#bytes = new Uint8Array(Math.min(WINDOW, this.#text.length) + 1);
    const bytes = this.#bytes;
    const { read, written } = this.#encoder.encodeInto(part, bytes);
    if (read !== part.length || written !== read)
      for (let at = 0; at < part.length; at++) {
        const unit = part.charCodeAt(at);
        bytes[at] = unit < 0x80 ? unit : 0xff;
      }
    bytes[part.length] = 0;
    this.#base = start;
    this.#limit = start + part.length;
  }
}
