import { ALIGNED, WHOLE_POWERS_OF_TEN } from "../../src/figure/text/numbers/memory.ts";
import { get, set, type Wat, when } from "../simd/expressions.ts";

/** Sets `w` to the 16 bytes at an address, less `0`, and `mask` to which of them are digits. */
export const loadDigits = (address: Wat): Wat => `
  ${set("w", `(i8x16.sub (v128.load align=1 ${address}) ${get("zeros")})`)}
  ${set("mask", `(i8x16.bitmask (i8x16.le_u ${get("w")} ${get("nines")}))`)}`;

/** How many digits stand at the start of `mask` behind the first `from`: at most 16. */
export const runIn = (from: Wat): Wat =>
  `(i32.ctz (i32.or (i32.xor (i32.shr_u ${get("mask")} ${from}) (i32.const -1)) (i32.const 0x10000)))`;

/** Moves the digits of `w`, `whole` before the point and `part` behind it, to the end of `w` and zeros before them. */
export const alignDigits: Wat = set(
  "w",
  `(i8x16.swizzle ${get("w")} (v128.load offset=${ALIGNED}
    (i32.add (i32.shl ${get("whole")} (i32.const 8)) (i32.shl ${get("part")} (i32.const 4)))))`,
);

/** What comes again and again, in locals: the engine would make it anew each time. */
const constants = {
  zeros: "(i8x16.splat (i32.const 0x30))",
  nines: "(i8x16.splat (i32.const 9))",
  point: "(i8x16.splat (i32.const 0xfe))",
  lowBytes: "(i16x8.splat (i32.const 0xff))",
  tens: "(i16x8.splat (i32.const 10))",
  hundreds: "(v128.const i16x8 100 1 100 1 100 1 100 1)",
  thousands: "(v128.const i16x8 10000 1 10000 1 10000 1 10000 1)",
};
export const setConstants = Object.entries(constants)
  .map(([name, value]) => set(name, value))
  .join(" ");
export const constantLocals = Object.keys(constants)
  .map((name) => `(local $${name} v128)`)
  .join(" ");

/** The integer that the 16 digits of `w` make: two, four and eight of them at a time. */
export const valueOfDigits: Wat = `
  ${set(
    "w",
    `(i16x8.add (i16x8.mul (v128.and ${get("w")} ${get("lowBytes")}) ${get("tens")})
       (i16x8.shr_u ${get("w")} (i32.const 8)))`,
  )}
  ${set("w", `(i32x4.dot_i16x8_s ${get("w")} ${get("hundreds")})`)}
  ${set("w", `(i32x4.dot_i16x8_s (i16x8.narrow_i32x4_u ${get("w")} ${get("w")}) ${get("thousands")})`)}
  ${set("digits", `(i64x2.extract_lane 0 ${get("w")})`)}
  ${set(
    "digits",
    `(i64.add (i64.mul (i64.and ${get("digits")} (i64.const 0xffffffff)) (i64.const 100000000))
       (i64.shr_u ${get("digits")} (i64.const 32)))`,
  )}`;

const pairs = (by: number, shift: number, mask: string): Wat =>
  set("t", `(i64.and (i64.shr_u (i64.mul ${get("t")} (i64.const ${by})) (i64.const ${shift})) (i64.const ${mask}))`);

/** Sets `t` to the eight bytes of `x`, less `0`, and `length` to how many digits they begin with. */
const shortRun: Wat = `
  ${set("t", `(i64.xor ${get("x")} (i64.const 0x3030303030303030))`)}
  ${set(
    "length",
    `(i32.wrap_i64 (i64.shr_u (i64.ctz (i64.and
      (i64.or (i64.add ${get("t")} (i64.const 0x7676767676767676)) ${get("t")}) (i64.const 0x8080808080808080)))
      (i64.const 3)))`,
  )}`;

/** Makes `t` the integer of its eight digits. */
const eightDigits: Wat = `
  ${pairs(1 + (10 << 8), 8, "0x00ff00ff00ff00ff")}
  ${pairs(1 + 100 * 2 ** 16, 16, "0x0000ffff0000ffff")}
  ${pairs(1 + 10_000 * 2 ** 32, 32, "0xffffffff")}`;

/** Makes `t` the integer of the digits that `shortRun` found, of which there is at least one. */
const valueOfShort: Wat = `
  ${set("t", `(i64.shl ${get("t")} (i64.extend_i32_u (i32.sub (i32.const 64) (i32.shl ${get("length")} (i32.const 3)))))`)}
  ${eightDigits}`;

/**
 * Sets `t` to the integer of the `length` digits before an address, if that is 1 to 8 and they are such; else does
 * `otherwise`.
 */
