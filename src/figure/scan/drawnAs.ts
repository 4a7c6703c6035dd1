import type { Span } from "../outline.ts";
import type { FoundTrace } from "./finder.ts";

/** A longer `frames[i].traces` than this is not read. */
const LONGEST_LIST = 100_000;

/**
 * Sets the type that each trace is drawn as: its own, else scatter. A frame's trace rarely says it, and changes the trace that
 * `frames[i].traces[j]` names, or the one at its own place.
 */
export function setDrawnAs(text: string, traces: readonly FoundTrace[], frameTraces: ReadonlyMap<number, Span>): void {
  const ofData = new Map<unknown, string>();
  for (const trace of traces) {
    const [member, place] = trace.path;
    if (member !== "data") continue;
    trace.drawnAs = trace.type ?? "scatter";
    ofData.set(place, trace.drawnAs);
  }
  const lists = new Map<number, readonly unknown[]>();
  for (const trace of traces) {
    const [member, frame, , place] = trace.path;
    if (member !== "frames" || typeof frame !== "number" || typeof place !== "number") continue;
    let list = lists.get(frame);
    if (list === undefined) lists.set(frame, (list = listAt(text, frameTraces.get(frame))));
    trace.drawnAs = trace.type ?? ofData.get(list[place] ?? place) ?? "scatter";
  }
}

function listAt(text: string, span: Span | undefined): readonly unknown[] {
  if (span === undefined || span.end - span.start > LONGEST_LIST) return [];
  try {
    const value: unknown = JSON.parse(text.slice(span.start, span.end));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
