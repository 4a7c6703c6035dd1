import type { NumberArray } from "../../model/dtypes.ts";

/** Numbers as a typed array or a plain list. `NaN` and the infinities are gaps. */
export type Numbers = NumberArray | readonly number[];

/** Where the points of a trace stand along its axis, in ascending order. */
export interface Places {
  readonly length: number;
  at(index: number): number;
  /** The index of the first point at `value` or behind it; `length` where there is none. */
  firstFrom(value: number): number;
}

/** The points of a trace: places that ascend, and a value for each. */
export interface Series {
  readonly x: Places;
  readonly y: Numbers;
}

/** Plotly leaves out whatever is no finite number. */
export const isGap = (value: number): boolean => !Number.isFinite(value);

/** Places that are written one by one. */
export class ListedPlaces implements Places {
  readonly #values: Numbers;
  readonly length: number;

  /** `values` ascend; `ascend` tells whether they do. */
  constructor(values: Numbers, length = values.length) {
    this.#values = values;
    this.length = length;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  firstFrom(value: number): number {
    const values = this.#values;
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (values[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Places of a trace without an x: `start`, `start + step`, … `step` is above 0. */
export class EvenPlaces implements Places {
  readonly #start: number;
  readonly #step: number;
  readonly length: number;

  constructor(length: number, start = 0, step = 1) {
    this.#start = start;
    this.#step = step;
    this.length = length;
  }

  at(index: number): number {
    return this.#start + index * this.#step;
  }

  firstFrom(value: number): number {
    const guess = Math.ceil((value - this.#start) / this.#step);
    let index = Math.max(0, Math.min(this.length, guess));
    // The division is not exact.
    while (index > 0 && this.at(index - 1) >= value) index--;
    while (index < this.length && this.at(index) < value) index++;
    return index;
  }
}

/** As many elements are looked at between two pauses. */
const STRETCH = 1 << 21;

/** Tells, with pauses, whether the first `length` values are all there and ascend. Equal neighbours are right. */
export function* ascend(values: Numbers, length = values.length): Generator<undefined, boolean> {
  let before = -Infinity;
  for (let from = 0; from < length; from += STRETCH) {
    const to = Math.min(length, from + STRETCH);
    for (let index = from; index < to; index++) {
      const value = values[index]!;
      // A gap fails this too.
      if (!(value >= before)) return false;
      before = value;
    }
    if (to < length) yield;
  }
  return before < Infinity && (length === 0 || values[0]! > -Infinity);
}
