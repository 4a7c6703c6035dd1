import { parse } from "csv-parse/browser/esm/sync";
import type { Json } from "../../figure/figure.ts";

export interface TableColumn {
  readonly name: string;
  readonly data: readonly Json[];
}

export type CsvRead =
  | { readonly ok: true; readonly columns: readonly TableColumn[] }
  | { readonly ok: false; readonly sentence: string };

/** Columns of a CSV text with a header line. A column of numbers becomes numbers; an empty cell becomes null. */
export function readCsv(text: string): CsvRead {
  let rows: string[][];
  try {
    rows = parse(text, {
      bom: true,
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    return { ok: false, sentence: `The file is not CSV: ${error instanceof Error ? error.message : String(error)}` };
  }
  const [header, ...body] = rows;
  if (header === undefined)
    return { ok: false, sentence: "The file is empty. A CSV file begins with a line of column names." };
  if (body.length === 0) return { ok: false, sentence: "The file has column names and no rows." };
  const names = uniqueNames(header);
  return {
    ok: true,
    columns: names.map((name, index) => ({ name, data: typed(body.map((row) => row[index] ?? "")) })),
  };
}

/** Grids want each name once and none empty. */
export function uniqueNames(header: readonly string[]): string[] {
  const seen = new Set<string>();
  return header.map((cell, index) => {
    const wanted = cell === "" ? `column ${index + 1}` : cell;
    let name = wanted;
    for (let count = 2; seen.has(name); count++) name = `${wanted} (${count})`;
    seen.add(name);
    return name;
  });
}

function typed(cells: readonly string[]): Json[] {
  const numeric =
    cells.every((cell) => cell === "" || /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell)) &&
    cells.some((cell) => cell !== "");
  return cells.map((cell) => (cell === "" ? null : numeric ? Number(cell) : cell));
}
