import {
  add,
  and,
  atLeast,
  atMost,
  both,
  byteAt,
  eachBit,
  either,
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
  ones,
  or,
  right,
  set,
  splat,
  subtract,
  type Wat,
  when,
  without,
  withoutLowest,
  xor,
  zerosBelow,
} from "./expressions.ts";
import { fault, vectors } from "./block.ts";
import { brokenUtf8 } from "./utf8.ts";

/** Bytes above the UTF-16 code units that they stand for, among those of `mask`. */
export const extraIn = (mask: Wat): Wat =>
  subtract(ones(and(get("continuations"), mask)), ones(and(get("longest"), mask)));

/** Strings: which bytes are in them, and whether they are sound. */
export const readTexts: Wat[] = [
  set("escaped", get("last_escaped")),
  set("last_escaped", long(0)),
  set(
    "todo",
    without(
      lanes(vectors, (vector) => isByte(vector, 0x5c)),
      get("escaped"),
    ),
  ),
  eachBit("escapes", "todo", [
    set("bit", and(get("todo"), minus(long(0), get("todo")))),
    when(`(i32.eqz (call $isEscape ${add(get("at"), narrow(zerosBelow(get("todo"))), int(1))}))`, [fault(get("bit"))]),
    set("last_escaped", right(get("bit"), long(63))),
    set("bit", left(get("bit"), long(1))),
    set("escaped", or(get("escaped"), get("bit"))),
    set("todo", without(withoutLowest(get("todo")), get("bit"))),
  ]),
  set("quotes", without(get("quotes"), get("escaped"))),
  // Each bit the sum of all up to it: ones from an opening quote up to the closing one.
  set("texts", get("quotes")),
  ...[1, 2, 4, 8, 16, 32].map((by) => set("texts", xor(get("texts"), left(get("texts"), long(by))))),
  set("texts", xor(get("texts"), get("inText"))),
  set("inText", `(i64.shr_s ${get("texts")} (i64.const 63))`),
  set("textStarts", and(get("quotes"), get("texts"))),
  fault(
    and(
      get("texts"),
      lanes(vectors, (vector) => atMost(vector, 0x1f)),
    ),
  ),
  set("texts", or(get("texts"), get("quotes"))),
  set("high", `(i32.ne (i8x16.bitmask ${eitherOf(...(vectors as [Wat, ...Wat[]]))}) (i32.const 0))`),
  when(both(get("utf8"), either(get("high"), get("lastHigh"))), [
    fault(
      lanes(vectors, (vector, number) => brokenUtf8(number === 0 ? get("lastVector") : vectors[number - 1]!, vector)),
    ),
    set(
      "continuations",
      lanes(vectors, (vector) => `(i8x16.lt_s ${vector} ${splat(0xc0)})`),
    ),
    set(
      "longest",
      lanes(vectors, (vector) => atLeast(vector, 0xf0)),
    ),
  ]),
];

export const isHex = `(func $isHex (param $byte i32) (result i32)
  ${either(
    `(i32.lt_u ${subtract(get("byte"), int(48))} (i32.const 10))`,
    `(i32.lt_u ${subtract(either(get("byte"), int(32)), int(97))} (i32.const 6))`,
  )})`;

/** Whether what stands behind a backslash, at that address, makes an escape with it. */
export const isEscape = `(func $isEscape (param $at i32) (result i32) (local $byte i32)
  ${set("byte", byteAt(get("at")))}
  ${when(equal(get("byte"), int(0x75)), [`(return ${both(...([1, 2, 3, 4].map((offset) => `(call $isHex ${byteAt(get("at"), offset)})`) as [Wat, ...Wat[]]))})`])}
  ${either(...(['"', "\\", "/", "b", "f", "n", "r", "t"].map((escape) => equal(get("byte"), int(escape.charCodeAt(0)))) as [Wat, ...Wat[]]))})`;
