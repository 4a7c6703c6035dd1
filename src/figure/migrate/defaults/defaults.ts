import { isContainer } from "../../model/container.ts";
import { traceTypeOf } from "../../model/trace.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import type { Changes } from "../draft/changes.ts";
import { draftOf, itemsOf, memberOf } from "../draft/draft.ts";

/** The version of Plotly whose defaults apply where the file leaves a value out. */
export type WrittenFor = "newest" | "before-4";

export const writtenFors: readonly WrittenFor[] = ["newest", "before-4"];

const COUNTRY_MAPS = /^(?:choropleth|scattergeo)$/;
const TILE_MAPS = /^(?:choroplethmap|densitymap|scattermap)$/;

/**
 * Writes the values for which Plotly 4 has other defaults than Plotly 1 to 3, where the figure leaves them out, so that
 * it looks as before; docs/plotly-defaults.md lists them. Traces and layout must be up to date. Whatever does not
 * change is returned as it is.
 */
export function pinDefaults(
  data: readonly JsonObject[],
  layout: JsonObject | undefined,
  changes: Changes,
): { readonly data: readonly JsonObject[]; readonly layout: JsonObject | undefined } {
  const template = memberOf(layout, "template");
  const defaults = memberOf(template, "layout");
  const draft: JsonObject = { ...layout };
  const before = changes.total;
  for (const name of subplotsOf(data, COUNTRY_MAPS, "geo", "geo")) keepCountryMap(draft, name, defaults, changes);
  for (const name of subplotsOf(data, TILE_MAPS, "subplot", "map")) keepTileMap(draft, name, defaults, changes);
  for (const key of Object.keys(draft)) {
    if (/^[xy]axis\d*$/.test(key)) keepOwnTicks(draft, key, memberOf(defaults, key.slice(0, 5)), changes);
  }
  const isLayoutChanged = changes.total !== before;
  const traces = data.map((trace) =>
    isContainer(trace) && trace["type"] === "splom" ? keepOwnAxes(trace, template, changes) : trace,
  );
  return {
    data: traces.some((trace, index) => trace !== data[index]) ? traces : data,
    layout: isLayoutChanged ? draft : layout,
  };
}

/** The subplots that traces of these types are drawn in. */
function subplotsOf(data: readonly JsonObject[], types: RegExp, key: string, usual: string): Set<string> {
  const names = new Set<string>();
  for (const trace of data) {
    if (!types.test(traceTypeOf(trace) ?? "")) continue;
    const name = trace[key];
    names.add(typeof name === "string" && name !== `${usual}1` && name.startsWith(usual) ? name : usual);
  }
  return names;
}

/** Plotly 4 fits a map of countries to its data, unless the figure says where to look. */
function keepCountryMap(layout: JsonObject, name: string, defaults: JsonObject | undefined, changes: Changes): void {
  const map = memberOf(layout, name);
  if (isStated("fitbounds", map, memberOf(defaults, "geo"))) return;
  const center = memberOf(map, "center");
  const projection = memberOf(map, "projection");
  if (given(center?.["lon"]) || given(center?.["lat"]) || given(projection?.["scale"])) return;
  layout[name] = { ...map, fitbounds: false };
  changes.add("fitBounds");
}

/** Plotly 4 fits a map of tiles to its data; before, it showed the world from above the Gulf of Guinea. */
function keepTileMap(layout: JsonObject, name: string, defaults: JsonObject | undefined, changes: Changes): void {
  const map = memberOf(layout, name);
  const usual = memberOf(defaults, "map");
  if (["center", "zoom", "fitbounds"].some((key) => isStated(key, map, usual))) return;
  layout[name] = { ...map, center: { lat: 0, lon: 0 }, zoom: 1 };
  changes.add("mapView");
}

/** Plotly 4 puts the ticks of an overlaying axis where those of the axis below are. */
function keepOwnTicks(layout: JsonObject, name: string, usual: JsonObject | undefined, changes: Changes): void {
  const axis = memberOf(layout, name);
  if (axis === undefined || isStated("tickmode", axis, usual)) return;
  const overlaying = axis["overlaying"] ?? usual?.["overlaying"];
  if (typeof overlaying !== "string" || overlaying === "" || overlaying === "free") return;
  if (isStated("dtick", axis, usual) || isStated("tickvals", axis, usual)) return;
  // On categories all ticks are drawn, then and now.
  if (axis["type"] === "category" || axis["type"] === "multicategory") return;
  layout[name] = { ...axis, tickmode: "auto" };
  changes.add("overlayTicks");
}

/** Plotly 4 gives the x axis of a dimension the range of its y axis. */
function keepOwnAxes(trace: JsonObject, template: JsonObject | undefined, changes: Changes): JsonObject {
  const [usual] = itemsOf(memberOf(template, "data"), "splom");
  if (memberOf(memberOf(usual, "dimensiondefaults"), "axis")?.["matches"] !== undefined) return trace;
  const dimensions = itemsOf(trace, "dimensions");
  const open = dimensions.filter((dimension) => memberOf(dimension, "axis")?.["matches"] === undefined);
  if (open.length === 0) return trace;
  changes.add("splomMatches");
  const written: Json = trace["dimensions"] ?? [];
  if (!Array.isArray(written)) return trace;
  return {
    ...trace,
    dimensions: written.map((dimension: Json): Json => {
      if (!isContainer(dimension) || !open.includes(dimension)) return dimension;
      return { ...dimension, axis: { ...draftOf(memberOf(dimension, "axis") ?? {}), matches: false } };
    }),
  };
}

function isStated(key: string, container: JsonObject | undefined, usual: JsonObject | undefined): boolean {
  return given(container?.[key]) || given(usual?.[key]);
}

/** The engine takes null for nothing. */
function given(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}
