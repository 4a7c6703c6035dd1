import type { DataArray, Outline, TraceOutline } from "../../text/outline/outline.ts";

/** A trace and its arrays of data, by their path below the trace, joined with dots: `marker.color`. */
export interface TraceData {
  readonly trace: TraceOutline;
  readonly arrays: ReadonlyMap<string, DataArray>;
}

/** The traces of a figure, including those of frames, that contain data. Data inside lists of objects is left out. */
export function* dataOfTraces({ traces, arrays }: Outline): Generator<TraceData> {
  // Both are in the order of the text, and no trace stands in another.
  let next = 0;
  for (const trace of traces) {
    const found = new Map<string, DataArray>();
    while (next < arrays.length && arrays[next]!.key.start < trace.span.start) next++;
    for (; next < arrays.length && arrays[next]!.key.start < trace.span.end; next++) {
      const array = arrays[next]!;
      const below = array.path.slice(trace.path.length);
      if (below.every((step) => typeof step === "string")) found.set(below.join("."), array);
    }
    if (found.size > 0) yield { trace, arrays: found };
  }
}
