/** A date in its parts. Where the form does not tell day from month, `first` and `second` are as written. */
export interface WrittenDate {
  readonly form: "iso" | "year" | "day" | "numeric" | "month";
  /** Undefined where the form itself says which is which. */
  readonly pair?: readonly [first: number, second: number];
  /** The ISO text; for a pair, given whether the day comes first. Undefined where there is no such day. */
  readonly iso: (dayFirst: boolean) => string | undefined;
}

const TIME = "(?:(?:[Tt]|,?\\s+)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?:\\s*([AaPp])\\.?[Mm]\\.?)?)?";
const ZONE = "(\\s*(?:[Zz]|[+-]\\d{2}:?\\d{2}))?";
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2})${TIME}${ZONE})?$`);
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`);
const MONTHS =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?";
const dayAndName = new RegExp(`^${WEEKDAY}(\\d{1,2})\\.?[-\\s/]+${MONTHS}[-\\s/,]+(\\d{4}|\\d{2})${TIME}$`, "i");
const nameAndDay = new RegExp(`^${WEEKDAY}${MONTHS}[-\\s]+(\\d{1,2})(?:st|nd|rd|th)?,?[-\\s]+(\\d{4})${TIME}$`, "i");
const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The longest text that a date may be. */
const LONGEST = 48;

/** Reads a date as people and programs write it; undefined where it is none. */
export function writtenDate(cell: string): WrittenDate | undefined {
  if (cell.length < 6 || cell.length > LONGEST || !/\d/.test(cell)) return undefined;
  if (isIsoDay(cell)) return { form: "iso", iso: () => cell };
  const iso = yearFirst.exec(cell);
  if (iso !== null) return fromYearFirst(cell, iso);
  const numeric = yearLast.exec(cell);
  if (numeric !== null) return fromYearLast(numeric);
  const named = dayAndName.exec(cell) ?? nameAndDay.exec(cell);
  if (named === null) return undefined;
  const [, one = "", two = "", year = ""] = named;
  const [day, name] = /^\d/.test(one) ? [one, two] : [two, one];
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const text = joined(fullYear(year), month, Number(day), named.slice(4));
  return text === undefined ? undefined : { form: "month", iso: () => text };
}

/** The same as the patterns would find for 2024-01-31, of which files hold millions. */
function isIsoDay(cell: string): boolean {
  if (cell.length !== 10 || cell.charCodeAt(4) !== 45 || cell.charCodeAt(7) !== 45) return false;
  const [year, month, day] = [digits(cell, 0, 4), digits(cell, 5, 7), digits(cell, 8, 10)];
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

/** -1 where there are others than digits. */
function digits(cell: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = cell.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function fromYearFirst(cell: string, match: RegExpExecArray): WrittenDate | undefined {
  const [, year = "", sign, month = "", day, hour, , , fraction, half, zone] = match;
  if (day === undefined) {
    const isMonth = sign === "-" && Number(month) >= 1 && Number(month) <= 12;
    return isMonth ? { form: "iso", iso: () => cell } : undefined;
  }
  const text = joined(Number(year), Number(month), Number(day), match.slice(5, 10));
  if (text === undefined) return undefined;
  // What Plotly reads stays as it is written.
  const isPlain = sign === "-" && half === undefined && (fraction === undefined || cell.includes("."));
  const isRead = isPlain && (hour === undefined || /^[^ ]+[Tt ]\d/.test(cell));
  if (isRead) return { form: "iso", iso: () => cell };
  return { form: "year", iso: () => text + (zone ?? "").trim() };
}

function fromYearLast(match: RegExpExecArray): WrittenDate | undefined {
  const [, first = "", sign, second = "", year = ""] = match;
  // 1.2.24 is a version as often as a date; people who shorten the year write 01.02.24.
  if (sign === "." && year.length === 2 && (first.length < 2 || second.length < 2)) return undefined;
  const pair = [Number(first), Number(second)] as const;
  const iso = (dayFirst: boolean) =>
    joined(fullYear(year), dayFirst ? pair[1] : pair[0], dayFirst ? pair[0] : pair[1], match.slice(5));
  // Nobody writes months first between points.
  if (sign === ".") {
    const text = iso(true);
    return text === undefined ? undefined : { form: "day", iso: () => text };
  }
  return iso(true) === undefined && iso(false) === undefined ? undefined : { form: "numeric", pair, iso };
}

/** As POSIX reads two digits: 69 to 99 are of the last century. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length > 2) return value;
  return value < 69 ? 2000 + value : 1900 + value;
}

/** @param time Hour, minute, second, fraction and `a` or `p`, as matched. */
function joined(year: number, month: number, day: number, time: readonly (string | undefined)[]): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined;
  const date = `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
  const [hour, minute = "", second, fraction, half] = time;
  if (hour === undefined) return date;
  const hours = hourOf(Number(hour), half?.toLowerCase());
  if (hours === undefined || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const seconds = second === undefined ? "" : `:${second}${fraction === undefined ? "" : `.${fraction}`}`;
  return `${date} ${twoDigits(hours)}:${minute}${seconds}`;
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
