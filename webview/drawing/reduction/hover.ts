import { nearestOf } from "../../../src/figure/data/reduce/nearest.ts";
import type { Numbers } from "../../../src/figure/data/reduce/series.ts";
import { lengthOf } from "../../reading/attributes.ts";
import { mostWhole } from "../../reading/plainMarkers.ts";
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
 * Finds what is pointed at among many WebGL points on logarithmic axes, for which the engine has no index: it works out
 * the pixels of each, where ours does so for those nearby.
 */
export function quickWithoutIndex(hoverPoints: HoverPoints): HoverPoints {
  return (pointed, x, y, mode, options) => {
    const { xa, ya, distance } = pointed;
    const [first] = Array.from(pointed.cd);
    const stash: GlState = first?.t ?? {};
    const { tree, ids, x: places, y: values } = stash;
    const isPlain =
      first?.trace?.["xperiodalignment"] === undefined && first?.trace?.["yperiodalignment"] === undefined;
    if (
      mode !== "closest" ||
      first === undefined ||
      tree ||
      !ids ||
      ids.length <= mostWhole ||
      !places ||
      !values ||
      !isPlain
    )
      return hoverPoints(pointed, x, y, mode, options);
    const pointer = { x: xa.c2p(x), y: ya.c2p(y), by: "both", radius: 0, within: distance } as const;
    const all = [0, values.length] as const;
    const found = nearestOf((index) => places[index]!, values, all, scaleOf(xa), scaleOf(ya), pointer);
    const near: DrawnPoint = { ...first, t: { ...stash, ids: found === undefined ? [] : [found] } };
    return hoverPoints(Object.assign(pointed, { cd: [near] }), x, y, mode, options);
  };
}

/** What the engine keeps of a WebGL trace. */
interface GlState {
  readonly tree?: object;
  readonly ids?: readonly number[];
  readonly x?: Numbers;
  readonly y?: Numbers;
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
