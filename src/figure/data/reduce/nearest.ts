import { isGap, type Series } from "./series.ts";

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
  /** Points that are farther away do not count, in pixels. */
  readonly within: number;
}

/**
 * The index of the point next to the pointer; undefined where none is near enough. Of equally near ones the last counts,
 * as in Plotly, and all within half a pixel are equally near to it. Only what is near by its place is looked at.
 */
export function nearest({ x, y }: Series, xScale: Scale, yScale: Scale, pointer: Pointer): number | undefined {
  const { by } = pointer;
  let best = pointer.within;
  let found: number | undefined;
  const [from, to] = by === "y" ? [0, x.length] : reach(xScale, pointer.x, pointer.within).map((v) => x.firstFrom(v));
  for (let index = from!; index < to!; index++) {
    const value = y[index]!;
    if (isGap(value)) continue;
    const across = by === "y" ? 0 : pixel(xScale, x.at(index)) - pointer.x;
    const down = by === "x" ? 0 : pixel(yScale, value) - pointer.y;
    const distance =
      by === "both" ? Math.max(Math.sqrt(across * across + down * down) - 0.5, 0) : Math.abs(across + down);
    if (!(distance <= best)) continue;
    best = distance;
    found = index;
  }
  return found;
}

/** Plotly too counts in hundredths of a pixel, so that points that are nearer to each other are equally near. */
const pixel = ({ isLog, slope, offset }: Scale, value: number): number =>
  Math.round(((isLog ? Math.log10(value) : value) * slope + offset) * 100) / 100;

/** The numbers of an axis that are within so many pixels of a place on it, up to before the second. */
function reach({ isLog, slope, offset }: Scale, place: number, within: number): [number, number] {
  const ends = [place - within, place + within].map((end) => (end - offset) / slope);
  const [from, to] = [Math.min(...ends), Math.max(...ends)].map((end) => (isLog ? 10 ** end : end));
  return [from!, nextUp(to!)];
}

const nextUp = (value: number): number => value + Math.abs(value) * Number.EPSILON;