export const shortInteger = (end: Wat, otherwise: Wat): Wat => `
  ${when(`(i32.gt_u (i32.sub ${get("length")} (i32.const 1)) (i32.const 7))`, [otherwise])}
  ${set("shift", `(i64.extend_i32_u (i32.sub (i32.const 64) (i32.shl ${get("length")} (i32.const 3))))`)}
  ${set("t", `(i64.xor (i64.load align=1 (i32.sub ${end} (i32.const 8))) (i64.const 0x3030303030303030))`)}
  ${set("t", `(i64.shl (i64.shr_u ${get("t")} ${get("shift")}) ${get("shift")})`)}
  ${when(
    `(i64.ne (i64.const 0) (i64.and (i64.or (i64.add ${get("t")} (i64.const 0x7676767676767676)) ${get("t")})
      (i64.const 0x8080808080808080)))`,
    [otherwise],
  )}
  ${eightDigits}`;

const powerOfTen = (exponent: Wat): Wat =>
  `(i64.load offset=${WHOLE_POWERS_OF_TEN} (i32.shl ${exponent} (i32.const 3)))`;

/** Adds the last `length` digits before an address to `digits`; does `otherwise` where that is not possible. */
export const tail = (end: Wat, otherwise: Wat): Wat => `
  ${shortInteger(end, otherwise)}
  ${when(`(i64.ge_u ${get("digits")} ${powerOfTen(`(i32.sub (i32.const 19) ${get("length")})`)})`, [otherwise])}
  ${set("digits", `(i64.add ${get("t")} (i64.mul ${get("digits")} ${powerOfTen(get("length"))}))`)}`;

/** Adds up to eight digits at an address to `digits`, if they fit into 64 bits, and moves `p` behind them. */
const takeEight = (address: Wat): Wat => `
  ${set("x", `(i64.load align=1 ${address})`)}
  ${shortRun}
  ${when(
    `(i32.and (i32.ne ${get("length")} (i32.const 0))
      (i64.lt_u ${get("digits")} ${powerOfTen(`(i32.sub (i32.const 19) ${get("length")})`)}))`,
    [
      valueOfShort,
      set("digits", `(i64.add ${get("t")} (i64.mul ${get("digits")} ${powerOfTen(get("length"))}))`),
      set("p", `(i32.add ${get("p")} ${get("length")})`),
    ],
  )}`;

/** Adds the digits at `p` to `digits` one by one, as long as they fit; else `lost` is set. */
const eachDigit: Wat = `(block $digits-end (loop $digits
  ${set("byte", `(i32.sub (i32.load8_u ${get("p")}) (i32.const 0x30))`)}
  (br_if $digits-end (i32.gt_u ${get("byte")} (i32.const 9)))
  ${when(
    `(i64.gt_u ${get("digits")} (i64.const 1844674407370955160))`,
    [set("lost", "(i32.const 1)")],
    [set("digits", `(i64.add (i64.mul ${get("digits")} (i64.const 10)) (i64.extend_i32_u ${get("byte")}))`)],
  )}
  ${set("p", `(i32.add ${get("p")} (i32.const 1))`)}
  (br $digits)))`;

/**
 * A number that has a point, or none, among the 16 bytes in `w` and goes on behind them: sets `digits`, `part`, `p`
 * behind it, and `lost` where its digits are too many.
 */
export const longDigits: Wat = `
  ${set("part", `(select (i32.sub (i32.const 15) ${get("whole")}) (i32.const 0) (i32.lt_u ${get("whole")} (i32.const 16)))`)}
  ${alignDigits}
  ${valueOfDigits}
  ${set("p", `(i32.add ${get("at")} (i32.const 16))`)}
  ${set("start", get("p"))}
  ${takeEight(get("p"))}
  ${eachDigit}
  ${when(
    `(i32.lt_u ${get("whole")} (i32.const 16))`,
    [set("part", `(i32.add ${get("part")} (i32.sub ${get("p")} ${get("start")}))`)],
    [
      when(`(i32.eq (i32.load8_u ${get("p")}) (i32.const 0x2e))`, [
        set("p", `(i32.add ${get("p")} (i32.const 1))`),
        set("start", get("p")),
        eachDigit
          .replaceAll("$digits-end", "$part-end")
          .replaceAll("(loop $digits", "(loop $parts")
          .replaceAll("(br $digits)", "(br $parts)"),
        set("part", `(i32.sub ${get("p")} ${get("start")})`),
      ]),
    ],
  )}
  ${when(
    `(i32.and (i32.eqz ${get("part")}) (i32.eq (i32.load8_u (i32.sub ${get("p")} (i32.const 1))) (i32.const 0x2e)))`,
    ["(br $stop)"],
  )}`;
