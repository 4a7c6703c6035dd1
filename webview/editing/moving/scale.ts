// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import type { Json } from "../../../src/figure/model/figure.ts";
import { axisOf, type FullAxis, type FullLayout } from "./plotted.ts";
import { roundestTime, shortestNumber } from "./shortest.ts";

export type Letter = "x" | "y";

/** One direction of the drawing, measured as a part of the figure measures it. */
export interface Scale {
  /** In pixels of the drawing, from its left or upper edge. */
  toPixel(value: unknown): number;
  /** The shortest value that a person sees at this pixel. */
  toValue(pixel: number): Json;
}

/**
 * The scale that a reference such as `paper`, `container`, `x2` or `y domain` means. Shapes say values of a logarithmic
 * axis as data does (`as` is "data"), all others its powers of ten ("range"). Undefined where there is no such axis.
 */
export function scaleOf(layout: FullLayout, ref: unknown, letter: Letter, as: "data" | "range"): Scale | undefined {
  if (typeof ref !== "string") return undefined;
  const { l, t, w, h } = layout._size;
  if (ref === "paper") return letter === "x" ? share(l, w) : share(t + h, -h);
  if (ref === "container") return letter === "x" ? share(0, layout.width) : share(layout.height, -layout.height);
  const axis = axisOf(layout, ref);
  if (axis === undefined) return undefined;
  const { _offset: offset, _length: length } = axis;
  if (ref.endsWith(" domain")) return letter === "x" ? share(offset, length) : share(offset + length, -length);
  return alongAxis(axis, as === "data" && axis.type === "log");
}

/** From 0 to 1 over `length` pixels, which are counted backwards where it is negative. */
function share(from: number, length: number): Scale {
  const toPixel = (value: unknown): number => from + Number(value) * length;
  return {
    toPixel,
    toValue: (pixel) => shortestNumber((pixel - from) / length, isSeenAt(pixel, toPixel)),
  };
}

function alongAxis(axis: FullAxis, isLogData: boolean): Scale {
  const toLinear = (value: unknown): number => {
    const text = typeof value === "string" ? value.replace("_", " ") : value;
    return axis.r2l(isLogData ? axis.d2r(text, true) : text);
  };
  const toPixel = (value: unknown): number => axis._offset + axis.l2p(toLinear(value));
  const ofLinear = (linear: number): number => axis._offset + axis.l2p(linear);
  return {
    toPixel,
    toValue: (pixel) => {
      const linear = axis.p2l(pixel - axis._offset);
      if (axis.type === "date") return String(axis.l2r(roundestTime(linear, isSeenAt(pixel, ofLinear))));
      if (isLogData) return shortestNumber(10 ** linear, isSeenAt(pixel, toPixel));
      return shortestNumber(linear, isSeenAt(pixel, ofLinear));
    },
  };
}

/** Half a pixel is what nobody sees. */
const isSeenAt =
  (pixel: number, toPixel: (value: number) => number) =>
  (candidate: number): boolean =>
    Math.abs(toPixel(candidate) - pixel) <= 0.5;

/** The value that is so many pixels from `value`. */
export const shifted = (scale: Scale, value: unknown, pixels: number): Json =>
  scale.toValue(scale.toPixel(value) + pixels);
