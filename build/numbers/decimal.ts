import { GREATEST_POWER, LEAST_POWER, POWERS_OF_FIVE } from "../../src/figure/text/numbers/memory.ts";
import { get, set, type Wat } from "../simd/expressions.ts";

/** The higher half of a product of 128 bits. */
const high: Wat = `(func $high (param $a i64) (param $b i64) (result i64)
  (local $a1 i64) (local $b1 i64) (local $low i64) (local $mid i64)
  (local.set $a1 (i64.shr_u (local.get $a) (i64.const 32)))
  (local.set $b1 (i64.shr_u (local.get $b) (i64.const 32)))
  (local.set $a (i64.and (local.get $a) (i64.const 0xffffffff)))
  (local.set $b (i64.and (local.get $b) (i64.const 0xffffffff)))
  (local.set $low (i64.shr_u (i64.mul (local.get $a) (local.get $b)) (i64.const 32)))
  (local.set $mid (i64.add (i64.mul (local.get $a1) (local.get $b)) (local.get $low)))
  (local.set $low (i64.add (i64.mul (local.get $a) (local.get $b1)) (i64.and (local.get $mid) (i64.const 0xffffffff))))
  (i64.add (i64.add (i64.mul (local.get $a1) (local.get $b1)) (i64.shr_u (local.get $mid) (i64.const 32)))
    (i64.shr_u (local.get $low) (i64.const 32))))`;

/**
 * The bits of the number nearest to `digits` × 10^`power`, where there is no doubt about it and it is a normal one, as
 * almost always; else -1. Eisel and Lemire: "Number parsing at a gigabyte per second", 2021. `digits` are not 0.
 */
const nearest: Wat = `(func $nearest (param $digits i64) (param $power i64) (result i64)
  (local $row i32) (local $zeros i64) (local $high i64) (local $low i64) (local $second i64)
  (local $upper i64) (local $shift i64) (local $bits i64) (local $exponent i64)
  (if (i64.gt_u (i64.sub (local.get $power) (i64.const ${LEAST_POWER})) (i64.const ${GREATEST_POWER - LEAST_POWER}))
    (then (return (i64.const -1))))
  (local.set $zeros (i64.clz (local.get $digits)))
  (local.set $digits (i64.shl (local.get $digits) (local.get $zeros)))
  (local.set $row (i32.add (i32.const ${POWERS_OF_FIVE - 16 * LEAST_POWER})
    (i32.shl (i32.wrap_i64 (local.get $power)) (i32.const 4))))
  (local.set $low (i64.mul (local.get $digits) (i64.load (local.get $row))))
  (local.set $high (call $high (local.get $digits) (i64.load (local.get $row))))
  (if (i64.eq (i64.and (local.get $high) (i64.const 0x1ff)) (i64.const 0x1ff)) (then
    (local.set $second (call $high (local.get $digits) (i64.load offset=8 (local.get $row))))
    (local.set $low (i64.add (local.get $low) (local.get $second)))
    (if (i64.gt_u (local.get $second) (local.get $low))
      (then (local.set $high (i64.add (local.get $high) (i64.const 1)))))))
  (if (i64.eq (local.get $low) (i64.const -1))
    (then (if (i64.gt_u (i64.add (local.get $power) (i64.const 27)) (i64.const 82))
      (then (return (i64.const -1))))))
  (local.set $upper (i64.shr_u (local.get $high) (i64.const 63)))
  (local.set $shift (i64.add (local.get $upper) (i64.const 9)))
  (local.set $bits (i64.shr_u (local.get $high) (local.get $shift)))
  ;; (152170 + 65536) / 65536 is the logarithm of 10 to the base 2.
  (local.set $exponent (i64.sub (i64.add (i64.add
    (i64.shr_s (i64.mul (i64.const 217706) (local.get $power)) (i64.const 16))
    (i64.const ${63 + 1023})) (local.get $upper)) (local.get $zeros)))
  (if (i64.le_s (local.get $exponent) (i64.const 0)) (then (return (i64.const -1))))
  ;; Right between two numbers, the even one.
  (if (i64.le_u (local.get $low) (i64.const 1)) (then
    (if (i32.and (i64.le_u (i64.add (local.get $power) (i64.const 4)) (i64.const 27)) (i32.and
        (i64.eq (i64.and (local.get $bits) (i64.const 3)) (i64.const 1))
        (i64.eq (i64.shl (local.get $bits) (local.get $shift)) (local.get $high))))
      (then (local.set $bits (i64.and (local.get $bits) (i64.const -2)))))))
  (local.set $bits (i64.shr_u (i64.add (local.get $bits) (i64.and (local.get $bits) (i64.const 1))) (i64.const 1)))
  (if (i64.ge_u (local.get $bits) (i64.const 0x20000000000000)) (then
    (local.set $bits (i64.const 0x10000000000000))
    (local.set $exponent (i64.add (local.get $exponent) (i64.const 1)))))
  (if (i64.ge_s (local.get $exponent) (i64.const 2047)) (then (return (i64.const 0x7ff0000000000000))))
  (i64.or (i64.and (local.get $bits) (i64.const 0xfffffffffffff)) (i64.shl (local.get $exponent) (i64.const 52))))`;

