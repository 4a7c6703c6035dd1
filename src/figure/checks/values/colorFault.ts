import { listed } from "../../model/listed.ts";
import { modernColor } from "../../colors/olderColor.ts";
import { nearest } from "../../schema/nearest.ts";
import type { FigureNode } from "../../text/structure/structure.ts";
import { palettes } from "../../schema/attributeNames.ts";
import { colorNames, isColor } from "../../colors/colorText.ts";
import { isNumeric, type ValueFault } from "./fault.ts";

/** Why the value is no colour for the engine; undefined where it is one. */
export function color(node: FigureNode): ValueFault | undefined {
  const { value } = node;
  const must = 'must be a colour, such as "red", "#1f77b4" or "rgb(31, 119, 180)"';
  if (typeof value !== "string") return { node, must };
  if (isColor(value)) return undefined;
  const instead = modernColor(value) ?? nearest(value, colorNames);
  return { node, must, ...(instead !== undefined && { instead }) };
}

export function colorList(node: FigureNode): ValueFault | undefined {
  if (node.kind !== "array") return { node, must: 'must be a list of colours, such as ["red", "#1f77b4"]' };
  if (node.children.length === 0 && !node.opaque) return { node, must: "must have at least one colour" };
  for (const child of node.children) {
    const fault = child.kind === "null" ? { node: child, must: "must be a colour" } : color(child);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

export function colorscale(node: FigureNode): ValueFault | undefined {
  const must = `must be a list of pairs such as [[0, "white"], [1, "red"]], or one of ${listed(palettes)}`;
  const { value } = node;
  if (typeof value === "string") {
    if (palettes.includes(value) || isWrittenScale(value)) return undefined;
    const instead = nearest(value.replace(/_r$/, ""), palettes);
    return { node, must, ...(instead !== undefined && { instead }) };
  }
  if (node.kind !== "array") return { node, must };
  if (node.opaque) return undefined;
  if (node.children.length < 2) return { node, must };
  let highest = 0;
  for (const [index, pair] of node.children.entries()) {
    const [at, name, ...more] = pair.children;
    if (pair.kind !== "array" || at === undefined || name === undefined || more.length > 0)
      return { node: pair, must: 'must be a pair of a number from 0 to 1 and a colour, such as [0.5, "white"]' };
    const place = isNumeric(at.value) ? Number(at.value) : Number.NaN;
    const last = index === node.children.length - 1;
    if (index === 0 && place !== 0) return { node: at, must: "must be 0, where a colorscale begins" };
    if (last && place !== 1) return { node: at, must: "must be 1, where a colorscale ends" };
    if (!(place >= highest)) return { node: at, must: "must not be less than the number before it" };
    highest = place;
    const fault = color(name);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** A text that is JSON itself, as the engine reads it. */
function isWrittenScale(text: string): boolean {
  let pairs: unknown;
  try {
    pairs = JSON.parse(text);
  } catch {
    return false;
  }
  if (typeof pairs === "string") return palettes.includes(pairs) || isWrittenScale(pairs);
  if (!Array.isArray(pairs) || pairs.length < 2) return false;
  let highest = 0;
  for (const pair of pairs as readonly unknown[]) {
    if (!Array.isArray(pair) || pair.length !== 2 || !(Number(pair[0]) >= highest)) return false;
    if (typeof pair[1] !== "string" || !isColor(pair[1])) return false;
    highest = Number(pair[0]);
  }
  return Number((pairs as readonly unknown[][])[0]?.[0]) === 0 && highest === 1;
}
