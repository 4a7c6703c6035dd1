import type { Span } from "../../model/span.ts";
import { drawnEach, fasterType, mostDrawn, pointAttributes } from "../../schema/slowTraces.ts";
import { member, nodeAt } from "../../text/structure/structure.ts";
import { dataOfTraces } from "../rule/dataOfTraces.ts";
import type { Rule } from "../rule/rule.ts";
import { formatNumber } from "../../model/counts.ts";

/** Above it VS Code leaves out colours and folding of a text, and what it does a line at a time takes seconds. */
const LONG_LINE = 20_000_000;

interface Slow {
  readonly span: Span;
  readonly typeSpan: Span | undefined;
  readonly type: string;
  readonly points: number;
}

/** Finds figures that take seconds to draw or to edit. */
export const slowFigure: Rule = {
  code: "slow-figure",
  severity: "information",
  title: "A figure that takes seconds to draw or to edit.",
  *check({ outline, structure, text }) {
    if (outline.length >= LONG_LINE && text !== "" && !text.includes("\n"))
      yield {
        code: "slow-figure",
        severity: "information",
        span: { start: 0, end: 1 },
        message: `All ${Math.round(outline.length / 1e6)} MB of this figure stand on one line, which makes every editor slow. Format the document, or move the data to a grid.`,
        related: [],
      };
    if (outline.leftOut) {
      const { start, end } = outline.members.get("data")?.key ?? { start: 0, end: 1 };
      yield {
        code: "slow-figure",
        severity: "information",
        span: { start, end },
        message:
          "This figure has more than 200,000 traces, arrays of data or references. No drawing can show them, and only the first 200,000 are checked.",
        related: [],
      };
    }
    const slow = { markers: [] as Slow[], bars: [] as Slow[], shapes: [] as Slow[] };
    for (const { trace, arrays } of dataOfTraces(outline)) {
      yield;
      if (trace.path[0] !== "data") continue;
      const points = Math.max(...pointAttributes.map((path) => arrays.get(path.join("."))?.length ?? 0));
      if (points < 100) continue;
      const node = nodeAt(structure, trace.path);
      const visible = node && member(node, "visible")?.value;
      if (visible === false || visible === "legendonly") continue;
      const each = drawnEach(trace.drawnAs, node && member(node, "mode")?.value);
      const span = { start: trace.span.start, end: trace.span.start + 1 };
      if (each !== undefined) slow[each].push({ span, typeSpan: trace.typeSpan, type: trace.drawnAs, points });
    }
    for (const each of ["markers", "bars", "shapes"] as const) {
      const all = slow[each].reduce((sum, { points }) => sum + points, 0);
      if (all <= mostDrawn[each]) continue;
      const largest = slow[each].reduce((one, other) => (other.points > one.points ? other : one));
      const { typeSpan, type, span } = largest;
      const faster = each === "markers" ? fasterType.get(type) : undefined;
      const instead =
        each === "bars"
          ? "A histogram or a line draws faster."
          : faster === undefined
            ? "Draw fewer of them."
            : `A trace of type \`${faster}\` draws that many at once.`;
      yield {
        code: "slow-figure",
        severity: "information",
        span: typeSpan ?? span,
        message: `This figure has ${formatNumber(all)} ${each}, each drawn on its own, which takes seconds. ${instead}`,
        related: [],
        ...(faster !== undefined &&
          typeSpan !== undefined && {
            fixes: [
              {
                title: `Change to \`${faster}\``,
                edits: [{ span: typeSpan, text: JSON.stringify(faster) }],
                preferred: false,
              },
            ],
          }),
      };
    }
  },
};
