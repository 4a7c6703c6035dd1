import { type Attributes, type Drawable, at, isAttributes, typeOf } from "../../reading/attributes.ts";

const scopes = new Set([
  "world",
  "usa",
  "europe",
  "asia",
  "africa",
  "north america",
  "south america",
  "antarctica",
  "oceania",
]);
const geoTraces = new Set(["scattergeo", "choropleth"]);

/**
 * Lists the outlines of countries that Plotly will ask for, by its names: `["world_110m"]`. Buttons, sliders and frames
 * may switch to another map, so theirs count too.
 */
export function mapsOf({ data, layout, frames }: Drawable): string[] {
  const names = new Set<string>();
  const ids = new Set(Object.keys(layout).filter((key) => /^geo\d*$/.test(key)));
  for (const trace of data) {
    if (geoTraces.has(typeOf(trace))) ids.add(typeof trace["geo"] === "string" ? trace["geo"] : "geo");
  }
  const usual = at(layout, "template", "layout", "geo");
  for (const id of ids) {
    const geo: Attributes = { ...(isAttributes(usual) ? usual : {}), ...asObject(layout[id]) };
    names.add(mapName(geo));
  }
  if (ids.size > 0) {
    const resolution = [...names].some((name) => name.endsWith("_50m")) ? 50 : 110;
    for (const scope of scopesIn([layout["updatemenus"], layout["sliders"], frames])) {
      names.add(mapName({ scope, resolution }));
    }
  }
  return [...names];
}

function mapName(geo: Attributes): string {
  const albers = at(geo, "projection", "type") === "albers usa";
  const scope = typeof geo["scope"] === "string" && scopes.has(geo["scope"]) ? geo["scope"] : "world";
  return `${(albers ? "usa" : scope).replaceAll(" ", "-")}_${Number(geo["resolution"]) === 50 ? 50 : 110}m`;
}

/** Lists every value under a key `scope` or `geo.scope`, at any depth. */
function scopesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.length > 10_000 ? [] : value.flatMap(scopesIn);
  if (!isAttributes(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    /(^|\.)scope$/.test(key) && typeof member === "string" && scopes.has(member) ? [member] : scopesIn(member),
  );
}

const asObject = (value: unknown): Attributes => (isAttributes(value) ? value : {});
