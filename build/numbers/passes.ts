import { MIXED, MIXER, NUMBERS, RANGE, TEXT } from "../../src/figure/text/numbers/memory.ts";
import { get, set, type Wat } from "../simd/expressions.ts";

const isByte = (byte: number, vector = get("v")): Wat => `(i8x16.eq ${vector} (i8x16.splat (i32.const ${byte})))`;

/** How many commas there are before `end`, and in the highest bit whether a point, an exponent or a word is there. */
const survey: Wat = `(func (export "survey") (param $end i32) (result i32)
  (local $at i32) (local $v v128) (local $commas i32) (local $other v128)
  ${set("at", `(i32.const ${TEXT})`)}
  (loop $next
    ${set("v", `(v128.load align=1 ${get("at")})`)}
    ${set("commas", `(i32.add ${get("commas")} (i32.popcnt (i8x16.bitmask ${isByte(0x2c)})))`)}
    ${set(
      "other",
      `(v128.or (v128.or ${get("other")} ${isByte(0x2e)})
        (v128.or ${isByte(0x65, `(v128.or ${get("v")} (i8x16.splat (i32.const 0x20)))`)} ${isByte(0x6e)}))`,
    )}
    ${set("at", `(i32.add ${get("at")} (i32.const 16))`)}
    (br_if $next (i32.lt_u ${get("at")} ${get("end")})))
  (i32.or ${get("commas")} (i32.shl (v128.any_true ${get("other")}) (i32.const 31))))`;

/**
 * Writes the least and the greatest of the numbers, of which there is at least one, to `RANGE`. Answers whether one of
 * them is -0.
 */
const range: Wat = `(func (export "range") (param $count i32) (result i32)
  (local $at i32) (local $end i32) (local $v v128) (local $least v128) (local $greatest v128) (local $zero v128)
  ${set("at", `(i32.const ${NUMBERS})`)}
  ${set("end", `(i32.add ${get("at")} (i32.shl ${get("count")} (i32.const 3)))`)}
  ;; They are read in pairs.
  (f64.store ${get("end")} (f64.load ${get("at")}))
  ${set("least", `(v128.load64_splat ${get("at")})`)}
  ${set("greatest", get("least"))}
  (loop $next
    ${set("v", `(v128.load ${get("at")})`)}
    ${set("least", `(f64x2.pmin ${get("least")} ${get("v")})`)}
    ${set("greatest", `(f64x2.pmax ${get("greatest")} ${get("v")})`)}
    ${set("zero", `(v128.or ${get("zero")} (i64x2.eq ${get("v")} (i64x2.splat (i64.const 0x8000000000000000))))`)}
    ${set("at", `(i32.add ${get("at")} (i32.const 16))`)}
    (br_if $next (i32.lt_u ${get("at")} ${get("end")})))
  (f64.store offset=${RANGE} (i32.const 0)
    (f64.min (f64x2.extract_lane 0 ${get("least")}) (f64x2.extract_lane 1 ${get("least")})))
  (f64.store offset=${RANGE + 8} (i32.const 0)
    (f64.max (f64x2.extract_lane 0 ${get("greatest")}) (f64x2.extract_lane 1 ${get("greatest")})))
  (v128.any_true ${get("zero")}))`;

const four = (at: Wat): Wat => `(v128.or
  (i32x4.trunc_sat_f64x2_s_zero (v128.load ${at}))
  (i8x16.shuffle 16 17 18 19 20 21 22 23 0 1 2 3 4 5 6 7
    (i32x4.trunc_sat_f64x2_s_zero (v128.load offset=16 ${at})) (v128.const i32x4 0 0 0 0)))`;

