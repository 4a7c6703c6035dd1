import { elementBits } from "./elementKinds.ts";
import { type TextTally, textEnd } from "./bytes.ts";
import {
  COMMA,
  isWord,
  LOWER_A,
  LOWER_E,
  LOWER_F,
  LOWER_L,
  LOWER_N,
  LOWER_R,
  LOWER_S,
  LOWER_T,
  LOWER_U,
  MINUS,
  NEWLINE,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
  DOT,
  PLUS,
  ZERO,
} from "./characters.ts";
import type { Source } from "./source.ts";

/** The longest word or escape that is looked at beyond the character in hand. */
const AHEAD = 6;

/** Characters read at a stretch; nothing is skipped behind them without a word in between. */
const STRETCH = 256 * 1024;

/** Skips and counts runs of numbers, texts and words in arrays, which are the bulk of every large figure. */
export class Elements {
  /** Where the last run ended: at the first character that is not part of it. */
  position = 0;
  /** Elements that the last run completed. */
  count = 0;
  /** Bits of what they are. */
  kinds = 0;
  /** Whether an element must follow, since the run ended behind a comma or began with something else. */
  expectsElement = false;

  readonly #source: Source;
  readonly #tally: TextTally;
  readonly #run: Run = { count: 0, kinds: 0, kind: 0, extra: 0, element: 0, at: 0, sound: false, separated: false };

  constructor(source: Source, tally: TextTally) {
    this.#source = source;
    this.#tally = tally;
  }

  /**
   * Reads `element, element, …` from `start`, an element's first character, as long as it is well-formed. Begins none
   * from `until` on but the first.
   */
  read(start: number, until: number): void {
    const [source, run] = [this.#source, this.#run];
    const { length } = source;
    const utf8 = source.text === undefined;
    const index = source.reach(start);
    this.count = 0;
    this.kinds = 0;
    const stretch = Math.min(STRETCH, until - start);
    readRun(source.bytes, index, index + stretch, utf8, run, this.#tally);
    // So near the copy's end, what stopped an element may be the end itself: read it again from a copy that begins with
    // it. An element longer than a whole copy is left to the reader of single values.
    for (;;) {
      const limit = source.base + source.size;
      if (source.base + run.at + AHEAD <= limit || limit >= length || run.element === 0) break;
      if (source.base + run.element >= start + stretch) break;
      this.count += run.count;
      this.kinds |= run.kinds;
      this.#tally.extra = run.extra;
      source.fill(source.base + run.element);
      readRun(source.bytes, 0, start + stretch - source.base, utf8, run, this.#tally);
    }
    const limit = source.base + source.size;
    const whole = run.sound && (source.base + run.at < limit || limit === length);
    this.count += whole ? run.count + 1 : run.count;
    this.kinds |= whole ? run.kinds | run.kind : run.kinds;
    if (!whole) this.#tally.extra = run.extra;
    this.position = source.base + (whole ? run.at : run.element);
    this.expectsElement = whole ? run.separated : true;
  }
}

/** Where a run within one copy ended. */
interface Run {
  /** Elements with a comma and another element behind them. */
  count: number;
  /** Bits of what those are. */
  kinds: number;
  /** Bit of the element behind them, as far as it can be seen. */
  kind: number;
  /** The tally's extra before it. */
  extra: number;
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
 * Reads elements from `start`, and begins none from `stop` on; whatever stands behind the last byte ends every loop. A
 * function of its own that ends with each copy, so that the engine soon enters it compiled.
 *
 * A digit is found by one comparison: `^ 0x30` makes digits 0 to 9 and everything else more.
 */
function readRun(bytes: Uint8Array, start: number, stop: number, utf8: boolean, run: Run, tally: TextTally): void {
  let at = start;
  let count = 0;
  let kinds = 0;
  let extra = 0;
  for (;;) {
    const element = at;
    let kind: number = elementBits.number;
    let byte = bytes[at]!;
    let sound = false;
    if (byte === QUOTE) {
      kind = elementBits.string;
      extra = tally.extra;
      at = textEnd(bytes, at + 1, utf8, tally);
      byte = bytes[at]!;
      sound = byte === QUOTE;
      if (sound) byte = bytes[++at]!;
    } else {
      if (byte === MINUS) byte = bytes[++at]!;
      if ((byte ^ ZERO) <= 9) {
        sound = true;
        const zero = byte === ZERO;
        byte = bytes[++at]!;
        if (!zero) while ((byte ^ ZERO) <= 9) byte = bytes[++at]!;
        if (byte === DOT) {
          byte = bytes[++at]!;
          sound = (byte ^ ZERO) <= 9;
          while ((byte ^ ZERO) <= 9) byte = bytes[++at]!;
        }
        if ((byte | 0x20) === LOWER_E && sound) {
          byte = bytes[++at]!;
          if (byte === PLUS || byte === MINUS) byte = bytes[++at]!;
          sound = (byte ^ ZERO) <= 9;
          while ((byte ^ ZERO) <= 9) byte = bytes[++at]!;
        }
      } else if (at === element) {
        const word = wordLength(bytes, at, byte);
        kind = byte === LOWER_N ? elementBits.null : elementBits.boolean;
        sound = word > 0;
        if (sound) byte = bytes[(at += word)]!;
      }
    }
    let separated = false;
    if (sound) {
      while (byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB) byte = bytes[++at]!;
      if (byte === COMMA) {
        separated = true;
        byte = bytes[++at]!;
        while (byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB) byte = bytes[++at]!;
        if (at < stop && ((byte ^ ZERO) <= 9 || byte === QUOTE || byte === MINUS || isWordStart(byte))) {
          count++;
          kinds |= kind;
          continue;
        }
      }
    }
    run.count = count;
    run.kinds = kinds;
    run.kind = kind;
    run.extra = kind === elementBits.string ? extra : tally.extra;
    run.element = element;
    run.at = at;
    run.sound = sound;
    run.separated = separated;
    return;
  }
}

function isWordStart(byte: number): boolean {
  return byte === LOWER_N || byte === LOWER_T || byte === LOWER_F;
}

/** The length of the null, true or false at `at`; 0 where there is none, or more of a word. */
function wordLength(bytes: Uint8Array, at: number, first: number): number {
  const [b, c, d] = [bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!];
  let length = 0;
  if (first === LOWER_N) length = b === LOWER_U && c === LOWER_L && d === LOWER_L ? 4 : 0;
  else if (first === LOWER_T) length = b === LOWER_R && c === LOWER_U && d === LOWER_E ? 4 : 0;
  else if (first === LOWER_F)
    length = b === LOWER_A && c === LOWER_L && d === LOWER_S && bytes[at + 4] === LOWER_E ? 5 : 0;
  return isWord(bytes[at + length]!) ? 0 : length;
}
