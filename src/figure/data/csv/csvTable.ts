import type { Json } from "../../model/figure.ts";

export type Separator = "," | ";" | "\t" | "|";

export type Decimal = "." | ",";

/** Options that a person or a request gives; the rest is found from the file. */
export interface CsvOptions {
  readonly separator?: Separator | undefined;
  /** For all columns. A column of numbers that are not written so is text. */
  readonly decimal?: Decimal | undefined;
  /** Whether the first line names the columns. */
  readonly header?: boolean | undefined;
  /** For columns of dates such as 01/02/2024 that do not say it themselves. */
  readonly dayFirst?: boolean | undefined;
}

/** The most rows and columns that are read: those of an Excel sheet, and what fits into memory beside an editor. */
export const csvLimits = { rows: 1_048_576, columns: 16_384, cells: 20_000_000 };

export interface CsvColumn {
  readonly name: string;
  /** An empty cell is null. Dates are ISO texts, which Plotly reads. Numbers of percent and money have lost their unit. */
  readonly data: readonly Json[];
  readonly kind: "number" | "date" | "text" | "empty";
  /** Nulls in `data`. */
  readonly gaps: number;
  /** "%", "€", "CHF": what stood beside each number. */
  readonly unit?: string;
  /** The way its numbers were written, where that makes a difference. */
  readonly decimal?: Decimal;
  /** The order of day and month in its dates, where one of them comes first. */
  readonly dayFirst?: boolean;
}

/** Where two readings fit equally well. Each is read as `CsvTable.reading` says. */
export interface CsvDoubts {
  /** The separators that cut the lines equally well, where there are several. The first was taken. */
  readonly separators: readonly Separator[];
  /** Columns of dates that are left as they are written until somebody says what comes first. */
  readonly dates: readonly { readonly name: string; readonly cell: string }[];
  /** Columns of numbers such as 1.234, which may be more than a thousand or little more than one. */
  readonly numbers: readonly { readonly name: string; readonly cell: string }[];
}

/** Some lines of the file, counted from 1: the first few of them, and their number. */
export interface LineList {
  readonly lines: readonly number[];
  readonly count: number;
}

export interface CsvTable {
  readonly columns: readonly CsvColumn[];
  readonly rows: number;
  readonly reading: { readonly separator: Separator; readonly decimal: Decimal; readonly header: boolean };
  readonly doubts: CsvDoubts;
  /** Rows with more cells or fewer than most. */
  readonly ragged: LineList;
  /** Lines above the table, such as a title. */
  readonly linesAbove: number;
  /** The part that `csvLimits` left out. */
  readonly cut: { readonly rows: boolean; readonly columns: boolean };
}

export type CsvRead =
  | { readonly ok: true; readonly table: CsvTable }
  | { readonly ok: false; readonly sentence: string };
