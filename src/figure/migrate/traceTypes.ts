import type { Json, JsonObject } from "../figure.ts";
import { isTypedArray } from "../typedArray.ts";
import type { Changes } from "./changes.ts";
import { memberOf, rename } from "./draft.ts";
import { numbersOf } from "./points.ts";

/** Trace types that became others of the same meaning. Mapbox and polar types are seen to with their subplots. */
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

/** Point size of a pointcloud followed the density of points; here it is this many pixels within its limits: our choice. */
const POINT_SIZE = 3;

function drawAsScatter(trace: JsonObject): void {
  trace["type"] = "scattergl";
  trace["mode"] = "markers";
  splitPairs(trace);
  for (const key of ["xy", "indices", "xbounds", "ybounds"]) delete trace[key];
  const marker = memberOf(trace, "marker");
  if (marker === undefined) {
    trace["marker"] = { size: POINT_SIZE };
    return;
  }
  const { sizemin, sizemax } = marker;
  marker["size"] = Math.min(
    Math.max(POINT_SIZE, typeof sizemin === "number" ? sizemin : 0.5),
    typeof sizemax === "number" ? sizemax : 20,
  );
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

/** Names of Plotly 1 that the engine knows no more: a surface's colour range. */
export function readSurfaceRange(trace: JsonObject, type: string | undefined, changes: Changes): void {
  if (type !== "surface") return;
  const old = ["zauto", "zmin", "zmax"].filter((key) => trace[key] !== undefined);
  if (old.length === 0) return;
  for (const key of old) rename(trace, key, `c${key.slice(1)}`);
  changes.add("surfaceRange");
}
