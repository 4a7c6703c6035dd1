import { type Attributes, type Drawable, at, isAttributes, typeOf } from "./attributes.ts";

const mapTraces = new Set(["scattermap", "choroplethmap", "densitymap"]);
export const blankStyle = "white-bg";

/**
 * Removes what a figure would load over the network, which the page does not have: map tiles, and pictures and areas by
 * URL. Templates, frames and buttons are searched too. Changes the figure. Returns what to tell the person, one sentence
 * each.
 */
export function keepOffline(figure: Drawable): string[] {
  giveMapsStyles(figure);
  const left = new LeftOut();
  const { data, layout, frames } = figure;
  data.forEach((trace, index) => left.takeFrom(trace, { trace: index, image: typeOf(trace) === "image" }));
  left.takeFrom(layout, {});
  left.takeFrom(frames, {});
  return left.notes();
}

/** Names a style for each map that names none, since Plotly's default style has tiles. */
function giveMapsStyles({ data, layout }: Drawable): void {
  const ids = new Set<string>();
  for (const trace of data) {
    if (mapTraces.has(typeOf(trace))) ids.add(typeof trace["subplot"] === "string" ? trace["subplot"] : "map");
  }
  for (const id of ids) {
    const given = layout[id];
    const map: Attributes = isAttributes(given) ? given : {};
    layout[id] = map;
    map["style"] ??= at(layout, "template", "layout", "map", "style") ?? "basic";
  }
}

interface Surroundings {
  /** Index of the trace that this is part of. */
  readonly trace?: number | undefined;
  /** It is a picture. */
  readonly image?: boolean | undefined;
  /** It is a layer of a map. */
  readonly layer?: boolean | undefined;
  /** It is a map. */
  readonly map?: boolean | undefined;
  /** It is part of a template. A template may style maps that the figure does not have, as all of plotly.py's do. */
  readonly template?: boolean | undefined;
}

class LeftOut {
  #styles = 0;
  #layers = 0;
  #pictures = 0;
  #areas = new Set<number | undefined>();

  /** Searches a value and all in it. Buttons name what they set by its path: `map.style`, `images[0].source`. */
  takeFrom(value: unknown, here: Surroundings): void {
    if (Array.isArray(value)) {
      // Data holds numbers and texts.
      if (typeof value[0] !== "object" && value.length > 64) return;
      for (const each of value) this.takeFrom(each, here);
    } else if (isAttributes(value)) {
      for (const [key, member] of Object.entries(value)) this.#takeMember(value, key, member, here);
    }
  }

  #takeMember(holder: Attributes, key: string, member: unknown, here: Surroundings): void {
    const path = key.split(".");
    const name = path.at(-1) ?? "";
    const parent = path.at(-2) ?? "";
    if (name === "source" && comesByUrl(member)) {
      if (here.layer === true || /^layers(\[|default|$)/.test(parent)) this.#layers += 1;
      else if (here.image === true || parent.startsWith("images[")) this.#pictures += 1;
      else return;
      delete holder[key];
    } else if (name === "geojson" && isRemote(member)) {
      this.#areas.add(here.trace);
      holder[key] = { type: "FeatureCollection", features: [] };
    } else if (name === "style" && (here.map === true || isMap(parent))) {
      if (!needsNetwork(member)) return;
      if (here.template !== true) this.#styles += 1;
      holder[key] = blankStyle;
    } else {
      this.takeFrom(member, {
        trace: here.trace,
        image: /^image(s|defaults)?(\[\d+\])?$/.test(name) || (here.image && name !== "layout"),
        layer: /^layer(s|defaults)(\[\d+\])?$/.test(name),
        map: isMap(name),
        template: here.template === true || name === "template",
      });
    }
  }

  notes(): string[] {
    const notes: string[] = [];
    if (this.#styles > 0)
      notes.push(
        "The map's background needs tiles from the network, which the preview does not have; it is left blank.",
      );
    if (this.#layers > 0) notes.push("Map layers that come from a URL are left out, since the preview has no network.");
    if (this.#pictures > 0) {
      const what = this.#pictures === 1 ? "A picture that is" : `${this.#pictures} pictures that are`;
      notes.push(`${what} referred to by a URL cannot be shown, since the preview has no network.`);
    }
    for (const trace of this.#areas) {
      const whose = trace === undefined ? "Areas" : `The areas of trace ${trace}`;
      notes.push(`${whose} come from a URL (geojson), and the preview has no network; they are left out.`);
    }
    return notes;
  }
}

const isMap = (name: string): boolean => /^map\d*$/.test(name);

const isRemote = (value: unknown): value is string => typeof value === "string" && !/^(data|blob):/i.test(value.trim());

const comesByUrl = (source: unknown): boolean =>
  isRemote(source) || (Array.isArray(source) && source.some((part) => typeof part === "string" && isRemote(part)));

function needsNetwork(style: unknown): boolean {
  if (isAttributes(style)) return /https?:|mapbox:/.test(JSON.stringify(style));
  return typeof style === "string" && style !== blankStyle;
}
