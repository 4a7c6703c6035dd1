import type { Json } from "../../model/figure.ts";
import type { GridColumn, GridContent } from "../../model/grid.ts";
import type { SrcSelector } from "../../references/srcReference.ts";

/** Traces whose `z` is written by rows while a grid keeps it by columns (the list of Chart Studio's own editor). */
const ROW_MAJOR_TRACES: ReadonlySet<string> = new Set([
  "carpet",
  "contour",
  "contourcarpet",
  "contourgl",
  "heatmap",
  "heatmapgl",
  "surface",
]);

/**
 * The value of a reference; undefined where the grid lacks a column that it names.
 *
 * One column gives its data as stored, even a list of lists. Several columns, or `*`, give a list of columns, which
 * becomes a list of rows for the `z` of row-major traces (recorded answers). A whole grid or an exclusion that leaves
 * one column counts as one column (our choice).
 */
export function expand(selector: SrcSelector, grid: GridContent, key: string, traceType: string): Json | undefined {
  const columns = select(selector, grid);
  if (columns === undefined) return undefined;
  if (selector.names) return columns.map(({ name }) => name);
  const { row } = selector;
  if (row !== undefined) return columns.map(({ column }) => column.data[row] ?? null);
  const data = columns.map(({ column }) => rowsOf(column.data, selector.rows));
  const [only] = data;
  if (only !== undefined && data.length === 1 && !selector.list) return only;
  return isRowMajor(key, traceType) ? toRows(data) : data;
}

/** Whether a reference to several columns is written by rows. */
export function isRowMajor(key: string, traceType: string): boolean {
  return key === "zsrc" && ROW_MAJOR_TRACES.has(traceType);
}

interface NamedColumn {
  readonly name: string;
  readonly column: GridColumn;
}

function select(selector: SrcSelector, grid: GridContent): readonly NamedColumn[] | undefined {
  const columns = Object.entries(grid.cols).map(([name, column]) => ({ name, column }));
  if (selector.columns === "only") {
    const chosen: NamedColumn[] = [];
    for (const uid of selector.uids) {
      const found = columns.find(({ column }) => column.uid === uid);
      if (found === undefined) return undefined;
      chosen.push(found);
    }
    return chosen;
  }
  columns.sort((one, other) => one.column.order - other.column.order);
  if (selector.columns === "all") return columns;
  return columns.filter(({ column }) => !selector.uids.includes(column.uid));
}

/** `"1-"` is all rows but the first; `"1-5"` ends with row 5 (our choice: only the open form was ever seen). */
function rowsOf(data: readonly Json[], rows: string | undefined): readonly Json[] {
  if (rows === undefined) return data;
  const [from = "0", to = ""] = rows.split("-");
  return data.slice(Number(from), to === "" ? undefined : Number(to) + 1);
}

/** Columns shorter than the longest are filled up with null. */
function toRows(columns: readonly (readonly Json[])[]): Json[][] {
  let length = 0;
  for (const column of columns) length = Math.max(length, column.length);
  return Array.from({ length }, (_, row) => columns.map((column) => column[row] ?? null));
}
