import { place, type Scale } from "./nearest.ts";
import type { Numbers } from "./series.ts";

/** Markers of one form that hide what is below them: discs of one radius. */
export interface Markers {
  readonly x: Numbers;
  readonly y: Numbers;
  readonly length: number;
  /** In pixels. */
  readonly radius: number;
}

/** Where they are drawn, in pixels. */
export interface Ground {
  readonly xScale: Scale;
  readonly yScale: Scale;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Cells for each pixel along an axis. Below 1 the picture is that of larger cells. */
  readonly fineness: number;
}

/**
 * Chooses of many equal discs those without which a cell of the ground would not be covered, ascending. What they leave
 * out lies below them. Looks at each marker once or twice: a million take some tens of milliseconds.
 */
export function visibleMarkers(markers: Markers, ground: Ground): Uint32Array {
  const cover = new CoveredCells(ground, markers.radius);
  const { x, y, length } = markers;
  const { xScale, yScale } = ground;
  const chosen: number[] = [];
  for (let index = 0; index < length; index++)
    if (cover.takeApart(place(xScale, x[index]!), place(yScale, y[index]!))) chosen.push(index);
  cover.lookAgain();
  for (let index = 0; index < length; index++)
    if (cover.takeMissing(place(xScale, x[index]!), place(yScale, y[index]!))) chosen.push(index);
  return Uint32Array.from(chosen).toSorted();
}

/** The pixels at the edge of a disc that it tints rather than covers. Two edges side by side let the ground show through. */
const rim = 0.35;

/** The cells of a ground, and which of them are covered. Half a cell is as near as a marker's place is told. */
class CoveredCells {
  readonly #fineness: number;
  readonly #left: number;
  readonly #top: number;
  readonly #margin: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #covered: Uint8Array;
  /** Half cells at which a marker was looked at already. */
  readonly #seen: Uint8Array;
  /** For each half of a cell that a disc's middle may be in, across and down, the steps to the cells that it covers. */
  readonly #discs: readonly Int32Array[];

  constructor({ left, top, width, height, fineness }: Ground, radius: number) {
    const inCells = Math.max((radius - rim) * fineness, 0.75);
    this.#margin = Math.ceil(inCells) + 1;
    this.#fineness = fineness;
    this.#left = left;
    this.#top = top;
    this.#columns = Math.ceil(width * fineness) + 4 * this.#margin;
    this.#rows = Math.ceil(height * fineness) + 4 * this.#margin;
    this.#covered = new Uint8Array(this.#columns * this.#rows);
    this.#seen = new Uint8Array(this.#columns * this.#rows * 4);
    const halves = [0.25, 0.75];
    this.#discs = halves.flatMap((down) => halves.map((across) => this.#disc(inCells, across, down)));
  }

  lookAgain(): void {
    this.#seen.fill(0);
  }

  /** Covers what a disc covers, unless its middle is covered already. Tells whether it did. */
  takeApart(x: number, y: number): boolean {
    const half = this.#look(x, y);
    if (half < 0 || this.#covered[this.#cellOf(half)] === 1) return false;
    this.#cover(half);
    return true;
  }

  /** Covers what a disc covers, where that is more than is covered already. Tells whether it is. */
  takeMissing(x: number, y: number): boolean {
    const half = this.#look(x, y);
    if (half < 0) return false;
    const cell = this.#cellOf(half);
    for (const step of this.#discOf(half)) {
      if (this.#covered[cell + step] === 1) continue;
      this.#cover(half);
      return true;
    }
    return false;
  }

  /** The number of the half cell that is looked at now; -1 where it was before, or nothing is seen of the disc. */
  #look(x: number, y: number): number {
    const across = Math.floor(((x - this.#left) * this.#fineness + 2 * this.#margin) * 2);
    const down = Math.floor(((y - this.#top) * this.#fineness + 2 * this.#margin) * 2);
    const edge = this.#margin * 2;
    // A gap fails this too.
    if (!(across >= edge && down >= edge && across < this.#columns * 2 - edge && down < this.#rows * 2 - edge))
      return -1;
    const half = down * this.#columns * 2 + across;
    if (this.#seen[half] === 1) return -1;
    this.#seen[half] = 1;
    return half;
  }

  #cellOf(half: number): number {
    const width = this.#columns * 2;
    return (Math.floor(half / width) >> 1) * this.#columns + ((half % width) >> 1);
  }

  #discOf(half: number): Int32Array {
    const width = this.#columns * 2;
    return this.#discs[(Math.floor(half / width) & 1) * 2 + (half & 1)]!;
  }

  #cover(half: number): void {
    const cell = this.#cellOf(half);
    for (const step of this.#discOf(half)) this.#covered[cell + step] = 1;
  }

  /** The steps from a cell to those whose middles a disc around a place in it covers. */
  #disc(radius: number, across: number, down: number): Int32Array {
    const steps: number[] = [];
    for (let row = -this.#margin; row <= this.#margin; row++)
      for (let column = -this.#margin; column <= this.#margin; column++)
        if ((column + 0.5 - across) ** 2 + (row + 0.5 - down) ** 2 <= radius ** 2)
          steps.push(row * this.#columns + column);
    return Int32Array.from(steps);
  }
}
