import type { Json } from "../../model/figure.ts";
import type { Cells } from "./cells.ts";
import type { Decimal } from "./csvTable.ts";
import { writtenDate } from "./dates.ts";
import { couldBeThousands, isMissing, plainNumber, writtenNumber } from "./numbers.ts";

/** Cells that are looked at between two pauses: about a millisecond. */
export const CELLS = 2048;

/** The types that a column may have by its own cells alone. */
export type Finding =
  | { readonly kind: "empty" | "text" }
  | {
      readonly kind: "number";
      readonly fits: Readonly<Record<Decimal, boolean>>;
      /** A number that is another one with the other decimal; undefined where there is none. */
      readonly doubtful: string | undefined;
      readonly unit: string;
      /** The values, where all are written plainly with a point or without decimals. */
      readonly plain?: readonly Json[];
    }
  | {
      readonly kind: "date";
      /** "either" where both orders fit all cells and lead to other days. */
      readonly order: "day" | "month" | "either" | "said";
      readonly cell: string;
    };

/** Finds the types that fit a column's cells from the row `from` on. */
export function* findType(cells: Cells, from: number): Generator<undefined, Finding> {
  const plain = yield* findPlain(cells, from);
  if (plain !== undefined) return plain;
  return (yield* findWritten(cells, from)) ?? (yield* findDates(cells, from)) ?? { kind: "text" };
}

/** The quick way for what most columns are: empty, or numbers as programs write them. */
function* findPlain(cells: Cells, from: number): Generator<undefined, Finding | undefined> {
  const plain: Json[] = [];
  let numbers = 0;
  let isEmpty = true;
  let fitsComma = true;
  let doubtful: string | undefined;
  for (let row = from; row < cells.length; row++) {
    if (row % CELLS === 0) yield;
    const cell = cells.at(row);
    if (cell === "") {
      plain.push(null);
      continue;
    }
    const value = plainNumber(cell);
    if (Number.isNaN(value)) {
      if (!isMissing(cell)) return undefined;
      isEmpty = false;
      plain.push(null);
      continue;
    }
    numbers++;
    plain.push(value);
    if (!fitsComma || !cell.includes(".")) continue;
    if (couldBeThousands(cell)) doubtful ??= cell;
    else fitsComma = false;
  }
  if (numbers === 0) return isEmpty ? { kind: "empty" } : undefined;
  return {
    kind: "number",
    fits: { ".": true, ",": fitsComma },
    doubtful: fitsComma ? doubtful : undefined,
    unit: "",
    plain,
  };
}

/** Numbers as people write them: decimal comma, thousands apart, percent, money. */
function* findWritten(cells: Cells, from: number): Generator<undefined, Finding | undefined> {
  const fits = { ".": true, ",": true };
  let unit = "";
  let numbers = 0;
  let bare = 0;
  let doubtful: string | undefined;
  for (let row = from; row < cells.length; row++) {
    if (row % CELLS === 0) yield;
    const cell = cells.at(row);
    if (cell === "" || isMissing(cell)) continue;
    const number = writtenNumber(cell);
    if (number === undefined) return undefined;
    numbers++;
    if (number.unit !== "") {
      if (unit !== "" && unit !== number.unit) return undefined;
      unit = number.unit;
    } else if (!/^[0.,]+$/.test(number.digits)) bare++;
    if (number.fits["."] && number.fits[","] && /[.,]/.test(number.digits)) doubtful ??= cell;
    fits["."] &&= number.fits["."];
    fits[","] &&= number.fits[","];
    if (!fits["."] && !fits[","]) return undefined;
  }
  // Half a column in percent is not one kind of number; a currency is often written in the first row alone.
  if (numbers === 0 || (unit === "%" && bare > 0)) return undefined;
  return { kind: "number", fits, doubtful: fits["."] && fits[","] ? doubtful : undefined, unit };
}

function* findDates(cells: Cells, from: number): Generator<undefined, Finding | undefined> {
  const can = { day: true, month: true };
  let differs = false;
  let example: string | undefined;
  let isNumeric: boolean | undefined;
  for (let row = from; row < cells.length; row++) {
    if (row % CELLS === 0) yield;
    const cell = cells.at(row);
    if (cell === "" || isMissing(cell)) continue;
    const date = writtenDate(cell);
    if (date === undefined || (isNumeric ??= date.pair !== undefined) !== (date.pair !== undefined)) return undefined;
    example ??= cell;
    if (date.pair === undefined) continue;
    can.day &&= date.iso(true) !== undefined;
    can.month &&= date.iso(false) !== undefined;
    if (!differs && date.pair[0] !== date.pair[1]) {
      differs = true;
      example = cell;
    }
    if (!can.day && !can.month) return undefined;
  }
  if (example === undefined) return undefined;
  if (isNumeric !== true) return { kind: "date", order: "said", cell: example };
  const order = can.day && can.month && differs ? "either" : can.day ? "day" : "month";
  return { kind: "date", order, cell: example };
}
