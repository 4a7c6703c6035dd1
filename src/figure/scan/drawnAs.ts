import type { FoundTrace } from "./found.ts";

/**
 * Sets the type that each trace is drawn as: its own, else scatter. A frame's trace rarely says it, and changes the trace that
 * `frames[i].traces[j]` names, or the one at its own place.
 */
export function setDrawnAs(traces: readonly FoundTrace[], frameTraces: ReadonlyMap<number, string>): void {
  const ofData: (string | undefined)[] = [];
  for (const trace of traces) {
    if (trace.frame >= 0) continue;
    trace.drawnAs = trace.type ?? "scatter";
    ofData[trace.place] = trace.drawnAs;
  }
  const lists = new Map<number, readonly unknown[]>();
  for (const trace of traces) {
    const { frame, place } = trace;
    if (frame < 0) continue;
    let list = lists.get(frame);
    if (list === undefined) lists.set(frame, (list = listOf(frameTraces.get(frame))));
    const changed = list[place] ?? place;
    trace.drawnAs = trace.type ?? (typeof changed === "number" ? ofData[changed] : undefined) ?? "scatter";
  }
}

function listOf(written: string | undefined): readonly unknown[] {
  if (written === undefined) return [];
  try {
    const value: unknown = JSON.parse(written);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
