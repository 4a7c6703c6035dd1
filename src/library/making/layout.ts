import type { Json, JsonObject } from "../../figure/model/figure.ts";

/** A layout with the library's heading: a title and a line below it, at the left. */
export function page(title: string, line: string, rest: JsonObject = {}): JsonObject {
  return {
    title: { text: title, x: 0.03, xanchor: "left", font: { size: 20 }, subtitle: { text: line, font: { size: 13 } } },
    margin: { l: 72, r: 36, t: 96, b: 64 },
    ...rest,
  };
}

/**
 * Margins in pixels: the same at both sides, room for the heading, and at the bottom what the sides have unless given.
 */
export function frame(sides: number, top: number, bottom = sides): JsonObject {
  return { l: sides, r: sides, t: top, b: bottom };
}

/** An axis of any kind of subplot with its title, and further members. */
export function axis(title: string, rest: JsonObject = {}): JsonObject {
  return { title: { text: title }, zeroline: false, ...rest };
}

/** An axis that is not drawn. */
export const hidden: JsonObject = { visible: false };

/** An angular axis that runs like a compass: clockwise from the top. */
export const compass: JsonObject = { direction: "clockwise", rotation: 90 };

/** A legend above the drawing, at the right. */
export const legendAbove: JsonObject = { orientation: "h", x: 1, xanchor: "right", y: 1.01, yanchor: "bottom" };

/** A legend inside the drawing, at the right; `y` is a share of the drawing's height. */
export function legendRight(y: number): JsonObject {
  return { x: 0.98, xanchor: "right", y };
}

/** An annotation without an arrow. */
export function note(place: JsonObject, font: JsonObject): JsonObject {
  return { ...place, showarrow: false, font };
}

/** A map without tiles, of layers alone. */
export function map(center: JsonObject, zoom: number, layers: Json[]): JsonObject {
  return { style: "white-bg", center, zoom, layers };
}

/** A 3-D scene without clutter, seen from `x`, `y`, `z`. */
export function scene(x: number, y: number, z: number, rest: JsonObject = {}): JsonObject {
  return { camera: { eye: { x, y, z } }, aspectmode: "cube", ...rest };
}
