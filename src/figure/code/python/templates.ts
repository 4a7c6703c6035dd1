import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";

/**
 * The templates of plotly.py under their names, by what `digest` makes of them, as plotly.py 5.4 and 7.1 write them. A
 * template of another version is written out.
 */
const names: ReadonlyMap<string, string> = new Map([
  ["2b825156365233a0", "ggplot2"],
  ["4b15c08de065472b", "seaborn"],
  ["1fa2d29d57097cfb", "simple_white"],
  ["d3690b251773a1c3", "plotly"],
  ["2e55ed05691bd7cf", "plotly_white"],
  ["d7b65c8b7b5d3a99", "plotly_dark"],
  ["2fc9797bd0401ea5", "presentation"],
  ["097e249dda42de0f", "xgridoff"],
  ["6aa39e7cc2b5db92", "ygridoff"],
  ["fd40930b6e4ed571", "gridon"],
  ["cf66dc7859b5f25a", "none"],
  ["36f27cce0961d8dc", "ggplot2"],
  ["13e1a37cebe3206a", "seaborn"],
  ["33f705badf9e3c04", "simple_white"],
  ["972685379a5c3ce5", "plotly"],
  ["bc6416bbecbb21f5", "plotly_white"],
]);

/** What versions have differently of old and new maps and of traces that are gone, by what `digest` makes of it. */
const asEver: ReadonlySet<string> = new Set([
  "733d93d6ed2d0b04",
  "605cb61e43a689c4",
  "1f3b030f68bb1969",
  "e7a7e59e465cb85c",
  "56c248b3bbc2a435",
  "70e0b71c4367f342",
  "8749cd166c8d01e4",
  "64757f2f9c8b53cd",
  "078d5c781eaf3a6a",
  "e423de6e8ab9db10",
  "63d4969eaf75f39c",
  "153ae79853b0a822",
  "1559e9dd650ce113",
  "e0e5c218ccbf262a",
]);
const changing = /^(?:mapbox|map|heatmapgl|pointcloud|(?:scatter|density|choropleth)map(?:box)?)$/;

/** The name that plotly.py has for a template; undefined for one of somebody's own. */
export function templateName(template: Json): string | undefined {
  return isContainer(template) ? names.get(digest(lasting(template))) : undefined;
}

/** The template without what only some versions have. */
export function lasting(template: JsonObject): JsonObject {
  const part = (value: Json | undefined): Json =>
    isContainer(value)
      ? Object.fromEntries(
          Object.entries(value).filter(([key, one]) => !changing.test(key) || !asEver.has(digest(one))),
        )
      : (value ?? null);
  const { data, layout, ...rest } = template;
  return { ...rest, data: part(data), layout: part(layout) };
}

/** A short number for a value, the same for each order of its members. */
export function digest(value: Json): string {
  const text = JSON.stringify(value, (_, member: unknown) =>
    isContainer(member) ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
  // FNV-1a, twice with other beginnings: 64 bits, where 20 templates are told apart.
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return [low, high].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}
