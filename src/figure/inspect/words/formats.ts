import { format as numberFormat } from "d3-format";
import { utcFormat } from "d3-time-format";

/** A format to choose, with what it is for. */
export interface FormatChoice {
  readonly format: string;
  readonly about: string;
}

const numbers: readonly FormatChoice[] = [
  { format: "d", about: "whole" },
  { format: ".1f", about: "one decimal" },
  { format: ".2f", about: "two decimals" },
  { format: ",.0f", about: "thousands" },
  { format: ",.2f", about: "thousands, decimals" },
  { format: ".3s", about: "three digits, k and M" },
  { format: "~s", about: "k and M" },
  { format: ".0%", about: "percent" },
  { format: ".1%", about: "percent, one decimal" },
  { format: ".2e", about: "powers of ten" },
  { format: "$,.2f", about: "dollars" },
  { format: "+.1f", about: "with sign" },
];

const dates: readonly FormatChoice[] = [
  { format: "%Y", about: "year" },
  { format: "%b %Y", about: "month and year" },
  { format: "%B", about: "month" },
  { format: "%Y-%m-%d", about: "date" },
  { format: "%d.%m.%Y", about: "date" },
  { format: "%d %b", about: "day and month" },
  { format: "%a %d %b", about: "day of the week" },
  { format: "%H:%M", about: "time" },
  { format: "%H:%M:%S", about: "time with seconds" },
  { format: "%d %b\n%Y", about: "two lines" },
];

/** Formats that people often use. */
export const formatChoices = (isDate: boolean): readonly FormatChoice[] => (isDate ? dates : numbers);

/** What a value looks like in a format of d3; undefined where the format is none. */
export function formatted(format: string, value: number | Date): string | undefined {
  try {
    return value instanceof Date ? utcFormat(format.replaceAll("\n", " "))(value) : numberFormat(format)(value);
  } catch {
    return undefined;
  }
}

/** A value of the figure to show formats with: the middle of an axis' range, or a number that shows much. */
export function exampleValue(range: unknown, isDate: boolean, isLog = false): number | Date {
  const [from, to] = Array.isArray(range) ? (range as readonly unknown[]) : [];
  if (isDate) {
    const time = Date.parse(`${String(to)}Z`) || Date.parse(String(to));
    return new Date(Number.isFinite(time) ? time : Date.UTC(2024, 2, 9, 14, 5));
  }
  const numbersOf = [Number(from ?? Number.NaN), Number(to ?? Number.NaN)].map((each) => (isLog ? 10 ** each : each));
  const [low = Number.NaN, high = Number.NaN] = numbersOf;
  if (!Number.isFinite(low) || !Number.isFinite(high) || low === high) return 1234.5678;
  return Number((low + (high - low) * 0.7).toPrecision(6));
}
