let numbers: Intl.NumberFormat | undefined;

/** "12,000" */
export function formatNumber(value: number): string {
  // Most counts are small, and the first format of a process takes 10 ms to make.
  if (Number.isInteger(value) && Math.abs(value) < 1000 && !Object.is(value, -0)) return String(value);
  numbers ??= new Intl.NumberFormat("en-US");
  return numbers.format(value);
}

/** "1 value", "12,000 values". `noun` is the singular, and takes an s. */
export function formatCount(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}
