/** An object as Plotly takes it: JSON, with typed arrays where the data was base64. */
export type Attributes = { [attribute: string]: unknown };

/** A figure for Plotly, which keeps and changes the objects that it gets. */
export interface Drawable {
  data: Attributes[];
  layout: Attributes;
  frames: Attributes[];
  config: Attributes;
  /** The index that each trace has in the text; left out where it has the same. */
  origins?: readonly number[];
}

export const isAttributes = (value: unknown): value is Attributes =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

/** Returns the value at a path, or undefined: `at(layout, "template", "layout")`. */
export function at(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const key of path) {
    if (!isAttributes(here)) return undefined;
    here = here[key];
  }
  return here;
}

/** Returns a trace's type. Plotly draws a trace that names none as a scatter. */
export const typeOf = (trace: Attributes): string => (typeof trace["type"] === "string" ? trace["type"] : "scatter");

/** Counts the elements of an array or a typed array. Anything else has 0. */
export const lengthOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : ArrayBuffer.isView(value) && "length" in value ? Number(value.length) : 0;
