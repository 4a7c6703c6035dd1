import { get, isByte, lanes, set, splat, type Wat, when } from "../simd/expressions.ts";
import { alignDigits, shortInteger, tail, valueOfDigits } from "./digits.ts";

// What the program spends its time on. Where the numbers of 64 bytes end is found out for all at once, so that no number
// waits for the one before it. Whatever is not a plain number is left to the slow way: see value.ts.

const vectors = ["v0", "v1", "v2", "v3"].map(get);

/** Spaces, tabs and ends of lines are what a table says that their lower half belongs to. */
const isSpace = (vector: Wat): Wat => `(i8x16.eq ${vector} (i8x16.swizzle
  (v128.const i8x16 0x20 0 0 0 0 0 0 0 0 0x09 0x0a 0 0 0x0d 0 0) (v128.and ${vector} (i8x16.splat (i32.const 0x0f)))))`;

const folded = (operator: string): Wat => vectors.reduce((left, right) => `(${operator} ${left} ${right})`);

const add = (a: Wat, b: Wat): Wat => `(i32.add ${a} ${b})`;
const subtract = (a: Wat, b: Wat): Wat => `(i32.sub ${a} ${b})`;
const from = (mask: string, bit: Wat): Wat =>
  `(i64.and ${get(mask)} (i64.shl (i64.const -1) (i64.extend_i32_u ${bit})))`;
const lowest = (mask: Wat): Wat => `(i32.wrap_i64 (i64.ctz ${mask}))`;
const slow = "(br $slow)";

/** The next number of the block, behind its `done` bytes: the comma behind it is bit `stop`. */
const nextStop: Wat = `
  (br_if $block-end (i64.eqz ${get("commas")}))
  ${set("stop", lowest(get("commas")))}
  ${set("commas", `(i64.and ${get("commas")} (i64.sub ${get("commas")} (i64.const 1)))`)}`;

const startOfToken = set("start", lowest(from("solid", get("done"))));

/** It stands at `token`, less its sign at `p`. Signs come and go: they cost less than a branch that is guessed. */
const sign: Wat = `
  ${set("token", add(get("at"), get("start")))}
  ${set("minus", `(i32.eq (i32.load8_u ${get("token")}) (i32.const 0x2d))`)}
  ${set("negative", `(i64.shl (i64.extend_i32_u ${get("minus")}) (i64.const 63))`)}
  ${set("start", add(get("start"), get("minus")))}
  ${set("p", add(get("at"), get("start")))}`;

/** More digits follow a zero: no JSON. */
const unlessZeroLeads = (length: Wat): Wat =>
  when(`(i32.and (i32.eq (i32.load8_u ${get("p")}) (i32.const 0x30)) (i32.gt_u ${length} (i32.const 1)))`, [slow]);

const tokenDone: Wat = `
  ${set("out", add(get("out"), "(i32.const 8)"))}
  ${set("done", add(get("stop"), "(i32.const 1)"))}`;

const store = (number: Wat): Wat =>
  `(i64.store ${get("out")} (i64.or (i64.reinterpret_f64 ${number}) ${get("negative")}))`;

/** Integers of up to eight digits. */
const integers: Wat = `(loop $integers
  ${nextStop}
  ${startOfToken}
  ${sign}
  ${set("length", subtract(get("stop"), get("start")))}
  ${unlessZeroLeads(get("length"))}
  ${shortInteger(add(get("at"), get("stop")), slow)}
  ${store(`(f64.convert_i64_s ${get("t")})`)}
  ${tokenDone}
  (br $integers))`;

