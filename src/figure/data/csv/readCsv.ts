import { uniqueNames } from "./uniqueNames.ts";
import { convertColumn, settleReading } from "./columnValues.ts";
import { findType, type Finding } from "./columnTypes.ts";
import { csvLimits, type CsvColumn, type CsvOptions, type CsvRead, type Separator } from "./csvTable.ts";
import { findLayout } from "./tableLayout.ts";
import { collectRows, type Rows } from "./rows.ts";
import { finished } from "../../text/steps/slices.ts";
import { findSeparators, separatorLine, takeSample } from "./separators.ts";
import { formatNumber } from "../../model/counts.ts";

export interface CsvNaming {
  /** Whether a column may have that name; where not, it gets a number. */
  readonly isNameable?: (name: string) => boolean;
}

/**
 * Reads a CSV text as a table, with a pause after about a millisecond of work. A text of names alone gives no rows. The
 * text tells what the options leave open: the separator, whether the first line names the columns, how each column's
 * numbers and dates are written. Where two readings fit, the table reports a doubt. `csvLimits` bounds what is read.
 */
export function* readCsvInSteps(
  text: string,
  options: CsvOptions = {},
  { isNameable }: CsvNaming = {},
): Generator<undefined, CsvRead> {
  const bom = text.startsWith("\uFEFF") ? 1 : 0;
  const told = separatorLine(text.slice(bom, bom + 20));
  const from = bom + (told?.end ?? 0);
  const found: readonly Separator[] =
    options.separator !== undefined ? [options.separator] : told ? [told.separator] : yield* findSeparators(text, from);
  const separator = found[0] ?? ",";
  const layout = findLayout(yield* takeSample(text, from, separator), options.header);

  const rows = yield* collectRows(
    text,
    layout.start,
    separator,
    layout.line + (told === undefined ? 0 : 1),
    layout.width,
  );
  if ("openQuote" in rows)
    return refused(
      `The file is incomplete: the quote that opens a cell on line ${rows.openQuote} is never closed. Close it, or double it where it belongs to the text.`,
    );
  if (rows.count === 0) return refused("The file is empty. A CSV file begins with a line of column names.");
  const first = layout.header ? 1 : 0;

  const findings: Finding[] = [];
  for (const cells of rows.columns) findings.push(yield* findType(cells, first));
  const reading = settleReading(findings, separator, options);
  const header = layout.header ? namesOf(rows, layout.isShifted) : rows.columns.map(() => "");
  const wanted = wantedColumns(header, findings);
  const names = uniqueNames(
    wanted.map((index) => header[index] ?? ""),
    isNameable,
  );
  const columns: CsvColumn[] = [];
  const doubts = { separators: found, dates: [] as Doubt[], numbers: [] as Doubt[] };
  for (const [order, index] of wanted.entries()) {
    const name = names[order] ?? "";
    const finding = findings[index];
    const cells = rows.columns[index];
    if (finding === undefined || cells === undefined) continue;
    const { doubt, ...column } = yield* convertColumn(cells, first, finding, reading);
    columns.push({ name, ...column });
    if (doubt !== undefined) doubts[doubt.about].push({ name, cell: doubt.cell });
  }
  return {
    ok: true,
    table: {
      columns,
      rows: rows.count - first,
      reading: { separator, decimal: reading.decimal, header: layout.header },
      doubts,
      ragged: layout.isShifted ? withoutFirst(rows.ragged) : rows.ragged,
      linesAbove: layout.linesAbove,
      cut: rows.cut,
    },
  };
}

/** Does what `readCsvInSteps` does without a pause, for short texts. */
export function readCsv(text: string, options?: CsvOptions, naming?: CsvNaming): CsvRead {
  return finished(readCsvInSteps(text, options, naming));
}

/** A sentence about what was left out because the file is too large; undefined where all of it was read. */
export function cutSentence({
  cut,
}: {
  readonly cut: { readonly rows: boolean; readonly columns: boolean };
}): string | undefined {
  const { rows, columns, cells } = csvLimits;
  if (!cut.rows && !cut.columns) return undefined;
  const most = `At most ${formatNumber(rows)} rows, ${formatNumber(columns)} columns and ${formatNumber(cells)} cells are read`;
  return cut.rows ? `${most}; the rows below are left out.` : `${most}; the columns after them are left out.`;
}

interface Doubt {
  readonly name: string;
  readonly cell: string;
}

function refused(sentence: string): CsvRead {
  return { ok: false, sentence };
}

function namesOf({ columns }: Rows, isShifted: boolean): string[] {
  const header = columns.map((cells) => cells.at(0));
  return isShifted ? ["", ...header.slice(0, -1)] : header;
}

/** Columns without a name and without a cell come of separators at the ends of lines. One is left in any case. */
function wantedColumns(header: readonly string[], findings: readonly Finding[]): number[] {
  const all = [...header.keys()];
  const last = all.findLast((index) => header[index] !== "" || findings[index]?.kind !== "empty") ?? 0;
  return all.slice(0, last + 1);
}

/** The line of names is shorter on purpose. */
function withoutFirst({ lines, count }: Rows["ragged"]): Rows["ragged"] {
  return { lines: lines.slice(1), count: count - 1 };
}
