// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import { isAttributes } from "../../reading/attributes.ts";
import { axisOf, type FullAxis, type FullLayout, isAxis } from "../moving/plotted.ts";

/** A place on a drawing, as annotations and shapes name it. */
export interface Place {
  /** `"x2"`, or `"paper"` where no axis is there. */
  readonly xref: string;
  readonly yref: string;
  /** Numbers, dates or names of the axis; parts of the plot area from its lower left corner where it is the paper. */
  readonly x: string | number;
  readonly y: string | number;
}

interface Subplot {
  readonly xaxis: FullAxis;
  readonly yaxis: FullAxis;
}

/** The place at a pixel of the drawing, from its upper left corner: that of the axes there, or of the paper. */
export function placeAt(full: FullLayout, left: number, top: number): Place {
  const found = subplots(full).find(({ xaxis, yaxis }) => isWithin(xaxis, left) && isWithin(yaxis, top));
  if (found === undefined) return onPaper(full, left, top);
  const { xaxis, yaxis } = found;
  return { xref: xaxis._id, yref: yaxis._id, x: valueAt(xaxis, left), y: valueAt(yaxis, top) };
}

/** How much of a reference's numbers is one pixel: `"x2"`, `"y domain"`, `"paper"`. 0 where that is not known. */
export function pixelOf(full: FullLayout, ref: unknown): number {
  const { w, h } = full._size;
  const name = typeof ref === "string" ? ref : "";
  if (!/^[xy]\d*(?: domain)?$/.test(name)) return 1 / Math.max(w, h);
  const axis = axisOf(full, name);
  if (axis === undefined) return 0;
  if (name.endsWith(" domain")) return 1 / axis._length;
  const [from, to] = [axis.p2d(0), axis.p2d(1)];
  return typeof from === "number" && typeof to === "number" ? Math.abs(to - from) : 0;
}

/** Rounds to what one pixel can tell, so that no file gets digits that nobody meant. */
export function rounded(value: number, perPixel: number): number {
  const step = Math.abs(perPixel);
  if (!Number.isFinite(value) || !(step > 0)) return value;
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-6));
  if (digits <= 15) return Number(value.toFixed(digits));
  return Number(value.toPrecision(15));
}

function onPaper(full: FullLayout, left: number, top: number): Place {
  const { l, t, w, h } = full._size;
  return {
    xref: "paper",
    yref: "paper",
    x: rounded((left - l) / w, 1 / w),
    y: rounded(1 - (top - t) / h, 1 / h),
  };
}

const isWithin = ({ _offset, _length }: FullAxis, pixel: number): boolean =>
  pixel >= _offset && pixel <= _offset + _length;

function valueAt(axis: FullAxis, pixel: number): string | number {
  const at = pixel - axis._offset;
  const value = axis.p2d(at);
  if (typeof value === "number") {
    const next = axis.p2d(at + 1);
    return typeof next === "number" ? rounded(value, next - value) : value;
  }
  return typeof value === "string" ? shortDate(value, axis, at) : String(value);
}

/** "2024-03-01 07:12:33.1234" says more than a pixel of a year can: no time where a pixel is more than an hour. */
function shortDate(value: string, axis: FullAxis, at: number): string {
  if (axis.type !== "date") return value;
  const next = axis.p2d(at + 1);
  const perPixel = typeof next === "string" ? Math.abs(Date.parse(utc(next)) - Date.parse(utc(value))) : 0;
  if (!(perPixel > 0)) return value;
  if (perPixel >= 3_600_000) return value.slice(0, 10);
  return perPixel >= 60_000 ? value.slice(0, 16) : perPixel >= 1000 ? value.slice(0, 19) : value;
}

const utc = (date: string): string => `${date.replace(" ", "T")}${date.includes(" ") ? "Z" : ""}`;

function subplots(full: FullLayout): Subplot[] {
  const plots = full["_plots"];
  return isAttributes(plots) ? Object.values(plots).filter(isCartesian) : [];
}

const isCartesian = (plot: unknown): plot is Subplot =>
  isAttributes(plot) && isAxis(plot["xaxis"]) && isAxis(plot["yaxis"]);
