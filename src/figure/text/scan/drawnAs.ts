import { currentTraceType } from "../../schema/traceTypes.ts";
import type { FoundTrace } from "./found.ts";

/** The number of traces that are handled without a pause. */
const TOGETHER = 20_000;

/** A longer `frames[i].traces` takes a while by itself. */
const LONG_LIST = 10_000;

/**
 * Sets the type that each trace is drawn as: its own, else scatter. A frame's trace rarely names one; it changes the
 * trace that `frames[i].traces[j]` names, or the one at its own place. Pauses after some thousands of traces, and
 * yields `at`.
 */
export function* setDrawnAs(
  traces: readonly FoundTrace[],
  frameTraces: ReadonlyMap<number, string>,
  at: number,
): Generator<number, void> {
  const ofData: (string | undefined)[] = [];
  for (const trace of traces) {
    if (trace.frame >= 0) continue;
    trace.drawnAs = currentTraceType(trace.type ?? "scatter");
    ofData[trace.place] = trace.drawnAs;
  }
  const lists = new Map<number, readonly unknown[]>();
  for (const [number, trace] of traces.entries()) {
    if (number % TOGETHER === TOGETHER - 1) yield at;
    const { frame, place } = trace;
    if (frame < 0) continue;
    let list = lists.get(frame);
    if (list === undefined) {
      const written = frameTraces.get(frame);
      lists.set(frame, (list = listOf(written)));
      if (written !== undefined && written.length > LONG_LIST) yield at;
    }
    const changed = list[place] ?? place;
    trace.drawnAs = currentTraceType(
      trace.type ?? (typeof changed === "number" ? ofData[changed] : undefined) ?? "scatter",
    );
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
