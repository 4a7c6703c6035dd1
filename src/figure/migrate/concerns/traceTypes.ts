import type { Json, JsonObject } from "../../model/figure.ts";
import { isTypedArray } from "../../data/arrays/typedArray.ts";
import type { Changes } from "../draft/changes.ts";
import { memberOf, rename } from "../draft/draft.ts";
import { numbersOf } from "../draft/points.ts";

/**
 * Renames trace types that became others of the same meaning. Mapbox and polar types change together with their
 * subplots.
 */
export function renameTraceType(trace: JsonObject, type: string | undefined, changes: Changes): void {
  if (type === "heatmapgl") {
    trace["type"] = "heatmap";
    // heatmapgl smoothed unless told otherwise, heatmap does not.
    trace["zsmooth"] ??= "fast";
    changes.add("heatmapgl");
  } else if (type === "contourgl") {
    trace["type"] = "contour";
    changes.add("contourgl");
  } else if (type === "pointcloud") {
    drawAsScatter(trace);
    changes.add("pointcloud");
  }
}

/** Pixels, where a pointcloud does not say it; the smallest was never more than `MOST_SMALLEST`. */
const [SMALLEST, LARGEST, MOST_SMALLEST] = [0.5, 20, 2] as const;

/** The size of a pointcloud's points: the more there are, the smaller, as its shader had it. */
function pointSize(trace: JsonObject, marker: JsonObject): number {
  const { sizemin, sizemax } = marker;
  const least = typeof sizemin === "number" && sizemin >= 0.1 && sizemin <= MOST_SMALLEST ? sizemin : SMALLEST;
  const most = typeof sizemax === "number" && sizemax >= 0.1 ? sizemax : LARGEST;
  const count = Math.max(1, numbersOf(trace["x"])?.length ?? 1);
  return Math.round(Math.max(least, Math.min(most, most / count ** (1 / 3))) * 100) / 100;
}

function drawAsScatter(trace: JsonObject): void {
  trace["type"] = "scattergl";
  trace["mode"] = "markers";
  splitPairs(trace);
  for (const key of ["xy", "indices", "xbounds", "ybounds"]) delete trace[key];
  const marker = memberOf(trace, "marker") ?? {};
  trace["marker"] = marker;
  marker["size"] = pointSize(trace, marker);
  for (const key of ["sizemin", "sizemax", "blend"]) delete marker[key];
  const border = memberOf(marker, "border");
  const color = border?.["color"];
  const area = border?.["arearatio"];
  delete marker["border"];
  if (typeof color === "string" && typeof area === "number" && area > 0) marker["line"] = { color, width: 1 };
}

/** `xy` holds x and y of the points by turns. */
function splitPairs(trace: JsonObject): void {
  const pairs: Json | undefined = trace["xy"];
  if (!Array.isArray(pairs) && !isTypedArray(pairs)) return;
  const values = numbersOf(pairs) ?? [];
  trace["x"] ??= values.filter((_, index) => index % 2 === 0);
  trace["y"] ??= values.filter((_, index) => index % 2 === 1);
}

/** Reads a surface's colour range, whose names in Plotly 1 the engine does not know any more. */
export function readSurfaceRange(trace: JsonObject, type: string | undefined, changes: Changes): void {
  if (type !== "surface") return;
  const old = ["zauto", "zmin", "zmax"].filter((key) => trace[key] !== undefined);
  if (old.length === 0) return;
  for (const key of old) rename(trace, key, `c${key.slice(1)}`);
  changes.add("surfaceRange");
}
