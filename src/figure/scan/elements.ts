import {
  BACKSLASH,
  COMMA,
  DOT,
  escapeLength,
  LOWER_E,
  LOWER_L,
  LOWER_N,
  LOWER_U,
  MINUS,
  NEWLINE,
  NINE,
  PLUS,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
  UPPER_E,
  ZERO,
} from "./characters.ts";

/** Characters copied at once: small enough to stay in the processor's nearest memory. */
const WINDOW = 16 * 1024;

/** The longest word or escape that is looked at beyond the character in hand. */
const AHEAD = 6;

/**
 * Skips runs of numbers, texts and nulls in arrays, which are the bulk of every large figure, and counts them.
 *
 * Reads a sliding copy of the text as bytes, since a byte array is read several times faster than a string. Offsets in
 * the copy are those of the text: a character outside ASCII is one byte there, of a value that JSON allows in texts
 * alone.
 */
export class Elements {
  /** Where the last run ended: at the first character that is not part of it. */
  position = 0;
  /** Elements that the last run completed. */
  count = 0;
  /** Whether an element must follow, since the run ended behind a comma or began with something else. */
  expectsElement = false;

  readonly #text: string;
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(0);
  #base = 0;
  #limit = 0;
  readonly #run: Run = { count: 0, element: 0, at: 0, sound: false, separated: false };

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads `element, element, …` from `start`, an element's first character, as long as it is well-formed. */
  read(start: number): void {
    if (start < this.#base || start >= this.#limit) this.#fill(start);
    const run = this.#run;
    const { length } = this.#text;
    this.count = 0;
    readRun(this.#bytes, start - this.#base, run);
    // So near the copy's end, what stopped an element may be the end itself: read it again from a copy that begins with
    // it. An element longer than a whole copy is left to the reader of single values.
    while (this.#base + run.at + AHEAD > this.#limit && this.#limit < length && run.element > 0) {
      this.count += run.count;
      this.#fill(this.#base + run.element);
      readRun(this.#bytes, 0, run);
    }
    const whole = run.sound && (this.#base + run.at < this.#limit || this.#limit === length);
    this.count += whole ? run.count + 1 : run.count;
    this.position = this.#base + (whole ? run.at : run.element);
    this.expectsElement = whole ? run.separated : true;
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

/** Where a run within one copy ended. */
interface Run {
  /** Elements with a comma and another element behind them. */
  count: number;
  /** The first character of the element that was the last. */
  element: number;
  /** The first character that was not read. */
  at: number;
  /** Whether the last element is well-formed as far as the copy goes. */
  sound: boolean;
  /** Whether a comma follows it. */
  separated: boolean;
}

/**
 * Reads elements from `start`; a zero behind the last byte ends every loop. A function of its own that ends with each
 * copy, so that the engine soon enters it compiled.
 */
function readRun(bytes: Uint8Array, start: number, run: Run): void {
  let at = start;
  let count = 0;
  for (;;) {
    const element = at;
    let byte = bytes[at]!;
    let sound = false;
    if (byte === QUOTE) {
      at = textEnd(bytes, at);
      byte = bytes[at]!;
      sound = byte === QUOTE;
      if (sound) byte = bytes[++at]!;
    } else {
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
        if (sound && (byte === LOWER_E || byte === UPPER_E)) {
          byte = bytes[++at]!;
          if (byte === PLUS || byte === MINUS) byte = bytes[++at]!;
          sound = byte >= ZERO && byte <= NINE;
          while (byte >= ZERO && byte <= NINE) byte = bytes[++at]!;
        }
      } else if (byte === LOWER_N && at === element) {
        sound = bytes[at + 1] === LOWER_U && bytes[at + 2] === LOWER_L && bytes[at + 3] === LOWER_L;
        if (sound) byte = bytes[(at += 4)]!;
      }
    }
    let separated = false;
    if (sound) {
      while (byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB) byte = bytes[++at]!;
      if (byte === COMMA) {
        separated = true;
        byte = bytes[++at]!;
        while (byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB) byte = bytes[++at]!;
        if ((byte >= ZERO && byte <= NINE) || byte === QUOTE || byte === MINUS || byte === LOWER_N) {
          count++;
          continue;
        }
      }
    }
    run.count = count;
    run.element = element;
    run.at = at;
    run.sound = sound;
    run.separated = separated;
    return;
  }
}

/** Where the text whose opening quote is at `open` has its closing one, or breaks. */
function textEnd(bytes: Uint8Array, open: number): number {
  let at = open + 1;
  for (;;) {
    let byte = bytes[at]!;
    while (byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH) byte = bytes[++at]!;
    if (byte !== BACKSLASH) return at;
    const escape = escapeLength(bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!, bytes[at + 4]!, bytes[at + 5]!);
    if (escape === 0) return at;
    at += escape;
  }
}
