import { extractGrid } from "../grids/extractGrid.ts";
import type { Figure, Json } from "../../model/figure.ts";
import type { FigurePath } from "../../model/path.ts";
import { type Assignment, alone, assignColumns, givesAgain, noSuffix } from "./assignColumns.ts";
import { ColumnNames, columnsToldOf, nameColumns } from "./columnNames.ts";
import { ColumnPool, type PooledColumn } from "./columnPool.ts";
import { editReferences, type ReferenceEdit } from "./editReferences.ts";
import { type ExportedReference, exportedReferences } from "./exportedReferences.ts";
import { formatSrc } from "../../references/srcReference.ts";

export interface RebuiltColumn {
  readonly name: string;
  readonly data: readonly Json[];
  readonly order: number;
}

/** A grid to create. */
export interface RebuiltGrid {
  /** The fid that it had where the figure was exported; undefined for arrays that had no grid. */
  readonly source: string | undefined;
  readonly columns: readonly RebuiltColumn[];
}

/** A grid that was created for a `RebuiltGrid`. */
export interface MadeGrid {
  readonly fid: string;
  /** By column name. */
  readonly uids: ReadonlyMap<string, string>;
}

/** A reference that the new plot lacks, or an array that could not be read. */
export interface NotRebuilt {
  readonly path: FigurePath;
  /** The reference as exported; empty for arrays. */
  readonly src: string;
  readonly reason:
    /** Its data is not in the export. The key is left out, for its columns are not on the new server. */
    | "no-data"
    /** One value stands beside it, which is kept and the key left out. */
    | "not-a-list"
    /** The text is no reference and stays as it is. */
    | "malformed"
    /** Base64 that cannot be read; it stays in the figure, which the server will refuse. */
    | "undecoded";
}

export interface RebuiltFigure {
  /** In the order of the figure's references; the one for arrays without a grid comes last. */
  readonly grids: readonly RebuiltGrid[];
  /** References that lead to the new grids. */
  readonly references: number;
  readonly notRebuilt: readonly NotRebuilt[];
  /** The figure with references to the created grids, given in the order of `grids`. Throws where a column is missing. */
  readonly place: (made: readonly MadeGrid[]) => Figure;
}

/**
 * Splits an export of Chart Studio, `{data, layout, frames}` with the data beside each src key, into the grids from
 * which the data came and a figure that refers to them. Inlining that figure gives the exported one again, apart from
 * the src keys. The given figure is not changed.
 *
 * Columns are identified by the fid and uid of their references. A list that cannot come from the columns that its
 * reference names becomes a column of its own. Arrays without a reference go to one more grid, as they do when a figure
 * file is published.
 */
export function rebuildGrids(figure: Figure): RebuiltFigure {
  const { data, layout, frames } = figure;
  const exported: Figure = { data, ...(layout !== undefined && { layout }), ...(frames !== undefined && { frames }) };
  const references = exportedReferences(exported);
  const pool = new ColumnPool();
  const assigned = assignColumns(references, pool);
  const named = nameAll(exported, references, pool, assigned);
  const grids = gridsOf(pool, named);
  const notRebuilt: NotRebuilt[] = references.flatMap((reference) => {
    const assignment = assigned.get(reference);
    const { path, src } = reference;
    if (assignment === undefined || assignment.kind === "columns") return [];
    return [{ path, src, reason: assignment.kind === "keep" ? "malformed" : assignment.reason }];
  });
  const edit = (srcOf: (columns: readonly PooledColumn[]) => Src) =>
    editReferences(
      exported,
      references.flatMap((reference) => editOf(reference, assigned.get(reference), srcOf)),
    );
  const strays = extractGrid(edit(() => ({ fid: "pending:0", uids: ["a"] })));
  const stray = strays.columns.length > 0 ? [{ source: undefined, columns: strays.columns }] : [];
  return {
    grids: [...grids.map(({ source, columns }) => ({ source, columns })), ...stray],
    references: references.filter((reference) => assigned.get(reference)?.kind === "columns").length,
    notRebuilt: [
      ...notRebuilt,
      ...strays.undecoded.map(({ path }): NotRebuilt => ({ path, src: "", reason: "undecoded" })),
    ],
    place(made) {
      const byFid = new Map(grids.map(({ source }, index) => [source, made[index]]));
      const placed = edit((columns) => {
        const grid = byFid.get(columns[0]?.fid ?? "");
        if (grid === undefined) throw new Error("Fewer grids were created than the figure needs.");
        return { fid: grid.fid, uids: columns.map((column) => uidOf(grid, named.of(column))) };
      });
      const last = made[grids.length];
      if (stray.length === 0) return placed;
      if (last === undefined) throw new Error("The grid for arrays without a reference is missing.");
      return extractGrid(placed).place(last.fid, last.uids);
    },
  };
}

