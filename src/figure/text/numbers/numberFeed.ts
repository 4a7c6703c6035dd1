import { isDigit, isWord, MINUS, NEWLINE, RETURN } from "../source/characters.ts";
import { type Column, FoundNumbers, kindOf, surveyed } from "./found.ts";
import { Growing } from "./growing.ts";
import { CHUNK, CLOSED, TEXT, wordAt, words, ZEROS } from "./memory.ts";
import type { NumbersProgram } from "./program.ts";

/** Text read at first: most of what is no list of numbers shows that at once. */
const FIRST = 2048;

/** The longest word and what follows it. */
const NEAR = 16;

/** What Python writes for numbers that JSON does not have. */
const NOT_JSON = ["NaN", "Infinity", "-Infinity"] as const;

/** Non-finite numbers that are told; the rest of a million is no news. */
const MOST_TOLD = 20;

const GAP = Float64Array.of(Number.NaN);

/** A word such as `NaN` in a list of numbers: so many bytes behind the bracket. */
export interface NonFinite {
  readonly at: number;
  /** Line ends before it, from the bracket on. */
  readonly lines: number;
  readonly word: string;
}

/**
 * Reads a JSON array of numbers, or of equally long lists of them, from UTF-8 that comes in chunks of any size: to the
 * bit the numbers that JSON.parse makes, with NaN for `null`. The text itself is not kept.
 */
export class NumberFeed {
  /** "refused": it is no such array, or no JSON. */
  state: "open" | "closed" | "refused" = "open";
  /** Bytes that were read, from behind the array's bracket. */
  read = 0;
  /** Line ends in them. */
  lines = 0;
  /** Where the last line begins, if there is any line end. */
  lineStart = 0;
  hasNull = false;
  /** Its first numbers that JSON does not have. NaN stands for each in the column. */
  readonly nonFinite: NonFinite[] = [];
  readonly column = new Growing<Column>(Int8Array);
  #bytesEach = 1;
  #seen = { isWhole: true, isShort: false };

  readonly #program: NumbersProgram;
  readonly #found: FoundNumbers;
  readonly #text: Uint8Array<ArrayBuffer>;
  readonly #state: Int32Array<ArrayBuffer>;
  readonly #kept = new Int32Array(words.length);
  /** Text that was fed and not read yet: the beginning of something that may go on. */
  #rest: Uint8Array = new Uint8Array(0);
  #size = FIRST;
  /** What was read ends with CR, and was counted as a line end. */
  #isAfterReturn = false;

  constructor(program: NumbersProgram) {
    this.#program = program;
    this.#found = new FoundNumbers(program);
    this.#text = new Uint8Array(program.buffer, TEXT, CHUNK + ZEROS);
    this.#state = new Int32Array(program.buffer, 0, words.length);
  }

  get isClosed(): boolean {
    return this.state === "closed";
  }

  /** Rows of a list of lists; 0 for a list. */
  get rows(): number {
    return this.#kept[wordAt.rows]!;
  }

  /** The numbers of each row. */
  get columns(): number {
    return this.#kept[wordAt.columns]!;
  }

