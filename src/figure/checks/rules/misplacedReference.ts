import { type FigurePath, formatPath } from "../../model/path.ts";
import { type Fix } from "../../model/fix.ts";
import { removal } from "../../text/structure/removal.ts";
import type { TraceOutline } from "../../text/outline/outline.ts";
import type { FigureProblem } from "../../model/problem.ts";
import { nodeAt, type Structure } from "../../text/structure/structure.ts";
import { anyTraceTakesData } from "../../schema/dataAttributes.ts";
import { attributeName } from "./brokenReference.ts";
import type { Rule } from "../rule/rule.ts";

/** Finds keys of the shape `<attribute>src` whose attribute takes no data, so that they refer to nothing. */
export const misplacedReference: Rule = {
  code: "misplaced-reference",
  severity: "warning",
  title: "A reference on an attribute that takes no list of values.",
  *check({ outline, structure, bound }) {
    const traces = new Map(outline.traces.map((trace) => [traceKey(trace.path), trace]));
    for (const { takesData, path, key: span, kind, text, partner } of outline.references) {
      // One that is empty refers to nothing.
      if (takesData || kind === "null" || text === "") continue;
      // Beside a value that is drawn it is only left over, as the rule on those says.
      if (partner !== undefined && !bound) continue;
      const [severity, message] = noData(path, traces);
      yield { code: "misplaced-reference", severity, span, message, related: [], fixes: removals(path, structure) };
    }
  },
};

function removals(path: FigurePath, structure: Structure): Fix[] {
  const node = nodeAt(structure, path);
  const title = `Remove \`${String(path.at(-1))}\``;
  return node === undefined ? [] : [{ title, edits: [removal(node)], preferred: false }];
}

function noData(
  path: FigurePath,
  traces: ReadonlyMap<string, TraceOutline>,
): readonly [FigureProblem["severity"], string] {
  const trace = traces.get(traceKey(path));
  const below = [...path.slice(trace?.path.length ?? 0, -1), attributeName(path)];
  const attribute = formatPath(below);
  const remove = "so nothing can refer to a grid here. Remove this key.";
  if (trace === undefined) return ["warning", `\`${attribute}\` takes no list of values, ${remove}`];
  if (anyTraceTakesData(below) === undefined)
    return ["warning", `No trace takes values for \`${attribute}\`, ${remove}`];
  // Figures often keep keys of the type that a trace had before; they are harmless, and the service resolves them.
  return [
    "hint",
    `Traces of type \`${trace.drawnAs}\` take no values for \`${attribute}\`: this reference draws nothing.`,
  ];
}

/** The same text for a trace's path and all paths below it. */
function traceKey(path: FigurePath): string {
  return path.slice(0, path[0] === "frames" ? 4 : 2).join(".");
}
