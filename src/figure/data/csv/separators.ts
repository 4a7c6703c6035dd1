import type { Separator } from "./csvTable.ts";
import { writtenDate } from "./dates.ts";
import { plainNumber, writtenNumber } from "./numbers.ts";
import { splitRecords } from "./records.ts";

/** All separators. In a tie the first one wins. */
export const separators: readonly Separator[] = [",", ";", "\t", "|"];

/** The first records of a file. */
export interface Sample {
  readonly separator: Separator;
  readonly records: readonly (readonly string[])[];
  /** The line and the offset at which each begins. */
  readonly places: readonly { readonly line: number; readonly start: number }[];
}

const RECORDS = 100;
const CHARACTERS = 256 * 1024;
/** Cells of a record that are looked at. */
const CELLS = 100;
/** Two separators that come closer than this are a tie. */
const TIE = 0.05;

/** The `sep=;` on the first line, which is meant for Excel. `end` is where the table begins. */
export function separatorLine(text: string): { readonly separator: Separator; readonly end: number } | undefined {
  const match = /^"?sep=([,;\t|])"?[ \t]*(?:\r\n|\n|\r|$)/i.exec(text.slice(0, 20));
  return match === null ? undefined : { separator: match[1] as Separator, end: match[0].length };
}

export function* takeSample(text: string, from: number, separator: Separator): Generator<undefined, Sample> {
  const records: string[][] = [];
  const places: { line: number; start: number }[] = [];
  yield* splitRecords(text, from, separator, (record) => {
    const { line, start } = record;
    records.push(record.cells());
    places.push({ line, start });
    return records.length < RECORDS && (start - from < CHARACTERS || records.length < 2) ? 0 : -1;
  });
  return { separator, records, places };
}

/** Finds the separators that fit the first records best: one, or several in a tie. */
export function* findSeparators(text: string, from: number): Generator<undefined, readonly Separator[]> {
  const scores: { separator: Separator; score: number }[] = [];
  let whole = 0;
  let leavesWhole: Separator | undefined;
  for (const separator of separators) {
    const { records } = yield* takeSample(text, from, separator);
    const { score, typed } = scoreOf(records, separator);
    if (commonWidth(records) > 1) scores.push({ separator, score });
    else {
      // Lines such as 3,5 may be one column of numbers, which no separator cuts.
      if (typed >= 0.5) whole = Math.max(whole, score);
      if (records.every(({ length }) => length === 1)) leavesWhole ??= separator;
    }
    yield;
  }
  const best = Math.max(...scores.map(({ score }) => score), 0);
  if (scores.length === 0 || whole > best + TIE) return [leavesWhole ?? ","];
  return scores.filter(({ score }) => score >= best - TIE).map(({ separator }) => separator);
}

/** The number of cells that most records have. */
export function commonWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [common, most] = [0, 0];
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > common)) [common, most] = [width, count];
  }
  return common;
}

export function looksTyped(cell: string): boolean {
  return !Number.isNaN(plainNumber(cell)) || writtenNumber(cell) !== undefined || writtenDate(cell) !== undefined;
}

/**
 * Rates how well records fit together: the same number of cells in each, including the first, and cells with
 * recognizable values. Other separators inside cells without such a value count against it.
 */
function scoreOf(
  records: readonly (readonly string[])[],
  separator: Separator,
): { readonly score: number; readonly typed: number } {
  if (records.length === 0) return { score: 0, typed: 0 };
  const width = commonWidth(records);
  const even = records.filter(({ length }) => length === width);
  let [cells, typed, uncut] = [0, 0, 0];
  // One record has no header to leave out.
  for (const record of even.length > 1 ? even.slice(1) : even) {
    for (const cell of record.slice(0, CELLS)) {
      if (cell === "") continue;
      cells++;
      if (looksTyped(cell)) typed++;
      else if (separators.some((other) => other !== separator && cell.includes(other))) uncut++;
    }
  }
  const share = (part: number) => (cells === 0 ? 0 : part / cells);
  const headFits = records[0]?.length === width ? 0.5 : 0;
  const headIsWhole = width > 1 || !separators.some((other) => records[0]?.[0]?.includes(other)) ? 0 : 1;
  const evenness = even.length / records.length;
  return { score: evenness + headFits + 0.5 * share(typed) - 0.5 * share(uncut) - headIsWhole, typed: share(typed) };
}
