import { formatPath } from "../figure.ts";
import type { Outline, TraceOutline } from "../outline.ts";
import type { FigureProblem } from "../problem.ts";
import { isTraceType, nearestTraceType, removedTraceType } from "../schema/traceTypes.ts";

/**
 * Trace types that the engine does not draw. A warning and no error, since Plotly.js draws such a trace all the same,
 * as an empty scatter mostly, without a word, and the API takes it.
 */
export function unknownTraceTypes(outline: Outline): FigureProblem[] {
  return outline.traces.flatMap((trace) => {
    const { type, typeSpan } = trace;
    if (typeSpan === undefined || (type !== undefined && isTraceType(type))) return [];
    return [{ code: "unknown-trace-type", severity: "warning", span: typeSpan, message: sentence(trace), related: [] }];
  });
}

function sentence({ type, path }: TraceOutline): string {
  if (type === undefined)
    return `The type of \`${formatPath(path)}\` must be a text, such as "bar". Plotly.js draws it as \`scatter\`.`;
  const removed = removedTraceType(type);
  if (removed !== undefined)
    return `Plotly.js ${removed.version} dropped the trace type \`${type}\`. Write \`${removed.instead}\`, which took its place.`;
  const nearest = nearestTraceType(type);
  const name = type.length > 60 ? `${type.slice(0, 60)}…` : type;
  return (
    `Plotly.js has no trace type \`${name}\` and draws it as \`scatter\`.` +
    (nearest === undefined ? "" : ` Did you mean \`${nearest}\`?`)
  );
}
