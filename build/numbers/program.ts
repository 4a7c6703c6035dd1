import {
  CLOSED,
  MORE,
  NUMBERS,
  POWERS_OF_TEN,
  REFUSED,
  SIZE,
  TEXT,
  UNDECIDED,
  type Word,
  wordAt,
} from "../../src/figure/text/numbers/memory.ts";
import { constantNames, constants, get, set, type Wat, when } from "../simd/expressions.ts";
import { readBlock } from "./block.ts";
import { decimalFunctions, mostlyNearest, nearestLocals } from "./decimal.ts";
import { alignDigits, constantLocals, loadDigits, longDigits, runIn, setConstants, valueOfDigits } from "./digits.ts";
import { passes } from "./passes.ts";

const word = (name: Word): Wat => `offset=${wordAt[name] * 4} (i32.const 0)`;
const kept = ["behind", "inRow", "rows", "columns", "rowStart"] as const;

const byteIs = (byte: number): Wat => `(i32.eq ${get("byte")} (i32.const ${byte}))`;
const next = (name: string, by = 1): Wat => set(name, `(i32.add ${get(name)} (i32.const ${by}))`);
const isSpace: Wat = `(i32.and (i32.le_u ${get("byte")} (i32.const 0x20))
  (i32.or (i32.or ${byteIs(0x20)} ${byteIs(0x0a)}) (i32.or ${byteIs(0x0d)} ${byteIs(0x09)})))`;
const total: Wat = `(i32.add ${get("before_all")}
  (i32.shr_u (i32.sub ${get("out")} (i32.const ${NUMBERS})) (i32.const 3)))`;

const leave = (answer: number): Wat => `(br $done (i32.const ${answer}))`;

/** A number at the end of the text in hand, which may go on in the next. */
const cutOff: Wat = when(`(i32.ge_u ${get("p")} ${get("end")})`, [set("at", get("token")), leave(MORE)]);

/** What stands at `at` in the place of a number, and begins with no digit. */
const otherValue: Wat = `
  ${set("byte", `(i32.load8_u ${get("at")})`)}
  ${when(isSpace, [
    `(loop $spaces
      ${next("at")}
      ${set("byte", `(i32.load8_u ${get("at")})`)}
      (br_if $spaces ${isSpace}))`,
    "(br $number)",
  ])}
  ${when(`(i32.ge_u ${get("at")} ${get("end")})`, [leave(MORE)])}
  ${when(byteIs(0x5b), [
    // In a list of lists there are no numbers between them.
    when(`(i32.or ${get("inRow")} (i32.ne ${total} (i32.mul ${get("rows")} ${get("columns")})))`, ["(br $stop)"]),
    set("inRow", "(i32.const 1)"),
    set("rowStart", total),
    next("at"),
    "(br $number)",
  ])}
  ${when(`(i32.and ${get("gaps")} (i32.eq (i32.load align=1 ${get("at")}) (i32.const 0x6c6c756e)))`, [
    `(f64.store ${get("out")} (f64.const nan))`,
    next("out", 8),
    next("at", 4),
    set("behind", "(i32.const 1)"),
    "(br $next)",
  ])}
  (br $stop)`;

/** The exponent at `p`, added to `power`. Four digits and more are as good as 9999. */
const exponent: Wat = `
  ${next("p")}
  ${set("byte", `(i32.load8_u ${get("p")})`)}
  ${set("minus", byteIs(0x2d))}
  ${when(`(i32.or ${get("minus")} ${byteIs(0x2b)})`, [next("p")])}
  ${set("start", get("p"))}
  ${set("scale", "(i32.const 0)")}
  (block $scale-end (loop $scale
    ${set("byte", `(i32.sub (i32.load8_u ${get("p")}) (i32.const 0x30))`)}
    (br_if $scale-end (i32.gt_u ${get("byte")} (i32.const 9)))
    ${when(`(i32.lt_u ${get("scale")} (i32.const 100000))`, [
      set("scale", `(i32.add (i32.mul ${get("scale")} (i32.const 10)) ${get("byte")})`),
    ])}
    ${next("p")}
    (br $scale)))
  ${when(`(i32.eq ${get("p")} ${get("start")})`, ["(br $stop)"])}
  ${set("power", `(i32.add ${get("power")} (select (i32.sub (i32.const 0) ${get("scale")}) ${get("scale")} ${get("minus")}))`)}`;