/** Makes integers of so many bytes of the numbers, all of which are such, in place. */
const narrow: Wat = `(func (export "narrow") (param $count i32) (param $bytes i32)
  (local $from i32) (local $to i32) (local $end i32) (local $v v128)
  ${set("from", `(i32.const ${NUMBERS})`)}
  ${set("to", get("from"))}
  ${set("end", `(i32.add ${get("from")} (i32.shl ${get("count")} (i32.const 3)))`)}
  (loop $next
    ${set("v", four(get("from")))}
    (if (i32.eq ${get("bytes")} (i32.const 4)) (then (v128.store ${get("to")} ${get("v")})) (else
      ${set("v", `(i16x8.narrow_i32x4_s ${get("v")} ${get("v")})`)}
      (if (i32.eq ${get("bytes")} (i32.const 2)) (then (i64.store ${get("to")} (i64x2.extract_lane 0 ${get("v")})))
        (else (i32.store ${get("to")}
          (i32x4.extract_lane 0 (i8x16.narrow_i16x8_s ${get("v")} ${get("v")})))))))
    ${set("from", `(i32.add ${get("from")} (i32.const 32))`)}
    ${set("to", `(i32.add ${get("to")} (i32.shl ${get("bytes")} (i32.const 2)))`)}
    (br_if $next (i32.lt_u ${get("from")} ${get("end")}))))`;

/** How many line ends there are from one address up to another: LF, CR, or both, of which the LF counts. */
const lines: Wat = `(func (export "lines") (param $at i32) (param $end i32) (result i32)
  (local $count i32) (local $v v128) (local $feed v128) (local $found i32)
  (block $done (loop $next
    (br_if $done (i32.ge_u ${get("at")} ${get("end")}))
    ${set("v", `(v128.load align=1 ${get("at")})`)}
    ${set("feed", isByte(0x0a, `(v128.load offset=1 align=1 ${get("at")})`))}
    ${set("found", `(i8x16.bitmask (v128.or ${isByte(0x0a)} (v128.andnot ${isByte(0x0d)} ${get("feed")})))`)}
    (if (i32.lt_u (i32.sub ${get("end")} ${get("at")}) (i32.const 16)) (then
      ${set(
        "found",
        `(i32.and ${get("found")}
          (i32.sub (i32.shl (i32.const 1) (i32.sub ${get("end")} ${get("at")})) (i32.const 1)))`,
      )}))
    ${set("count", `(i32.add ${get("count")} (i32.popcnt ${get("found")}))`)}
    ${set("at", `(i32.add ${get("at")} (i32.const 16))`)}
    (br $next)))
  ${get("count")})`;

const LANES = [0, 1, 2, 3] as const;

/** Mixes what is from one address up to another, in steps of 32 bytes, into the four words at `MIXED`. */
const mix: Wat = `(func (export "mix") (param $at i32) (param $end i32)
  ${LANES.map((lane) => `(local $h${lane} i64)`).join(" ")}
  ${LANES.map((lane) => set(`h${lane}`, `(i64.load offset=${MIXED + 8 * lane} (i32.const 0))`)).join("\n")}
  (block $done (loop $next
    (br_if $done (i32.ge_u ${get("at")} ${get("end")}))
    ${LANES.map((lane) =>
      set(
        `h${lane}`,
        `(i64.mul (i64.xor ${get(`h${lane}`)} (i64.load offset=${8 * lane} ${get("at")})) (i64.const ${MIXER}))`,
      ),
    ).join("\n")}
    ${LANES.map((lane) =>
      set(`h${lane}`, `(i64.xor ${get(`h${lane}`)} (i64.shr_u ${get(`h${lane}`)} (i64.const 32)))`),
    ).join("\n")}
    ${set("at", `(i32.add ${get("at")} (i32.const 32))`)}
    (br $next)))
  ${LANES.map((lane) => `(i64.store offset=${MIXED + 8 * lane} (i32.const 0) ${get(`h${lane}`)})`).join("\n")})`;

/** What is done to all numbers, or to all of the text, at once. */
export const passes: Wat = `${survey}\n${range}\n${narrow}\n${lines}\n${mix}`;
