// oxlint-disable no-underscore-dangle -- these are the engine's private names
import type { Near } from "../../../src/figure/data/reduce/columnSource.ts";
import type { Pointer, Scale } from "../../../src/figure/data/reduce/nearest.ts";
import type { Axis, DrawnPoint, FullTrace, Subplot } from "./engineModule.ts";

/** A trace of which some points are drawn, and which these are. */
export interface FewPoints {
  /** The points of the trace, drawn or not. */
  readonly length: number;
  readonly drawn: number;
  /** All within so many pixels of a point are equally near to it, in the engine's eyes. */
  readonly radius: number;
  /** In pixels; undefined where there are no markers. */
  readonly markerRadius: number | undefined;
  /** The points for a drawing whose axes may have no range yet, `pixels` of the screen wide. They reach as far as all do. */
  first(axes: Subplot, pixels: number): Chosen;
  /**
   * The points for the axes as they are now, with `fineness` columns for each of their pixels, and `most` of them where each
   * is drawn on its own. Undefined where those that are drawn do.
   */
  refined(axes: Subplot, fineness: number, most: number): Chosen | undefined;
  nearest(xScale: Scale, yScale: Scale, pointer: Pointer): Near | undefined;
}

/** `x[i]` and `y[i]` are those of the point `indices[i]` of the whole. */
export interface Chosen {
  readonly indices: Uint32Array;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export const scaleOf = ({ type, _m: slope, _b: offset }: Axis): Scale => ({ isLog: type === "log", slope, offset });

/** Makes points for plotly.js. */
export function pointsOf({ indices, x, y }: Chosen, trace: FullTrace): DrawnPoint[] {
  const { selectedpoints: given } = trace;
  const selected = Array.isArray(given) ? new Set<unknown>(given) : undefined;
  return Array.from(indices, (i, place) => {
    const [across, value] = [x[place]!, y[place]!];
    const isThere = Number.isFinite(value) && Number.isFinite(across);
    const point = isThere ? { x: across, y: value, i } : { x: undefined, y: undefined, i };
    return selected ? { ...point, selected: selected.has(i) ? 1 : 0 } : point;
  });
}

/** Puts other points in the place of a trace's. What belongs to the whole trace stays with the first. */
export function replacePoints(drawn: DrawnPoint[], points: readonly DrawnPoint[]): void {
  const { t, trace } = drawn[0] ?? {};
  drawn.length = 0;
  for (const point of points) drawn.push(point);
  if (drawn[0]) Object.assign(drawn[0], { ...(t && { t }), ...(trace && { trace }) });
}

/** Has the engine calculate a trace whose points are these. */
export function withPoints(
  { indices, x, y }: Chosen,
  { xaxis, yaxis }: Subplot,
  trace: FullTrace,
  calculate: () => DrawnPoint[],
): DrawnPoint[] {
  const { _length: length } = trace;
  const makers = [xaxis.makeCalcdata, yaxis.makeCalcdata] as const;
  try {
    xaxis.makeCalcdata = () => x;
    yaxis.makeCalcdata = () => y;
    trace._length = indices.length;
    return calculate();
  } finally {
    trace._length = length;
    [xaxis.makeCalcdata, yaxis.makeCalcdata] = makers;
  }
}
