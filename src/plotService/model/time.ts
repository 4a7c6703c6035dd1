/**
 * Times as the API writes them. Inside they are microseconds since 1970 (safe integers until the year 2255).
 * The formats are those of the recorded list of plots.
 */
export type Microseconds = number;

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/** Of `2019-06-17T22:51:45.856936Z` or `2019-06-17 22:51:45.856936+00:00`; undefined where it is no such time. */
export function parseTime(text: string): Microseconds | undefined {
  const [, date, time, digits = "", zone] = ISO.exec(text) ?? [];
  const milliseconds = Date.parse(`${date}T${time}${zone}`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds * 1000 + Number(digits.padEnd(6, "0").slice(0, 6));
}

export function fromDate(date: Date): Microseconds {
  return date.getTime() * 1000;
}

/** `2019-06-17T22:51:45.856936Z`, as `creation_time`. */
export function formatMicroseconds(time: Microseconds): string {
  return `${formatDay(time)}T${formatClock(time)}.${fraction(time)}Z`;
}

/** `2019-06-18T16:30:43.259Z`, as `date_modified`. */
export function formatMilliseconds(time: Microseconds): string {
  return `${formatDay(time)}T${formatClock(time)}.${fraction(time).slice(0, 3)}Z`;
}

/** `2019-06-14 20:28:28`, as `date_joined` of a user. */
export function formatSeconds(time: Microseconds): string {
  return `${formatDay(time)} ${formatClock(time)}`;
}

/** `2019-06-17 22:51:45.856936+00:00`, as in a cursor. */
export function formatPosition(time: Microseconds): string {
  return `${formatSeconds(time)}.${fraction(time)}+00:00`;
}

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** The calendar is what takes time, so it is reckoned here: 400 years have as many days as any other 400. */
function formatDay(time: Microseconds): string {
  const days = Math.floor(time / DAY);
  // Civil from days, after Howard Hinnant's "chrono-compatible low-level date algorithms".
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`;
}

function formatClock(time: Microseconds): string {
  const seconds = Math.floor(remainder(time, DAY) / SECOND);
  const digits = (value: number): string => TWO_DIGITS[value] ?? "";
  return `${digits(Math.floor(seconds / 3600))}:${digits(Math.floor(seconds / 60) % 60)}:${digits(seconds % 60)}`;
}

function fraction(time: Microseconds): string {
  return String(remainder(time, SECOND)).padStart(6, "0");
}

/** From 0, also before 1970. */
function remainder(time: Microseconds, divisor: number): number {
  return ((time % divisor) + divisor) % divisor;
}
