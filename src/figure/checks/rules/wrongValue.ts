import { formatPath } from "../../model/path.ts";
import type { FigureProblem } from "../../model/problem.ts";
import type { AttributeNode } from "../../schema/attributes.ts";
import { valueFault } from "../values/valueFault.ts";
import { type FigureNode, pathOf } from "../../text/structure/structure.ts";
import { firstIdIn } from "./firstId.ts";
import { leftoverIn } from "./leftover.ts";
import { spellingOf } from "./olderSpelling.ts";
import { removedFrom } from "./removedAttribute.ts";
import type { PlacedAttribute } from "../rule/placedAttributes.ts";
import type { Rule } from "../rule/rule.ts";

const LONGEST = 40;

const DEFAULT = "Plotly.js uses its default instead.";

/** Finds values that the engine does not take: it draws its default instead and says nothing. */
export const wrongValue: Rule = {
  code: "wrong-value",
  severity: "warning",
  title: "A value that Plotly.js does not take; it uses its default instead.",
  visit:
    ({ text }) =>
    (placed) => {
      const problem = placed.attribute && faultOf(placed.node, placed.attribute, text);
      return problem === undefined || isToldElsewhere(placed, text) ? undefined : inConfig(placed, problem);
    },
};

/** What a page is set to is used as it is written: anything but nothing and nought is as good as true, for one. */
function inConfig({ root }: PlacedAttribute, problem: FigureProblem): FigureProblem {
  if (root.kind !== "config") return problem;
  return { ...problem, severity: "hint", message: problem.message.replace(DEFAULT, "Plotly.js takes it as it is.") };
}

const isToldElsewhere = (placed: PlacedAttribute, text: string): boolean =>
  removedFrom(placed) !== undefined ||
  leftoverIn(placed) !== undefined ||
  firstIdIn(placed) !== undefined ||
  spellingOf(placed, text) !== undefined;

function faultOf(node: FigureNode, attribute: AttributeNode, text: string): FigureProblem | undefined {
  if (attribute.kind === "container")
    return node.kind === "object" ? undefined : wrong(node, "must be an object", undefined, text);
  if (attribute.kind === "list") {
    if (node.kind !== "array") return wrong(node, "must be a list of objects", undefined, text);
    const other = node.children.find(({ kind }) => kind !== "object" && kind !== "null");
    return other && wrong(other, "must be an object", undefined, text);
  }
  const fault = valueFault(node, attribute.rule);
  if (fault === undefined) return undefined;
  const problem = wrong(fault.node, fault.must, fault.instead, text, fault.drawn);
  return fault.harmless === true ? { ...problem, severity: "hint" } : problem;
}

function wrong(node: FigureNode, must: string, instead: unknown, text: string, drawn = DEFAULT): FigureProblem {
  const { kind, span } = node;
  const path = `\`${formatPath(pathOf(node))}\``;
  const container = kind === "object" || kind === "array";
  const written = text.slice(span.start, span.end);
  const found = container
    ? kind === "array"
      ? "a list"
      : "an object"
    : written.length > LONGEST
      ? `${written.slice(0, LONGEST)}…`
      : written;
  const meant = instead === undefined ? "" : ` Did you mean ${JSON.stringify(instead)}?`;
  const fix = { title: `Change to ${JSON.stringify(instead)}`, edits: [{ span, text: JSON.stringify(instead) }] };
  return {
    code: "wrong-value",
    severity: "warning",
    // All of a long list underlined would say less than its bracket.
    span: container && span.end - span.start > 2 * LONGEST ? { start: span.start, end: span.start + 1 } : span,
    message: `${path} ${must}, and is ${found}. ${drawn}${meant}`,
    related: [],
    ...(instead !== undefined && { fixes: [{ ...fix, preferred: typeof instead !== "number" }] }),
  };
}
