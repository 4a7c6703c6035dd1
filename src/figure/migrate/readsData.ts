import { isContainer } from "../model/container.ts";
import type { Figure, Json, JsonObject } from "../model/figure.ts";
import { traceTypeOf } from "../model/trace.ts";
import { isOldPolar } from "./concerns/polar.ts";

/** Types whose data is written anew, or tells what the layout gets. */
const TYPES: ReadonlySet<string> = new Set(["heatmapgl", "pointcloud"]);

/**
 * Whether bringing this figure up to date reads its arrays of data, which then have to be lists. Else it only hands them
 * on, and they may be anything.
 */
export function readsData(figure: Figure): boolean {
  const frames: readonly Json[] = Array.isArray(figure.frames) ? figure.frames : [];
  const traces = [figure, ...frames].flatMap((part): readonly Json[] => {
    const data: unknown = isContainer(part) ? part["data"] : undefined;
    return Array.isArray(data) ? data : [];
  });
  return (
    isOldPolar({ data: traces.filter(isContainer) }) || traces.some((trace) => isContainer(trace) && isRead(trace))
  );
}

function isRead(trace: JsonObject): boolean {
  const { transforms, bardir } = trace;
  return transforms !== undefined || bardir !== undefined || TYPES.has(traceTypeOf(trace) ?? "");
}
