import type { FigureNode } from "../../text/structure/structure.ts";

/** Words by which tools leave a value to Plotly. */
const words = new Set(["auto", "default", "null", "undefined"]);

/** Whether a value is empty: R writes `[]`, `{}` and `""` for what is absent, chart editors `""`. `null` is none at all. */
export function isBlank({ kind, value, children, opaque }: FigureNode): boolean {
  return kind === "string" ? value === "" : (kind === "object" || kind === "array") && children.length === 0 && !opaque;
}

/**
 * Whether a value says that there is none, or that it is left to Plotly, by what tools write for that. Where such a value
 * is none of its attribute's, Plotly.js draws as if nothing were there.
 */
export function isEmptyValue(node: FigureNode): boolean {
  return node.value === false || (node.kind === "string" && words.has(String(node.value))) || isBlank(node);
}
