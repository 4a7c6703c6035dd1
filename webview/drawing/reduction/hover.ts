import { lengthOf } from "../../reading/attributes.ts";
import type { DrawnPoint, FullTrace, TraceModule } from "./engineModule.ts";
import { type FewPoints, scaleOf } from "./fewPoints.ts";

type HoverPoints = NonNullable<TraceModule["hoverPoints"]>;

/**
 * Leaves out the search for a spike where neither axis shows spikes. Where no point is near the pointer, the engine looks
 * for the nearest at any distance, through every point of the trace, and then throws it away.
 */
export function withoutIdleSpikes(hoverPoints: HoverPoints): HoverPoints {
  return (pointed, x, y, mode, options) =>
    options?.finiteRange !== true && pointed.xa.showspikes !== true && pointed.ya.showspikes !== true
      ? undefined
      : hoverPoints(pointed, x, y, mode, options);
}

/**
 * Finds what is pointed at among all points of a trace, drawn or not: our search finds the point, and the engine makes the
 * label for it.
 */
export function hoverReduced(
  trace: FewPoints | undefined,
  hoverPoints: HoverPoints,
  pointing: Parameters<HoverPoints>,
): ReturnType<HoverPoints> {
  const [pointed, x, y, mode] = pointing;
  const { xa, ya } = pointed;
  if (trace === undefined || pointed.index !== false) return hoverPoints(...pointing);
  const by = mode === "closest" ? "both" : mode.startsWith("x") ? "x" : "y";
  // Along one axis the engine counts from the edge of a circle around the point.
  const circle = Math.max(3, trace.radius);
  const margin = circle - 1 + 1 / circle;
  const pointer = {
    x: xa.c2p(x),
    y: ya.c2p(y),
    by,
    radius: trace.radius,
    within: pointed.distance + (by === "both" ? 0 : margin),
  } as const;
  const found = trace.nearest(scaleOf(xa), scaleOf(ya), pointer);
  const { t, trace: full } = pointed.cd[0] ?? {};
  const point: DrawnPoint = { ...(t && { t }), ...(full && { trace: full }) };
  if (found) Object.assign(point, { x: found.x, y: found.y, i: found.index }, said(full, found.index));
  if (trace.markerRadius !== undefined) point["mrc"] = trace.markerRadius;
  pointed.cd = { length: 1, 0: point, ...(found && { [found.index]: point }) };
  return hoverPoints(...pointing);
}

/** What the trace says of this point, under the names that the engine gives it. */
function said(trace: FullTrace | undefined, index: number): DrawnPoint {
  const own: DrawnPoint = {};
  for (const [name, key] of names) {
    const values = trace?.[name];
    if (lengthOf(values) > 0) own[key] = (values as ArrayLike<unknown>)[index];
  }
  return own;
}

const names = [
  ["text", "tx"],
  ["hovertext", "htx"],
  ["customdata", "data"],
] as const;
