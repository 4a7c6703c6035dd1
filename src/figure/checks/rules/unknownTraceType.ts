import { formatPath } from "../../model/path.ts";
import type { Fix } from "../../model/fix.ts";
import type { TraceOutline } from "../../text/outline/outline.ts";
import { isEmptyValue } from "../values/emptyValue.ts";
import { isTraceType, nearestTraceType, removedTraceType } from "../../schema/traceTypes.ts";
import { type FigureNode, nodeAt } from "../../text/structure/structure.ts";
import type { Rule } from "../rule/rule.ts";

/**
 * Finds trace types that the engine does not draw. It is a warning and not an error: Plotly.js draws such a trace
 * anyway, mostly as an empty scatter and without a message, and the API accepts it.
 */
export const unknownTraceType: Rule = {
  code: "unknown-trace-type",
  severity: "warning",
  title: "Plotly.js draws no traces of this type.",
  *check({ outline, structure }) {
    for (const trace of outline.traces) {
      const { type, typeSpan: span } = trace;
      if (span === undefined || (type !== undefined && isTraceType(type))) continue;
      if (type === undefined && isNone(nodeAt(structure, [...trace.path, "type"]))) continue;
      const instead = type === undefined ? undefined : (removedTraceType(type)?.instead ?? nearestTraceType(type));
      const fixes = instead === undefined ? [] : changeTo(instead, trace);
      yield {
        code: "unknown-trace-type",
        severity: "warning",
        span,
        message: sentence(trace),
        related: [],
        fixes,
      };
    }
  },
};

function isNone(node: FigureNode | undefined): boolean {
  return node !== undefined && (node.kind === "null" || node.kind === "missing" || isEmptyValue(node));
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

/** With other removed types more than the name has changed, and the whole figure is better brought up to date at once. */
const SAME_BUT_FOR_THE_NAME = new Set(["heatmapgl", "contourgl"]);

function changeTo(instead: string, { type, typeSpan: span }: TraceOutline): Fix[] {
  if (span === undefined || type === undefined) return [];
  const preferred = removedTraceType(type) === undefined || SAME_BUT_FOR_THE_NAME.has(type);
  return [{ title: `Change to \`${instead}\``, edits: [{ span, text: JSON.stringify(instead) }], preferred }];
}
