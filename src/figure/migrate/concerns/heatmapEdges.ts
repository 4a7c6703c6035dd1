import { isContainer } from "../../model/container.ts";
import { traceTypeOf } from "../../model/trace.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import type { Changes } from "../draft/changes.ts";
import { memberOf } from "../draft/draft.ts";
import { numbersOf } from "../draft/points.ts";

type Extent = readonly [from: number, to: number];

/**
 * Keeps the edges of heatmapgl traces, which ended at the centres of the outer cells, so that half of those was seen; a
 * heatmap shows them whole. Where such traces are alone on an axis without a range, the layout gets one. `data` is as
 * it was written.
 */
export function keepHeatmapEdges(
  data: readonly JsonObject[],
  layout: JsonObject | undefined,
  changes: Changes,
): JsonObject | undefined {
  if (!data.some((trace) => traceTypeOf(trace) === "heatmapgl")) return layout;
  const changed: JsonObject = { ...layout };
  const before = changes.total;
  for (const letter of ["x", "y"] as const) {
    for (const [axis, extent] of extentsOf(data, letter)) {
      const name = `${letter}axis${axis.slice(1)}`;
      const written = memberOf(layout, name);
      const type = written?.["type"];
      if (extent === undefined || ["range", "autorange"].some((key) => written?.[key] !== undefined)) continue;
      if (type !== undefined && type !== "linear" && type !== "-") continue;
      changed[name] = { ...written, range: extent };
      changes.addSilent();
    }
  }
  return changes.total === before ? layout : changed;
}

/** By axis, from where to where its traces reach; undefined for one with other traces, or none that tell. */
function extentsOf(data: readonly JsonObject[], letter: "x" | "y"): Map<string, Extent | undefined> {
  const extents = new Map<string, Extent | undefined>();
  for (const trace of data) {
    if (!isContainer(trace)) continue;
    const reference = trace[`${letter}axis`];
    const axis = typeof reference === "string" ? reference : letter;
    const extent = traceTypeOf(trace) === "heatmapgl" ? extentOf(trace, letter) : undefined;
    const before = extents.get(axis);
    const isFirst = !extents.has(axis);
    if (extent === undefined || (!isFirst && before === undefined)) extents.set(axis, undefined);
    else
      extents.set(axis, [Math.min(extent[0], before?.[0] ?? extent[0]), Math.max(extent[1], before?.[1] ?? extent[1])]);
  }
  return extents;
}

function extentOf(trace: JsonObject, letter: "x" | "y"): Extent | undefined {
  const z = trace["z"];
  const rows = Array.isArray(z) ? z.map((row: Json) => numbersOf(row)?.length ?? 0) : [];
  const isTurned = trace["transpose"] === true;
  const count = (letter === "y") === isTurned ? Math.max(0, ...rows.slice(0, 10_000)) : rows.length;
  if (count < 2) return undefined;
  const written = trace[letter];
  const places = numbersOf(written);
  if (places === undefined) {
    if (written !== undefined) return undefined;
    const [start, step] = [trace[`${letter}0`] ?? 0, trace[`d${letter}`] ?? 1];
    if (typeof start !== "number" || typeof step !== "number") return undefined;
    return [start, start + step * (count - 1)];
  }
  const [first, last] = [places[0], places[count - 1]];
  // One place more than there are cells: the edges are the figure's own.
  if (places.length > count || typeof first !== "number" || typeof last !== "number") return undefined;
  return first < last ? [first, last] : [last, first];
}
