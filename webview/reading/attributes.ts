/** An object as Plotly takes it: JSON, with typed arrays where data were base64. */
export type Attributes = { [attribute: string]: unknown };

/** A figure as it is handed to Plotly, which keeps and changes the objects it gets. */
export interface Drawable {
  data: Attributes[];
  layout: Attributes;
  frames: Attributes[];
  config: Attributes;
}

export const isAttributes = (value: unknown): value is Attributes =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

/** The value at a path, or undefined: `at(layout, "template", "layout")`. */
export function at(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const key of path) {
    if (!isAttributes(here)) return undefined;
    here = here[key];
  }
  return here;
}

/** The type that Plotly draws a trace as when it names none. */
export const typeOf = (trace: Attributes): string => (typeof trace["type"] === "string" ? trace["type"] : "scatter");

/** Elements of an array or a typed array; 0 for anything else. */
export const lengthOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : ArrayBuffer.isView(value) && "length" in value ? Number(value.length) : 0;