/** Sets `number` to `digits` × 10^`power`; leaves the block `told` where it is sure. */
const tell: Wat = `
  ${when(`(i32.eqz ${get("lost")})`, [
    when(`(i64.le_u ${get("digits")} ${get("exact")})`, [
      // Both are exact, so that one operation rounds once (Clinger).
      set("number", `(f64.convert_i64_s ${get("digits")})`),
      when(`(i32.le_u (i32.add ${get("power")} (i32.const 22)) (i32.const 22))`, [
        set(
          "number",
          `(f64.div ${get("number")} (f64.load
             (i32.sub (i32.const ${POWERS_OF_TEN}) (i32.shl ${get("power")} (i32.const 3)))))`,
        ),
        "(br $told)",
      ]),
      `(br_if $told (i64.eqz ${get("digits")}))`,
      when(`(i32.le_u ${get("power")} (i32.const 22))`, [
        set(
          "number",
          `(f64.mul ${get("number")} (f64.load offset=${POWERS_OF_TEN} (i32.shl ${get("power")} (i32.const 3))))`,
        ),
        "(br $told)",
      ]),
    ]),
    set("bits", mostlyNearest),
    set("number", `(f64.reinterpret_i64 ${get("bits")})`),
    `(br_if $told (i64.ne ${get("bits")} (i64.const -1)))`,
  ])}
  (i32.store offset=${UNDECIDED} ${get("missed")}
    (i32.shr_u (i32.sub ${get("out")} (i32.const ${NUMBERS})) (i32.const 3)))
  (i32.store offset=${UNDECIDED + 4} ${get("missed")} ${get("token")})
  ${next("missed", 8)}`;

const store = (number: Wat): Wat =>
  `(i64.store ${get("out")} (i64.or (i64.reinterpret_f64 ${number}) ${get("negative")})) ${next("out", 8)}`;

/** A number of any kind, or something else, at `at`. */
const readValue: Wat = `
  ${set("token", get("at"))}
  ${set("negative", `(i64.extend_i32_u (i32.eq (i32.load8_u ${get("at")}) (i32.const 0x2d)))`)}
  ${set("at", `(i32.add ${get("at")} (i32.wrap_i64 ${get("negative")}))`)}
  ${set("negative", `(i64.shl ${get("negative")} (i64.const 63))`)}
  ${loadDigits(get("at"))}
  ${set("whole", runIn("(i32.const 0)"))}
  ${when(`(i32.eqz ${get("whole")})`, [
    // A sign alone.
    when(`(i32.ne ${get("at")} ${get("token")})`, ["(br $stop)"]),
    otherValue,
  ])}
  ${set("p", `(i32.add ${get("at")} ${get("whole")})`)}
  ${set("byte", `(i32.load8_u ${get("p")})`)}
  ${set("part", "(i32.const 0)")}
  ${set("lost", "(i32.const 0)")}
  ${when(`(i32.and (i32.gt_u ${get("whole")} (i32.const 1)) (i32.eq (i32.load8_u ${get("at")}) (i32.const 0x30)))`, [
    "(br $stop)",
  ])}
  ${when(byteIs(0x2e), [
    set("part", runIn(`(i32.add ${get("whole")} (i32.const 1))`)),
    set("p", `(i32.add (i32.add ${get("p")} ${get("part")}) (i32.const 1))`),
  ])}
  ${when(
    `(i32.lt_u (i32.sub ${get("p")} ${get("at")}) (i32.const 16))`,
    [when(`(i32.and ${byteIs(0x2e)} (i32.eqz ${get("part")}))`, ["(br $stop)"]), alignDigits, valueOfDigits],
    [longDigits],
  )}
  ${set("power", `(i32.sub (i32.const 0) ${get("part")})`)}
  ${set("byte", `(i32.load8_u ${get("p")})`)}
  ${when(`(i32.eq (i32.or ${get("byte")} (i32.const 0x20)) (i32.const 0x65))`, [exponent])}
  ${cutOff}
  ${set("exact", "(i64.const 0x20000000000000)")}
  (block $told ${tell})
  ${store(get("number"))}
  ${set("at", `(i32.add ${get("p")} (i32.const 1))`)}
  (br_if $blocks (i32.eq (i32.load8_u ${get("p")}) (i32.const 0x2c)))
  ${set("at", get("p"))}
  ${set("behind", "(i32.const 1)")}`;

