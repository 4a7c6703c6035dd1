import type { Scale } from "./nearest.ts";
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
 * out lies below them. Looks at each marker once, and of those at one place again at the first.
 */
export function visibleMarkers(markers: Markers, ground: Ground): Uint32Array {
  const cover = new CoveredCells(ground, markers.radius);
  const { x, y, length } = markers;
  const [across, down] = [cover.across(ground), cover.down(ground)];
  const chosen: number[] = [];
  const left: number[] = [];
  const leftHalves: number[] = [];
  for (let index = 0; index < length; index++) {
    const [u, v] = [x[index]!, y[index]!];
    const half = cover.look(
      (across.isLog ? Math.log10(u) : u) * across.slope + across.offset,
      (down.isLog ? Math.log10(v) : v) * down.slope + down.offset,
    );
    if (half < 0) continue;
    if (cover.takeApart(half)) chosen.push(index);
    else {
      left.push(index);
      leftHalves.push(half);
    }
  }
  for (let at = 0; at < left.length; at++) if (cover.takeMissing(leftHalves[at]!)) chosen.push(left[at]!);
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

  /** From numbers of the axis to half cells. */
  across({ xScale: { isLog, slope, offset } }: Ground): Scale {
    return this.#halves(isLog, slope, offset - this.#left);
  }

  down({ yScale: { isLog, slope, offset } }: Ground): Scale {
    return this.#halves(isLog, slope, offset - this.#top);
  }

  #halves(isLog: boolean, slope: number, offset: number): Scale {
    const each = this.#fineness * 2;
    return { isLog, slope: slope * each, offset: offset * each + this.#margin * 4 };
  }

  /** Covers what a disc covers, unless its middle is covered already. Tells whether it did. */
  takeApart(half: number): boolean {
    if (this.#covered[this.#cellOf(half)] === 1) return false;
    this.#cover(half);
    return true;
  }

  /** Covers what a disc covers, where that is more than is covered already. Tells whether it is. */
  takeMissing(half: number): boolean {
    const cell = this.#cellOf(half);
    for (const step of this.#discOf(half)) {
      if (this.#covered[cell + step] === 1) continue;
      this.#cover(half);
      return true;
    }
    return false;
  }

  /** The number of the half cell at a place; -1 where it was looked at before, or nothing is seen of a disc there. */
  look(acrossHalves: number, downHalves: number): number {
    const [across, down] = [Math.floor(acrossHalves), Math.floor(downHalves)];
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
