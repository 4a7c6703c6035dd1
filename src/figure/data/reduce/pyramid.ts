import { isGap, type Numbers } from "./series.ts";

/** Values in a block of the lowest floor. */
const BLOCK = 256;
/** Blocks of one floor in a block of the next. */
const FACTOR = 16;

/** The lowest and the highest value of a stretch, by index, and whether a gap is among its values. */
export interface Extremes {
  /** -1 where all is gaps. */
  readonly low: number;
  readonly high: number;
  readonly hasGap: boolean;
}

/** One floor of blocks. */
interface Floor {
  /** Values in a block. */
  readonly size: number;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly hasGap: Uint8Array;
}

/**
 * Finds the lowest and the highest of any stretch of values without reading them all: it keeps those of blocks, of blocks
 * of blocks, and so on. It takes 4 % of the memory of 64-bit values. A hundred million values are read once, with pauses, and
 * a stretch of them is answered in microseconds after that.
 */
export class Pyramid {
  readonly #values: Numbers;
  readonly #floors: readonly Floor[];

  private constructor(values: Numbers, floors: readonly Floor[]) {
    this.#values = values;
    this.#floors = floors;
  }

  /** Reads the first `length` values, with a pause after a few milliseconds of work. */
  static *build(values: Numbers, length = values.length): Generator<undefined, Pyramid> {
    const floors: Floor[] = [];
    const pyramid = new Pyramid(values, floors);
    let work = 0;
    for (let size = BLOCK; size * 2 <= length; size *= FACTOR) {
      const count = Math.floor(length / size);
      const floor = {
        size,
        low: new Int32Array(count),
        high: new Int32Array(count),
        hasGap: new Uint8Array(count),
      };
      const perBlock = size === BLOCK ? BLOCK : FACTOR;
      for (let block = 0; block < count; block++) {
        const { low, high, hasGap } = pyramid.extremes(block * size, (block + 1) * size);
        floor.low[block] = low;
        floor.high[block] = high;
        floor.hasGap[block] = hasGap ? 1 : 0;
        work += perBlock;
        if (work > PAUSE) {
          work = 0;
          yield;
        }
      }
      floors.push(floor);
    }
    return pyramid;
  }

  /** The extremes of the values from `from` up to before `to`. Of equal ones the first counts. */
  extremes(from: number, to: number): Extremes {
    const search = new Search(this.#values);
    this.#search(search, this.#floors.length - 1, from, to);
    return search;
  }

  /** Whole blocks are asked of their floor, what is left at both ends of the floor below. */
  #search(search: Search, level: number, from: number, to: number): void {
    const floor = this.#floors[level];
    if (floor === undefined) {
      search.read(from, to);
      return;
    }
    const first = Math.ceil(from / floor.size);
    const last = Math.min(Math.floor(to / floor.size), floor.low.length);
    if (first >= last) {
      this.#search(search, level - 1, from, to);
      return;
    }
    this.#search(search, level - 1, from, first * floor.size);
    for (let block = first; block < last; block++)
      search.take(floor.low[block]!, floor.high[block]!, floor.hasGap[block] === 1);
    this.#search(search, level - 1, last * floor.size, to);
  }
}

/** Values or entries read between two pauses. */
const PAUSE = 1 << 21;

class Search implements Extremes {
  readonly #values: Numbers;
  low = -1;
  high = -1;
  hasGap = false;

  constructor(values: Numbers) {
    this.#values = values;
  }

  read(from: number, to: number): void {
    const values = this.#values;
    let { low, high, hasGap } = this;
    let lowest = low < 0 ? Infinity : values[low]!;
    let highest = high < 0 ? -Infinity : values[high]!;
    for (let index = from; index < to; index++) {
      const value = values[index]!;
      if (isGap(value)) {
        hasGap = true;
        continue;
      }
      if (value < lowest) {
        lowest = value;
        low = index;
      }
      if (value > highest) {
        highest = value;
        high = index;
      }
    }
    this.low = low;
    this.high = high;
    this.hasGap = hasGap;
  }

  take(low: number, high: number, hasGap: boolean): void {
    const values = this.#values;
    this.hasGap ||= hasGap;
    if (low >= 0 && (this.low < 0 || values[low]! < values[this.low]!)) this.low = low;
    if (high >= 0 && (this.high < 0 || values[high]! > values[this.high]!)) this.high = high;
  }
}
