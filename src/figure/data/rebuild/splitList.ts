import type { Json } from "../../model/figure.ts";
import { isRowMajor } from "../inline/expand.ts";
import type { ExportedReference } from "./exportedReferences.ts";

export interface SplitList {
  readonly columns: readonly (readonly Json[])[];
  /** Whether the columns may have been filled up with null to the longest. */
  readonly padded: boolean;
}

/**
 * The columns from which a reference's list was made: the inverse of `expand`. Undefined where the list cannot have
 * been made so, and for references to rows and names. A whole grid or an exclusion does not tell how many columns there
 * are: each of several lists counts as one column.
 */
export function splitList({ key, selector, traceType, list }: ExportedReference): SplitList | undefined {
  if (selector === undefined || list === undefined) return undefined;
  if (selector.names || selector.rows !== undefined || selector.row !== undefined) return undefined;
  const rowMajor = isRowMajor(key, traceType);
  const count = selector.columns === "only" ? selector.uids.length : undefined;
  if (count === 1 && !selector.list) return { columns: [list], padded: false };
  const lists = list.every((item) => Array.isArray(item)) ? list : undefined;
  const columns = lists === undefined ? undefined : rowMajor ? toColumns(lists, count) : lists;
  if (count === undefined && !selector.list && (columns === undefined || columns.length < 2)) {
    return { columns: [list], padded: false };
  }
  if (columns === undefined || (count !== undefined && columns.length !== count)) return undefined;
  return { columns, padded: rowMajor && columns.length > 1 };
}

/** Rows of one length, turned into columns. */
function toColumns(rows: readonly (readonly Json[])[], count: number | undefined): Json[][] | undefined {
  const width = rows[0]?.length ?? count ?? 0;
  if (rows.some((row) => row.length !== width)) return undefined;
  return Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? null));
}
