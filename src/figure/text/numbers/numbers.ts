import { CLOSE_BRACKET, OPEN_BRACKET } from "../source/characters.ts";
import { finished } from "../steps/slices.ts";
import { type Column, FoundNumbers, kindOf, surveyed } from "./found.ts";
import { CHUNK, CLOSED, MORE, TEXT, wordAt, words, ZEROS } from "./memory.ts";
import { type NumbersProgram, ownProgram } from "./program.ts";

/** A list of numbers, or a list of equally long rows, which share one buffer. */
export type Numbers = Column | readonly Column[];

export interface NumbersOptions {
  /** Whether `null` is read as NaN, which Plotly draws as a gap too; else such a list is refused. */
  readonly gaps?: boolean;
  /** How many numbers there are, as the scan says; else they are counted first. */
  readonly count?: number | undefined;
}

/** Stretches of text between two pauses: one or two milliseconds. */
const TOGETHER = 32;

/**
 * The numbers of the JSON array at `start`…`end` of a text, or of its bytes: to the bit those that JSON.parse makes,
 * without a JavaScript value for each. Undefined for whatever is no list of numbers and no list of equally long lists
 * of them, is empty, or is no JSON, and where there is no WebAssembly.
 */
export function readNumbers(
  source: string | Uint8Array,
  start = 0,
  end = source.length,
  options: NumbersOptions = {},
  program?: NumbersProgram | null,
): Numbers | undefined {
  return finished(numbersInSlices(source, start, end, options, program));
}

/**
 * `readNumbers` with a pause after each one or two milliseconds. Several readers may take turns: between two pauses the
 * program keeps nothing.
 */
export function* numbersInSlices(
  source: string | Uint8Array,
  start = 0,
  end = source.length,
  { gaps = false, count }: NumbersOptions = {},
  program: NumbersProgram | null = ownProgram(),
): Generator<undefined, Numbers | undefined> {
  if (program === null) return undefined;
  const text = new Text(source, end, program);
  if (text.at(start) !== OPEN_BRACKET || text.at(end - 1) !== CLOSE_BRACKET) return undefined;
  const filling = new Filling(count ?? (yield* counted(text, start, end, program)), program);
  const state = new Int32Array(program.buffer, 0, words.length);
  const kept = new Int32Array(words.length);
  let at = start + 1;
  let seen = { isWhole: true, isShort: false };
  for (let stretch = 1; ; stretch++) {
    const limit = text.copy(at);
    if (limit === undefined) return undefined;
    state.set(kept);
    state[wordAt.at] = TEXT;
    // No look at the text makes a column of 64 bits another one.
    if (seen.isWhole || !filling.isWidest) seen = surveyed(program, limit);
    const { isWhole, isShort } = seen;
    const answer = program.parse(limit, gaps ? 1 : 0, isShort ? 1 : 0);
    const reached = at + state[wordAt.at]! - TEXT;
    const isMoved = reached > at;
    if (answer !== CLOSED && !(answer === MORE && isMoved)) return undefined;
    at = reached;
    kept.set(state);
    if (!filling.take(state[wordAt.total]! - filling.filled, state[wordAt.undecided]!, isWhole)) return undefined;
    if (answer === CLOSED) break;
    if (stretch % TOGETHER === 0) yield;
  }
  if (at !== end - 1 || filling.filled !== filling.count) return undefined;
  return filling.rows(kept[wordAt.rows]!, kept[wordAt.columns]!);
}

/** How many elements there are, if they are numbers. */
function* counted(text: Text, start: number, end: number, program: NumbersProgram): Generator<undefined, number> {
  let count = 1;
  for (let [at, stretch] = [start, 1]; at < end; at += CHUNK, stretch++) {
    const limit = text.copy(at);
    if (limit === undefined) return 0;
    count += program.survey(limit) & 0x7fff_ffff;
    if (stretch % (4 * TOGETHER) === 0) yield;
  }
  return count;
}

/** The text, of which a stretch at a time is copied into the program's memory. */
class Text {
  readonly #source: string | Uint8Array;
  readonly #end: number;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #encoder = new TextEncoder();

  constructor(source: string | Uint8Array, end: number, program: NumbersProgram) {
    this.#source = source;
    this.#end = end;
    this.#bytes = new Uint8Array(program.buffer, TEXT, CHUNK + ZEROS);
  }

  at(place: number): number | undefined {
    return typeof this.#source === "string" ? this.#source.charCodeAt(place) : this.#source[place];
  }

  /** The address behind the copy; undefined where there is something that is in no number. */
  copy(from: number): number | undefined {
    const [source, bytes] = [this.#source, this.#bytes];
    const length = Math.min(CHUNK, this.#end - from);
    if (typeof source === "string") {
      const { read, written } = this.#encoder.encodeInto(source.substring(from, from + length), bytes);
      if (read !== length || written !== length) return undefined;
    } else bytes.set(source.subarray(from, from + length));
    bytes.fill(0, length, length + ZEROS);
    return TEXT + length;
  }
}

/** The column, filled a stretch at a time. */
class Filling {
  filled = 0;
  readonly count: number;
  #column: Column = new Int8Array(0);
  readonly #found: FoundNumbers;

  constructor(count: number, program: NumbersProgram) {
    this.count = count;
    this.#found = new FoundNumbers(program);
  }

  /** Whether no number needs a wider kind. */
  get isWidest(): boolean {
    return this.#column.BYTES_PER_ELEMENT === 8;
  }

  /** Takes so many numbers from the program's memory, of which it could not tell some; false where they are too many. */
  take(count: number, missed: number, isWhole: boolean): boolean {
    if (count === 0) return true;
    if (this.filled + count > this.count) return false;
    const found = this.#found;
    if (missed > 0) found.decide(missed);
    if (this.#column.BYTES_PER_ELEMENT < 8) this.#widen(found.bytesEach(count, isWhole));
    this.#column.set(found.as(count, this.#column.BYTES_PER_ELEMENT), this.filled);
    this.filled += count;
    return true;
  }

  /** All of it; in rows where there are some. */
  rows(count: number, length: number): Numbers {
    const column = this.#column;
    if (count === 0) return column;
    return Array.from({ length: count }, (_, row) => column.subarray(row * length, (row + 1) * length));
  }

  /** Makes the column one that holds the next numbers too. */
  #widen(bytes: number): void {
    const column = this.#column;
    if (column.length > 0 && bytes <= column.BYTES_PER_ELEMENT) return;
    this.#column = new (kindOf(bytes))(this.count);
    this.#column.set(column.subarray(0, this.filled));
  }
}
