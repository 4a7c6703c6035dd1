import { DateReader } from "../../src/figure/data/reduce/dates.ts";
import { at, type Attributes, type Drawable, isAttributes, lengthOf, typeOf } from "./attributes.ts";
import { pointLabels } from "./pointLabels.ts";

/** Traces of more points are drawn from few of them. */
export const mostWhole = 20_000;

/**
 * Whether a trace's markers are all alike and hide what is below them, so that those which lie below others need not be
 * drawn: opaque discs without an outline, and nothing beside them. Takes a trace as written or with all its defaults.
 */
export function hasPlainMarkers(trace: Attributes): boolean {
  const marker = isAttributes(trace["marker"]) ? trace["marker"] : {};
  return (
    typeOf(trace) === "scatter" &&
    trace["mode"] === "markers" &&
    (trace["fill"] ?? "none") === "none" &&
    (trace["opacity"] ?? 1) === 1 &&
    (marker["opacity"] ?? 1) === 1 &&
    ["circle", 0, "0"].includes((marker["symbol"] ?? "circle") as string) &&
    isPlainSize(marker["size"]) &&
    isOpaque(marker["color"]) &&
    (at(marker, "line", "width") ?? 0) === 0 &&
    (at(marker, "gradient", "type") ?? "none") === "none" &&
    (marker["maxdisplayed"] ?? 0) === 0 &&
    !["error_x", "error_y"].some((name) => isAttributes(trace[name]) && at(trace, name, "visible") !== false) &&
    perPoint.every((path) => lengthOf(at(trace, ...path)) === 0) &&
    (trace["stackgroup"] ?? "") === ""
  );
}

/** What each marker may have for itself, besides what is looked at above. */
const perPoint = [...pointLabels, ["marker", "angle"]];

/** A colour in whose words there is no way to be transparent. */
export const isOpaque = (color: unknown): boolean =>
  color === undefined ||
  (typeof color === "string" &&
    /^(?:#(?:[\da-f]{3}|[\da-f]{6})|[a-z]+|rgb\([^/]*\))$/i.test(color.trim()) &&
    !/transparent/i.test(color));

/** Pixels across. */
const isPlainSize = (size: unknown): boolean => size === undefined || (typeof size === "number" && size >= 1);

/** Whether a trace as written is sure to be drawn from few of its markers, in a figure whose ground is plain. */
export function isDrawnFromFew(trace: Attributes): boolean {
  const { x, y, selectedpoints } = trace;
  return (
    lengthOf(y) > mostWhole &&
    selectedpoints === undefined &&
    hasPlainMarkers(trace) &&
    areNumbers(y) &&
    (x === undefined || areNumbers(x) || areDates(x)) &&
    !["x0", "dx", "xcalendar", "xperiod", "yperiod"].some((name) => trace[name] !== undefined)
  );
}

/** Whether all axes of a figure are of numbers or dates, and no template or animation says more of its markers. */
export function hasPlainGround({ data, layout, frames }: Pick<Drawable, "data" | "layout" | "frames">): boolean {
  const styles = at(layout, "template", "data", "scatter");
  const isStyled =
    Array.isArray(styles) &&
    styles.some((style) => ["marker", "opacity", "error_x", "error_y"].some((key) => at(style, key) !== undefined));
  const axes = Object.entries(layout).filter(([name]) => /^[xy]axis\d*$/.test(name));
  const arePlain = axes.every(([, axis]) => at(axis, "rangebreaks") === undefined && plainTypes.has(at(axis, "type")));
  // One trace of texts makes its axis one of categories.
  const hasTexts = data.some((trace) => isText(trace["x"]) || isText(trace["y"]));
  return frames.length === 0 && at(layout, "transition") === undefined && !isStyled && arePlain && !hasTexts;
}

const plainTypes: ReadonlySet<unknown> = new Set([undefined, "-", "linear", "log", "date"]);

const isText = (values: unknown): boolean =>
  Array.isArray(values) && values.some((value) => typeof value === "string") && !areDates(values);

const areNumbers = (values: unknown): boolean =>
  ArrayBuffer.isView(values) ||
  (Array.isArray(values) && values.every((value) => typeof value === "number" || value === null));

function areDates(values: unknown): boolean {
  const reader = new DateReader();
  return (
    Array.isArray(values) && values.every((value) => typeof value === "string" && !Number.isNaN(reader.read(value)))
  );
}
