import { formulaOf } from "../../src/figure/checks/formulas/formula.ts";
import { type Drawable, isAttributes, typeOf } from "../reading/attributes.ts";

/** The texts that Plotly never draws as formulas: those of hover labels, and what is not drawn at all. */
const unseen = new Set(["customdata", "hoverinfo", "hovertemplate", "hovertext", "ids", "meta", "uid", "uirevision"]);

/** Tells whether a figure has a formula. Frames and what buttons set count too. */
export function hasFormulas({ data, layout, frames }: Drawable): boolean {
  return some([data, layout, frames], (text) => formulaOf(text) !== undefined);
}

/**
 * Keeps texts with prices from being drawn as formulas. Once plotly.js draws formulas, it takes all between two dollar
 * signs for one. Changes the figure.
 */
export function keepPrices({ data, layout, frames }: Drawable): void {
  for (const trace of data) spare(trace, drawsWithoutTags.test(typeOf(trace)) ? new Set([...unseen, "text"]) : unseen);
  for (const [key, part] of Object.entries(layout)) spare(part, /^scene\d*$/.test(key) ? sceneAxes : unseen);
  spare(frames, unseen);
}

/** The types whose texts plotly.js draws with WebGL, where it reads neither formulas nor signs by number (`&#36;`). */
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

/** Tells whether plotly.js would take a part of a text for a formula that is none. */
const isTaken = (text: string): boolean => /\$[^$]*\$/.test(text) && formulaOf(text) === undefined;

function some(value: unknown, is: (text: string) => boolean): boolean {
  if (typeof value === "string") return is(value);
  if (Array.isArray(value)) return !isNumeric(value) && value.some((each) => some(each, is));
  if (!isAttributes(value)) return false;
  for (const key in value) if (!unseen.has(key) && some(value[key], is)) return true;
  return false;
}

/** Tells whether this is a long list of numbers, as most data is. */
const isNumeric = (list: readonly unknown[]): boolean =>
  list.length > 64 && typeof list[0] === "number" && typeof list.at(-1) === "number";