  /**
   * Reads on in `chunk` from `from`. Answers how far it took of it: to its end, or to the bracket that closes the array.
   * Throws a RangeError where there is no memory for the numbers.
   */
  feed(chunk: Uint8Array, from: number): number {
    let at = from;
    while (this.state === "open" && at < chunk.length) {
      const rest = this.#rest;
      const part = chunk.subarray(at, at + Math.max(1, this.#size - rest.length));
      this.#text.set(rest);
      this.#text.set(part, rest.length);
      const length = rest.length + part.length;
      this.#text.fill(0, length, length + ZEROS);
      const reached = this.#parse(length);
      const lines = this.#linesUpTo(reached);
      // It may be the second half of one that was counted.
      if (lines > 0 || this.#isAfterReturn) this.lineStart = Math.max(this.lineStart, this.#lineStart(reached));
      this.lines += lines;
      if (reached > 0) this.#isAfterReturn = reached === length && this.#text[reached - 1] === RETURN;
      this.read += reached;
      if (this.isClosed) return at + reached - rest.length;
      this.#rest = this.#text.slice(reached, length);
      at += part.length;
    }
    return at;
  }

  /** Line ends of the text in hand, up to that place of it. */
  #linesUpTo(place: number): number {
    if (place === 0) return 0;
    const lines = this.#program.lines(TEXT, TEXT + place);
    return this.#isAfterReturn && this.#text[0] === NEWLINE ? lines - 1 : lines;
  }

  /** Behind the last line end up to that place. */
  #lineStart(place: number): number {
    if (place === 0) return 0;
    const text = this.#text;
    const last = Math.max(text.lastIndexOf(NEWLINE, place - 1), text.lastIndexOf(RETURN, place - 1));
    return last < 0 ? 0 : this.read + last + 1;
  }

  /** Reads the text in hand. Answers up to where. */
  #parse(length: number): number {
    const [kept, state] = [this.#kept, this.#state];
    // No look at the text makes a column of 64 bits another one.
    if (this.#seen.isWhole || this.#bytesEach < 8) this.#seen = surveyed(this.#program, TEXT + length);
    const { isShort } = this.#seen;
    let { isWhole } = this.#seen;
    this.#size = CHUNK;
    for (let start = 0; start < length;) {
      state.set(kept);
      state[wordAt.at] = TEXT + start;
      const answer = this.#program.parse(TEXT + length, this.hasNull ? 1 : 0, isShort ? 1 : 0);
      const reached = state[wordAt.at]! - TEXT;
      kept.set(state);
      const missed = state[wordAt.undecided]!;
      if (answer === CLOSED && !isWhole) {
        // What stands behind the array may have looked like a point or an exponent.
        this.#text.fill(0, reached, reached + ZEROS);
        ({ isWhole } = surveyed(this.#program, TEXT + reached));
      }
      this.#take(kept[wordAt.total]! - this.column.length, missed, isWhole);
      if (answer === CLOSED) {
        this.state = "closed";
        return reached;
      }
      const hadNull = this.hasNull;
      const end = reached > start ? reached : this.#other(start, length);
      if (end === start && hadNull === this.hasNull) return start;
      start = end;
    }
    return length;
  }

  #take(count: number, missed: number, isWhole: boolean): void {
    if (count === 0) return;
    const { column } = this;
    if (missed > 0) this.#found.decide(missed);
    if (this.#bytesEach < 8) this.#widen(this.#found.bytesEach(count, isWhole));
    column.add(this.#found.as(count, this.#bytesEach));
  }

  #widen(bytes: number): void {
    if (bytes <= this.#bytesEach) return;
    this.#bytesEach = bytes;
    this.column.widen(kindOf(bytes));
  }

  /** What stands at `start` is none that the program reads. Answers the place behind it, or `start` where it stays. */
  #other(start: number, length: number): number {
    const word = NOT_JSON.find((each) => this.#spells(each, start));
    if (word !== undefined) return this.#put(word, start);
    if (!this.hasNull && this.#spells("null", start)) {
      this.hasNull = true;
      return start;
    }
    const first = this.#text[start]!;
    // More of it may follow.
    const left = length - start;
    if (left < NEAR || (left < CHUNK && (isDigit(first) || first === MINUS))) return start;
    this.state = "refused";
    return start;
  }

  /** Whether that word stands there, and something behind it. */
  #spells(word: string, start: number): boolean {
    const text = this.#text;
    for (let at = 0; at < word.length; at++) if (text[start + at] !== word.charCodeAt(at)) return false;
    const next = text[start + word.length]!;
    return next !== 0 && !isWord(next);
  }

  /** Puts a gap in where that word stands. */
  #put(word: string, start: number): number {
    const kept = this.#kept;
    const isBetweenRows = kept[wordAt.inRow] === 0 && kept[wordAt.rows] !== 0;
    if (kept[wordAt.behind] !== 0 || isBetweenRows) {
      this.state = "refused";
      return start;
    }
    if (this.nonFinite.length < MOST_TOLD)
      this.nonFinite.push({ at: this.read + start, lines: this.lines + this.#linesUpTo(start), word });
    this.#widen(8);
    this.column.add(GAP);
    kept[wordAt.behind] = 1;
    kept[wordAt.total]!++;
    return start + word.length;
  }
}
