const DAY = 86_400_000;

/** Reads dates as programs write them (`2024-03-01`, `2024-03-01 10:20`, `2024-03-01T10:20:30.5Z`), many in a row. */
export class DateReader {
  /** The day before in the list is mostly the same. */
  #day = -1;
  #start = 0;

  /**
   * The milliseconds since 1970 of a date as Plotly takes it: in no zone, since it leaves the zone out. `NaN` for any
   * other text, among them dates that Plotly knows and programs seldom write.
   */
  read(text: string): number {
    const { length } = text;
    if (length < 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return Number.NaN;
    const day = digits(text, 0, 4) * 10_000 + digits(text, 5, 7) * 100 + digits(text, 8, 10);
    if (day !== this.#day) {
      this.#start = startOf(day);
      this.#day = day;
    }
    if (length === 10) return this.#start;
    const sign = text.charCodeAt(10);
    if (sign !== BLANK && sign !== LETTER_T) return Number.NaN;
    if (length < 16 || text.charCodeAt(13) !== COLON) return Number.NaN;
    const [hours, minutes] = [digits(text, 11, 13), digits(text, 14, 16)];
    if (hours > 23 || minutes > 59) return Number.NaN;
    let end = 16;
    let seconds = 0;
    if (text.charCodeAt(16) === COLON) {
      for (end = 19; end < length && isDigitOrPoint(text.charCodeAt(end));) end++;
      if (digits(text, 17, 19) > 59) return Number.NaN;
      seconds = Number(text.slice(17, end));
      if (text.charCodeAt(end - 1) === POINT || (end > 19 && text.charCodeAt(19) !== POINT)) return Number.NaN;
    }
    if (end < length && !/^(?:[Zz]|[+-]\d\d:?\d\d)$/.test(text.slice(end))) return Number.NaN;
    return this.#start + hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
  }
}

const [DASH, BLANK, LETTER_T, COLON, POINT] = [45, 32, 84, 58, 46];

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isDigitOrPoint = (code: number): boolean => isDigit(code) || code === POINT;

/** The number that these digits write; NaN where one is none. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return Number.NaN;
    value = value * 10 + code - 48;
  }
  return value;
}

/** The first millisecond of a day that is written 20240301; NaN where there is no such day. */
function startOf(day: number): number {
  const [year, month, date] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100];
  const start = new Date(0).setUTCFullYear(year, month - 1, date);
  const made = new Date(start);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? Math.floor(start / DAY) * DAY : Number.NaN;
}
