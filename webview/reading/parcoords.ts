import { type Drawable, isAttributes, typeOf } from "./attributes.ts";

/** Tells whether a figure has parallel coordinates, now or in a frame. */
export function hasParcoords({ data, frames }: Drawable): boolean {
  const lists: unknown[] = [data, ...frames.map((frame) => frame["data"])];
  const traces = lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  return traces.some((trace) => isAttributes(trace) && typeOf(trace) === "parcoords");
}

/** The types that are drawn without WebGL instead, where parallel coordinates leave no canvas for them. */
const plainTypes: { readonly [type: string]: string } = { scattergl: "scatter", scatterpolargl: "scatterpolar" };

/**
 * Gives parallel coordinates a WebGL canvas of their own. Their programs, which plotly.js compiled before so that they
 * need no eval, fail on a canvas that other traces have used first (plotly.js 4.1.1). So other points are drawn without
 * WebGL, and scatter matrices are left out. Changes the figure. Returns what to tell the person.
 */
export function separateParcoords({ data }: Drawable): string[] {
  const notes = new Set<string>();
  if (!data.some((trace) => typeOf(trace) === "parcoords")) return [];
  for (const trace of data) {
    const type = typeOf(trace);
    const plain = plainTypes[type];
    if (plain !== undefined) {
      trace["type"] = plain;
      notes.add(`${type} is drawn as ${plain}, since it cannot share a canvas with parcoords here.`);
    } else if (type === "splom") {
      trace["visible"] = false;
      notes.add("The scatter matrix (splom) is left out, since it cannot share a canvas with parcoords here.");
    }
  }
  return [...notes];
}
