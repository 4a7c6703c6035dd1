import type { Pyramid } from "./pyramid.ts";
import { isGap, type Series } from "./series.ts";

/** The part of an axis that is drawn, and onto how many columns of pixels. */
export interface View {
  /**
   * The ends of the part, the lesser first: in the numbers of the places, or as their logarithms to base 10. Undefined for
   * all there is.
   */
  readonly range: Range | undefined;
  /** Columns of pixels between the ends. */
  readonly pixels: number;
  /** The axis is logarithmic. */
  readonly isLog: boolean;
  /** The axis of the values is logarithmic, so that what is not above 0 has no place on it. */
  readonly isLogValue: boolean;
  /** The line goes on across gaps. */
  readonly connectsGaps: boolean;
}

export type Range = readonly [from: number, to: number];

export interface Chosen {
  /** The points to draw, ascending. */
  readonly indices: Uint32Array;
  /** No point in sight is left out. */
  readonly isExact: boolean;
  /** The range that they were chosen for. */
  readonly range: Range;
}

/**
 * Chooses the points of a line that make the same picture as all of them: of each column of pixels the first, the
 * lowest, the highest and the last (M4, Jugel and others 2014). Whatever goes up and down between these runs over the
 * same pixels again. Steps and areas are outlined by the same points.
 *
 * It takes the place of LTTB, of which there is a package (downsample): as many points of that differ from the whole in
 * twice as many pixels, it knows no gaps, and it has to read all points for each view.
 */
export class PixelColumns {
  readonly #series: Series;
  readonly #pyramid: Pyramid;
  #connectsGaps = false;
  /** The lowest point that has a place on a logarithmic axis, where lower ones hide it; -1 for none. */
  #leastPositive: number | undefined;
  /** A point to keep besides; -1 for none. */
  #extra = -1;
  #chosen: number[] = [];
  /** A gap behind the last chosen point that has to be kept before the next one; -1 for none. */
  #gap = -1;
  #isExact = true;

  constructor(series: Series, pyramid: Pyramid) {
    this.#series = series;
    this.#pyramid = pyramid;
  }

