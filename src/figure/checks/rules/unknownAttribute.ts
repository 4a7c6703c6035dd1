import { formatPath } from "../../model/path.ts";
import type { Fix } from "../../model/fix.ts";
import { nearest } from "../../schema/nearest.ts";
import {
  type AttributeContainer,
  attributeAt,
  type AttributeNode,
  layoutAttributes,
  traceAttributes,
} from "../../schema/attributes.ts";
import { isTraceType, removedTraceType, traceTypes } from "../../schema/traceTypes.ts";
import { type FigureNode, member, pathOf } from "../../text/structure/structure.ts";
import { leftoverIn } from "./leftover.ts";
import { spellingOf } from "./olderSpelling.ts";
import type { PlacedAttribute } from "../rule/placedAttributes.ts";
import { removedFrom } from "./removedAttribute.ts";
import type { Rule } from "../rule/rule.ts";

/** Other places that a sentence names. */
const MOST_PLACES = 2;

/** No attribute of Plotly has a longer name; of one that is, so much is said. */
const LONGEST = 60;

/** Nothing in Plotly's schema that somebody may mean lies deeper. */
const DEEPEST = 4;

/** Finds members that Plotly does not have where they stand: it ignores them and says nothing. */
export const unknownAttribute: Rule = {
  code: "unknown-attribute",
  severity: "warning",
  title: "An attribute that Plotly.js does not have at this place.",
  visit({ outline, text }) {
    const references = new Set(outline.references.map(({ key }) => key.start));
    // The same slip stands in many traces, and what was meant is the same each time.
    const known = new Map<string, Advice>();
    return (placed) => {
      const { node, schemaPath } = placed;
      const { key } = node;
      if (placed.attribute !== undefined || key === undefined || references.has(key.span.start)) return undefined;
      // What the older types had is not known any more.
      if (placed.root.type !== undefined && removedTraceType(placed.root.type) !== undefined) return undefined;
      if (removedFrom(placed) !== undefined || leftoverIn(placed) !== undefined) return undefined;
      if (spellingOf(placed, text) !== undefined) return undefined;
      const advice = known.get(schemaPath) ?? adviceOn(placed, key.name);
      known.set(schemaPath, advice);
      const name = key.name.length > LONGEST ? `${key.name.slice(0, LONGEST)}…` : key.name;
      const message = `${ownerOf(placed)} no attribute \`${name}\`, so Plotly.js draws without it.${advice.text}`;
      const { severity = "warning" } = advice;
      const fixes = fixesOf(advice, node, key.span);
      return { code: "unknown-attribute", severity, span: key.span, message, related: [], fixes };
    };
  },
};

/** What is said of a name at a place of the schema. */
interface Advice {
  /** With a blank before it; empty where there is nothing to say. */
  readonly text: string;
  readonly severity?: "hint";
  /** The name that was meant. */
  readonly name?: string;
  /** Or the path, where it is a short form. */
  readonly path?: readonly string[];
  /** Whether the path is one of several that may be meant, or draws what was not drawn before. */
  readonly isGuess?: boolean;
}

function adviceOn({ node, container, root }: PlacedAttribute, name: string): Advice {
  if (name.length > LONGEST) return { text: "" };
  const path = shortForm(name, container);
  if (path !== undefined)
    return { text: ` Plotly.py writes so for short: in a file it is \`${path.join(".")}\`.`, path };
  const near = nearest(name, container.names);
  if (near !== undefined && plain(near) === plain(name)) return { text: ` It is called \`${near}\`.`, name: near };
  const isOfTrace = root.kind === "trace" && node.parent === root.node;
  const types = root.kind === "trace" ? typesWith(node, root.node) : [];
  const kept = { text: ` Traces of type ${some(types)} have it.`, severity: "hint" } as const;
  // What a trace keeps from the type that it had before does no harm; a single value beside `marker` was meant for it.
  if (types.length > 0 && (node.kind === "object" || !isOfTrace)) return kept;
  // What is beside it was meant sooner than what is elsewhere.
  const beside = placesOf(name, container);
  const places = beside.length > 0 ? beside : placesOf(name, root.attributes);
  if (places.length > 0) {
    const text = ` There is ${some(places.map((place) => place.join(".")))}.`;
    const [best] = beside;
    return best === undefined ? { text } : { text, path: best, isGuess: true };
  }
  if (near !== undefined) return { text: ` Did you mean \`${near}\`?`, name: near };
  if (!isOfTrace) return { text: "" };
  if (layoutAttributes().member(name) !== undefined) return { text: " It is an attribute of `layout`." };
  return types.length === 0 ? { text: "" } : kept;
}

