import type { JsonKind, Outline } from "../../text/outline/outline.ts";
import type { Span } from "../../model/span.ts";
import type { FigureProblem } from "../../model/problem.ts";
import type { Rule } from "../rule/rule.ts";

const A_FIGURE = 'A figure is an object such as {"data": [{"type": "bar", "y": [1, 2]}], "layout": {}}';

/** The members of a figure that say what it draws, with the kind that each must be. */
const MEMBERS = [
  { key: "data", kind: "array", is: "a list of traces" },
  { key: "layout", kind: "object", is: "an object" },
  { key: "frames", kind: "array", is: "a list of frames" },
] as const;

/** Finds JSON that is no figure. A text that is no JSON has other problems. */
export const notAFigure: Rule = {
  code: "not-a-figure",
  severity: "error",
  title: "Valid JSON that is no figure.",
  check: ({ outline }) => problems(outline),
};

function problems(outline: Outline): FigureProblem[] {
  const { root, rootSpan, members, syntax, within } = outline;
  if (syntax.length > 0 || root === "none" || within?.how === "text") return [];
  // The whole file underlined would say less than its first bracket.
  const start = { start: rootSpan.start, end: rootSpan.start + 1 };
  if (root === "scalar") return [problem(rootSpan, `This file holds a single value. ${A_FIGURE}.`)];
  if (root === "array")
    return [problem(start, `This file holds a list. ${A_FIGURE}: if these are traces, make the list its \`data\`.`)];
  if (MEMBERS.every(({ key }) => !members.has(key))) {
    return [problem(start, `This object has none of \`data\`, \`layout\` and \`frames\`. ${A_FIGURE}.`)];
  }
  return MEMBERS.flatMap(({ key, kind, is }) => {
    const member = members.get(key);
    if (member === undefined || member.kind === kind) return [];
    // A text that holds what it should be is drawn; `wrapped-figure` tells of it.
    if (within?.how === "parts" && member.kind === "string") return [];
    // Plotly takes null for none here.
    if (member.kind === "null" && key !== "data") return [];
    const found = `\`${key}\` must be ${is}, but it is ${named(member.kind)}.`;
    const cure = key === "data" && member.kind === "object" ? " Write [ ] around a single trace." : "";
    const { start: from, end } = member.value;
    const container = member.kind === "object" || member.kind === "array";
    return [problem(container ? { start: from, end: from + 1 } : { start: from, end }, found + cure)];
  });
}

function problem(span: Span, message: string): FigureProblem {
  return { code: "not-a-figure", severity: "error", span, message, related: [] };
}

function named(kind: JsonKind): string {
  switch (kind) {
    case "object":
      return "an object";
    case "array":
      return "a list";
    case "string":
      return "a text";
    case "null":
      return "null";
    default:
      return `a ${kind}`;
  }
}
