/** A distance of ticks to choose, in words. */
export interface Spacing {
  readonly value: number | string;
  readonly words: string;
}

const day = 86_400_000;

const dates: readonly Spacing[] = [
  { value: 60_000, words: "every minute" },
  { value: 3_600_000, words: "every hour" },
  { value: 6 * 3_600_000, words: "every 6 hours" },
  { value: day, words: "every day" },
  { value: 7 * day, words: "every week" },
  { value: "M1", words: "every month" },
  { value: "M3", words: "every quarter" },
  { value: "M6", words: "every half year" },
  { value: "M12", words: "every year" },
  { value: "M60", words: "every 5 years" },
  { value: "M120", words: "every 10 years" },
];

const powers: readonly Spacing[] = [
  { value: 1, words: "powers of ten" },
  { value: 2, words: "every second power" },
  { value: "D2", words: "powers, 2 and 5" },
  { value: "D1", words: "all digits" },
];

/** Distances that suit an axis of this type and range. */
export function spacings(type: unknown, range: unknown): readonly Spacing[] {
  if (type === "date") return dates;
  if (type === "log") return powers;
  if (type === "category" || type === "multicategory")
    return [1, 2, 5, 10].map((value) => ({ value, words: value === 1 ? "every one" : `every ${ordinal(value)}` }));
  const [from = 0, to = 10] = Array.isArray(range) ? (range as readonly unknown[]).map(Number) : [];
  const width = Math.abs(to - from) || 10;
  const power = 10 ** Math.floor(Math.log10(width / 8));
  return [1, 2, 5, 10, 20].map((factor) => {
    const value = Number((factor * power).toPrecision(12));
    return { value, words: `every ${value}` };
  });
}

/** A distance in words; the value itself where there are none for it. */
export function spacingWords(value: unknown, type: unknown): string {
  const known = spacings(type, undefined).find((each) => each.value === value && type !== undefined);
  if (known !== undefined && type !== "linear") return known.words;
  if (typeof value === "string") {
    const [, kind, amount = ""] = /^([MDL])([\d.]+)$/.exec(value) ?? [];
    if (kind === "M")
      return Number(amount) % 12 === 0 ? `every ${Number(amount) / 12} years` : `every ${amount} months`;
    if (kind === "L") return `every ${amount}, evenly`;
  }
  if (type === "date" && typeof value === "number" && value % day === 0) return `every ${value / day} days`;
  return typeof value === "number" || typeof value === "string" ? `every ${value}` : "";
}

const ordinal = (value: number): string => (value === 2 ? "second" : `${value}th`);
