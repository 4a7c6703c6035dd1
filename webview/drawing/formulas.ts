import { formulaOf } from "../../src/figure/checks/formulas/formula.ts";
import { type Drawable, isAttributes, typeOf } from "../reading/attributes.ts";

/** What Plotly never draws as a formula: texts of hover labels, and what is not drawn at all. */
const unseen = new Set(["customdata", "hoverinfo", "hovertemplate", "hovertext", "ids", "meta", "uid", "uirevision"]);

/** Whether a figure has a formula, in its frames and what buttons set as well. */
export function hasFormulas({ data, layout, frames }: Drawable): boolean {
  return some([data, layout, frames], (text) => formulaOf(text) !== undefined);
}

/**
 * Keeps plotly.js, which takes all that stands between two dollars for a formula where it draws formulas at all, from
 * texts with prices. Changes the figure.
 */
export function keepPrices({ data, layout, frames }: Drawable): void {
  for (const trace of data) spare(trace, drawsWithoutTags.test(typeOf(trace)) ? new Set([...unseen, "text"]) : unseen);
  for (const [key, part] of Object.entries(layout)) spare(part, /^scene\d*$/.test(key) ? sceneAxes : unseen);
  spare(frames, unseen);
}

/** Traces whose texts plotly.js draws with WebGL: it reads no formulas there, and no signs by number. */
const drawsWithoutTags = /(?:3d|gl|map)$/;
const sceneAxes = new Set([...unseen, "xaxis", "yaxis", "zaxis"]);

function spare(value: unknown, left: ReadonlySet<string>): unknown {
  if (typeof value === "string") return isTaken(value) ? value.replaceAll("$", "&#36;") : value;
  if (Array.isArray(value)) {
    if (!isNumeric(value)) for (const [i, each] of value.entries()) value[i] = spare(each, left);
  } else if (isAttributes(value)) {
    for (const key in value) if (!left.has(key)) value[key] = spare(value[key], left);
  }
  return value;
}

/** Whether plotly.js would take a part of a text for a formula that is none. */
const isTaken = (text: string): boolean => /\$[^$]*\$/.test(text) && formulaOf(text) === undefined;

function some(value: unknown, is: (text: string) => boolean): boolean {
  if (typeof value === "string") return is(value);
  if (Array.isArray(value)) return !isNumeric(value) && value.some((each) => some(each, is));
  if (!isAttributes(value)) return false;
  for (const key in value) if (!unseen.has(key) && some(value[key], is)) return true;
  return false;
}

/** A long list of numbers, as data mostly are. */
const isNumeric = (list: readonly unknown[]): boolean =>
  list.length > 64 && typeof list[0] === "number" && typeof list.at(-1) === "number";
