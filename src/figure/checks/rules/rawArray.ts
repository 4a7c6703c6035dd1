import { formatPath } from "../../model/path.ts";
import type { DataArray, Outline, SrcReference } from "../../text/outline/outline.ts";
import type { FigureProblem } from "../../model/problem.ts";
import { isInsideObjectArray } from "../../schema/dataAttributes.ts";
import { parseSrc } from "../../references/srcReference.ts";
import type { Rule } from "../rule/rule.ts";
import { formatNumber } from "../../model/counts.ts";

/**
 * Finds arrays that the API refuses: values of a trace's attribute that could refer to a grid. It accepts arrays of
 * layouts and those inside object arrays (`dimensions`, `transforms`), since the service resolves no references there
 * and every client leaves them in the figure. Moving them would break the plot, so they are not reported.
 *
 * In a file that is meant for no server such arrays are right. A hint at the key then leads to what can be done with
 * them.
 */
export const rawArray: Rule = {
  code: "raw-array",
  severity: "hint",
  title: "Data in the figure itself, where the Plots API takes only references to a grid.",
  *check({ outline, bound, levelOf }) {
    const level = levelOf("raw-array");
    const isBound = level === undefined ? bound || livesFromGrids(outline) : level !== "hint";
    const partners = new Map<number, SrcReference>();
    for (const reference of outline.references)
      if (reference.partner !== undefined) partners.set(reference.partner.start, reference);
    for (const array of outline.arrays) {
      if (!isRefused(array)) continue;
      const partner = partners.get(array.key.start);
      yield isBound ? refused(array, partner) : inFile(array, partner);
    }
  },
};

/** Whether the API refuses a figure for this array. */
export function isRefused({ path }: DataArray): boolean {
  const below = path[0] === "frames" ? path.slice(2) : path;
  return below[0] === "data" && !isInsideObjectArray(below.slice(2));
}

/**
 * Whether the file itself says that it is meant for a server: it refers to a grid for values that it does not hold. A
 * reference beside values says nothing, for exports and editors leave such behind.
 */
function livesFromGrids({ references }: Outline): boolean {
  return references.some(
    ({ takesData, partner, text }) =>
      takesData && partner === undefined && text !== undefined && parseSrc(text) !== undefined,
  );
}

function inFile(array: DataArray, partner: SrcReference | undefined): FigureProblem {
  const message = `${held(array)} A figure file may hold its data; the Plots API takes only references to a grid's columns.`;
  return { code: "raw-array", severity: "hint", span: array.key, message, related: relatedTo(partner) };
}

function refused(array: DataArray, partner: SrcReference | undefined): FigureProblem {
  const { key, value } = array;
  const end = { span: { start: value.end - 1, end: value.end }, message: "The array ends here." };
  const move = `${held(array)} The Plots API takes only references to a grid's columns: move the values to a grid`;
  return {
    code: "raw-array",
    severity: "error",
    // The key and the bracket that opens: lines of numbers are not underlined.
    span: { start: key.start, end: value.start + 1 },
    message:
      partner === undefined
        ? `${move}.`
        : `${move}, or leave only \`${String(partner.path.at(-1))}\` where the grid that it refers to holds them.`,
    related: [...relatedTo(partner), end],
  };
}

function relatedTo(partner: SrcReference | undefined): FigureProblem["related"] {
  if (partner === undefined) return [];
  return [{ span: partner.key, message: `\`${formatPath(partner.path)}\` refers to a grid for the same values.` }];
}

function held({ path, length, encoding }: DataArray): string {
  const values =
    length === undefined
      ? "values"
      : length === 0
        ? "an empty list"
        : length === 1
          ? "1 value"
          : `${formatNumber(length)} values`;
  return `\`${formatPath(path)}\` holds ${values} in the file itself${encoding === "base64" ? ", as base64" : ""}.`;
}