/** Behind a number, a null or a row. */
const readBehind: Wat = `
  ${set("byte", `(i32.load8_u ${get("at")})`)}
  ${when(byteIs(0x2c), [next("at"), set("behind", "(i32.const 0)"), "(br $next)"])}
  ${when(isSpace, [next("at"), "(br $next)"])}
  ${when(`(i32.eqz ${byteIs(0x5d)})`, ["(br $stop)"])}
  ${when(get("inRow"), [
    when(
      `(i32.eqz ${get("rows")})`,
      [set("columns", `(i32.sub ${total} ${get("rowStart")})`)],
      [when(`(i32.ne (i32.sub ${total} ${get("rowStart")}) ${get("columns")})`, ["(br $stop)"])],
    ),
    next("rows"),
    set("inRow", "(i32.const 0)"),
    next("at"),
    "(br $next)",
  ])}
  ${when(
    `(i32.and (i32.ne ${get("rows")} (i32.const 0)) (i32.ne ${total} (i32.mul ${get("rows")} ${get("columns")})))`,
    ["(br $stop)"],
  )}
  ${leave(CLOSED)}`;

/** Reads numbers from the word `at` up to the address `end`, where the text in hand ends, and stands a zero. */
const parse: Wat = `(func (export "parse") (param $end i32) (param $gaps i32) (param $whole_only i32) (result i32)
  ${"at behind inRow rows columns rowStart before_all out token byte mask whole part p length start stop done end_of_digits lost scale minus power missed answer"
    .split(" ")
    .map((name) => `(local $${name} i32)`)
    .join(" ")}
  (local $w v128) (local $v v128) (local $v0 v128) (local $v1 v128) (local $v2 v128) (local $v3 v128)
  (local $commas i64) (local $solid i64) (local $exponents i64) (local $shift i64)
  ${constantLocals} ${constantNames([readBlock(tell)])
    .map((name) => `(local $${name} v128)`)
    .join(
      " ",
    )} (local $digits i64) (local $exact i64) (local $x i64) (local $t i64) (local $negative i64) (local $bits i64)
  (local $number f64) (local $spaced i32) ${nearestLocals}
  ${set("at", `(i32.load ${word("at")})`)}
  ${kept.map((name) => set(name, `(i32.load ${word(name)})`)).join("\n")}
  ${setConstants} ${constants([readBlock(tell)]).join("\n")}
  ${set("before_all", `(i32.load ${word("total")})`)}
  ${set("out", `(i32.const ${NUMBERS})`)}
  ${set(
    "answer",
    `(block $done (result i32)
      (block $stop
        (loop $next
          ${set("token", get("at"))}
          ${when(`(i32.ge_u ${get("at")} ${get("end")})`, [leave(MORE)])}
          ${when(get("behind"), [readBehind])}
          (loop $blocks
            ${readBlock(tell)}
            (loop $number ${readValue}))
          (br $next)))
      ;; What is cut off looks broken: it is read once more from the start of a text.
      ${set("at", get("token"))}
      (select (i32.const ${MORE}) (i32.const ${REFUSED}) (i32.ne ${get("token")} (i32.const ${TEXT}))))`,
  )}
  (i32.store ${word("at")} ${get("at")})
  ${kept.map((name) => `(i32.store ${word(name)} ${get(name)})`).join("\n")}
  (i32.store ${word("total")} ${total})
  (i32.store ${word("undecided")} (i32.shr_u ${get("missed")} (i32.const 3)))
  ${get("answer")})`;

/**
 * The program that reads numbers, in WebAssembly's text format. It takes up to 16 digits at a time, with a point among
 * them, and refuses whatever is no rectangular list of numbers.
 */
export function program(): string {
  return `(module
  (memory (export "memory") ${Math.ceil(SIZE / 65_536)})
  ${decimalFunctions}
  ${passes}
  ${parse})`;
}
