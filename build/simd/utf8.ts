import { bothOf, bytes, highHalf, lookUp, shiftedIn, splat, type Wat, eitherOf } from "./expressions.ts";

// What may be wrong with two bytes that follow each other, by the halves of both (Keiser and Lemire, "Validating UTF-8
// in less than one instruction per byte", 2021): it is where all three tables have the bit.
const TOO_SHORT = 1;
const TOO_LONG = 2;
const OVERLONG_3 = 4;
const TOO_LARGE = 8;
const SURROGATE = 16;
const OVERLONG_2 = 32;
const TOO_LARGE_1000 = 64;
const OVERLONG_4 = 64;
const TWO_CONTINUATIONS = 128;
const ANY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS;

const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

const byHighOfFirst = [
  ...times(8, TOO_LONG),
  ...times(4, TWO_CONTINUATIONS),
  TOO_SHORT | OVERLONG_2,
  TOO_SHORT,
  TOO_SHORT | OVERLONG_3 | SURROGATE,
  TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4,
];

const byLowOfFirst = [
  ANY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4,
  ANY | OVERLONG_2,
  ...times(2, ANY),
  ANY | TOO_LARGE,
  ...times(8, ANY | TOO_LARGE | TOO_LARGE_1000),
  ANY | TOO_LARGE | TOO_LARGE_1000 | SURROGATE,
  ...times(2, ANY | TOO_LARGE | TOO_LARGE_1000),
];

const byHighOfSecond = [
  ...times(8, TOO_SHORT),
  TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4,
  TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE,
  ...times(2, TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE),
  ...times(4, TOO_SHORT),
];

/** Not zero in the lanes of the bytes that cannot stand in UTF-8 behind those before. */
export function brokenUtf8(before: Wat, vector: Wat): Wat {
  const previous = shiftedIn(before, vector, 1);
  const special = bothOf(
    lookUp(byHighOfFirst, highHalf(previous)),
    lookUp(byLowOfFirst, bothOf(previous, splat(15))),
    lookUp(byHighOfSecond, highHalf(vector)),
  );
  const least = (back: number, lead: number): Wat =>
    `(i8x16.sub_sat_u ${shiftedIn(before, vector, back)} ${splat(lead - 0x80)})`;
  // The third byte of three and the fourth of four must be continuations, which two in a row else are not.
  const continues = bothOf(eitherOf(least(2, 0xe0), least(3, 0xf0)), splat(0x80));
  return `(i8x16.ne (v128.xor ${continues} ${special}) ${bytes(times(16, 0))})`;
}