/** Numbers of up to 24 characters, and an exponent. */
const decimals = (tell: Wat): Wat => `(loop $decimals
  ${nextStop}
  ${when(
    get("spaced"),
    [startOfToken],
    // What most write between two numbers, if anything, is one space.
    [set("start", add(get("done"), `(i32.eq (i32.load8_u ${add(get("at"), get("done"))}) (i32.const 0x20))`))],
  )}
  ${sign}
  ${set("power", "(i32.const 0)")}
  ${set("end_of_digits", get("stop"))}
  ${when(`(i64.ne ${get("exponents")} (i64.const 0))`, [
    set("exponents", from("exponents", get("start"))),
    set("length", lowest(get("exponents"))),
    when(`(i32.lt_u ${get("length")} ${get("stop")})`, [
      set("end_of_digits", get("length")),
      set("byte", `(i32.load8_u offset=1 ${add(get("at"), get("length"))})`),
      set("minus", `(i32.eq ${get("byte")} (i32.const 0x2d))`),
      set(
        "length",
        subtract(
          subtract(get("stop"), get("length")),
          add(`(i32.or ${get("minus")} (i32.eq ${get("byte")} (i32.const 0x2b)))`, "(i32.const 1)"),
        ),
      ),
      shortInteger(add(get("at"), get("stop")), slow),
      set("power", "(i32.wrap_i64 (local.get $t))"),
      set("power", `(select (i32.sub (i32.const 0) ${get("power")}) ${get("power")} ${get("minus")})`),
    ]),
  ])}
  ${set("w", `(i8x16.sub (v128.load align=1 ${get("p")}) ${get("zeros")})`)}
  ${set("length", subtract(get("end_of_digits"), get("start")))}
  ${set("whole", `(i32.ctz (i32.or (i8x16.bitmask (i8x16.eq ${get("w")} ${get("point")})) (i32.const 0x10000)))`)}
  ;; Without a point it is as if one stood behind the number.
  ${when(
    `(i32.ge_s ${get("whole")} ${get("length")})`,
    [
      set("whole", get("length")),
      set("part", "(i32.const 0)"),
      when(`(i32.gt_u ${subtract(get("length"), "(i32.const 1)")} (i32.const 15))`, [slow]),
    ],
    [
      set("part", subtract(subtract(get("length"), get("whole")), "(i32.const 1)")),
      when(
        `(i32.or (i32.or (i32.gt_u ${subtract(get("whole"), "(i32.const 1)")} (i32.const 14)) (i32.eqz ${get("part")}))
          (i32.gt_u ${get("length")} (i32.const 24)))`,
        [slow],
      ),
    ],
  )}
  ${unlessZeroLeads(get("whole"))}
  ${set("power", subtract(get("power"), get("part")))}
  ${set("length", subtract(get("length"), "(i32.const 16)"))}
  ${when(`(i32.gt_s ${get("length")} (i32.const 0))`, [set("part", subtract("(i32.const 15)", get("whole")))])}
  ${alignDigits}
  (br_if $slow (v128.any_true (i8x16.gt_u ${get("w")} ${get("nines")})))
  ${valueOfDigits}
  ${set("exact", "(i64.const 0x20000000000000)")}
  ${when(`(i32.gt_s ${get("length")} (i32.const 0))`, [
    tail(add(get("at"), get("end_of_digits")), slow),
    // Some of the long ones are exact, but which cannot be guessed.
    set("exact", "(i64.const 0)"),
  ])}
  (block $told ${tell})
  ${store(get("number"))}
  ${tokenDone}
  (br $decimals))`;

/** Sets `spaced` to whether there are bytes below `least`, and if so `solid` to which are no space. */
const findSpace = (least: number): Wat => `
  ${set("spaced", `(v128.any_true (i8x16.lt_u ${folded("i8x16.min_u")} ${splat(least)}))`)}
  ${when(get("spaced"), [set("solid", `(i64.xor ${lanes(vectors, isSpace)} (i64.const -1))`)])}`;

/**
 * Reads plain numbers and the commas behind them from `at` on, and goes on with the next 64 bytes at the label `blocks`;
 * comes out with `at` at what it cannot read.
 */
export const readBlock = (tell: Wat): Wat => `(block $slow (block $block-end
  ${vectors.map((_, index) => set(`v${index}`, `(v128.load offset=${index * 16} align=1 ${get("at")})`)).join("\n")}
  ${set(
    "commas",
    lanes(vectors, (vector) => isByte(vector, 0x2c)),
  )}
  ${set("solid", "(i64.const -1)")}
  ${set("done", "(i32.const 0)")}
  ${set("lost", "(i32.const 0)")}
  ${when(
    get("whole_only"),
    [findSpace(0x21), integers],
    [
      findSpace(0x20),
      set("exponents", "(i64.const 0)"),
      when(`(v128.any_true (i8x16.gt_u ${folded("i8x16.max_u")} ${splat(0x39)}))`, [
        set(
          "exponents",
          lanes(vectors, (vector) => isByte(`(v128.or ${vector} ${splat(0x20)})`, 0x65)),
        ),
      ]),
      decimals(tell),
    ],
  )})
  ${set("at", add(get("at"), get("done")))}
  (br_if $blocks ${get("done")})
  ${set("done", "(i32.const 0)")})
  ${set("at", add(get("at"), get("done")))}`;