/** Locals of `mostlyNearest`. */
export const nearestLocals: Wat = "digits_up five_up scaled five high upper zeros_before exponent"
  .split(" ")
  .map((name) => `(local $${name} i64)`)
  .join(" ");

/** Powers within which the numbers that `mostlyNearest` tells are normal ones, with a margin. */
const [FEWEST, MOST] = [-300, 280] as const;

/**
 * What `nearest` answers for `digits` and `power`, without a call and with three multiplications for 99 of 100 numbers:
 * three parts of the product say its higher half but for 2, and the second word of the power adds 1 at most. Where its
 * last nine bits are neither 0 nor near their greatest, that changes nothing above them, and nothing is right between two.
 */
export const mostlyNearest: Wat = `(block $near (result i64)
  (block $doubt
    (br_if $doubt (i32.gt_u (i32.sub ${get("power")} (i32.const ${FEWEST})) (i32.const ${MOST - FEWEST})))
    ${set("zeros_before", `(i64.clz ${get("digits")})`)}
    ${set("scaled", `(i64.shl ${get("digits")} ${get("zeros_before")})`)}
    ${set(
      "five",
      `(i64.load (i32.add (i32.const ${POWERS_OF_FIVE - 16 * LEAST_POWER}) (i32.shl ${get("power")} (i32.const 4))))`,
    )}
    ${set("digits_up", `(i64.shr_u ${get("scaled")} (i64.const 32))`)}
    ${set("five_up", `(i64.shr_u ${get("five")} (i64.const 32))`)}
    ${set(
      "high",
      `(i64.add (i64.mul ${get("digits_up")} ${get("five_up")}) (i64.add
        (i64.shr_u (i64.mul ${get("digits_up")} (i64.and ${get("five")} (i64.const 0xffffffff))) (i64.const 32))
        (i64.shr_u (i64.mul ${get("five_up")} (i64.and ${get("scaled")} (i64.const 0xffffffff))) (i64.const 32))))`,
    )}
    (br_if $doubt
      (i64.gt_u (i64.sub (i64.and ${get("high")} (i64.const 0x1ff)) (i64.const 1)) (i64.const ${0x1ff - 5})))
    ${set("upper", `(i64.shr_u ${get("high")} (i64.const 63))`)}
    ${set(
      "exponent",
      `(i64.sub (i64.add (i64.add
        (i64.extend_i32_s (i32.shr_s (i32.mul (i32.const 217706) ${get("power")}) (i32.const 16)))
        (i64.const ${63 + 1023})) ${get("upper")}) ${get("zeros_before")})`,
    )}
    ${set("high", `(i64.shr_u ${get("high")} (i64.add ${get("upper")} (i64.const 9)))`)}
    ${set("high", `(i64.shr_u (i64.add ${get("high")} (i64.and ${get("high")} (i64.const 1))) (i64.const 1))`)}
    ;; The highest bit, which is not written, adds 1 to the exponent; where rounding made one bit more, 2.
    (br $near (i64.add ${get("high")} (i64.shl (i64.sub ${get("exponent")} (i64.const 1)) (i64.const 52)))))
  (call $nearest ${get("digits")} (i64.extend_i32_s ${get("power")})))`;

export const decimalFunctions: Wat = `${high}\n${nearest}`;
