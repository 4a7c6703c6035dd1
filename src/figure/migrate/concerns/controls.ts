import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import type { Changes } from "../draft/changes.ts";
import { itemsOf } from "../draft/draft.ts";
import { mapNameOf, mapTypeOf } from "./maps.ts";

const TITLE_SETTINGS = /(^|\.)title(font|side|position|offset)(?=\.|$)/;

/**
 * Reads what buttons and slider steps write into the figure: paths with dots (`xaxis.title`) and values, which Plotly
 * takes like the figure's own members.
 */
export function readControls(layout: JsonObject, maps: ReadonlyMap<string, string>, changes: Changes): void {
  const controls = [
    ...itemsOf(layout, "updatemenus").flatMap((menu) => itemsOf(menu, "buttons")),
    ...itemsOf(layout, "sliders").flatMap((slider) => itemsOf(slider, "steps")),
  ];
  for (const control of controls) {
    for (const key of ["args", "args2"]) {
      const written = control[key];
      if (Array.isArray(written) && control["method"] !== "animate")
        control[key] = readArguments(written, maps, changes);
    }
  }
}

function readArguments(args: readonly Json[], maps: ReadonlyMap<string, string>, changes: Changes): readonly Json[] {
  const [first, second, ...rest] = args;
  if (typeof first === "string" && second !== undefined) {
    const [path, value] = readSetting(first, second, maps, changes);
    return path === first && value === second ? args : [path, value, ...rest];
  }
  for (const settings of args) if (isContainer(settings)) readSettings(settings, maps, changes);
  return args;
}

function readSettings(settings: JsonObject, maps: ReadonlyMap<string, string>, changes: Changes): void {
  for (const [path, value] of Object.entries(settings)) {
    const [newPath, newValue] = readSetting(path, value, maps, changes);
    if (newPath === path && newValue === value) continue;
    delete settings[path];
    settings[newPath] = newValue;
  }
}

function readSetting(
  path: string,
  value: Json,
  maps: ReadonlyMap<string, string>,
  changes: Changes,
): readonly [path: string, value: Json] {
  let newPath = path
    .replace(TITLE_SETTINGS, "$1title.$2")
    .replace(/^mapbox\d*(?=\.|$)/, (subplot) => mapNameOf(subplot, maps));
  if (/(?:^|\.)title$/.test(newPath) && isText(value)) newPath += ".text";
  const newValue = path === "type" ? readTypes(value) : value;
  if (newPath !== path || newValue !== value) changes.add("control");
  return [newPath, newValue];
}

/** One text, or one for each trace. */
function isText(value: Json): boolean {
  const [text] = Array.isArray(value) ? value : [value];
  return typeof text === "string" || typeof text === "number";
}

function readTypes(value: Json): Json {
  if (!Array.isArray(value)) return modernType(value);
  const types = value.map(modernType);
  return types.some((type, index) => type !== value[index]) ? types : value;
}

function modernType(type: Json): Json {
  if (typeof type !== "string") return type;
  if (type === "heatmapgl") return "heatmap";
  if (type === "contourgl") return "contour";
  return type === "pointcloud" ? "scattergl" : (mapTypeOf(type) ?? type);
}
