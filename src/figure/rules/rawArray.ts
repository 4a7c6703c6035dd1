import { formatPath } from "../figure.ts";
import type { DataArray, SrcReference } from "../outline.ts";
import { isInsideObjectArray } from "../schema/dataAttributes.ts";
import type { Rule } from "./rule.ts";

/**
 * Arrays that the API refuses: values of a trace's attribute that could refer to a grid. It takes those of layouts and
 * those within object arrays (`dimensions`, `transforms`) as they are, since the service resolves no references there
 * and every client leaves them in the figure; moving them would break the plot, so nothing is said of them.
 */
export const rawArray: Rule = {
  code: "raw-array",
  severity: "information",
  title: "Data stands in the figure itself, where the Plots API takes only references to a grid.",
  *check({ outline, bound }) {
    const partners = new Map<number, SrcReference>();
    for (const reference of outline.references)
      if (reference.partner !== undefined) partners.set(reference.partner.start, reference);
    for (const array of outline.arrays) {
      if (!isRefused(array)) continue;
      const partner = partners.get(array.key.start);
      const related =
        partner === undefined
          ? []
          : [{ span: partner.key, message: `\`${formatPath(partner.path)}\` refers to a grid for the same values.` }];
      const severity = bound ? "error" : "information";
      yield { code: "raw-array", severity, span: array.value, message: sentence(array, partner), related };
    }
  },
};

/** Whether the API refuses a figure for this array. */
export function isRefused({ path }: DataArray): boolean {
  const below = path[0] === "frames" ? path.slice(2) : path;
  return below[0] === "data" && !isInsideObjectArray(below.slice(2));
}

function sentence({ path, length, encoding }: DataArray, partner: SrcReference | undefined): string {
  const values =
    length === undefined
      ? "values"
      : length === 0
        ? "an empty list"
        : length === 1
          ? "1 value"
          : `${length.toLocaleString("en-US")} values`;
  const held = `\`${formatPath(path)}\` holds ${values} in the file itself${encoding === "base64" ? ", as base64" : ""}.`;
  const why = "The Plots API takes only references to a grid's columns:";
  return partner === undefined
    ? `${held} ${why} move the values to a grid.`
    : `${held} ${why} remove the values, since \`${String(partner.path.at(-1))}\` refers to a grid already.`;
}