interface Src {
  readonly fid: string;
  readonly uids: readonly string[];
}

function uidOf({ fid, uids }: MadeGrid, name: string): string {
  const uid = uids.get(name);
  if (uid === undefined) throw new Error(`The grid ${fid} has no column named "${name}".`);
  return uid;
}

/** Names the columns, and then assigns the references to names, which need them. */
function nameAll(
  figure: Figure,
  references: readonly ExportedReference[],
  pool: ColumnPool,
  assigned: Map<ExportedReference, Assignment>,
): ColumnNames {
  const ofNames = references.filter((reference) => !assigned.has(reference));
  for (const reference of ofNames) assigned.set(reference, { kind: "drop", reason: "no-data" });
  const named = nameColumns(figure, inOrder(pool), assigned);
  for (const reference of ofNames) {
    const { selector, list } = reference;
    if (selector === undefined || list === undefined) continue;
    const columns = columnsToldOf(selector, assigned) ?? [];
    const all = columns.filter((column) => column !== undefined);
    const suffix = { ...noSuffix, names: true };
    const isAgain =
      all.length > 0 &&
      all.length === columns.length &&
      givesAgain(reference, all, suffix, (column) => named.of(column));
    const assignment: Assignment = isAgain
      ? { kind: "columns", columns: all, suffix }
      : alone(reference, references.indexOf(reference), pool);
    assigned.set(reference, assignment);
    if (!isAgain && assignment.kind === "columns") {
      for (const column of assignment.columns) named.give(column, `${reference.key.slice(0, -3)} names`);
    }
  }
  return named;
}

/** One grid a fid, its columns in the order of their first mention. */
function gridsOf(pool: ColumnPool, named: ColumnNames): { source: string; columns: RebuiltColumn[] }[] {
  const grids = new Map<string, RebuiltColumn[]>();
  for (const column of inOrder(pool)) {
    const columns = grids.get(column.fid) ?? [];
    grids.set(column.fid, columns);
    columns.push({ name: named.of(column), data: column.data, order: columns.length });
  }
  return [...grids].map(([source, columns]) => ({ source, columns }));
}

function inOrder(pool: ColumnPool): PooledColumn[] {
  return pool.all.toSorted(({ first: [a, b] }, { first: [c, d] }) => a - c || b - d);
}

function editOf(
  { path }: ExportedReference,
  assignment: Assignment | undefined,
  srcOf: (columns: readonly PooledColumn[]) => Src,
): ReferenceEdit[] {
  if (assignment === undefined || assignment.kind === "keep") return [];
  if (assignment.kind === "drop") return [{ path, src: undefined, withoutValue: false }];
  const { fid, uids } = srcOf(assignment.columns);
  const src = formatSrc({ fid, columns: "only", uids, ...assignment.suffix });
  return [{ path, src, withoutValue: isInlinedThere(path) }];
}

/**
 * Whether every server gives a reference there its data, so that the value can go. Chart Studio did so in the plain
 * containers of traces alone, where it refused values; in layouts and object arrays both are kept.
 */
function isInlinedThere(path: FigurePath): boolean {
  const depth = path[0] === "data" ? 2 : path[0] === "frames" && path[2] === "data" ? 4 : undefined;
  return depth !== undefined && path.slice(depth).every((step) => typeof step === "string");
}
