import type { Json, JsonObject } from "../../model/figure.ts";
import type { Changes } from "../draft/changes.ts";
import { fadedColor } from "../../colors/olderColor.ts";
import { memberOf } from "../draft/draft.ts";

/** Reads `bardir: "h"` of Plotly 1.0: the data was written as for upright bars, and Plotly turned it. */
export function readBarDirection(trace: JsonObject, type: string | undefined, changes: Changes): void {
  const { bardir } = trace;
  if (bardir === undefined) return;
  delete trace["bardir"];
  if (bardir !== "h" || (type !== "bar" && type?.startsWith("histogram") !== true)) {
    changes.addOld();
    return;
  }
  trace["orientation"] = "h";
  exchangeAxes(trace);
  changes.add("orientation");
}

/** Exchanges everything that is written for x with everything for y, as the engine turned bars. */
export function exchangeAxes(trace: JsonObject): void {
  for (const [x, y] of [
    ["x", "y"],
    ["x0", "y0"],
    ["dx", "dy"],
    ["xbins", "ybins"],
    ["nbinsx", "nbinsy"],
    ["autobinx", "autobiny"],
    ["xsrc", "ysrc"],
    ["error_x", "error_y"],
  ] as const) {
    exchange(trace, trace, x, y);
  }
  if (Array.isArray(trace["z"]) && Array.isArray(trace["z"][0])) trace["transpose"] = trace["transpose"] !== true;
  const errorX = memberOf(trace, "error_x");
  const errorY = memberOf(trace, "error_y");
  if (errorX !== undefined && errorY !== undefined) {
    // The style that one error bar borrowed from the other stays with the axis it was written for.
    const copied = errorY["copy_ystyle"];
    const borrowed = copied === undefined ? !["color", "thickness", "width"].some((key) => errorY[key]) : copied;
    exchange(errorX, errorY, "copy_ystyle", "copy_ystyle");
    if (borrowed === true) for (const key of ["color", "thickness", "width"]) exchange(errorX, errorY, key, key);
  }
  const { hoverinfo } = trace;
  if (typeof hoverinfo === "string") {
    const turned = new Map([
      ["x", "y"],
      ["y", "x"],
    ]);
    trace["hoverinfo"] = hoverinfo
      .split("+")
      .map((part) => turned.get(part) ?? part)
      .join("+");
  }
}

function exchange(one: JsonObject, other: JsonObject, key: string, otherKey: string): void {
  const first: Json | undefined = one[key];
  const second: Json | undefined = other[otherKey];
  if (second === undefined) delete one[key];
  else one[key] = second;
  if (first === undefined) delete other[otherKey];
  else other[otherKey] = first;
}

/** Plotly's first ten trace colours, which error bars took when nothing else was said. */
const COLORWAY = [
  "#1f77b4",
  "#ff7f0e",
  "#2ca02c",
  "#d62728",
  "#9467bd",
  "#8c564b",
  "#e377c2",
  "#7f7f7f",
  "#bcbd22",
  "#17becf",
];

/** Moves an error bar's opacity into the alpha channel of its colour. */
export function readErrorOpacity(trace: JsonObject, type: string | undefined, index: number, changes: Changes): void {
  for (const key of ["error_x", "error_y", "error_z"]) {
    const bar = memberOf(trace, key);
    const opacity = bar?.["opacity"];
    if (bar === undefined || opacity === undefined) continue;
    delete bar["opacity"];
    const written = bar["color"] ?? memberOf(trace, "line")?.["color"] ?? memberOf(trace, "marker")?.["color"];
    const color =
      typeof written === "string" ? written : type === "bar" ? "#444444" : (COLORWAY[index % COLORWAY.length] ?? "");
    const faded = typeof opacity === "number" && opacity < 1 ? fadedColor(color, opacity) : undefined;
    if (faded === undefined) {
      changes.addOld();
      continue;
    }
    bar["color"] = faded;
    changes.add("errorOpacity");
  }
}
