import type { Uri } from "vscode";
import type { CsvTable } from "../../../figure/data/csv/csvTable.ts";
import type { Json } from "../../../figure/model/figure.ts";
import { formatCount } from "../../../figure/model/counts.ts";
import { fileName } from "../../editing/names.ts";
import type { Connection } from "../../servers/connection.ts";

/** A table that a chart can be made from: a CSV file's columns with data, or a grid's with uids. */
export interface Table {
  readonly name: string;
  /** The CSV file. */
  readonly uri?: Uri;
  /** The grid, and the server that has it. */
  readonly grid?: { readonly fid: string; readonly connection: Connection };
  readonly columns: readonly TableColumn[];
}

export interface TableColumn {
  readonly name: string;
  readonly note: string;
  readonly uid?: string;
  readonly data?: readonly Json[];
}

export function tableOfCsv(uri: Uri, table: CsvTable): Table {
  return {
    name: fileName(uri).replace(/\.[^.]*$/, ""),
    uri,
    columns: columnsOfCsv(table),
  };
}

export function columnsOfCsv({ columns }: CsvTable): TableColumn[] {
  return columns.map(({ name, data, kind, unit }) => ({ name, data, note: noteOf(kind, data.length, unit) }));
}

function noteOf(kind: string, length: number, unit: string | undefined): string {
  if (kind === "number") return `${formatCount(length, "number")}${unit === undefined ? "" : ` in ${unit}`}`;
  return kind === "date" ? formatCount(length, "date") : formatCount(length, "text value");
}
