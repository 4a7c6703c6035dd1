import { numberEnd } from "../source/bytes.ts";
import { CHUNK, NUMBERS, RANGE, TEXT, UNDECIDED, ZEROS } from "./memory.ts";
import type { NumbersProgram } from "./program.ts";

/** Integers are of the smallest kind that holds all; what is written with a point or an exponent is of 64 bits. */
export type Column = Int8Array | Int16Array | Int32Array | Float64Array;

/** Kinds of integers, by bytes. */
const KINDS = [Int8Array, Int16Array, Int32Array] as const;

/** Digits of integers that the program reads at once. */
const SHORT = 8;

const decoder = new TextDecoder();

/** The kind whose values take 1, 2, 4 or 8 bytes. */
export function kindOf(bytes: number) {
  return KINDS[bytes >> 1] ?? Float64Array;
}

/** What a look at the text up to the address `limit` says: whether all is integers, and whether most are short ones. */
export function surveyed(program: NumbersProgram, limit: number): { isWhole: boolean; isShort: boolean } {
  const commas = program.survey(limit);
  return { isWhole: commas >= 0, isShort: commas >= 0 && commas * (SHORT + 1) >= limit - TEXT };
}

/** The numbers that the program has found in the stretch of text in its memory. */
export class FoundNumbers {
  readonly #program: NumbersProgram;
  readonly #numbers: Float64Array;
  readonly #range: Float64Array;

  constructor(program: NumbersProgram) {
    const { buffer } = program;
    this.#program = program;
    this.#numbers = new Float64Array(buffer, NUMBERS, CHUNK / 2 + 1);
    this.#range = new Float64Array(buffer, RANGE, 2);
  }

  /** Puts those in that it could not tell. */
  decide(missed: number): void {
    const { buffer } = this.#program;
    const bytes = new Uint8Array(buffer, 0, TEXT + CHUNK + ZEROS);
    const text = decoder.decode(bytes.subarray(TEXT));
    const places = new Int32Array(buffer, UNDECIDED, 2 * missed);
    for (let place = 0; place < places.length; place += 2) {
      const start = places[place + 1]!;
      this.#numbers[places[place]!] = Number(text.slice(start - TEXT, numberEnd(bytes, start) - TEXT));
    }
  }

  /** The bytes of the smallest kind that holds the first `count` of them; -0 is no integer. */
  bytesEach(count: number, isWhole: boolean): number {
    if (!isWhole || this.#program.range(count) !== 0) return 8;
    const [least = 0, greatest = 0] = this.#range;
    return KINDS.find((Kind) => fits(least, greatest, Kind.BYTES_PER_ELEMENT))?.BYTES_PER_ELEMENT ?? 8;
  }

  /** The first `count` of them as values of so many bytes, which hold them all. Only until the program runs again. */
  as(count: number, bytes: number): Column {
    if (bytes === 8) return this.#numbers.subarray(0, count);
    this.#program.narrow(count, bytes);
    return new (kindOf(bytes))(this.#program.buffer, NUMBERS, count);
  }
}

function fits(least: number, greatest: number, bytes: number): boolean {
  const beyond = 2 ** (8 * bytes - 1);
  return least >= -beyond && greatest < beyond;
}
