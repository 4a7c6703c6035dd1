import { at, type Drawable, lengthOf, typeOf } from "./attributes.ts";

/** Data without which plotly.js 4.1.1 does not leave a trace of the type out, as it does with others, but throws. */
const needed: { readonly [type: string]: readonly (readonly string[])[] } = {
  sankey: [
    ["link", "source"],
    ["link", "target"],
    ["link", "value"],
  ],
  scattercarpet: [["a"], ["b"]],
};

/**
 * Hides traces that lack the data they cannot be drawn without, as those whose columns could not be read do, so that
 * the rest is drawn. Changes the figure; gives back what to tell the person.
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