/** The trace types that have such a member at this place. */
function typesWith(node: FigureNode, trace: FigureNode): string[] {
  const path = pathOf(node).slice(pathOf(trace).length);
  return traceTypes.filter((type) => attributeAt(traceAttributes(type)!, path) !== undefined);
}

const some = (names: readonly string[]): string =>
  names
    .slice(0, MOST_PLACES)
    .map((name) => `\`${name}\``)
    .join(" and ");

/** None where the other name is there already. */
function fixesOf({ name, path, isGuess = false }: Advice, node: FigureNode, span: FigureNode["span"]): Fix[] {
  const first = path?.[0] ?? name;
  if (first === undefined || node.parent === undefined || member(node.parent, first) !== undefined) return [];
  if (path === undefined)
    return [{ title: `Change to \`${first}\``, edits: [{ span, text: JSON.stringify(first) }], preferred: true }];
  return node.kind === "missing" ? [] : [{ ...nested(path, node, span), preferred: !isGuess }];
}

function ownerOf({ node, root }: PlacedAttribute): string {
  const { parent } = node;
  if (parent === root.node && root.type !== undefined)
    return isTraceType(root.type) ? `Traces of type \`${root.type}\` have` : "A trace has";
  return parent === undefined || parent === root.node ? `A ${root.kind} has` : `\`${formatPath(pathOf(parent))}\` has`;
}

/** `["marker", "color"]` for plotly.py's `marker_color`. */
function shortForm(name: string, container: AttributeContainer): string[] | undefined {
  const parts = name.split("_");
  for (let count = parts.length - 1; count > 0; count--) {
    const first = parts.slice(0, count).join("_");
    const rest = parts.slice(count).join("_");
    const inner = container.member(first);
    if (inner?.kind !== "container") continue;
    if (inner.member(rest) !== undefined) return [first, rest];
    const more = shortForm(rest, inner);
    if (more !== undefined) return [first, ...more];
  }
  return undefined;
}

function nested(path: readonly string[], node: FigureNode, span: FigureNode["span"]): Omit<Fix, "preferred"> {
  const [first, ...rest] = path;
  const opening = rest.map((step) => `{${JSON.stringify(step)}: `).join("");
  return {
    title: `Change to \`${path.join(".")}\``,
    edits: [
      { span, text: JSON.stringify(first) },
      { span: { start: node.span.start, end: node.span.start }, text: opening },
      { span: { start: node.span.end, end: node.span.end }, text: "}".repeat(rest.length) },
    ],
  };
}

/** Paths below a root that end with this name, the shortest alone, those in the containers that everybody uses first. */
function placesOf(name: string, root: AttributeContainer): string[][] {
  const found: string[][] = [];
  let level: { readonly path: string[]; readonly container: AttributeContainer }[] = [{ path: [], container: root }];
  for (let depth = 0; depth < DEEPEST && found.length === 0 && level.length > 0; depth++) {
    const below: typeof level = [];
    for (const { path, container } of level) {
      if (depth > 0 && container.member(name) !== undefined) found.push([...path, name]);
      for (const inner of container.names) {
        const node: AttributeNode | undefined = container.member(inner);
        if (node?.kind === "container") below.push({ path: [...path, inner], container: node });
      }
    }
    level = below;
  }
  const rank = ([first = ""]: readonly string[]): number =>
    ["marker", "line", "title", "label"].includes(first) ? 0 : 1;
  return found.toSorted((a, b) => rank(a) - rank(b));
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
