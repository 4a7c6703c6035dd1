import { formatPath } from "../../model/path.ts";
import { type Fix, type TextEdit } from "../../model/fix.ts";
import { removal } from "../../text/structure/removal.ts";
import { listed } from "../../model/listed.ts";
import type { FigureProblem } from "../../model/problem.ts";
import { cleanId, firstMember, takesFirstId } from "../../schema/firstId.ts";
import { type FigureNode, member, pathOf } from "../../text/structure/structure.ts";
import type { PlacedAttribute } from "../rule/placedAttributes.ts";
import type { Rule } from "../rule/rule.ts";

const MOST_SHOWN = 20;

/**
 * Finds the first axis or subplot named with a 1, as libraries for Julia, Rust and MATLAB write it. It is harmless and
 * reported once for each figure.
 */
export const firstId: Rule = {
  code: "first-id",
  severity: "hint",
  title: "The first axis or subplot, named with a 1: `xaxis1`, `x1`.",
  collect() {
    const found: Renamed[] = [];
    const unread: FigureProblem[] = [];
    return {
      see(placed) {
        const name = firstIdIn(placed);
        if (name === undefined) return;
        const { node } = placed;
        const other = isMember(placed) && node.parent !== undefined ? member(node.parent, name) : undefined;
        if (other !== undefined && other.kind !== "null") unread.push(besides(node, name, other));
        else found.push({ node, name, span: isMember(placed) ? node.key!.span : node.span });
      },
      problems: () => (found.length === 0 ? unread : [problem(found), ...unread]),
    };
  },
};

interface Renamed {
  readonly node: FigureNode;
  readonly name: string;
  /** Of the name that carries the 1. */
  readonly span: FigureNode["span"];
}

/** The name without the 1 by which Plotly.js reads the axis or subplot; undefined where nothing is named so. */
export function firstIdIn(placed: PlacedAttribute): string | undefined {
  const { node, schemaPath, attribute } = placed;
  if (isMember(placed)) return firstMember(node.key?.name ?? "");
  if (attribute === undefined || typeof node.value !== "string") return undefined;
  const clean = cleanId(node.value);
  return clean !== node.value && takesFirstId(schemaPath) ? clean : undefined;
}

function isMember({ node, root }: PlacedAttribute): boolean {
  return root.kind === "layout" && node.parent === root.node && firstMember(node.key?.name ?? "") !== undefined;
}

function problem(found: readonly Renamed[]): FigureProblem {
  const [first, ...more] = found;
  const names = new Map(
    found.map(({ node, name, span }) => [String(span === node.span ? node.value : node.key?.name), name]),
  );
  const pairs = [...names].map(([written, name]) => `\`${written}\` as \`${name}\``);
  const edits = found.map(({ span, name }): TextEdit => ({ span, text: JSON.stringify(name) }));
  const title =
    more.length === 0 ? `Change to \`${first?.name}\`` : `Change all ${found.length} to the names without 1`;
  const fix: Fix = { title, edits: edits.toSorted((a, b) => a.span.start - b.span.start), preferred: true };
  return {
    code: "first-id",
    severity: "hint",
    span: first?.span ?? { start: 0, end: 1 },
    message: `Plotly.js reads ${listed(pairs)}: the first of a kind carries no number.`,
    related: more.slice(0, MOST_SHOWN).map(({ node, span }) => ({ span, message: `\`${formatPath(pathOf(node))}\`` })),
    fixes: [fix],
  };
}

function besides(node: FigureNode, name: string, other: FigureNode): FigureProblem {
  const written = node.key?.name ?? "";
  return {
    code: "first-id",
    severity: "warning",
    span: node.key?.span ?? node.span,
    message: `Plotly.js does not read \`${written}\`, since the layout has \`${name}\` too, which is the same.`,
    related: [{ span: other.key?.span ?? other.span, message: `\`${name}\` is here.` }],
    fixes: [{ title: `Remove \`${written}\``, edits: [removal(node)], preferred: false }],
  };
}
