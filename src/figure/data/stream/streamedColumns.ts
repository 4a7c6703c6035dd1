import type { FigurePath } from "../../model/path.ts";
import { dtypes, type NumberArray } from "../../model/dtypes.ts";
import type { DataArray } from "../../text/outline/outline.ts";
import { arranged, isTypedArray } from "../arrays/typedArray.ts";
import type { ScannedSkeleton } from "./skeletonText.ts";
import type { Condensed, StandIn } from "./standIn.ts";

/** An array of data of the figure, as numbers. */
export interface StreamedColumn {
  /** From the figure's root. */
  readonly path: FigurePath;
  /** Row by row; NaN is a gap. */
  readonly data: NumberArray;
  /** The length of each dimension: `[points]`, `[rows, columns]`. */
  readonly shape: readonly number[];
}

export interface MatchedColumns {
  readonly columns: readonly StreamedColumn[];
  /** Stand-ins for what is no data of the figure, or cannot be read: it belongs into the skeleton. */
  readonly others: readonly StandIn[];
}

/** Finds for each stand-in the array of the outline that it is. */
export function matchColumns(condensed: Condensed, scanned: ScannedSkeleton): MatchedColumns {
  const { standIns } = condensed;
  const { units, outline } = scanned;
  const columns: StreamedColumn[] = [];
  const others: StandIn[] = [];
  let next = 0;
  for (const array of outline.arrays) {
    for (; (units[next] ?? Infinity) < array.value.start; next++) others.push(standIns[next]!);
    const first = next;
    while ((units[next] ?? Infinity) < array.value.end) next++;
    const found = standIns.slice(first, next);
    const column = found.length === 1 ? columnOf(array, first, condensed, scanned) : undefined;
    if (column === undefined) others.push(...found);
    else columns.push(column);
  }
  return { columns, others: [...others, ...standIns.slice(next)] };
}

function columnOf(
  { path, value, shape }: DataArray,
  index: number,
  { bytes, standIns, data }: Condensed,
  { text, units }: ScannedSkeleton,
): StreamedColumn | undefined {
  const { start, holds } = standIns[index]!;
  const found = data[index]!;
  if (holds.kind === "numbers") {
    const isWhole = value.start === units[index] && shape !== undefined;
    return isWhole ? { path, data: found, shape } : undefined;
  }
  // Without a text it is taken for ASCII, as it mostly is; else it does not parse.
  const from = start - units[index]!;
  const written =
    text?.slice(value.start, value.end) ??
    new TextDecoder().decode(bytes.subarray(from + value.start, from + value.end));
  return packed(path, written, found as Uint8Array<ArrayBuffer>);
}

/** `written` is the object, with a stand-in for its bytes. */
function packed(path: FigurePath, written: string, bytes: Uint8Array<ArrayBuffer>): StreamedColumn | undefined {
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
  return { path, data: new type(bytes.buffer, 0, length), shape: dimensions };
}
