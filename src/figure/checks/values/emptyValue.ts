import type { FigureNode } from "../../text/structure/structure.ts";

/** Words by which tools leave a value to Plotly. */
const words = new Set(["auto", "default", "null", "undefined"]);

/**
 * Whether a value is empty: for what is absent, R writes `[]`, `{}` and `""`, and chart editors write `""`. `null` is
 * not counted: it is no value.
 */
export function isBlank({ kind, value, children, opaque }: FigureNode): boolean {
  return kind === "string" ? value === "" : (kind === "object" || kind === "array") && children.length === 0 && !opaque;
}

/**
 * Whether tools write this value to mean "none" or "Plotly's choice". Where the attribute does not take such a value,
 * Plotly.js draws as if it were absent.
 */
export function isEmptyValue(node: FigureNode): boolean {
  return node.value === false || (node.kind === "string" && words.has(String(node.value))) || isBlank(node);
}
