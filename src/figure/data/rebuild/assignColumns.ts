import type { Json } from "../../model/figure.ts";
import type { GridContent } from "../../model/grid.ts";
import { expand } from "../inline/expand.ts";
import { sameJson } from "../../model/sameJson.ts";
import type { SrcSelector } from "../../references/srcReference.ts";
import type { ColumnPool, PooledColumn } from "./columnPool.ts";
import type { ExportedReference } from "./exportedReferences.ts";
import { splitList } from "./splitList.ts";

/** The columns that a reference gets, or the reason why it gets none. */
export type Assignment =
  /** It refers to these columns, with the suffix of this selector. */
  | { readonly kind: "columns"; readonly columns: readonly PooledColumn[]; readonly suffix: Suffix }
  /** Its key goes: its columns are not in the export, or what stands beside it is no list and is what is drawn. */
  | { readonly kind: "drop"; readonly reason: "no-data" | "not-a-list" }
  /** The text is no reference, so that nothing is known of it. */
  | { readonly kind: "keep" };

export type Suffix = Pick<SrcSelector, "list" | "names" | "rows" | "row">;

export const noSuffix: Suffix = { list: false, names: false };

/**
 * Assigns columns to each reference, except those to names, which follow once the columns have names. Lists that are
 * columns as they stand come first, so that lists that were filled up find the columns from which they were made.
 */
export function assignColumns(
  references: readonly ExportedReference[],
  pool: ColumnPool,
): Map<ExportedReference, Assignment> {
  const assigned = new Map<ExportedReference, Assignment>();
  const passes: readonly ((reference: ExportedReference, index: number) => Assignment | undefined)[] = [
    (reference) => obvious(reference),
    (reference, index) => (isOnly(reference) ? fromList(reference, index, pool, false) : undefined),
    (reference, index) => (isOnly(reference) ? fromList(reference, index, pool, true) : undefined),
    (reference, index) => fromList(reference, index, pool, true),
    (reference) => fromKnown(reference, pool, assigned),
    (reference, index) => alone(reference, index, pool),
  ];
  for (const pass of passes) {
    for (const [index, reference] of references.entries()) {
      if (assigned.has(reference) || reference.selector?.names === true) continue;
      const assignment = pass(reference, index);
      if (assignment !== undefined) assigned.set(reference, assignment);
    }
  }
  return assigned;
}

/** Whether these columns and this suffix give the list again. */
export function givesAgain(
  { key, traceType, list }: ExportedReference,
  columns: readonly PooledColumn[],
  suffix: Suffix,
  names: (column: PooledColumn, at: number) => string = (_, at) => String(at),
): boolean {
  const cols = columns.map((column, order): [string, GridContent["cols"][string]] => [
    names(column, order),
    { uid: `u${order}`, order, data: column.data },
  ]);
  const selector: SrcSelector = {
    ...suffix,
    owner: "",
    idlocal: 0,
    fid: "",
    columns: "only",
    uids: columns.map((_, order) => `u${order}`),
  };
  const value = expand(selector, { cols: Object.fromEntries(cols) }, key, traceType);
  return value !== undefined && list !== undefined && sameJson(value, list);
}

/** Makes the list one column of its own, which gives any list again. */
export function alone({ selector, src, list }: ExportedReference, index: number, pool: ColumnPool): Assignment {
  if (selector === undefined || list === undefined) return { kind: "drop", reason: "no-data" };
  const column = pool.put(selector.fid, `=${src}`, list, false, [index, 0]);
  return { kind: "columns", columns: [column], suffix: noSuffix };
}

function isOnly({ selector }: ExportedReference): boolean {
  return selector?.columns === "only";
}

function obvious({ selector, hasOther }: ExportedReference): Assignment | undefined {
  if (selector === undefined) return { kind: "keep" };
  return hasOther ? { kind: "drop", reason: "not-a-list" } : undefined;
}

function fromList(
  reference: ExportedReference,
  index: number,
  pool: ColumnPool,
  mayBePadded: boolean,
): Assignment | undefined {
  const { selector, src } = reference;
  const split = splitList(reference);
  if (selector === undefined || split === undefined || (split.padded && !mayBePadded)) return undefined;
  const used = new Set<PooledColumn>();
  const columns = split.columns.map((data: readonly Json[], at) => {
    const column = isOnly(reference)
      ? pool.put(selector.fid, selector.uids[at] ?? "", data, split.padded, [index, at])
      : pool.putUnnamed(selector.fid, `${src}#${at}`, data, [index, at], used);
    used.add(column);
    return column;
  });
  const suffix = { ...noSuffix, list: selector.list };
  // Several columns that turn out to be one would not be a list of columns any more.
  const isAgain = columns.length > 0 && givesAgain(reference, columns, suffix);
  return isAgain ? { kind: "columns", columns, suffix } : alone(reference, index, pool);
}

/** By columns that other references brought in: rows of them, or nothing beside the key at all. */
function fromKnown(
  reference: ExportedReference,
  pool: ColumnPool,
  assigned: ReadonlyMap<ExportedReference, Assignment>,
): Assignment | undefined {
  const { selector, src, list } = reference;
  if (selector === undefined) return undefined;
  const { list: isList, rows, row } = selector;
  const suffix = {
    ...noSuffix,
    list: isList,
    ...(rows !== undefined && { rows }),
    ...(row !== undefined && { row }),
  };
  const columns = selector.uids.map((uid) => pool.known(selector.fid, uid)[0]);
  if (isOnly(reference) && columns.every((column) => column !== undefined)) {
    if (list === undefined || givesAgain(reference, columns, suffix)) return { kind: "columns", columns, suffix };
  }
  if (list !== undefined) return undefined;
  for (const [other, assignment] of assigned) {
    if (other.src === src && assignment.kind === "columns") return assignment;
  }
  return { kind: "drop", reason: "no-data" };
}
