import { type Attributes, type Drawable, at, isAttributes, typeOf } from "./attributes.ts";

const mapTraces = new Set(["scattermap", "choroplethmap", "densitymap"]);
const blank = "white-bg";

/**
 * Takes out of a figure what would have to come over the network, which the page does not have: map tiles, pictures
 * and areas by URL. Changes the figure; gives back what to tell the person, one sentence each.
 */
export function keepOffline({ data, layout }: Drawable): string[] {
  return [...stripTiles(data, layout), ...stripPictures(data, layout), ...stripAreas(data)];
}

const isRemote = (value: unknown): value is string => typeof value === "string" && !/^(data|blob):/i.test(value.trim());

function stripTiles(data: Attributes[], layout: Attributes): string[] {
  const notes: string[] = [];
  const ids = new Set<string>();
  for (const trace of data) {
    if (mapTraces.has(typeOf(trace))) ids.add(typeof trace["subplot"] === "string" ? trace["subplot"] : "map");
  }
  for (const id of ids) {
    const given = layout[id];
    const map: Attributes = isAttributes(given) ? given : {};
    layout[id] = map;
    const style = map["style"] ?? at(layout, "template", "layout", "map", "style") ?? "basic";
    const needsNetwork = isAttributes(style) ? /https?:|mapbox:/.test(JSON.stringify(style)) : style !== blank;
    if (needsNetwork) {
      notes.push(
        "The map's background needs tiles from the network, which the preview does not have; it is left blank.",
      );
      map["style"] = blank;
    }
    const layers = Array.isArray(map["layers"]) ? map["layers"] : [];
    const drawn = layers.filter((layer) => !isAttributes(layer) || !comesByUrl(layer["source"]));
    if (drawn.length < layers.length) {
      notes.push("Map layers that come from a URL are left out, since the preview has no network.");
      map["layers"] = drawn;
    }
  }
  const labelled = data.some((trace) => typeOf(trace) === "scattermap" && String(trace["mode"]).includes("text"));
  if (labelled)
    notes.push("Texts on the map need a font from the network, which the preview does not have; they are not shown.");
  return [...new Set(notes)];
}

const comesByUrl = (source: unknown): boolean =>
  isRemote(source) || (Array.isArray(source) && source.some((part) => typeof part === "string" && isRemote(part)));

function stripPictures(data: Attributes[], layout: Attributes): string[] {
  let left = 0;
  const pictures = Array.isArray(layout["images"]) ? layout["images"] : [];
  for (const holder of [...pictures, ...data.filter((trace) => typeOf(trace) === "image")]) {
    if (!isAttributes(holder) || !isRemote(holder["source"])) continue;
    delete holder["source"];
    left += 1;
  }
  if (left === 0) return [];
  const what = left === 1 ? "A picture that is" : `${left} pictures that are`;
  return [`${what} referred to by a URL cannot be shown, since the preview has no network.`];
}

function stripAreas(data: Attributes[]): string[] {
  const notes: string[] = [];
  data.forEach((trace, index) => {
    if (!isRemote(trace["geojson"])) return;
    notes.push(
      `The areas of trace ${index} come from a URL (geojson), and the preview has no network; they are left out.`,
    );
    trace["geojson"] = { type: "FeatureCollection", features: [] };
  });
  return notes;
}
