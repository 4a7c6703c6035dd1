import { instantiate } from "../simd/instantiate.ts";
import { writePowers } from "./powers.ts";
import generated from "./program.generated.json" with { type: "json" };

/** What reads numbers, a stretch of text in its memory at a time: memory.ts says where it has what. */
export interface NumbersProgram {
  readonly buffer: ArrayBuffer;
  /** How many commas stand before that address; below 0 where there is a point, an exponent or a word as well. */
  survey(end: number): number;
  /**
   * Reads on from the word `at`, up to that address. Answers whether it needs more of the text, has met the bracket that
   * closes the array, or refuses what it met. `gaps`: whether null is a number; `wholeOnly`: whether most are short
   * integers, which it then reads faster.
   */
  parse(end: number, gaps: number, wholeOnly: number): number;
  /** Writes the least and the greatest of so many numbers to `RANGE`; 1 where one of them is -0. */
  range(count: number): number;
  /** Makes integers of 1, 2 or 4 bytes of so many numbers, in place. */
  narrow(count: number, bytes: number): void;
  /** How many line ends there are from one address up to another: LF, CR, or both, of which the LF counts. */
  lines(from: number, to: number): number;
  /** Mixes the bytes from one address up to another, a multiple of 32, into the four words at `MIXED`. */
  mix(from: number, to: number): void;
}

interface Exports extends Omit<NumbersProgram, "buffer"> {
  readonly memory: { readonly buffer: ArrayBuffer };
}

/** Null where there is no WebAssembly, or none with SIMD. */
export function fastProgram(): NumbersProgram | null {
  const exports = instantiate(generated.wasm) as Exports | undefined;
  if (exports === undefined) return null;
  const { memory, survey, parse, range, narrow, lines, mix } = exports;
  writePowers(memory.buffer);
  return { buffer: memory.buffer, survey, parse, range, narrow, lines, mix };
}

let shared: { readonly program: NumbersProgram | null } | undefined;

/** Made once, when it is first needed: it keeps nothing of what it read. */
export function ownProgram(): NumbersProgram | null {
  return (shared ??= { program: fastProgram() }).program;
}
