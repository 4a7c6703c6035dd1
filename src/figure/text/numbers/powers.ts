import { ALIGNED, GREATEST_POWER, LEAST_POWER, POWERS_OF_FIVE, POWERS_OF_TEN, WHOLE_POWERS_OF_TEN } from "./memory.ts";

const ALL = (1n << 64n) - 1n;

/**
 * Writes the tables of powers into the program's memory: Lemire, "Number parsing at a gigabyte per second" (2021),
 * appendix B.
 */
export function writePowers(memory: ArrayBuffer): void {
  const tens = new Float64Array(memory, POWERS_OF_TEN, 23);
  for (let power = 0; power < tens.length; power++) tens[power] = Number(`1e${power}`);
  const whole = new BigUint64Array(memory, WHOLE_POWERS_OF_TEN, 20);
  for (let power = 0; power < whole.length; power++) whole[power] = 10n ** BigInt(power);
  const fives = new BigUint64Array(memory, POWERS_OF_FIVE, 2 * (GREATEST_POWER - LEAST_POWER + 1));
  const put = (power: number, bits: bigint): void => {
    fives[2 * (power - LEAST_POWER)] = bits >> 64n;
    fives[2 * (power - LEAST_POWER) + 1] = bits & ALL;
  };
  writeAligned(memory);
  let five = 1n;
  for (let power = 0; power <= GREATEST_POWER; power++, five *= 5n) put(power, top(five));
  five = 5n;
  for (let power = -1; power >= LEAST_POWER; power--, five *= 5n) {
    const length = lengthOf(five);
    // Rounded up, and where that is not exact, from more bits than are kept.
    const bits = power >= -27 ? length + 127 : 2 * length + 128;
    put(power, top((1n << BigInt(bits)) / five + 1n));
  }
}

function writeAligned(memory: ArrayBuffer): void {
  const lanes = new Uint8Array(memory, ALIGNED, 17 * 256).fill(255);
  for (let whole = 0; whole <= 16; whole++)
    for (let part = 0; part < 16; part++)
      for (let digit = 0; digit < Math.min(16, whole + part); digit++)
        lanes[whole * 256 + part * 16 + 16 - Math.min(16, whole + part) + digit] = digit < whole ? digit : digit + 1;
}

/** Shifted so that it has 128 bits. */
function top(value: bigint): bigint {
  const over = lengthOf(value) - 128;
  return over >= 0 ? value >> BigInt(over) : value << BigInt(-over);
}

const lengthOf = (value: bigint): number => {
  const hex = value.toString(16);
  return 4 * hex.length - (Math.clz32(Number.parseInt(hex.charAt(0), 16)) - 28);
};
