import {
  add,
  and,
  any,
  atMost,
  both,
  byteAt,
  eachBit,
  eitherOf,
  equal,
  get,
  int,
  isByte,
  lanes,
  left,
  long,
  minus,
  narrow,
  not,
  or,
  right,
  set,
  splat,
  type Wat,
  when,
  wide,
  without,
  withoutLowest,
  wordAt,
  zerosBelow,
} from "./expressions.ts";
import { behind, fault, takeOf, vectors, whenLeft, behindRuns, clear, lastOf } from "./block.ts";

/** null, true and false: compared with memory, since they may reach into the next block. */
const readWords: Wat[] = [
  eachBit("spelling", "todo", [
    set("bit", and(get("todo"), minus(long(0), get("todo")))),
    set("part", zerosBelow(get("todo"))),
    set("address", add(get("at"), narrow(get("part")))),
    set("word", wordAt(get("address"))),
    set("length", int(4)),
    when(
      equal(get("word"), int(0x6c6c756e)),
      [set("nulls", or(get("nulls"), get("bit")))],
      [
        when(
          equal(get("word"), int(0x65757274)),
          [],
          [
            set("length", int(5)),
            when(
              `(i32.eqz ${both(equal(get("word"), int(0x736c6166)), equal(byteAt(get("address"), 4), int(0x65)))})`,
              [fault(get("bit"))],
            ),
          ],
        ),
      ],
    ),
    set("wordStarts", or(get("wordStarts"), get("bit"))),
    set("below", minus(left(long(1), wide(get("length"))), long(1))),
    set("words", or(get("words"), left(get("below"), get("part")))),
    // What does not fit into this block; shifts are by the amount modulo 64.
    when(`(i64.gt_u ${get("part")} (i64.const 59))`, [
      set("last_words", right(get("below"), minus(long(64), get("part")))),
    ]),
    set("todo", withoutLowest(get("todo"))),
  ]),
];

/** What stands outside strings and is no comma, the commonest first, as long as there is more. */
export const readClasses: Wat[] = [
  set("left", not(or(get("texts"), get("words"), get("commas")))),
  ...clear("digits", "points", "minuses", "spaces", "exponents", "signs", "opens", "closes"),
  whenLeft([
    takeOf("digits", (vector) => atMost(`(i8x16.sub ${vector} ${splat(0x30)})`, 9)),
    whenLeft([
      takeOf("points", (vector) => isByte(vector, 0x2e)),
      takeOf("minuses", (vector) => isByte(vector, 0x2d)),
      whenLeft([
        takeOf("spaces", (vector) =>
          eitherOf(isByte(vector, 0x20), isByte(vector, 0x0a), isByte(vector, 0x0d), isByte(vector, 0x09)),
        ),
        whenLeft([
          takeOf("opens", (vector) => isByte(vector, 0x5b)),
          takeOf("closes", (vector) => isByte(vector, 0x5d)),
          whenLeft([
            set(
              "todo",
              and(
                get("left"),
                lanes(vectors, (vector) => eitherOf(isByte(vector, 0x6e), isByte(vector, 0x74), isByte(vector, 0x66))),
              ),
            ),
            when(any(get("todo")), readWords),
            set("left", without(get("left"), get("words"))),
            takeOf("exponents", (vector) => isByte(eitherOf(vector, splat(0x20)), 0x65)),
            takeOf("signs", (vector) => isByte(vector, 0x2b)),
            fault(get("left")),
          ]),
        ]),
      ]),
    ]),
  ]),
];

/** Numbers, each rule told at the byte that breaks it, by what stands before. */
export const readNumbers: Wat[] = [
  set("starts", without(get("numbers"), behind("numbers"))),
  fault(without(get("starts"), or(get("digits"), get("minuses")))),
  fault(without(get("minuses"), or(get("starts"), behind("exponents")))),
  fault(without(get("signs"), behind("exponents"))),
  fault(without(or(get("points"), get("exponents")), behind("digits"))),
  fault(without(or(behind("minuses"), behind("signs"), behind("points")), get("digits"))),
  fault(without(behind("exponents"), or(get("digits"), get("minuses"), get("signs")))),
  set("leadingMinuses", and(get("minuses"), get("starts"))),
  set(
    "leadingZeros",
    and(
      get("digits"),
      or(get("starts"), behind("leadingMinuses")),
      lanes(vectors, (vector) => isByte(vector, 0x30)),
    ),
  ),
  fault(and(behind("leadingZeros"), get("digits"))),
  // No second point in a number, and neither point nor exponent behind an exponent.
  ...behindRuns("ends", or(and(get("digits"), behind("points")), get("last_fraction")), "digits", "last_fraction"),
  fault(and(get("ends"), get("points"))),
  set("exponentSigns", and(or(get("minuses"), get("signs")), behind("exponents"))),
  ...behindRuns(
    "ends",
    or(and(get("digits"), or(behind("exponents"), behind("exponentSigns"))), get("last_power")),
    "digits",
    "last_power",
  ),
  fault(and(get("ends"), or(get("points"), get("exponents")))),
  ...lastOf("digits", "minuses", "signs", "points", "exponents", "numbers"),
  ...lastOf("leadingMinuses", "exponentSigns", "leadingZeros"),
];
