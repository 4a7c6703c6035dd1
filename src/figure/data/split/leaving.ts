import type { DataArray, Outline } from "../../text/outline/outline.ts";
import { elementBits, holdsOnly } from "../../text/source/elementKinds.ts";

/** What is worth the effort, in characters of text. */
export interface Limits {
  /** An array of fewer stays. */
  readonly each: number;
  /** All stay where those that may leave have fewer together: they are parsed as soon as they are sent. */
  readonly all: number;
}

const LIMITS: Limits = { each: 16 * 1024, all: 256 * 1024 };

/** A table of shorter rows costs the page more as typed arrays than as lists. */
const SHORT_ROW = 8;

/** Types of traces that draw a typed array as they draw the list of the same numbers; a test compares their pictures. */
export const typesThatLeave: ReadonlySet<string> = new Set([
  "scatter",
  "scattergl",
  "scatter3d",
  "scatterpolar",
  "scatterpolargl",
  "scattergeo",
  "scatterternary",
  "bar",
  "histogram",
  "histogram2d",
  "histogram2dcontour",
  "box",
  "violin",
  "candlestick",
  "ohlc",
  "heatmap",
  "contour",
  "surface",
  "mesh3d",
  "splom",
]);

/** Those that put null and NaN in different places. */
export const typesWithoutGaps: ReadonlySet<string> = new Set(["box", "violin"]);

/** Attributes whose numbers are read as texts. */
const TEXTS: ReadonlySet<string> = new Set(["text", "hovertext", "texttemplate", "hovertemplate", "ids", "labels"]);

/** Coordinates: null there is a gap as NaN is. */
const COORDINATES: ReadonlySet<string> = new Set("x y z r theta lat lon a b c open high low close".split(" "));

/** The arrays of numbers that may leave the text of the figure, in the order of the text; none where it is not worth it. */
export function leavingArrays({ arrays, traces, within, syntax }: Outline, limits: Limits = LIMITS): DataArray[] {
  if (syntax.length > 0 || (within !== undefined && within.how !== "value")) return [];
  const leaving: DataArray[] = [];
  let characters = 0;
  let next = 0;
  for (const array of arrays) {
    const { start, end } = array.value;
    if (end - start < limits.each || array.path[0] === "layout" || array.path[2] === "layout") continue;
    while ((traces[next]?.span.end ?? Infinity) < end) next++;
    if (!mayLeave(array, traces[next]?.drawnAs ?? "")) continue;
    leaving.push(array);
    characters += end - start;
  }
  return characters < limits.all ? [] : leaving;
}

/** Whether null stands among its numbers. */
export function hasGaps({ kinds }: DataArray): boolean {
  return (kinds & elementBits.null) !== 0;
}

function mayLeave(array: DataArray, type: string): boolean {
  const { encoding, kinds, shape, path } = array;
  if (shape === undefined || !typesThatLeave.has(type)) return false;
  const key = String(path.at(-1));
  if (TEXTS.has(key)) return false;
  const [, rowLength = Infinity] = shape;
  if (rowLength < SHORT_ROW) return false;
  // As typed arrays they would have come to Plotly anyway.
  if (encoding === "base64") return true;
  if (shape.length > 2 || (shape.length === 2 && key !== "z") || !holdsOnly(kinds, "number", "null")) return false;
  return !hasGaps(array) || (COORDINATES.has(key) && !typesWithoutGaps.has(type));
}
