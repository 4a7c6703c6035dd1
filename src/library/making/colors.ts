import type { Json, JsonObject } from "../../figure/model/figure.ts";
import { round } from "./numbers.ts";

/** Colours that colour-blind eyes can tell apart and that show on light and on dark grounds. */
export const ink = {
  sea: "#2f7f9e",
  amber: "#e0913a",
  moss: "#5b9a68",
  rose: "#c65d7b",
  plum: "#8a76bd",
  clay: "#b4775a",
  sky: "#6fb3d2",
  slate: "#8494a3",
} as const;

/** A colour, written `#rrggbb`, that lets the ground through; `opacity` is from 0 to 1. */
export function tint(color: string, opacity: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `rgba(${parts.join(",")},${opacity})`;
}

/** A colour scale of evenly spaced colours. */
export function scale(...colors: string[]): Json[] {
  return colors.map((color, index) => [round(index / (colors.length - 1), 3), color]);
}

/** A slim colour bar with its title along it; `length` is a share of the drawing's height. */
export function key(title: string, length = 1): JsonObject {
  return { title: { text: title, side: "right" }, thickness: 12, len: length, outlinewidth: 0 };
}

/** A pale outline that parts filled areas; `width` is in pixels. */
export function rim(width: number): JsonObject {
  return { width, color: tint("#ffffff", 0.7) };
}
