const numbers = new Intl.NumberFormat("en-US");

/** "12,000" */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** "1 value", "12,000 values". `noun` is the singular, and takes an s. */
export function formatCount(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}
