/** Dimensions that are told; the data of images has three, and no data has more. */
const MOST_DIMENSIONS = 3;

/** The arrays at this depth differ in length. */
export const RAGGED = -1;

/** There is no array at this depth. */
export const NONE = -2;

/** The contents of a part of an array. Depths count from that array. */
export interface Run {
  readonly kinds: number;
  /** Bits of the depths at which elements are that are no arrays, 3 for all below. */
  readonly leaves: number;
  readonly nesting: number;
  /** The length of each array in the array, and of each in those; `RAGGED` where they differ, `NONE` without any. */
  readonly second: number;
  readonly third: number;
}

/** Gathers what an array and the arrays in it contain while they are skipped. Objects are not looked into. */
export class Content {
  /** Bits of the elements that are no arrays, however deep they stand: see `elementBits`. */
  kinds = 0;
  /** 1 for a list, 2 for a list of lists, and so on. */
  nesting = 1;
  /** The length of each array in the array, and of each in those. */
  #second = NONE;
  #third = NONE;
  /** Bits of the depths at which elements are that are no arrays. */
  #leaves = 0;

  reset(): void {
    this.kinds = 0;
    this.nesting = 1;
    this.#second = this.#third = NONE;
    this.#leaves = 0;
  }

  copy(other: Content): void {
    this.kinds = other.kinds;
    this.nesting = other.nesting;
    this.#second = other.#second;
    this.#third = other.#third;
    this.#leaves = other.#leaves;
  }

  clone(): Content {
    const content = new Content();
    content.copy(this);
    return content;
  }

  /** Elements of such kinds, no arrays, stand in an array `depth` below the outermost one, which is 0. */
  elements(depth: number, kinds: number): void {
    this.kinds |= kinds;
    this.#leaves |= 1 << Math.min(depth, MOST_DIMENSIONS);
  }

  /** An array that stands `depth` below the outermost one has so many elements. */
  array(depth: number, length: number): void {
    if (depth >= this.nesting) this.nesting = depth + 1;
    if (depth === 1) this.#second = together(this.#second, length);
    else if (depth === 2) this.#third = together(this.#third, length);
  }

  /** The same of all that stands `depth` below the outermost array up to some place; `Skipper` has it. */
  run(depth: number, { kinds, leaves, nesting, second, third }: Run): void {
    this.kinds |= kinds;
    for (let below = 0; below <= MOST_DIMENSIONS; below++)
      if (((leaves >> below) & 1) !== 0) this.elements(depth + below, 0);
    if (depth + nesting > this.nesting) this.nesting = depth + nesting;
    if (second !== NONE) this.array(depth + 1, second);
    if (third !== NONE) this.array(depth + 2, third);
  }

  /** The length of each dimension where the outermost array has `length` elements; undefined where there is no such. */
  shape(length: number): number[] | undefined {
    const { nesting } = this;
    // Elements that are no arrays stand in the innermost arrays alone.
    if (nesting > MOST_DIMENSIONS || (this.#leaves & ~(1 << (nesting - 1))) !== 0) return undefined;
    const shape = [length, this.#second, this.#third].slice(0, nesting);
    return shape.includes(RAGGED) ? undefined : shape;
  }
}

function together(known: number, length: number): number {
  return known === NONE || known === length ? length : RAGGED;
}
