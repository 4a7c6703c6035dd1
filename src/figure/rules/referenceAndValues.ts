import { formatPath } from "../figure.ts";
import { type Fix, removal } from "../fix.ts";
import type { SrcReference } from "../outline.ts";
import { member, nodeAt, type Structure } from "../structure.ts";
import { isRefused } from "./rawArray.ts";
import { attributeName } from "./brokenReference.ts";
import type { Rule } from "./rule.ts";

/**
 * A reference beside a value for the same attribute. Plotly.js draws the value and knows nothing of the reference; a
 * server puts the column in the value's place. Lists of a trace are left to the rule on raw arrays.
 */
export const referenceAndValues: Rule = {
  code: "reference-and-values",
  severity: "warning",
  title: "A reference to a grid and a value for the same attribute.",
  *check({ outline, structure }) {
    const refused = new Set(outline.arrays.filter(isRefused).map(({ key }) => key.start));
    for (const reference of outline.references) {
      const { partner, path, key, takesData, text } = reference;
      if (partner === undefined || !takesData || text === undefined || refused.has(partner.start)) continue;
      const values = formatPath([...path.slice(0, -1), attributeName(path)]);
      yield {
        code: "reference-and-values",
        severity: "warning",
        span: key,
        message: `\`${formatPath(path)}\` refers to a grid, and \`${values}\` has a value of its own. Plotly.js draws that value, a server the grid's column: remove one of them.`,
        related: [{ span: partner, message: `\`${values}\` is here.` }],
        fixes: fixesOf(reference, structure),
      };
    }
  },
};

function fixesOf({ path }: SrcReference, structure: Structure): Fix[] {
  const parent = nodeAt(structure, path.slice(0, -1));
  const source = parent && member(parent, String(path.at(-1)));
  const value = parent && member(parent, attributeName(path));
  if (source === undefined || value === undefined) return [];
  return [
    { title: `Remove the value of \`${attributeName(path)}\``, edits: [removal(value)], preferred: false },
    { title: `Remove \`${String(path.at(-1))}\``, edits: [removal(source)], preferred: false },
  ];
}
