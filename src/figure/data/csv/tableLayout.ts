import { commonWidth, looksTyped, type Sample } from "./separators.ts";

/** The place where the table begins, and whether its first line names the columns. */
export interface TableLayout {
  readonly start: number;
  readonly line: number;
  readonly linesAbove: number;
  readonly header: boolean;
  /** Cells of most rows. */
  readonly width: number;
  /** The names are one fewer than the columns, as R writes them: the first column holds the rows' names. */
  readonly isShifted: boolean;
}

/** Lines above a table that are looked over. */
const MOST_ABOVE = 20;
/** Columns that are looked at. */
const COLUMNS = 200;

/** @param header Whether the first line names the columns, where somebody says so. */
export function findLayout({ records, places }: Sample, header: boolean | undefined): TableLayout {
  const width = commonWidth(records);
  const skipped = narrowRecords(records, width);
  const { line = 1, start = 0 } = places[skipped] ?? {};
  const table = records.slice(skipped);
  const first = table[0] ?? [];
  const found = header ?? namesColumns(table);
  return {
    start,
    line,
    linesAbove: skipped === 0 ? 0 : line - (places[0]?.line ?? 1),
    header: found,
    width,
    isShifted: found && width > 1 && table.length > 1 && first.length === width - 1 && table[1]?.length === width,
  };
}

/** Titles, sources and dates of export stand in one cell or two above a table of more. */
function narrowRecords(records: readonly (readonly string[])[], width: number): number {
  if (width < 2) return 0;
  let count = 0;
  while (count < Math.min(MOST_ABOVE, records.length - 1) && used(records[count] ?? []) * 2 <= width) count++;
  if (count === 0 || count === MOST_ABOVE) return 0;
  // One name above two columns is R's way of naming the rows.
  const next = records[count] ?? [];
  const isTitle = count > 1 || width > 2 || !next.some(looksTyped);
  return isTitle && next.length === width ? count : 0;
}

function used(record: readonly string[]): number {
  return record.findLastIndex((cell) => cell !== "") + 1;
}

/** Whether the first record is of another kind than those below it. In doubt it is: most files have names. */
function namesColumns(table: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = table;
  if (rest.length === 0) return !first.some(looksTyped);
  let values = 0;
  const years: number[] = [];
  for (const [index, cell] of first.slice(0, COLUMNS).entries()) {
    const below = rest.map((record) => record[index] ?? "").filter((each) => each !== "");
    if (below.length === 0 || !below.every(looksTyped)) continue;
    if (cell === "" || !looksTyped(cell)) return true;
    values++;
    if (/^(?:1[89]|2[01])\d\d$/.test(cell)) years.push(Number(cell));
  }
  // Years from left to right name columns too.
  const areYears = years.length > 1 && years.every((year, index) => index === 0 || year > (years[index - 1] ?? 0));
  return values === 0 || (values === years.length && areYears);
}
