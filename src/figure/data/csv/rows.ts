import { csvLimits, type LineList, type Separator } from "./csvTable.ts";
import { Cells } from "./cells.ts";
import { type CsvRecord, splitRecords } from "./records.ts";

/** The cells of a file by column. */
export interface Rows {
  /** All of one length: `count`. */
  readonly columns: readonly Cells[];
  /** The line of names counts too. */
  readonly count: number;
  readonly ragged: LineList;
  readonly cut: { readonly rows: boolean; readonly columns: boolean };
}

/** Lines that are named. */
const NAMED = 5;

/**
 * Reads records into columns. Shorter records are filled with empty cells; longer ones make the table wider. Empty rows
 * at the end, as spreadsheets leave them, are dropped. Rows of another width are counted.
 */
export function* collectRows(
  text: string,
  from: number,
  separator: Separator,
  firstLine: number,
  width: number,
): Generator<undefined, Rows | { readonly openQuote: number }> {
  const columns: Cells[] = [];
  const lines: number[] = [];
  const cut = { rows: false, columns: false };
  let [count, used, ragged, raggedUsed] = [0, 0, 0, 0];
  const end = yield* splitRecords(text, from, separator, (record) => {
    if (count >= csvLimits.rows || (count + 1) * columns.length > csvLimits.cells) {
      cut.rows = true;
      return -1;
    }
    if (record.width > columns.length && widen(text, columns, record, count)) cut.columns = true;
    let isEmpty = true;
    for (let index = 0; index < columns.length; index++) {
      const apart = record.apart(index);
      if (apart === undefined) columns[index]?.add(record.startOf(index), record.endOf(index));
      else columns[index]?.addApart(apart);
      if (isEmpty && !record.isEmpty(index)) isEmpty = false;
    }
    count++;
    if (record.width !== width && !isAsWide(record, width)) {
      ragged++;
      if (lines.length < NAMED) lines.push(record.line + firstLine - 1);
    }
    if (!isEmpty) [used, raggedUsed] = [count, ragged];
    return Math.max(0, columns.length - record.width);
  });
  if (end !== undefined) return { openQuote: end.openQuote + firstLine - 1 };
  if (used < count) for (const column of columns) column.cut(used);
  return { columns, count: used, ragged: { lines: lines.slice(0, raggedUsed), count: raggedUsed }, cut };
}

/** True where not all cells found room. Nothing is behind a separator at the end of a line. */
function widen(text: string, columns: Cells[], record: CsvRecord, count: number): boolean {
  const most = Math.min(csvLimits.columns, Math.floor(csvLimits.cells / (count + 1)));
  const width = count === 0 ? record.width : usedWidth(record, columns.length);
  while (columns.length < Math.min(width, most)) {
    const column = new Cells(text);
    column.fill(count);
    columns.push(column);
  }
  return width > most;
}

/** Cells behind the last column do not count where they are empty. */
function isAsWide(record: CsvRecord, width: number): boolean {
  return record.width >= width && usedWidth(record, width) === width;
}

/** The cells up to the last that is not empty, but no fewer than `least`. */
function usedWidth(record: CsvRecord, least: number): number {
  let width = record.width;
  while (width > least && record.isEmpty(width - 1)) width--;
  return width;
}
