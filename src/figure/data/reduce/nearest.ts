import { isGap, type Numbers, type Series } from "./series.ts";

/** A straight or logarithmic scale: a number of an axis to pixels. */
export interface Scale {
  readonly isLog: boolean;
  /** Pixels for each unit; below 0 where the axis runs the other way. */
  readonly slope: number;
  readonly offset: number;
}

/** What is pointed at: pixels on the scales, and which distance counts. */
export interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly by: "x" | "y" | "both";
  /** All within so many pixels of a point are equally near to it. */
  readonly radius: number;
  /** Points that are farther away do not count, in pixels. */
  readonly within: number;
}

/**
 * The index of the point next to the pointer; undefined where none is near enough. Of equally near ones the last counts,
 * as in Plotly. Only what is near by its place is looked at.
 */
export function nearest({ x, y }: Series, xScale: Scale, yScale: Scale, pointer: Pointer): number | undefined {
  const [from, to] =
    pointer.by === "y" ? [0, x.length] : reach(xScale, pointer.x, pointer.within).map((value) => x.firstFrom(value));
  return nearestOf((index) => x.at(index), y, [from!, to!], xScale, yScale, pointer);
}

/** The same of points in any order, of which each from `from` up to before `to` is looked at. */
export function nearestOf(
  x: (index: number) => number,
  y: Numbers,
  [from, to]: readonly [from: number, to: number],
  xScale: Scale,
  yScale: Scale,
  pointer: Pointer,
): number | undefined {
  const { by, radius } = pointer;
  const least = radius > 3 ? 1 - 3 / radius : 0;
  // Most points are far off, which their numbers tell sooner than their pixels.
  const [left, right] = by === "y" ? [-Infinity, Infinity] : reach(xScale, pointer.x, pointer.within + radius + 1);
  const [low, high] = by === "x" ? [-Infinity, Infinity] : reach(yScale, pointer.y, pointer.within + radius + 1);
  let best = pointer.within;
  let found: number | undefined;
  for (let index = from; index < to; index++) {
    const value = y[index]!;
    if (!(value >= low && value <= high) || isGap(value)) continue;
    const where = x(index);
    if (!(where >= left && where <= right)) continue;
    const across = by === "y" ? 0 : place(xScale, where) - pointer.x;
    const down = by === "x" ? 0 : place(yScale, value) - pointer.y;
    const distance =
      by === "both" ? Math.max(Math.sqrt(across * across + down * down) - radius, least) : Math.abs(across + down);
    if (!(distance <= best)) continue;
    best = distance;
    found = index;
  }
  return found;
}

/** The pixel at which a number is drawn. Plotly counts in hundredths, so that points that are nearer are equally near. */
export const place = ({ isLog, slope, offset }: Scale, value: number): number =>
  Math.round(((isLog ? Math.log10(value) : value) * slope + offset) * 100) / 100;

/** The numbers of an axis that are within so many pixels of a place on it, up to before the second. */
function reach({ isLog, slope, offset }: Scale, pixel: number, within: number): [number, number] {
  const ends = [pixel - within, pixel + within].map((end) => (end - offset) / slope);
  const [from, to] = [Math.min(...ends), Math.max(...ends)].map((end) => (isLog ? 10 ** end : end));
  return [from!, nextUp(to!)];
}

const nextUp = (value: number): number => value + Math.abs(value) * Number.EPSILON;
