import type { Json, JsonObject } from "../../figure/model/figure.ts";

/** A map layer of one colour under all that follows, far beyond the edges of the map. */
export function ground(color: string): JsonObject {
  const corners = [5, 15, 15, 5, 5].map((lon, index): Json => [lon, index % 4 < 2 ? 54 : 61]);
  return fill(corners, color);
}

/** A map layer that fills a closed shore, which is a list of [longitude, latitude]. */
export function fill(shore: Json, color: string): JsonObject {
  const source = { type: "Polygon", coordinates: [shore] };
  return { sourcetype: "geojson", source, type: "fill", color, fill: { outlinecolor: "#c3b893" }, below: "traces" };
}
