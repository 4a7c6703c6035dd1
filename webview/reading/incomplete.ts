import { at, type Drawable, lengthOf, typeOf } from "./attributes.ts";

/** The data that a type of trace needs. Without it plotly.js 4.1.1 throws; it leaves traces of other types out. */
const needed: { readonly [type: string]: readonly (readonly string[])[] } = {
  sankey: [
    ["link", "source"],
    ["link", "target"],
    ["link", "value"],
  ],
  scattercarpet: [["a"], ["b"]],
};

/**
 * Hides traces that lack data which Plotly needs, so that the rest is drawn. A column that could not be read leaves
 * such a trace. Changes the figure. Returns what to tell the person.
 */
export function hideIncomplete({ data }: Drawable): string[] {
  const notes: string[] = [];
  data.forEach((trace, index) => {
    const type = typeOf(trace);
    const missing = needed[type]?.filter((path) => lengthOf(at(trace, ...path)) === 0) ?? [];
    if (missing.length === 0 || trace["visible"] === false) return;
    trace["visible"] = false;
    notes.push(
      `Trace ${index} (${type}) is not drawn, since it has no ${missing.map((path) => path.join(".")).join(", ")}.`,
    );
  });
  return notes;
}
