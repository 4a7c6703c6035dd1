import { formatPath } from "../figure.ts";
import type { Fix } from "../fix.ts";
import { nearest } from "../nearest.ts";
import {
  type AttributeContainer,
  type AttributeNode,
  layoutAttributes,
  traceAttributes,
} from "../schema/attributes.ts";
import { traceTypes } from "../schema/traceTypes.ts";
import { type FigureNode, member, pathOf } from "../structure.ts";
import type { PlacedAttribute } from "./placedAttributes.ts";
import { removedFrom } from "./removedAttribute.ts";
import type { Rule } from "./rule.ts";

/** Other places that a sentence names. */
const MOST_PLACES = 2;

/** Nothing in Plotly's schema that somebody may mean lies deeper. */
const DEEPEST = 4;

/** Members that Plotly does not have where they stand: it draws without them, and without a word. */
export const unknownAttribute: Rule = {
  code: "unknown-attribute",
  severity: "warning",
  title: "An attribute that Plotly.js does not have at this place.",
  visit({ outline }) {
    const references = new Set(outline.references.map(({ key }) => key.start));
    return (placed) => {
      const { key } = placed.node;
      if (placed.attribute !== undefined || key === undefined || references.has(key.span.start)) return undefined;
      if (removedFrom(placed) !== undefined) return undefined;
      return { code: "unknown-attribute", span: key.span, related: [], ...told(placed, key.name, key.span) };
    };
  },
};

interface Told {
  readonly severity: "warning" | "information";
  readonly message: string;
  readonly fixes: readonly Fix[];
}

function told(placed: PlacedAttribute, name: string, span: FigureNode["span"]): Told {
  const { node, container, root } = placed;
  const unknown = `${ownerOf(placed)} no attribute \`${name.length > 60 ? `${name.slice(0, 60)}…` : name}\`, so Plotly.js draws without it.`;
  const short = shortForm(name, container);
  if (short !== undefined && node.kind !== "missing")
    return {
      severity: "warning",
      message: `${unknown} Plotly.py writes so for short: in a file it is \`${short.join(".")}\`.`,
      fixes: member(node.parent!, short[0]!) === undefined ? [nested(short, node, span)] : [],
    };
  const near = nearest(name, container.names);
  if (near !== undefined && plain(near) === plain(name))
    return { severity: "warning", message: `${unknown} It is called \`${near}\`.`, fixes: renamed(near, node, span) };
  const places = placesOf(name, root.attributes);
  if (places.length > 0) {
    const some = places.slice(0, MOST_PLACES).map((path) => `\`${path.join(".")}\``);
    return { severity: "warning", message: `${unknown} There is ${some.join(" and ")}.`, fixes: [] };
  }
  if (near !== undefined)
    return { severity: "warning", message: `${unknown} Did you mean \`${near}\`?`, fixes: renamed(near, node, span) };
  if (root.kind === "trace" && node.parent === root.node) {
    if (layoutAttributes().member(name) !== undefined)
      return { severity: "warning", message: `${unknown} It is an attribute of \`layout\`.`, fixes: [] };
    // What a trace keeps from the type that it had before does no harm.
    const others = traceTypes.filter((type) => traceAttributes(type)?.member(name) !== undefined);
    const some = others.slice(0, MOST_PLACES).map((type) => `\`${type}\``);
    if (others.length > 0)
      return {
        severity: "information",
        message: `${unknown} Traces of type ${some.join(" and ")} have it.`,
        fixes: [],
      };
  }
  return { severity: "warning", message: unknown, fixes: [] };
}

function ownerOf({ node, root }: PlacedAttribute): string {
  const { parent } = node;
  if (parent === root.node && root.type !== undefined) return `Traces of type \`${root.type}\` have`;
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

function nested(path: readonly string[], node: FigureNode, span: FigureNode["span"]): Fix {
  const [first, ...rest] = path;
  const opening = rest.map((step) => `{${JSON.stringify(step)}: `).join("");
  return {
    title: `Change to \`${path.join(".")}\``,
    edits: [
      { span, text: JSON.stringify(first) },
      { span: { start: node.span.start, end: node.span.start }, text: opening },
      { span: { start: node.span.end, end: node.span.end }, text: "}".repeat(rest.length) },
    ],
    preferred: true,
  };
}

/** None where the other name is there already. */
function renamed(name: string, node: FigureNode, span: FigureNode["span"]): Fix[] {
  if (node.parent !== undefined && member(node.parent, name) !== undefined) return [];
  return [{ title: `Change to \`${name}\``, edits: [{ span, text: JSON.stringify(name) }], preferred: true }];
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
  const rank = ([first = ""]: readonly string[]): number => (["marker", "line", "title"].includes(first) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
