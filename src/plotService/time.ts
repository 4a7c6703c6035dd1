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
  return `${seconds(time)}.${fraction(time)}Z`;
}

/** `2019-06-18T16:30:43.259Z`, as `date_modified`. */
export function formatMilliseconds(time: Microseconds): string {
  return new Date(Math.floor(time / 1000)).toISOString();
}

/** `2019-06-14 20:28:28`, as `date_joined` of a user. */
export function formatSeconds(time: Microseconds): string {
  return seconds(time).replace("T", " ");
}

/** `2019-06-17 22:51:45.856936+00:00`, as in a cursor. */
export function formatPosition(time: Microseconds): string {
  return `${seconds(time).replace("T", " ")}.${fraction(time)}+00:00`;
}

function seconds(time: Microseconds): string {
  return formatMilliseconds(time).slice(0, 19);
}

function fraction(time: Microseconds): string {
  return String(((time % 1_000_000) + 1_000_000) % 1_000_000).padStart(6, "0");
}
