import { isNumberArray, type NumberArray } from "../../model/dtypes.ts";

/** The cells of a heat map, of which there may be far more than pixels on a screen. */
export interface Cells {
  /** A number for each cell; undefined where there is a gap. Rows may be of different lengths. */
  readonly rows: readonly Row[];
  /** Cells of the longest row. */
  readonly columns: number;
  readonly lowest: number;
  readonly highest: number;
}

export type Row = ArrayLike<number | undefined>;

/** As many cells are looked at between two pauses. */
const STRETCH = 1 << 19;

/**
 * Reads the cells of a heat map, with a pause after a few milliseconds of work: a list of rows, each a list of numbers or
 * a typed array. Undefined where a cell is anything else than a number or null, or none is a number. Rows without gaps
 * are kept as they are.
 */
export function* readCells(z: unknown): Generator<undefined, Cells | undefined> {
  if (!Array.isArray(z)) return undefined;
  const rows: Row[] = [];
  const seen: Seen = { lowest: Infinity, highest: -Infinity };
  let [columns, work] = [0, 0];
  for (const row of z as readonly unknown[]) {
    const isWhole = isList(row) ? lookAtList(row, seen) : isNumberArray(row) ? lookAtNumbers(row, seen) : undefined;
    if (isWhole === undefined) return undefined;
    rows.push(isWhole ? (row as Row) : withGaps(row as Given));
    const { length } = row as Row;
    columns = Math.max(columns, length);
    work += length;
    if (work < STRETCH) continue;
    work = 0;
    yield;
  }
  const { lowest, highest } = seen;
  return lowest <= highest ? { rows, columns, lowest, highest } : undefined;
}

/** The extremes so far. */
interface Seen {
  lowest: number;
  highest: number;
}

/** Whether a row has no gaps. */
function lookAtNumbers(row: NumberArray, seen: Seen): boolean {
  let { lowest, highest } = seen;
  let isWhole = true;
  for (let column = 0; column < row.length; column++) {
    const value = row[column]!;
    // The infinities and NaN.
    if (value - value !== 0) isWhole = false;
    else {
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
  }
  seen.lowest = lowest;
  seen.highest = highest;
  return isWhole;
}

/** The same of a list; undefined where it has something else than numbers and gaps. */
function lookAtList(row: readonly unknown[], seen: Seen): boolean | undefined {
  let isWhole = true;
  for (let column = 0; column < row.length; column++) {
    const value = row[column];
    if (typeof value === "number" && Number.isFinite(value)) {
      if (value < seen.lowest) seen.lowest = value;
      if (value > seen.highest) seen.highest = value;
    } else if (typeof value === "number" || value === null || value === undefined) isWhole = false;
    else return undefined;
  }
  return isWhole;
}

type Given = ArrayLike<number | null | undefined>;

const isList = (row: unknown): row is readonly unknown[] => Array.isArray(row);

const withGaps = (row: Given): Row =>
  Array.from(row, (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined));
