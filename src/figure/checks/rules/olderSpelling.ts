import type { Json } from "../../model/figure.ts";
import { type Fix } from "../../model/fix.ts";
import { removal } from "../../text/structure/removal.ts";
import { type Instead, olderSpellingOf } from "../../schema/olderSpellings.ts";
import { type FigureNode, member } from "../../text/structure/structure.ts";
import type { PlacedAttribute } from "../rule/placedAttributes.ts";
import { withoutNumbers } from "./removedAttribute.ts";
import type { Rule } from "../rule/rule.ts";

/** A longer list of texts is not looked through by the way. */
const LONGEST = 20_000;

/** Finds older names and values that the engine still reads as they were meant. */
export const olderSpelling: Rule = {
  code: "older-spelling",
  severity: "hint",
  title: "A name or a value of older Plotly that Plotly.js still reads as it was meant.",
  visit:
    ({ text }) =>
    (placed) => {
      const instead = spellingOf(placed, text);
      if (instead === undefined) return undefined;
      const { node, attribute } = placed;
      // What Plotly has another value for today is marked at its value.
      const span = attribute === undefined ? (node.key?.span ?? node.span) : node.span;
      const isLong = span.end - span.start > 80;
      return {
        code: "older-spelling",
        severity: "hint",
        span: isLong ? { start: span.start, end: span.start + 1 } : span,
        message: instead.message,
        related: [],
        fixes: fixesOf(node, instead),
      };
    },
};

/**
 * The present spelling of a member that the engine reads for the sake of older files; undefined for every other member.
 */
export function spellingOf({ node, schemaPath }: PlacedAttribute, text: string): Instead | undefined {
  const siblings = (name: string): Json | undefined => {
    const sibling = node.parent === undefined ? undefined : member(node.parent, name);
    return sibling?.opaque === true ? undefined : sibling?.value;
  };
  return olderSpellingOf(withoutNumbers(schemaPath), () => valueOf(node, text), siblings);
}

function valueOf(node: FigureNode, text: string): Json | undefined {
  if (node.kind !== "array") return node.kind === "object" ? {} : node.value;
  if (node.span.end - node.span.start > LONGEST || text === "") return undefined;
  try {
    return JSON.parse(text.slice(node.span.start, node.span.end)) as Json;
  } catch {
    return undefined;
  }
}

function fixesOf(node: FigureNode, { members }: Instead): Fix[] {
  const { parent, key } = node;
  if (parent === undefined || key === undefined || members === undefined) return [];
  const others = members.filter(([name]) => name !== key.name);
  const taken = others.filter(([name]) => member(parent, name) !== undefined);
  const rest = members.filter((each) => !taken.includes(each));
  if (rest.length === 0) return [{ title: `Remove \`${key.name}\``, edits: [removal(node)], preferred: true }];
  // Where one of several stands there already with another value, the whole figure is better brought up to date.
  if (taken.length > 0) return [];
  const [[name, value] = ["", undefined]] = rest;
  const title = `Change to \`${rest.map(([each, to]) => (to === undefined ? each : `"${each}": ${JSON.stringify(to)}`)).join(", ")}\``;
  if (rest.length === 1 && value === undefined)
    return [{ title, edits: [{ span: key.span, text: JSON.stringify(name) }], preferred: true }];
  const written = rest.map(([each, to]) => `${JSON.stringify(each)}: ${JSON.stringify(to)}`).join(", ");
  const span = { start: key.span.start, end: node.span.end };
  const onlyValue = rest.length === 1 && name === key.name;
  const edits = [onlyValue ? { span: node.span, text: JSON.stringify(value) } : { span, text: written }];
  return [{ title, edits, preferred: true }];
}
