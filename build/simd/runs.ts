import { NONE, RAGGED } from "../../src/figure/text/source/content.ts";
import {
  add,
  ALL,
  and,
  any,
  choose,
  eachBit,
  either,
  equal,
  get,
  int,
  long,
  minus,
  narrow,
  none,
  ones,
  or,
  right,
  set,
  shifted,
  subtract,
  type Wat,
  when,
  without,
  withoutLowest,
  zerosAbove,
  zerosBelow,
} from "./expressions.ts";
import { extraIn } from "./texts.ts";
import { results } from "../../src/figure/text/simd/memory.ts";

/** Length `known` of all arrays so far of a depth, and one more array. */
const together = (known: string, length: Wat): Wat =>
  set(known, choose(either(equal(get(known), int(NONE)), equal(get(known), length)), length, int(RAGGED)));

/** Elements whose first byte is in `mask`, an expression that may be repeated. */
const holdElements = (mask: Wat): Wat[] => [
  set(
    "found",
    either(
      any(and(get("starts"), mask)),
      shifted(any(and(get("textStarts"), mask)), int(1)),
      shifted(any(and(without(get("wordStarts"), get("nulls")), mask)), int(2)),
      shifted(any(and(get("nulls"), mask)), int(3)),
    ),
  ),
  set("kinds", either(get("kinds"), get("found"))),
  set(
    "leaves",
    either(
      get("leaves"),
      shifted(
        `(i32.ne ${get("found")} (i32.const 0))`,
        choose(`(i32.lt_u ${get("depth")} (i32.const 3))`, get("depth"), int(3)),
      ),
    ),
  ),
];

export const keep = (name: (typeof results)[number], value: Wat): Wat =>
  `(i32.store offset=${results.indexOf(name) * 4} (i32.const 0) ${value})`;

/** All that was found up to here is sure. */
export const commit = (extra: Wat): Wat[] => [
  keep("count", get("count")),
  keep("kinds", get("kinds")),
  keep("leaves", get("leaves")),
  keep("nesting", get("nesting")),
  keep("second", get("second")),
  keep("third", get("third")),
  keep("extra", add(get("extra"), extra)),
];

/** The bytes of the mask `part`, which stand in one array. */
export const readPart: Wat[] = [
  set("sum", and(get("commas"), get("part"))),
  when(
    `(i32.eqz ${get("depth")})`,
    [
      when(any(get("sum")), [
        set("count", add(get("count"), ones(get("sum")))),
        set("below", right(ALL, zerosAbove(get("sum")))),
        ...holdElements(and(get("part"), get("below"))),
        set("reached", add(get("at"), subtract(int(64), narrow(zerosAbove(get("sum")))))),
        ...commit(extraIn(get("below"))),
        set("part", without(get("part"), get("below"))),
      ]),
    ],
    [
      when(
        equal(get("depth"), int(1)),
        [set("columns", add(get("columns"), ones(get("sum"))))],
        [when(equal(get("depth"), int(2)), [set("channels", add(get("channels"), ones(get("sum"))))])],
      ),
    ],
  ),
  ...holdElements(get("part")),
];

export const readBrackets: Wat[] = [
  set("from", long(0)),
  eachBit("bracket", "brackets", [
    set("bit", and(get("brackets"), minus(long(0), get("brackets")))),
    set("ends", minus(get("bit"), long(1))),
    set("part", without(get("ends"), get("from"))),
    ...readPart,
    set("from", or(get("ends"), get("bit"))),
    set("brackets", withoutLowest(get("brackets"))),
    when(
      any(and(get("opens"), get("bit"))),
      [
        set("depth", add(get("depth"), int(1))),
        when(`(i32.ge_u ${get("depth")} ${get("nesting")})`, [set("nesting", add(get("depth"), int(1)))]),
        when(
          equal(get("depth"), int(1)),
          [set("columns", int(0))],
          [when(equal(get("depth"), int(2)), [set("channels", int(0))])],
        ),
      ],
      [
        set("length", none(and(get("afterOpen"), get("bit")))),
        when(`(i32.eqz ${get("depth")})`, [
          set("count", add(get("count"), get("length"))),
          ...commit(extraIn(get("ends"))),
          keep("ended", int(1)),
          `(return ${add(get("at"), narrow(zerosBelow(get("bit"))))})`,
        ]),
        when(
          equal(get("depth"), int(1)),
          [together("second", add(get("columns"), get("length")))],
          [when(equal(get("depth"), int(2)), [together("third", add(get("channels"), get("length")))])],
        ),
        set("depth", subtract(get("depth"), int(1))),
      ],
    ),
  ]),
  set("part", without(get("sound"), get("from"))),
  ...readPart,
];
