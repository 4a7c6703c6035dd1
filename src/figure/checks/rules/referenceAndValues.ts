import { formatPath } from "../../model/path.ts";
import { type Fix } from "../../model/fix.ts";
import { removal as removalOf } from "../../text/structure/removal.ts";
import type { SrcReference } from "../../text/outline/outline.ts";
import type { FigureProblem } from "../../model/problem.ts";
import { member, nodeAt, type Structure } from "../../text/structure/structure.ts";
import { attributeName } from "./brokenReference.ts";
import { isRefused } from "./rawArray.ts";
import type { Rule } from "../rule/rule.ts";

/**
 * Finds a reference beside a value for the same attribute. Plotly.js draws the value and ignores the reference, so in a
 * file the reference is only a leftover: Chart Studio's exports are full of them, and the value may be the only copy of
 * the data. A server replaces the value with the column; there, the rule on raw arrays reports the lists of a trace.
 */
export const referenceAndValues: Rule = {
  code: "reference-and-values",
  severity: "hint",
  title: "References to a grid beside the values that are drawn.",
  *check({ outline, structure, bound }) {
    const refused = bound ? new Set(outline.arrays.filter(isRefused).map(({ key }) => key.start)) : new Set();
    for (const reference of outline.references) {
      const { partner, takesData, kind, text } = reference;
      // One that is empty refers to nothing.
      if (partner === undefined || kind === "null" || text === "" || refused.has(partner.start)) continue;
      if (!bound) yield leftOver(reference, structure);
      else if (takesData) yield contested(reference, structure);
    }
  },
};

function leftOver(reference: SrcReference, structure: Structure): FigureProblem {
  const name = String(reference.path.at(-1));
  const message = `The values here are drawn: \`${formatPath(reference.path)}\` is left over from a server, and nothing in this file needs it.`;
  return said(reference, "hint", message, removal(reference, structure, `Remove \`${name}\`, keep the values`));
}

/** Only a person knows which of the two is meant for the server. */
function contested(reference: SrcReference, structure: Structure): FigureProblem {
  const values = valuesOf(reference);
  const message = `\`${formatPath(reference.path)}\` refers to a grid, and \`${values}\` has a value of its own. Plotly.js draws that value; a server draws the grid's column.`;
  const title = `Remove \`${String(reference.path.at(-1))}\`, keep the value`;
  return said(reference, "warning", message, removal(reference, structure, title));
}

function said(
  reference: SrcReference,
  severity: FigureProblem["severity"],
  message: string,
  fixes: readonly Fix[],
): FigureProblem {
  const { key, partner } = reference;
  const related = partner === undefined ? [] : [{ span: partner, message: `\`${valuesOf(reference)}\` is here.` }];
  return { code: "reference-and-values", severity, span: key, message, related, fixes };
}

/** The reference goes; the value never does, for it may be the only copy. */
function removal({ path }: SrcReference, structure: Structure, title: string): Fix[] {
  const parent = nodeAt(structure, path.slice(0, -1));
  const source = parent && member(parent, String(path.at(-1)));
  return source === undefined ? [] : [{ title, edits: [removalOf(source)], preferred: false }];
}

function valuesOf({ path }: SrcReference): string {
  return formatPath([...path.slice(0, -1), attributeName(path)]);
}
