import type { NumberArray } from "../../model/dtypes.ts";
import { MIXED, NUMBERS, UNDECIDED } from "../../text/numbers/memory.ts";
import { type NumbersProgram, ownProgram } from "../../text/numbers/program.ts";
import { dtypeOf } from "./column.ts";

/** Bytes that are mixed at a stretch. */
const STRETCH = UNDECIDED - NUMBERS - 64;

/** Stretches between two pauses: a millisecond or two. */
const TOGETHER = 32;

/** What the mixing steps by. */
const STEP = 32;

/**
 * A short text that two columns share where they are the same to the bit, and, as good as surely, only then: 256 bits are
 * mixed of their values. Nobody's safety rests on it: who makes two columns with one key sees one for the other in a
 * figure of their own. Without a program each column has a key of its own.
 */
export function* columnKey(
  values: NumberArray,
  shape: readonly number[],
  program: NumbersProgram | null = ownProgram(),
): Generator<undefined, string> {
  const facts = `${dtypeOf(values)} ${shape.join()}`;
  if (program === null) return `${facts} ${crypto.randomUUID()}`;
  const { buffer } = program;
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const numbers = new Uint8Array(buffer, NUMBERS, STRETCH + STEP);
  const mixed = new BigUint64Array(buffer, MIXED, 4);
  let kept = new BigUint64Array(4);
  for (let [at, stretch] = [0, 1]; at < bytes.length; at += STRETCH, stretch++) {
    const part = bytes.subarray(at, at + STRETCH);
    numbers.set(part);
    numbers.fill(0, part.length, part.length + STEP);
    mixed.set(kept);
    program.mix(NUMBERS, NUMBERS + STEP * Math.ceil(part.length / STEP));
    kept = mixed.slice();
    if (stretch % TOGETHER === 0) yield;
  }
  return `${facts} ${Array.from(kept, (word) => word.toString(36)).join(".")}`;
}
