/**
 * A time: microseconds since 1970, UTC, a safe integer until the year 2255. The formats below are those of the recorded
 * list of plots.
 */
export type Microseconds = number;

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/** Reads `2019-06-17T22:51:45.856936Z` or `2019-06-17 22:51:45.856936+00:00`. Undefined where it is no such time. */
export function parseTime(text: string): Microseconds | undefined {
  const [, date, time, digits = "", zone] = ISO.exec(text) ?? [];
  const milliseconds = Date.parse(`${date}T${time}${zone}`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds * 1000 + Number(digits.padEnd(6, "0").slice(0, 6));
}

export function fromDate(date: Date): Microseconds {
  return date.getTime() * 1000;
}

/** Writes `2019-06-17T22:51:45.856936Z`, as in `creation_time`. */
export function formatMicroseconds(time: Microseconds): string {
  return `${formatDay(time)}T${formatClock(time)}.${fraction(time)}Z`;
}

/** Writes `2019-06-18T16:30:43.259Z`, as in `date_modified`. */
export function formatMilliseconds(time: Microseconds): string {
  return `${formatDay(time)}T${formatClock(time)}.${fraction(time).slice(0, 3)}Z`;
}

/** Writes `2019-06-14 20:28:28`, as in `date_joined` of a user. */
export function formatSeconds(time: Microseconds): string {
  return `${formatDay(time)} ${formatClock(time)}`;
}

/** Writes `2019-06-17 22:51:45.856936+00:00`, as in a cursor. */
export function formatPosition(time: Microseconds): string {
  return `${formatSeconds(time)}.${fraction(time)}+00:00`;
}

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;

/**
 * Days that were written, by their numbers. A page of the list writes twenty times; with a `Date` for each of them it
 * takes 12 % longer (`npm run bench -- --only list-100k`).
 */
const days = new Map<number, string>();
const MOST_DAYS = 1000;

function formatDay(time: Microseconds): string {
  const number = Math.floor(time / DAY);
  const known = days.get(number);
  if (known !== undefined) return known;
  if (days.size >= MOST_DAYS) days.clear();
  const day = new Date((number * DAY) / 1000).toISOString().slice(0, 10);
  days.set(number, day);
  return day;
}

function formatClock(time: Microseconds): string {
  const seconds = Math.floor(remainder(time, DAY) / SECOND);
  return `${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function fraction(time: Microseconds): string {
  return String(remainder(time, SECOND)).padStart(6, "0");
}

/** From 0, also before 1970. */
function remainder(time: Microseconds, divisor: number): number {
  return ((time % divisor) + divisor) % divisor;
}
