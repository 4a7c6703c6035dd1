import type { Outline } from "../text/outline/outline.ts";
import { isTraceType, removedTraceType } from "../schema/traceTypes.ts";

/** Traces looked at; what they have in common shows in the first of them. */
const MOST_TRACES = 50;

/**
 * Whether a JSON file is probably a Plotly figure, so that a preview is worth offering. Its name says nothing, and
 * `data` is a common word. Therefore some trace must have a type that Plotly knows, or no type and values where a trace
 * has them. Without any trace, the other members of a figure must be there.
 */
export function looksLikeFigure(outline: Outline): boolean {
  const { root, members, traces, arrays, references, within } = outline;
  // What stands in a text was found by what it holds.
  if (within?.how === "text" || within?.how === "parts") return true;
  if (root !== "object") return false;
  const data = members.get("data");
  const layout = members.get("layout");
  const frames = members.get("frames");
  if ((data !== undefined && data.kind !== "array") || (layout !== undefined && layout.kind !== "object")) return false;
  const first = traces.filter(({ path }) => path[0] === "data").slice(0, MOST_TRACES);
  if (first.length === 0) return layout !== undefined && (data !== undefined || frames?.kind === "array");
  return first.some(({ type, span }) => {
    if (type !== undefined) return isTraceType(type) || removedTraceType(type) !== undefined;
    const inside = ({ key }: { readonly key: { readonly start: number; readonly end: number } }): boolean =>
      key.start > span.start && key.end < span.end;
    return arrays.some(inside) || references.some(inside);
  });
}
