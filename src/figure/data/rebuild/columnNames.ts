import { isContainer } from "../../model/container.ts";
import type { Figure, Json } from "../../model/figure.ts";
import { type FigurePath, valueAt } from "../../model/path.ts";
import { FreeNames } from "../columns/freeNames.ts";
import type { Assignment } from "./assignColumns.ts";
import type { PooledColumn } from "./columnPool.ts";
import type { ExportedReference } from "./exportedReferences.ts";
import { plainText } from "../../model/plainText.ts";

const longestLabel = 60;

/**
 * Gives each column of a grid its own name. An export does not contain the names of columns, but two things tell them:
 * a `?names` reference has them for its value, and Chart Studio's editor left them in `meta.columnNames` beside the
 * attributes (joined with " - " where there are several). Other columns are named after the first attribute that refers
 * to them: `x`, `marker.color`, `y (Sales)` where only one of several traces refers to it, `z 1`, `z 2` where one
 * reference names several.
 */
export class ColumnNames {
  readonly #names = new Map<PooledColumn, string>();
  readonly #free = new Map<string, FreeNames>();

  of(column: PooledColumn): string {
    return this.#names.get(column) ?? column.key;
  }

  /** The first name that is not taken in its grid: `wanted`, `wanted (2)`. */
  give(column: PooledColumn, wanted: string): void {
    const grid = column.fid;
    const free = this.#free.get(grid) ?? new FreeNames();
    this.#free.set(grid, free);
    const base =
      wanted
        .toWellFormed()
        .replaceAll(/\p{Cc}+/gu, " ")
        .trim() || "column";
    this.#names.set(column, free.take(base));
  }
}

export function nameColumns(
  figure: Figure,
  columns: readonly PooledColumn[],
  assigned: ReadonlyMap<ExportedReference, Assignment>,
): ColumnNames {
  const uses = usesOf(assigned);
  const told = toldNames(assigned);
  const names = new ColumnNames();
  for (const column of columns) {
    const used = uses.get(column) ?? [];
    const known = told.get(column) ?? used.map((use) => editorName(figure, use)).find((name) => name !== undefined);
    names.give(column, known ?? attributeName(figure, used));
  }
  return names;
}

interface Use {
  readonly reference: ExportedReference;
  /** Place among the reference's columns. */
  readonly at: number;
  readonly count: number;
}

function usesOf(assigned: ReadonlyMap<ExportedReference, Assignment>): Map<PooledColumn, Use[]> {
  const uses = new Map<PooledColumn, Use[]>();
  for (const [reference, assignment] of assigned) {
    if (assignment.kind !== "columns") continue;
    const count = assignment.columns.length;
    for (const [at, column] of assignment.columns.entries()) {
      const known = uses.get(column);
      if (known === undefined) uses.set(column, [{ reference, at, count }]);
      else known.push({ reference, at, count });
    }
  }
  return uses;
}

/** From references to names: of the columns they list, or of the whole grid where another reference has all of it. */
function toldNames(assigned: ReadonlyMap<ExportedReference, Assignment>): Map<PooledColumn, string> {
  const told = new Map<PooledColumn, string>();
  const references = [...assigned.keys()];
  for (const { selector, list } of references) {
    if (selector?.names !== true || list === undefined) continue;
    const columns = columnsToldOf(selector, assigned);
    if (columns?.length !== list.length) continue;
    for (const [at, column] of columns.entries()) {
      const name = list[at];
      if (column !== undefined && typeof name === "string" && name.trim() !== "") told.set(column, name);
    }
  }
  return told;
}

/** The columns whose names a reference tells, as far as other references mention them. */
export function columnsToldOf(
  selector: NonNullable<ExportedReference["selector"]>,
  assigned: ReadonlyMap<ExportedReference, Assignment>,
): readonly (PooledColumn | undefined)[] | undefined {
  const others = [...assigned].filter(([other]) => other.selector?.fid === selector.fid);
  if (selector.columns === "only") {
    const byUid = new Map<string, PooledColumn>();
    for (const [, assignment] of others) {
      if (assignment.kind !== "columns") continue;
      for (const column of assignment.columns) if (!byUid.has(column.key)) byUid.set(column.key, column);
    }
    return selector.uids.map((uid) => byUid.get(uid));
  }
  const same = ({ columns, uids }: typeof selector) =>
    columns === selector.columns && uids.join() === selector.uids.join();
  for (const [other, assignment] of others) {
    if (assignment.kind !== "columns" || other.selector === undefined || other.selector.names) continue;
    if (same(other.selector)) return assignment.columns;
  }
  return undefined;
}

/** The names that the editor noted in the `meta` of the trace or of the container around the reference. */
function editorName(figure: Figure, { reference: { path, key }, at, count }: Use): string | undefined {
  const attribute = key.slice(0, -3);
  const container = path.slice(0, -1);
  const start = traceDepth(path);
  for (let depth = start; depth <= container.length; depth++) {
    const noted = valueAt(figure, [
      ...container.slice(0, depth),
      "meta",
      "columnNames",
      ...container.slice(depth),
      attribute,
    ]);
    if (typeof noted !== "string" || noted.trim() === "") continue;
    const parts = count === 1 ? [noted] : noted.split(" - ");
    const name = parts.length === count ? parts[at]?.trim() : undefined;
    if (name !== undefined && name !== "") return name;
  }
  return undefined;
}

function attributeName(figure: Figure, uses: readonly Use[]): string {
  const [first] = uses;
  if (first === undefined) return "column";
  const { path, key } = first.reference;
  const depth = traceDepth(path);
  const steps = [...path.slice(depth, -1), key.slice(0, -3)].filter((step) => typeof step === "string");
  const attribute = depth === 0 ? [path[0], ...steps.slice(1)].join(".") : steps.join(".");
  const numbered = first.count > 1 ? `${attribute} ${first.at + 1}` : attribute;
  const traces = new Set(uses.map(({ reference }) => reference.path.slice(0, traceDepth(reference.path)).join()));
  const label = figure.data.length > 1 && traces.size === 1 ? labelOf(figure, path.slice(0, depth)) : "";
  return label === "" ? numbered : `${numbered} (${label})`;
}

/** The number of steps of the path that lead to the trace: 2 in data, 4 in a frame, 0 in layouts. */
function traceDepth(path: FigurePath): number {
  if (path[0] === "data") return 2;
  return path[0] === "frames" && path[2] === "data" ? 4 : 0;
}

function labelOf(figure: Figure, trace: FigurePath): string {
  if (trace.length === 0) return "";
  const value: Json | undefined = valueAt(figure, trace);
  const name = isContainer(value) ? value["name"] : undefined;
  const text = typeof name === "string" ? plainText(name) : "";
  const label = text === "" ? `Trace ${Number(trace.at(-1)) + 1}` : text.slice(0, longestLabel);
  return trace[0] === "frames" ? `Frame ${Number(trace[1]) + 1}, ${label}` : label;
}
