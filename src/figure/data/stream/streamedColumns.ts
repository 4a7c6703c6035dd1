import { dtypes } from "../../model/dtypes.ts";
import type { FigurePath } from "../../model/path.ts";
import type { DataArray } from "../../text/outline/outline.ts";
import { arranged, isTypedArray } from "../arrays/typedArray.ts";
import type { FigureColumn } from "../split/column.ts";
import { hasGaps, leavingArrays } from "../split/leaving.ts";
import { mayHaveCategories } from "../split/splitFigure.ts";
import type { ScannedSkeleton } from "./skeletonText.ts";
import type { Condensed, StandIn } from "./standIn.ts";

export interface MatchedColumns {
  readonly columns: readonly FigureColumn[];
  /** Stand-ins for what belongs into the skeleton: no data of the figure, or what Plotly reads otherwise as a typed array. */
  readonly others: readonly StandIn[];
}

/** Finds for each stand-in the array of the outline that it is. */
export function matchColumns(condensed: Condensed, scanned: ScannedSkeleton): MatchedColumns {
  const { standIns } = condensed;
  const { units, outline } = scanned;
  const columns: FigureColumn[] = [];
  const leaving = leavingOf(scanned);
  const others: StandIn[] = [];
  let next = 0;
  for (const array of outline.arrays) {
    for (; (units[next] ?? Infinity) < array.value.start; next++) others.push(standIns[next]!);
    const first = next;
    while ((units[next] ?? Infinity) < array.value.end) next++;
    const found = standIns.slice(first, next);
    const column = found.length === 1 && leaving.has(array) ? columnOf(array, first, condensed, scanned) : undefined;
    if (column === undefined) others.push(...found);
    else columns.push(column);
  }
  return { columns, others: [...others, ...standIns.slice(next)] };
}

/** Every size is worth it: nothing of them is in memory as text. */
const ALL = { each: 0, all: 0 };

function leavingOf({ outline, text }: ScannedSkeleton): ReadonlySet<DataArray> {
  const arrays = leavingArrays(outline, ALL);
  const hasCategories = arrays.some(hasGaps) && (text === undefined || mayHaveCategories(text));
  return new Set(hasCategories ? arrays.filter((array) => !hasGaps(array)) : arrays);
}

function columnOf(
  { path, value, shape }: DataArray,
  index: number,
  { bytes, standIns, data }: Condensed,
  { text, units }: ScannedSkeleton,
): FigureColumn | undefined {
  const { start, holds } = standIns[index]!;
  const found = data[index]!;
  if (holds.kind === "numbers") {
    const isWhole = value.start === units[index] && shape !== undefined;
    return isWhole ? { path, values: found, shape } : undefined;
  }
  // Without a text it is taken for ASCII, as it mostly is; else it does not parse.
  const from = start - units[index]!;
  const written =
    text?.slice(value.start, value.end) ??
    new TextDecoder().decode(bytes.subarray(from + value.start, from + value.end));
  return packed(path, written, found as Uint8Array<ArrayBuffer>);
}

/** `written` is the object, with a stand-in for its bytes. */
function packed(path: FigurePath, written: string, bytes: Uint8Array<ArrayBuffer>): FigureColumn | undefined {
  let object: unknown;
  try {
    object = JSON.parse(written);
  } catch {
    return undefined;
  }
  // The stand-in may be in an object in it.
  if (!isTypedArray(object) || Object.values(object).some((member) => typeof member === "object")) return undefined;
  const { dtype, shape } = object;
  if (!arranged({ dtype, ...(shape !== undefined && { shape }) }, () => bytes).ok) return undefined;
  const type = dtypes.get(dtype)!;
  const dimensions =
    shape === undefined ? [bytes.length / type.BYTES_PER_ELEMENT] : String(shape).split(",").map(Number);
  const length = dimensions.reduce((product, each) => product * each, 1);
  return { path, values: new type(bytes.buffer, 0, length), shape: dimensions };
}
