import { isContainer } from "../../model/container.ts";
import type { Figure, Json, JsonObject } from "../../model/figure.ts";
import type { Changes } from "../draft/changes.ts";
import { memberOf, rename } from "../draft/draft.ts";
import { numbersOf } from "../draft/points.ts";
import { guessType } from "../transforms/conversion.ts";

/** Trace types that Plotly 1 drew on its first polar chart when they had `r` and `t`. */
const POLAR_TYPES: { readonly [type: string]: string | undefined } = {
  area: "barpolar",
  bar: "barpolar",
  scatter: "scatterpolar",
};

/** The new type of a trace of the old polar chart; undefined for every other trace. */
export function polarTypeOf(trace: JsonObject, type: string | undefined): string | undefined {
  const kind = type ?? "scatter";
  const isOld = kind === "area" || (has(trace, "t") && has(trace, "r"));
  return isOld && Object.hasOwn(POLAR_TYPES, kind) ? POLAR_TYPES[kind] : undefined;
}

/** Whether the figure is an old polar chart. The axes of its layout then belong to that chart. */
export function isOldPolar(figure: Figure): boolean {
  const data: readonly unknown[] = Array.isArray(figure.data) ? figure.data : [];
  return data.some(
    (trace) =>
      isContainer(trace) &&
      polarTypeOf(trace, typeof trace["type"] === "string" ? trace["type"] : undefined) !== undefined,
  );
}

export function readPolarTrace(trace: JsonObject, type: string | undefined, changes: Changes): void {
  const polarType = polarTypeOf(trace, type);
  if (polarType === undefined) return;
  trace["type"] = polarType;
  rename(trace, "t", "theta");
  rename(trace, "tsrc", "thetasrc");
  // The old chart drew lines unless told otherwise.
  if (polarType === "scatterpolar") trace["mode"] ??= "lines";
  else {
    delete trace["mode"];
    const marker = memberOf(trace, "marker");
    if (type === "bar") trace["width"] ??= barWidth(trace, marker?.["barWidth"]);
    for (const key of ["size", "symbol", "barWidth"]) if (marker !== undefined) delete marker[key];
  }
  changes.add("polar");
}

/** A bar of so many pixels, the old chart's usual width, covers so many degrees half way out of a chart of usual size. */
const [BAR_PIXELS, BAR_DEGREES] = [20, 15] as const;

/** Old bars had one width in pixels from the centre outwards; today's are wedges, of degrees or of shares of a category. */
function barWidth({ theta }: JsonObject, written: Json | undefined): number {
  const degrees = BAR_DEGREES * ((typeof written === "number" ? written : BAR_PIXELS) / BAR_PIXELS);
  const places = numbersOf(theta) ?? [];
  const categories = guessType(places) === "category" ? new Set(places).size : 0;
  return categories === 0 ? degrees : Math.round((degrees / 360) * categories * 1000) / 1000;
}

/**
 * Reads the layout of an old polar chart, where degrees run clockwise from the right; today they run counter-clockwise.
 */
export function readPolarLayout(layout: JsonObject, changes: Changes): void {
  const { direction, orientation, radialaxis, angularaxis } = layout;
  for (const key of ["direction", "orientation", "radialaxis", "angularaxis"]) delete layout[key];
  const polar = memberOf(layout, "polar") ?? {};
  layout["polar"] = polar;
  const turn = typeof orientation === "number" ? orientation : 0;
  polar["angularaxis"] ??= {
    ...axisOf(angularaxis),
    direction: direction === "counterclockwise" ? "counterclockwise" : "clockwise",
    rotation: (((-turn % 360) + 360) % 360) + 0,
  };
  const radial = axisOf(radialaxis);
  const angle = isContainer(radialaxis) ? radialaxis["orientation"] : undefined;
  const range = isContainer(radialaxis) ? radialaxis["range"] : undefined;
  // The old axis went up to the right unless told otherwise, its numbers upright.
  radial["angle"] = typeof angle === "number" ? -angle : 45;
  radial["tickangle"] = 0;
  if (Array.isArray(range)) radial["range"] = range;
  polar["radialaxis"] ??= radial;
  // Bars lay over each other, side by side without gaps, unless the layout stacked them.
  polar["barmode"] ??= layout["barmode"] === "stack" ? "stack" : "overlay";
  polar["bargap"] ??= 0;
  const background = layout["plot_bgcolor"];
  if (background !== undefined) polar["bgcolor"] ??= background;
  changes.addOld();
}

/** What both axes kept under the same name, and the lines that were then called `showline`. */
function axisOf(axis: Json | undefined): JsonObject {
  if (!isContainer(axis)) return {};
  const kept: JsonObject = {};
  for (const key of ["showticklabels", "ticklen", "tickcolor", "ticksuffix", "visible", "nticks"]) {
    const value = axis[key];
    if (value !== undefined) kept[key] = value;
  }
  const lines = axis["showline"];
  if (lines !== undefined) [kept["showline"], kept["showgrid"]] = [lines, lines];
  return kept;
}

function has(trace: JsonObject, key: string): boolean {
  return trace[key] !== undefined || trace[`${key}src`] !== undefined;
}
