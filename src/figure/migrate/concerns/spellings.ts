import type { JsonObject } from "../../model/figure.ts";
import { cleanLegendSide, cleanPalette, cleanTextPosition } from "../../schema/olderValues.ts";
import { exchangeAxes } from "./bars.ts";
import type { Changes } from "../draft/changes.ts";
import { memberOf, rename } from "../draft/draft.ts";

/**
 * Rewrites the older spellings that plotly.js still reads before it draws (`cleanData` of version 4.1.1). The drawing
 * stays the same. The types `histogramx` and `histogramy` become `histogram`.
 */
export function readTraceSpellings(trace: JsonObject, type: string | undefined, changes: Changes): void {
  if (type === "histogramx" || type === "histogramy") readHistogram(trace, type, changes);
  for (const [old, name] of [
    ["scl", "colorscale"],
    ["reversescl", "reversescale"],
  ] as const) {
    if (trace[old] === undefined) continue;
    rename(trace, old, name);
    changes.addOld();
  }
  for (const container of [trace, memberOf(trace, "marker"), memberOf(trace, "line")]) {
    const palette = cleanPalette(container?.["colorscale"]);
    if (container === undefined || palette === undefined) continue;
    container["colorscale"] = palette;
    changes.addOld();
  }
  if (type === "surface") readHighlights(trace, changes);
  if (type === "candlestick" || type === "ohlc") readDirections(trace, changes);
  if (type === undefined || type.startsWith("scatter")) {
    const position = cleanTextPosition(trace["textposition"]);
    if (position === undefined) return;
    trace["textposition"] = position;
    changes.addSilent();
  }
}

/** `histogramy` counted its x along the y axis, as the engine turned `x` and `y` for it. */
function readHistogram(trace: JsonObject, type: string, changes: Changes): void {
  if (type === "histogramy") {
    if (trace["ybins"] === undefined) rename(trace, "xbins", "ybins");
    exchangeAxes(trace);
  }
  trace["type"] = "histogram";
  changes.addOld();
}

function readHighlights(trace: JsonObject, changes: Changes): void {
  const contours = memberOf(trace, "contours");
  for (const axis of ["x", "y", "z"]) {
    const lines = memberOf(contours, axis);
    for (const old of ["highlightColor", "highlightWidth"]) {
      if (lines?.[old] === undefined) continue;
      // The old name goes before today's, as the engine has it.
      lines[old.toLowerCase()] = lines[old];
      delete lines[old];
      changes.addOld();
    }
  }
}

/** Both directions had names and places in the legend of their own: what they have in common is the trace's name. */
function readDirections(trace: JsonObject, changes: Changes): void {
  const directions = ["increasing", "decreasing"].map((key) => memberOf(trace, key));
  const [shown, otherShown] = directions.map((direction) => direction?.["showlegend"] !== false);
  const [name, other] = directions.map((direction) => {
    const written = direction?.["name"];
    return typeof written === "string" || typeof written === "number" ? String(written) : undefined;
  });
  for (const direction of directions) {
    for (const key of ["name", "showlegend"]) {
      if (direction?.[key] === undefined) continue;
      delete direction[key];
      changes.addOld();
    }
  }
  if (name !== undefined && other !== undefined) {
    const common = commonName(name, other, shown === true, otherShown === true);
    if (common !== "") trace["name"] = common;
  } else if (name !== undefined || other !== undefined) trace["name"] ??= name ?? other ?? "";
}

function commonName(name: string, other: string, isShown: boolean, isOtherShown: boolean): string {
  if (isShown !== isOtherShown) return isShown ? name : other;
  if (name.trim() === "") return other;
  if (other.trim() === "") return name;
  let length = 0;
  while (length < Math.min(name.length, other.length) && name[length] === other[length]) length++;
  return name.slice(0, length).trim();
}

/** Rewrites the older spellings of a layout that plotly.js still reads (`cleanLayout`). */
export function readLayoutSpellings(layout: JsonObject, changes: Changes): void {
  for (const key of Object.keys(layout)) {
    const axis = memberOf(layout, key);
    if (axis !== undefined && /^[xy]axis\d*$/.test(key)) readAxis(axis, changes);
  }
  if (layout["dragmode"] === "rotate") {
    layout["dragmode"] = "orbit";
    changes.addOld();
  }
  const legend = memberOf(layout, "legend");
  for (const side of ["x", "y"] as const) {
    const place = cleanLegendSide(side, legend?.[side]);
    if (legend === undefined || place === undefined) continue;
    Object.assign(legend, place);
    changes.addOld();
  }
}

function readAxis(axis: JsonObject, changes: Changes): void {
  const { isdate, islog, autorange, rangeslider } = axis;
  for (const key of ["isdate", "islog", "categories"]) {
    if (axis[key] === undefined) continue;
    delete axis[key];
    changes.addOld();
  }
  const type =
    isdate === true ? "date" : islog === true ? "log" : isdate === false && islog === false ? "linear" : undefined;
  if (type !== undefined) axis["type"] ??= type;
  if (autorange === "tozero" || autorange === "withzero") {
    axis["autorange"] = true;
    axis["rangemode"] = "tozero";
    changes.addOld();
  }
  if (rangeslider === true) {
    axis["rangeslider"] = {};
    changes.addSilent();
  }
  if (Array.isArray(axis["domain"]) && axis["domain"].length === 0) {
    delete axis["domain"];
    changes.addSilent();
  }
}
