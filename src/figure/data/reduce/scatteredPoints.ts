import type { Near } from "./columnSource.ts";
import { nearestOf, type Pointer, type Scale } from "./nearest.ts";
import type { Numbers } from "./series.ts";

/** The points of a trace in any order, which may be far more than there are places for markers on a screen. */
export class ScatteredPoints {
  readonly x: Numbers;
  readonly y: Numbers;
  readonly length: number;

  constructor(x: Numbers, y: Numbers) {
    this.x = x;
    this.y = y;
    this.length = Math.min(x.length, y.length);
  }

  /**
   * The points that reach farthest along both axes, ascending, with the first and the last. On a logarithmic axis nothing
   * below 0 counts.
   */
  outermost(isLogX: boolean, isLogY: boolean): Uint32Array {
    const ends = [...this.#ends(this.x, isLogX), ...this.#ends(this.y, isLogY), 0, this.length - 1];
    return Uint32Array.from(new Set(ends)).toSorted();
  }

  /** The point that is pointed at. */
  nearest(xScale: Scale, yScale: Scale, pointer: Pointer): Near | undefined {
    const { x, y } = this;
    const index = nearestOf((each) => x[each]!, y, [0, this.length], xScale, yScale, pointer);
    return index === undefined ? undefined : { index, x: x[index]!, y: y[index]! };
  }

  #ends(values: Numbers, isLog: boolean): number[] {
    let [low, high] = [-1, -1];
    let [lowest, highest] = [Infinity, -Infinity];
    for (let index = 0; index < this.length; index++) {
      const value = values[index]!;
      if (isLog && value <= 0) continue;
      if (value < lowest && value > -Infinity) [lowest, low] = [value, index];
      if (value > highest && value < Infinity) [highest, high] = [value, index];
    }
    return [low, high].filter((index) => index >= 0);
  }
}
