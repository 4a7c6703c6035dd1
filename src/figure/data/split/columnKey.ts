import type { NumberArray } from "../../model/dtypes.ts";
import { dtypeOf } from "./column.ts";

/** Words of 32 bits that are read between two pauses: one or two milliseconds. */
const STRETCH = 512 * 1024;

/**
 * A short text that two columns share where they are the same to the bit, and, as good as surely, only then: 64 bits are
 * mixed of their values. Nobody's safety rests on it: who makes two columns with one key sees one for the other in a
 * figure of their own.
 */
export function* columnKey(values: NumberArray, shape: readonly number[]): Generator<undefined, string> {
  const { buffer, byteOffset, byteLength } = values;
  let [one, other] = [0x2545_f491, 0x9e37_79b9];
  const size = byteOffset % 4 === 0 ? byteLength >> 2 : 0;
  const words = new Uint32Array(buffer, size === 0 ? 0 : byteOffset, size);
  for (let from = 0; from < size; from += STRETCH) {
    const to = Math.min(size, from + STRETCH);
    for (let at = from; at < to; at++) {
      const word = words[at]!;
      one = Math.imul(one ^ word, 0x85eb_ca6b);
      one ^= one >>> 13;
      other = Math.imul((other + word) | 0, 0xc2b2_ae35);
      other ^= other >>> 16;
    }
    yield;
  }
  for (const byte of new Uint8Array(buffer, byteOffset + 4 * size, byteLength - 4 * size)) {
    one = Math.imul(one ^ byte, 0x85eb_ca6b);
    other = Math.imul((other + byte) | 0, 0xc2b2_ae35);
    one ^= one >>> 13;
    other ^= other >>> 16;
  }
  const bits = [one, other].map((number) => (number >>> 0).toString(36)).join(".");
  return `${dtypeOf(values)} ${shape.join()} ${bits}`;
}
