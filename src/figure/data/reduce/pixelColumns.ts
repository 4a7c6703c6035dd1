import type { Pyramid } from "./pyramid.ts";
import { isGap, type Series } from "./series.ts";

/** The part of an axis that is drawn, and onto how many columns of pixels. */
export interface View {
  /** The ends of the part, the lesser first: in the numbers of the places, or as their logarithms to base 10. */
  readonly from: number;
  readonly to: number;
  /** Columns of pixels between the ends. */
  readonly pixels: number;
  /** The ends are logarithms. */
  readonly isLog: boolean;
}

export interface Chosen {
  /** The points to draw, ascending. */
  readonly indices: Uint32Array;
  /** No point in sight is left out. */
  readonly isExact: boolean;
}

/**
 * Chooses the points of a line that make the same picture as all of them: of each column of pixels the first, the
 * lowest, the highest and the last (M4, Jugel and others 2014). Whatever goes up and down between these runs over the
 * same pixels again. Steps and areas are outlined by the same points.
 *
 * LTTB, of which there is a package (downsample), takes one point for a bucket, so that it cannot keep both ends of a
 * column, and a spike is lost beside a greater one.
 */
export class PixelColumns {
  readonly #series: Series;
  readonly #pyramid: Pyramid;
  readonly #connectsGaps: boolean;
  #chosen: number[] = [];
  /** A gap behind the last chosen point that has to be kept before the next one; -1 for none. */
  #gap = -1;
  #isExact = true;

  /** `connectsGaps`: the line goes on across gaps. */
  constructor(series: Series, pyramid: Pyramid, connectsGaps: boolean) {
    this.#series = series;
    this.#pyramid = pyramid;
    this.#connectsGaps = connectsGaps;
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
    if (count === 0) return { indices: new Uint32Array(), isExact: true };
    const { pixels, isLog } = view;
    const width = view.to - view.from;
    const near = { from: this.#firstFrom(view.from - width, isLog), to: this.#firstFrom(view.to + width, isLog) };
    const first = this.#scaled(isLog ? this.#firstPositive() : 0, isLog);
    const far: Columns = { origin: first, pitch: (this.#scaled(count - 1, isLog) - first) / pixels, isLog };
    this.#keep(0);
    this.#take(far, 1, near.from);
    this.#isExact = true;
    this.#take({ origin: view.from, pitch: width / pixels, isLog }, near.from, near.to);
    const isExact = this.#isExact;
    this.#take(far, near.to, count - 1);
    this.#point(count - 1);
    this.#keep(count - 1);
    return { indices: Uint32Array.from(this.#chosen), isExact };
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
      const outlines = isFirst || index === to || low === lowest || high === highest;
      isFirst = false;
      if (outlines || (index - start > 1 && covered.add(y[low]!, y[high]!))) this.#run(start, low, high, index - 1);
    }
  }

  #run(first: number, low: number, high: number, last: number): void {
    this.#point(first);
    this.#point(Math.min(low, high));
    this.#point(Math.max(low, high));
    this.#point(last);
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

/** Columns of one width, without an end. */
interface Columns {
  readonly origin: number;
  readonly pitch: number;
  readonly isLog: boolean;
}

/** As many points of a column are kept in any case. */
const MOST = 4;

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
