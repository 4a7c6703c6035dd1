import type { ManualRule } from "../manual/manualTable.ts";

/** The kinds of fields that values are changed in. */
export const controls = [
  "switch",
  "choice",
  "flags",
  "number",
  "angle",
  "text",
  "color",
  "colors",
  "colorscale",
  "font",
  "format",
  "spacing",
  "range",
  "tuple",
  "list",
  "data",
  "subplot",
  "value",
] as const;

export type Control = (typeof controls)[number];

/** The field for an attribute, by its name and what it takes. */
export function controlOf(name: string, rule: ManualRule): Control {
  switch (rule.valType) {
    case "boolean":
      return "switch";
    case "enumerated":
      return hasPatterns(rule) ? "subplot" : "choice";
    case "flaglist":
      return "flags";
    case "number":
    case "integer":
      return "number";
    case "angle":
      return "angle";
    case "color":
      return "color";
    case "colorlist":
      return "colors";
    case "colorscale":
      return "colorscale";
    case "data_array":
      return "data";
    case "subplotid":
      return "subplot";
    case "string":
      return name === "family" ? "font" : name.endsWith("format") ? "format" : "text";
    case "info_array":
      return isFixed(rule) ? (name === "range" ? "range" : "tuple") : "list";
    case "any":
      return /^dtick$/.test(name) ? "spacing" : "value";
    default:
      return rule.valType satisfies never;
  }
}

/** Whether an enumerated attribute takes the ids of axes and other subplots, which are as many as the figure has. */
export const hasPatterns = ({ values = [] }: ManualRule): boolean =>
  values.some((value) => typeof value === "string" && value.startsWith("/^"));

/** Whether a list has so many places and no more, each with a rule of its own. */
export const isFixed = ({ items, freeLength, dimensions }: ManualRule): boolean =>
  Array.isArray(items) && freeLength !== true && dimensions !== 2 && dimensions !== "1-2";

/** The unit of a number, where the reference names one. */
export function unitOf(name: string, { description = "", valType, min, max }: ManualRule): string {
  if (valType === "angle" || /\(in degrees\)/i.test(description)) return "°";
  if (/\b(?:in px|\(px\)|pixels)\b/i.test(description) && !/fraction/i.test(description)) return "px";
  if (/milliseconds|\(in ms\)/i.test(description) || /^duration$|delay$/i.test(name)) return "ms";
  return /^(?:size|width)$/.test(name) && min === 0 && max === undefined ? "px" : "";
}
