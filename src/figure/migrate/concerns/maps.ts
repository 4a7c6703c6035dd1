import type { JsonObject } from "../../model/figure.ts";
import type { Changes } from "../draft/changes.ts";
import { memberOf } from "../draft/draft.ts";

const MAP_TYPES: { readonly [type: string]: string | undefined } = {
  choroplethmapbox: "choroplethmap",
  densitymapbox: "densitymap",
  scattermapbox: "scattermap",
};

/** The new name of each Mapbox subplot of a layout: its own with `map` for `mapbox`, or the next that is free. */
export function mapNamesOf(layout: JsonObject | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const keys = Object.keys(layout ?? {});
  const taken = new Set(keys);
  for (const key of keys.filter((member) => /^mapbox\d*$/.test(member))) {
    let name = key.replace("mapbox", "map");
    for (let number = 2; taken.has(name); number++) name = `map${number}`;
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

export function mapNameOf(subplot: string, names: ReadonlyMap<string, string>): string {
  return names.get(subplot) ?? subplot.replace(/^mapbox(?=\d*$)/, "map");
}

/** The present type of a Mapbox trace; undefined for every other type. */
export function mapTypeOf(type: string | undefined): string | undefined {
  return type !== undefined && Object.hasOwn(MAP_TYPES, type) ? MAP_TYPES[type] : undefined;
}

export function readMapTrace(
  trace: JsonObject,
  type: string | undefined,
  names: ReadonlyMap<string, string>,
  changes: Changes,
): void {
  const mapType = mapTypeOf(type);
  if (mapType === undefined) return;
  trace["type"] = mapType;
  const subplot = typeof trace["subplot"] === "string" ? trace["subplot"] : "mapbox";
  const name = mapNameOf(subplot, names);
  if (name === "map") delete trace["subplot"];
  else trace["subplot"] = name;
  changes.add("mapTrace");
}

/** The names of Mapbox's own styles that MapLibre maps have too, and the nearest for those that nobody serves freely. */
const STYLES: { readonly [style: string]: string | undefined } = {
  "navigation-day": "streets",
  "navigation-night": "dark",
  "navigation-guidance-day": "streets",
  "navigation-guidance-night": "dark",
  standard: "streets",
  "standard-satellite": "satellite-streets",
  "stamen-terrain": "outdoors",
  "stamen-toner": "carto-positron",
  "stamen-watercolor": "carto-voyager",
};
const SAME_STYLE = /^(?:basic|streets|outdoors|light|dark|satellite|satellite-streets)$/;

export function readMapLayout(layout: JsonObject, names: ReadonlyMap<string, string>, changes: Changes): void {
  for (const key of Object.keys(layout)) {
    if (!/^mapbox\d*$/.test(key)) continue;
    const map = memberOf(layout, key);
    delete layout[key];
    changes.addOld();
    if (map === undefined) continue;
    delete map["accesstoken"];
    const style = freeStyle(map["style"]);
    if (style !== undefined) {
      map["style"] = style;
      changes.add("mapStyle");
    }
    layout[mapNameOf(key, names)] = map;
  }
}

function freeStyle(style: unknown): string | undefined {
  if (typeof style !== "string") return undefined;
  const own = /^mapbox:\/\/styles\/(?<owner>[^/]+)\/(?<name>.*?)(?:-v\d+)?$/.exec(style)?.groups;
  const name = own === undefined ? style : own["owner"] === "mapbox" ? (own["name"] ?? "") : "custom";
  if (own === undefined && !/^stamen-|^https?:\/\/api\.mapbox\.com\//.test(style)) return undefined;
  if (SAME_STYLE.test(name)) return name;
  return Object.hasOwn(STYLES, name) ? STYLES[name] : "basic";
}
