import { isContainer } from "./container.ts";
import type { Json, JsonObject } from "./figure.ts";

/** The trace's type as written; undefined where it names none. */
export function traceTypeOf(trace: unknown): string | undefined {
  if (!isContainer(trace)) return undefined;
  return typeof trace["type"] === "string" ? trace["type"] : undefined;
}

/**
 * The index in `data` of the trace that the frame's trace number `index` changes, paired as Plotly does. Most frames
 * leave the type out; it is then the type of that trace.
 */
export function frameTarget(frame: JsonObject, index: number): number {
  const traces: Json | undefined = frame["traces"];
  const target = Array.isArray(traces) ? traces[index] : undefined;
  return typeof target === "number" ? target : index;
}