  /**
   * The points to draw, ascending: all that the view needs, with as much again at both sides for a hand that moves it,
   * and the rest as the whole axis would need it. The first and the last point of all are among them.
   */
  choose(view: View): Chosen {
    const { x } = this.#series;
    const count = x.length;
    this.#chosen = [];
    this.#gap = -1;
    this.#isExact = true;
    this.#connectsGaps = view.connectsGaps;
    this.#extra = view.isLogValue ? (this.#leastPositive ??= leastPositive(this.#series)) : -1;
    if (count === 0) return { indices: new Uint32Array(), isExact: true, range: view.range ?? [0, 0] };
    const { pixels, isLog } = view;
    const ends = [isLog ? this.#firstPositive() : 0, count - 1].map((index) => this.#scaled(index, isLog));
    const [first, last] = ends as [number, number];
    const range = view.range ?? [first, last];
    const width = range[1] - range[0];
    const near = { from: this.#firstFrom(range[0] - width, isLog), to: this.#firstFrom(range[1] + width, isLog) };
    const far: Columns = { origin: first, pitch: (last - first) / pixels, isLog };
    this.#keep(0);
    this.#take(far, 1, near.from);
    this.#isExact = true;
    this.#take({ origin: range[0], pitch: width / pixels, isLog }, near.from, near.to);
    const isExact = this.#isExact;
    this.#take(far, near.to, count - 1);
    this.#point(count - 1);
    this.#keep(count - 1);
    return { indices: Uint32Array.from(this.#chosen), isExact, range };
  }

  #firstFrom(place: number, isLog: boolean): number {
    return this.#series.x.firstFrom(isLog ? 10 ** place : place);
  }

  #firstPositive(): number {
    const { x } = this.#series;
    return Math.min(x.firstFrom(Number.MIN_VALUE), x.length - 1);
  }

  /** What is not above 0 has no place on a logarithmic axis. Plotly draws it far to the left. */
  #scaled(index: number, isLog: boolean): number {
    const place = this.#series.x.at(index);
    return isLog ? (place > 0 ? Math.log10(place) : -Infinity) : place;
  }

  /** Goes through the columns in which there are points from `from` up to before `to`. */
  #take({ origin, pitch, isLog }: Columns, from: number, to: number): void {
    for (let index = from; index < to;) {
      const column = Math.floor((this.#scaled(index, isLog) - origin) / pitch);
      const isPlaced = Number.isFinite(column);
      const end = isPlaced ? this.#firstFrom(origin + (column + 1) * pitch, isLog) : isLog ? this.#firstPositive() : to;
      const next = Math.min(to, Math.max(index + 1, end));
      this.#column(index, next);
      index = next;
    }
  }

  #column(from: number, to: number): void {
    if (to - from <= MOST) {
      for (let index = from; index < to; index++) this.#point(index);
      return;
    }
    this.#isExact = false;
    const { low, high, hasGap } = this.#pyramid.extremes(from, to);
    if (!hasGap) this.#run(from, low, high, to - 1);
    else if (low < 0) this.#point(from);
    else if (this.#connectsGaps) this.#run(this.#there(from, 1), low, high, this.#there(to - 1, -1));
    else this.#runs(from, to, low, high);
  }

  /** The next index from here, in this direction, at which there is a value. */
  #there(from: number, step: 1 | -1): number {
    let index = from;
    while (isGap(this.#series.y[index]!)) index += step;
    return index;
  }

  /**
   * Takes a column in which the line is broken. A run within it is seen as the height that it covers, so that one that
   * others cover already is left out. A point between two gaps is not drawn at all. An area goes on across gaps, so that
   * the runs that outline it are kept.
   */
  #runs(from: number, to: number, lowest: number, highest: number): void {
    const { y } = this.#series;
    const covered = new Cover();
    let isFirst = true;
    for (let index = from; index < to;) {
      if (isGap(y[index]!)) {
        this.#point(index++);
        continue;
      }
      const start = index;
      let [low, high] = [index, index];
      for (; index < to && !isGap(y[index]!); index++) {
        if (y[index]! < y[low]!) low = index;
        if (y[index]! > y[high]!) high = index;
      }
      const hasExtra = this.#extra >= start && this.#extra < index;
      const outlines = isFirst || index === to || low === lowest || high === highest || hasExtra;
      isFirst = false;
      if (outlines || (index - start > 1 && covered.add(y[low]!, y[high]!))) this.#run(start, low, high, index - 1);
    }
  }

  /** Takes the outline of points that no gap divides. A peak of one point keeps its foot, so that it stays as thin as it is. */
  #run(first: number, low: number, high: number, last: number): void {
    const { y } = this.#series;
    const half = (y[high]! - y[low]!) / 2;
    const kept = [first, low, high, last];
    for (const peak of [low, high])
      for (const foot of [peak - 1, peak + 1])
        if (foot > first && foot < last && Math.abs(y[foot]! - y[peak]!) > half) kept.push(foot);
    if (this.#extra > first && this.#extra < last) kept.push(this.#extra);
    for (const index of kept.toSorted((a, b) => a - b)) this.#point(index);
  }

  /** Keeps a point that is there. Of gaps in a row the last is kept, and none where no point follows. */
  #point(index: number): void {
    if (isGap(this.#series.y[index]!)) {
      if (!this.#connectsGaps) this.#gap = index;
      return;
    }
    if (this.#gap >= 0) this.#keep(this.#gap);
    this.#gap = -1;
    this.#keep(index);
  }

  #keep(index: number): void {
    if (index > (this.#chosen.at(-1) ?? -1)) this.#chosen.push(index);
  }
}

/** The index of the least value above 0, where others are not above it; -1 where none is, or all are. */
function leastPositive({ x, y }: Series): number {
  let [found, hides] = [-1, false];
  for (let index = 0; index < x.length; index++) {
    const value = y[index]!;
    if (value <= 0) hides = true;
    else if (value < (found < 0 ? Infinity : y[found]!)) found = index;
  }
  return hides ? found : -1;
}

/** Columns of one width, without an end. */
interface Columns {
  readonly origin: number;
  readonly pitch: number;
  readonly isLog: boolean;
}

/** As many points of a column are kept in any case: no more than are chosen of many. */
const MOST = 8;

/** Heights that are covered by what is drawn already. */
class Cover {
  #parts: (readonly [low: number, high: number])[] = [];

  /** Returns false where all of this height is covered. */
  add(low: number, high: number): boolean {
    const { touching = [], apart = [] } = Object.groupBy(this.#parts, ([from, to]) =>
      from <= high && to >= low ? "touching" : "apart",
    );
    if (touching.some(([from, to]) => from <= low && to >= high)) return false;
    const ends = touching.flat();
    this.#parts = [...apart, [Math.min(low, ...ends), Math.max(high, ...ends)]];
    return true;
  }
}
