import type { Json, JsonObject } from "../../../src/figure/model/figure.ts";
import { isAttributes } from "../../reading/attributes.ts";
import type { FullLayout } from "../moving/plotted.ts";
import { pixelOf, rounded } from "./place.ts";

/** What a shape is, apart from its looks: those of plotly.js's pen are nobody's choice. */
const kept = ["type", "xref", "yref", "x0", "y0", "x1", "y1", "path"];

/** The shape that a person has drawn, the last of those that `plotly_relayout` tells; undefined where it tells none. */
export function drawnShape(update: unknown, full: FullLayout): JsonObject | undefined {
  const shapes = isAttributes(update) ? update["shapes"] : undefined;
  const last: unknown = Array.isArray(shapes) ? shapes.at(-1) : undefined;
  if (!isAttributes(last)) return undefined;
  const pixels = { x: pixelOf(full, last["xref"]), y: pixelOf(full, last["yref"]) };
  const shape: JsonObject = {};
  for (const key of kept) {
    const value = last[key];
    if (value === undefined) continue;
    // plotly.js takes a shape without a reference to be on the first axes.
    if (typeof value === "number") shape[key] = rounded(value, key.startsWith("x") ? pixels.x : pixels.y);
    else if (key === "path" && typeof value === "string") shape[key] = shortPath(value, pixels);
    else shape[key] = value as Json;
  }
  return shape;
}

const number = /(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)/.source;

/** Two numbers behind a letter and before another one. */
const pair = new RegExp(`(?<=[A-Za-z ])${number},${number}(?=[A-Za-z ]|$)`, "g");

/** "M1.23456,2.3L…" with as many digits as pixels tell. Dates and names stay. */
function shortPath(path: string, { x, y }: { readonly x: number; readonly y: number }): string {
  return path.replace(pair, (_pair, left: string, top: string) => {
    return `${rounded(Number(left), x)},${rounded(Number(top), y)}`;
  });
}
