import type { Json } from "../../model/figure.ts";
import type { Cells } from "./cells.ts";
import { CELLS, type Finding } from "./columnTypes.ts";
import type { CsvColumn, CsvOptions, Decimal, Separator } from "./csvTable.ts";
import { writtenDate } from "./dates.ts";
import { isMissing, valueOf, writtenNumber } from "./numbers.ts";

/** Beyond as many texts a column is of all different ones. */
const MOST_SHARED = 10_000;

/** How to read the columns that fit several readings. */
export interface Reading {
  readonly decimal: Decimal;
  /** Where somebody says it: columns that are written otherwise are then texts. */
  readonly isForced: boolean;
  /** Whether some column tells the decimal, so that the others go with it without doubt. */
  readonly isDecimalKnown: boolean;
  /** Undefined where no column tells it. */
  readonly dayFirst: boolean | undefined;
}

/**
 * Settles how to read all columns. A file is written by one hand: columns that fit two readings are read like those
 * that fit one.
 */
export function settleReading(findings: readonly Finding[], separator: Separator, options: CsvOptions): Reading {
  const votes = { ".": 0, ",": 0 };
  const orders = { day: 0, month: 0 };
  let hasComma = false;
  for (const finding of findings) {
    if (finding.kind === "number") {
      if (finding.fits["."] !== finding.fits[","]) votes[finding.fits["."] ? "." : ","]++;
      hasComma ||= finding.doubtful?.includes(",") ?? false;
    }
    if (finding.kind === "date" && (finding.order === "day" || finding.order === "month")) orders[finding.order]++;
  }
  const isTold = votes["."] > 0 || votes[","] > 0;
  // Semicolons are taken where the comma is needed for something else.
  const found = isTold ? (votes[","] > votes["."] ? "," : ".") : separator === ";" && hasComma ? "," : ".";
  const order = orders.day > 0 !== orders.month > 0 ? orders.day > 0 : undefined;
  return {
    decimal: options.decimal ?? found,
    isForced: options.decimal !== undefined,
    isDecimalKnown: options.decimal !== undefined || isTold,
    dayFirst: options.dayFirst ?? order,
  };
}

type Converted = Omit<CsvColumn, "name"> & {
  readonly doubt?: { readonly about: "dates" | "numbers"; readonly cell: string };
};

export function* convertColumn(
  cells: Cells,
  from: number,
  finding: Finding,
  reading: Reading,
): Generator<undefined, Converted> {
  if (finding.kind === "number") return yield* numbersOf(cells, from, finding, reading);
  if (finding.kind === "date") return yield* datesOf(cells, from, finding, reading);
  return yield* textsOf(cells, from, finding.kind);
}

type NumberFinding = Finding & { kind: "number" };
type DateFinding = Finding & { kind: "date" };

function* numbersOf(
  cells: Cells,
  from: number,
  { fits, doubtful, unit, plain }: NumberFinding,
  reading: Reading,
): Generator<undefined, Converted> {
  if (reading.isForced && !fits[reading.decimal]) return yield* textsOf(cells, from, "text");
  const decimal = fits[reading.decimal] ? reading.decimal : fits["."] ? "." : ",";
  const isPlain = plain !== undefined && (decimal === "." || doubtful === undefined);
  const values = isPlain
    ? plain
    : yield* mapped(cells, from, (cell) => {
        const number = isMissing(cell) ? undefined : writtenNumber(cell);
        return number === undefined ? null : valueOf(number, decimal);
      });
  return {
    ...filled(values, "number"),
    ...(unit !== "" && { unit }),
    ...(fits["."] !== fits[","] || doubtful !== undefined ? { decimal } : {}),
    ...(doubtful !== undefined && !reading.isDecimalKnown && { doubt: { about: "numbers", cell: doubtful } }),
  };
}

function* datesOf(
  cells: Cells,
  from: number,
  { order, cell: example }: DateFinding,
  reading: Reading,
): Generator<undefined, Converted> {
  const dayFirst = order === "either" ? reading.dayFirst : order !== "month";
  if (dayFirst === undefined)
    return { ...(yield* textsOf(cells, from, "text")), doubt: { about: "dates", cell: example } };
  const share = shared();
  const values = yield* mapped(cells, from, (cell) => {
    const iso = writtenDate(cell)?.iso(dayFirst);
    return iso === undefined ? null : share(iso);
  });
  return { ...filled(values, "date"), ...(order !== "said" && { dayFirst }) };
}

function* textsOf(cells: Cells, from: number, kind: "text" | "empty"): Generator<undefined, Converted> {
  return filled(yield* mapped(cells, from, shared()), kind);
}

function* mapped(cells: Cells, from: number, read: (cell: string) => Json): Generator<undefined, readonly Json[]> {
  const values: Json[] = [];
  for (let row = from; row < cells.length; row++) {
    if (row % CELLS === 0) yield;
    const cell = cells.at(row);
    values.push(cell === "" ? null : read(cell));
  }
  return values;
}

/** Gives the same string for the same text, so that categories and days are in memory once each. */
function shared(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    if (known.size < MOST_SHARED) known.set(text, text);
    return text;
  };
}

function filled(data: readonly Json[], kind: CsvColumn["kind"]): Converted {
  let gaps = 0;
  for (const value of data) if (value === null) gaps++;
  return { data, kind, gaps };
}
