/** The decimal number with the fewest digits that stands for the same as `value` does. */
export function shortestNumber(value: number, isSame: (candidate: number) => boolean): number {
  if (!Number.isFinite(value)) return value;
  const first = -Math.ceil(Math.log10(Math.abs(value) || 1)) - 1;
  for (let digits = first; digits <= 15; digits++) {
    const candidate = rounded(value, digits);
    if (isSame(candidate)) return candidate;
  }
  return value;
}

function rounded(value: number, digits: number): number {
  if (digits >= 0) return Number(value.toFixed(Math.min(digits, 100))) + 0;
  const unit = 10 ** -digits;
  return Math.round(value / unit) * unit + 0;
}

const second = 1000;
const units = [24 * 3600 * second, 3600 * second, 600 * second, 60 * second, second, 1];

/** The roundest time, in milliseconds, that stands for the same as `value` does. */
export function roundestTime(value: number, isSame: (candidate: number) => boolean): number {
  for (const unit of units) {
    const candidate = Math.round(value / unit) * unit;
    if (isSame(candidate)) return candidate;
  }
  return value;
}
