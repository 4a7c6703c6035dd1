import {
  CLOSE_BRACKET,
  COMMA,
  DOT,
  isSpace,
  LOWER_E,
  LOWER_L,
  LOWER_N,
  LOWER_U,
  MINUS,
  OPEN_BRACKET,
  ZERO,
} from "../../../../../src/figure/text/source/characters.ts";
import { numberEnd } from "../../../../../src/figure/text/source/bytes.ts";
import {
  CLOSED,
  MIXED,
  MIXER,
  MORE,
  NUMBERS,
  RANGE,
  REFUSED,
  SIZE,
  TEXT,
  UNDECIDED,
  words,
} from "../../../../../src/figure/text/numbers/memory.ts";

/** Digits of an integer that is surely exact. */
const EXACT_DIGITS = 15;

const [AT, BEHIND, IN_ROW, ROWS, COLUMNS, ROW_START, TOTAL, MISSED] = words.keys().toArray() as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** The program where there is no WebAssembly: slower, and the same to the bit. */
export class PlainProgram {
  readonly buffer = new ArrayBuffer(SIZE);

  readonly #bytes = new Uint8Array(this.buffer);
  readonly #words = new Int32Array(this.buffer, 0, words.length);
  readonly #numbers = new Float64Array(this.buffer, NUMBERS, (UNDECIDED - NUMBERS) / 8);
  readonly #undecided = new Int32Array(this.buffer, UNDECIDED);

  mix(from: number, to: number): void {
    const mixed = new BigUint64Array(this.buffer, MIXED, 4);
    const view = new DataView(this.buffer);
    for (let at = from; at < to; at += 8) {
      const lane = ((at - from) / 8) % 4;
      const product = BigInt.asUintN(64, (mixed[lane]! ^ view.getBigUint64(at, true)) * BigInt(MIXER));
      mixed[lane] = product ^ (product >> 32n);
    }
  }

  lines(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at++)
      if (this.#bytes[at] === 0x0a || (this.#bytes[at] === 0x0d && this.#bytes[at + 1] !== 0x0a)) count++;
    return count;
  }

  survey(end: number): number {
    const bytes = this.#bytes;
    let commas = 0;
    let other = 0;
    for (let at = TEXT; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === COMMA) commas++;
      else if (byte === DOT || (byte | 0x20) === LOWER_E || byte === LOWER_N) other = 0x8000_0000;
    }
    return commas | other;
  }

  parse(end: number, gaps: number): number {
    const [bytes, state] = [this.#bytes, this.#words];
    const before = state[TOTAL]!;
    state[MISSED] = 0;
    let at = state[AT]!;
    let count = 0;
    let answer = -1;
    while (answer < 0) {
      if (at >= end) {
        answer = MORE;
        break;
      }
      const byte = bytes[at]!;
      state[TOTAL] = before + count;
      if (isSpace(byte)) at++;
      else if (state[BEHIND] === 1) {
        if (byte === COMMA) state[BEHIND] = 0;
        else if (byte !== CLOSE_BRACKET) answer = REFUSED;
        else if (state[IN_ROW] === 1) answer = this.#rowEnds() ? -1 : REFUSED;
        else answer = this.#isOneKind() ? CLOSED : REFUSED;
        if (answer < 0) at++;
      } else if (byte === OPEN_BRACKET) {
        if (state[IN_ROW] === 1 || !this.#isOneKind(true)) answer = REFUSED;
        else {
          state[IN_ROW] = 1;
          state[ROW_START] = state[TOTAL];
          at++;
        }
      } else {
        const stop = byte === LOWER_N && gaps === 1 ? this.#nullEnd(at) : numberEnd(bytes, at);
        if (stop >= end) answer = MORE;
        else if (stop === at) answer = REFUSED;
        else {
          this.#numbers[count] = byte === LOWER_N ? Number.NaN : this.#value(at, stop, count);
          count++;
          at = stop;
          state[BEHIND] = 1;
        }
      }
    }
    state[TOTAL] = before + count;
    state[AT] = at;
    // What is cut off looks broken: it is read once more from the start of a text.
    return answer === REFUSED && at > TEXT ? MORE : answer;
  }

  range(count: number): number {
    const numbers = this.#numbers;
    let least = numbers[0]!;
    let greatest = least;
    let zero = 0;
    for (let index = 0; index < count; index++) {
      const number = numbers[index]!;
      if (number < least) least = number;
      if (number > greatest) greatest = number;
      if (Object.is(number, -0)) zero = 1;
    }
    new Float64Array(this.buffer, RANGE, 2).set([least, greatest]);
    return zero;
  }

  narrow(count: number, bytes: number): void {
    const Narrow = bytes === 1 ? Int8Array : bytes === 2 ? Int16Array : Int32Array;
    const to = new Narrow(this.buffer, NUMBERS, count);
    // Each is read before it is written over.
    for (let index = 0; index < count; index++) to[index] = this.#numbers[index]!;
  }

  /** Whether all numbers so far are in rows; or in no rows, unless a row is to follow. */
  #isOneKind(row = false): boolean {
    const state = this.#words;
    const inRows = state[ROWS]! * state[COLUMNS]!;
    return state[TOTAL] === inRows || (!row && state[ROWS] === 0);
  }

  #rowEnds(): boolean {
    const state = this.#words;
    const length = state[TOTAL]! - state[ROW_START]!;
    if (state[ROWS] === 0) state[COLUMNS] = length;
    if (state[COLUMNS] !== length) return false;
    state[ROWS]!++;
    state[IN_ROW] = 0;
    return true;
  }

  #nullEnd(at: number): number {
    const bytes = this.#bytes;
    return bytes[at + 1] === LOWER_U && bytes[at + 2] === LOWER_L && bytes[at + 3] === LOWER_L ? at + 4 : at;
  }

  /** An integer or a short decimal, whose digits and power of ten are exact; else it is undecided. */
  #value(start: number, end: number, index: number): number {
    const bytes = this.#bytes;
    const negative = bytes[start] === MINUS;
    let at = negative ? start + 1 : start;
    let point = -1;
    let digits = 0;
    if (end - at <= EXACT_DIGITS + 1)
      for (; at < end; at++) {
        const byte = bytes[at]!;
        if (byte === DOT) point = at + 1;
        else if ((byte ^ ZERO) <= 9) digits = digits * 10 + (byte ^ ZERO);
        else break;
      }
    if (at < end || digits > Number.MAX_SAFE_INTEGER) {
      const place = 2 * this.#words[MISSED]!++;
      this.#undecided[place] = index;
      this.#undecided[place + 1] = start;
      return 0;
    }
    const value = point < 0 ? digits : digits / 10 ** (end - point);
    return negative ? -value : value;
  }
}
