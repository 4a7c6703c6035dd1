import type { FigurePath } from "../model/path.ts";
import table from "./dataAttributes.generated.json" with { type: "json" };
import { type DataTable, LEAF_DATA } from "./dataTable.ts";

/** `"data"`: the attribute is an array of data. `"arrayOk"`: it is one value for all points, or an array of them. */
export type DataKind = "data" | "arrayOk";

/**
 * A place in the table of attributes that take data, walked with `step` from `root`, `unionRoot` or `layoutRoot`.
 * Equal places are one object.
 */
export interface DataCursor {
  /** The data that the attribute takes; undefined where it is a container of such attributes. */
  readonly kind: DataKind | undefined;
  readonly below: ReadonlyMap<string, DataCursor>;
  /** Whether members may carry a number: `xaxis2`. */
  readonly numbered: boolean;
}

const data: DataTable = table;
const subplots = new Set(data.subplots);
const cursors = new Map<number, DataCursor>();

/** The place of a trace whose type is not known yet: it takes what any type takes. */
export const unionRoot: DataCursor = cursorOf(data.roots["*"] ?? 0);

export const layoutRoot: DataCursor = { ...cursorOf(data.roots["layout"] ?? 0), numbered: true };

/**
 * The place of a trace of this type. A trace without a type is a scatter, as Plotly draws it. An unknown type is most
 * often a misspelling, so it takes what any type takes.
 */
export function root(traceType: string | undefined): DataCursor {
  const type = traceType ?? "scatter";
  const number = Object.hasOwn(data.roots, type) && type !== "*" && type !== "layout" ? data.roots[type] : undefined;
  return number === undefined ? unionRoot : cursorOf(number);
}

/** Goes one key or index further; undefined where nothing below takes data. */
export function step(cursor: DataCursor, key: string | number): DataCursor | undefined {
  if (typeof key === "number") return cursor.below.get("[]");
  const below = cursor.below.get(key);
  return below === undefined && cursor.numbered ? cursor.below.get(subplotOf(key)) : below;
}

/** Whether the attribute at `path` below a trace (`["marker", "color"]`) takes data, and how. */
export function takesData(traceType: string | undefined, path: FigurePath): DataKind | undefined {
  return kindAt(root(traceType), path);
}

/** Whether the attribute at `path` below `layout` (`["xaxis2", "tickvals"]`) takes data, and how. */
export function layoutTakesData(path: FigurePath): DataKind | undefined {
  return kindAt(layoutRoot, path);
}

/** Whether the attribute at `path` takes data in a trace of any type. */
export function anyTraceTakesData(path: FigurePath): DataKind | undefined {
  return kindAt(unionRoot, path);
}

/**
 * Whether `path` below a trace or layout goes through an object array (`dimensions[0].values`). The service never
 * resolved references there, so clients leave these arrays in the figure, and the API accepts them.
 */
export function isInsideObjectArray(path: FigurePath): boolean {
  return path.some((key) => typeof key === "number");
}

function kindAt(start: DataCursor, path: FigurePath): DataKind | undefined {
  let cursor: DataCursor | undefined = start;
  for (const key of path) {
    cursor = step(cursor, key);
    if (cursor === undefined) return undefined;
  }
  return cursor.kind;
}

function subplotOf(key: string): string {
  const base = key.replace(/(?:[2-9]|[1-9]\d+)$/, "");
  return subplots.has(base) ? base : key;
}

function cursorOf(number: number): DataCursor {
  const known = cursors.get(number);
  if (known !== undefined) return known;
  const below = new Map<string, DataCursor>();
  const kind = number >= 0 ? undefined : number === LEAF_DATA ? "data" : "arrayOk";
  const cursor: DataCursor = { kind, below, numbered: false };
  cursors.set(number, cursor);
  for (const [key, next] of Object.entries(data.nodes[number] ?? {}))
    if (next !== undefined) below.set(key, cursorOf(next));
  return cursor;
}
