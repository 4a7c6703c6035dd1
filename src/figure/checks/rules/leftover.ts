import { formatPath } from "../../model/path.ts";
import { type Fix } from "../../model/fix.ts";
import { removals } from "../../text/structure/removal.ts";
import { listed } from "../../model/listed.ts";
import type { FigureProblem } from "../../model/problem.ts";
import { isBlank, isEmptyValue } from "../values/emptyValue.ts";
import { valueFault } from "../values/valueFault.ts";
import { type FigureNode, member, pathOf } from "../../text/structure/structure.ts";
import type { PlacedAttribute } from "../rule/placedAttributes.ts";
import type { Rule } from "../rule/rule.ts";

/** Places that a sentence names, and that are shown with it. */
const MOST_NAMED = 3;
const MOST_SHOWN = 20;

/** By place in Plotly's schema, what R's plotly and crosstalk keep for themselves. */
const ofTools: ReadonlyMap<string, RegExp> = new Map([
  ...["key", "set", "frame"].map((name) => [name, /^(?!layout\.|frame\.|config\.)\w+\.\w+$/] as const),
  ...["annotationType", "legendTitle"].map((name) => [name, /\.annotations\[\]\.\w+$/] as const),
  ["linetype", /\.shapes\[\]\.line\.linetype$/],
  ...["cloud", "collaborate"].map((name) => [name, /^config\.\w+$/] as const),
]);

/** Finds what tools leave in figures and Plotly.js ignores. It is harmless and reported once for each file. */
export const leftover: Rule = {
  code: "leftover",
  severity: "hint",
  title: "Something that a tool left in the figure and Plotly.js ignores: empty values, keys of its own.",
  collect({ bound, outline }) {
    const found: FigureNode[] = [];
    // What is bound for a server must not have any that is empty: that is told as such.
    const references = new Set(bound ? outline.references.map(({ key }) => key.start) : []);
    return {
      see(placed) {
        const node = leftoverIn(placed);
        if (node !== undefined && !references.has(node.key?.span.start ?? -1)) found.push(node);
      },
      problems: () => (found.length === 0 ? [] : [problem(found)]),
    };
  },
};

/**
 * The value, or the part of it, that means nothing: an empty one where Plotly.js takes none, or a tool's own key.
 * Undefined for every member that draws something, or was meant to.
 */
export function leftoverIn({ node, attribute, root, schemaPath }: PlacedAttribute): FigureNode | undefined {
  const name = node.key?.name ?? "";
  if (attribute === undefined) {
    const isOwn = name.startsWith("_") || ofTools.get(name)?.test(schemaPath) === true;
    return isOwn || isBlank(node) ? node : undefined;
  }
  if (attribute.kind !== "attribute") {
    const wanted = attribute.kind === "list" ? "array" : "object";
    return node.kind !== wanted && isEmptyValue(node) ? node : undefined;
  }
  const { rule } = attribute;
  if (name === "size" && node.value === 0 && isBlankFont(node)) return node;
  if (name === "type" && root.kind === "trace" && node.parent === root.node)
    return isEmptyValue(node) ? node : undefined;
  if (isEmptyValue(node)) return valueFault(node, rule)?.node === node ? node : undefined;
  // The parts of such a list are taken or left one by one.
  if (rule.valType !== "info_array" || !node.children.some(isEmptyValue)) return undefined;
  const fault = valueFault(node, rule);
  return fault !== undefined && fault.node !== node && isEmptyValue(fault.node) ? fault.node : undefined;
}

/** ggplot2's blank text is a font of size 0 with nothing else in it. */
function isBlankFont({ parent }: FigureNode): boolean {
  const family = parent && member(parent, "family");
  return family !== undefined && (family.kind === "null" || isBlank(family));
}

function problem(found: readonly FigureNode[]): FigureProblem {
  const [first, ...more] = found;
  const members = found.filter(({ key }) => key !== undefined);
  const title = members.length === 1 ? `Remove ${placeOf(members[0])}` : `Remove all ${members.length}`;
  // A tool may want its keys back, so that nobody loses them by mending everything at once.
  const fix: Fix = { title, edits: removals(members), preferred: false };
  return {
    code: "leftover",
    severity: "hint",
    span: first?.key?.span ?? first?.span ?? { start: 0, end: 1 },
    message: sentence(found),
    related: more.slice(0, MOST_SHOWN).map((node) => ({ span: node.key?.span ?? node.span, message: placeOf(node) })),
    fixes: members.length === 0 ? [] : [fix],
  };
}

function sentence(found: readonly FigureNode[]): string {
  const rest = found.length - MOST_NAMED;
  const named = found.slice(0, MOST_NAMED).map(placeOf);
  const what = listed(rest > 0 ? [...named, `${rest} more`] : named);
  const tools = found.filter(isOfTool).length;
  const one = found.length === 1;
  const empty = one ? "stands for nothing" : "stand for nothing";
  const own = one ? "is a tool's own" : "are a tool's own";
  const is = tools === 0 ? empty : tools === found.length ? own : `${empty} or ${own}`;
  return `${what} ${is}: Plotly.js draws as if ${one ? "it were" : "they were"} not there.`;
}

const placeOf = (node: FigureNode | undefined): string => (node === undefined ? "" : `\`${formatPath(pathOf(node))}\``);

function isOfTool({ key }: FigureNode): boolean {
  return key !== undefined && (key.name.startsWith("_") || ofTools.has(key.name));
}
