import type { ColumnSource, Near, Viewed } from "../../src/figure/data/reduce/columnSource.ts";
import { nearest, type Pointer, type Scale } from "../../src/figure/data/reduce/nearest.ts";
import type { Range, View } from "../../src/figure/data/reduce/pixelColumns.ts";
import { ListedPlaces, type Series } from "../../src/figure/data/reduce/series.ts";
import type { LinePoints } from "../../src/protocol.ts";

/** Whom the page asks for what it has not. */
export interface LineAsker {
  /** Rejects where there is no such line any more. */
  view(line: number, view: View): Promise<LinePoints>;
  /** The point of all next to the pointer. Rejects where there is no such line any more. */
  nearest(line: number, x: Scale, y: Scale, pointer: Pointer): Promise<Near | undefined>;
  /** Called when `nearest` of the last pointer answers otherwise than it did. */
  pointAgain(): void;
  /** Resolves when all points of the line have come and taken the place of this. */
  whole(line: number): Promise<void>;
}

/** Views that are kept. */
const MOST_KEPT = 6;

interface Kept extends Viewed {
  readonly view: View;
}

/** A line of which some points are here, and others where the figure was read. They are asked for when they are needed. */
export class PartialLine implements ColumnSource {
  readonly length: number;
  readonly hasGaps: boolean;
  /** The trace has no x. */
  readonly isNumbered: boolean;
  readonly #id: number;
  readonly #asker: LineAsker;
  /** The newest last. The first is of all points. */
  #kept: readonly Kept[];
  #asking: { readonly view: View; readonly answer: Promise<void> } | undefined;
  #whole: Promise<void> | undefined;
  /** What the last view answered. */
  #shown: Kept;
  /** What was pointed at last, and what of that the host has answered. */
  #pointed = "";
  #isPointing = false;
  #answered: { readonly key: string; readonly near: Near | undefined } | undefined;

  constructor(id: number, length: number, hasGaps: boolean, points: LinePoints, asker: LineAsker) {
    this.#id = id;
    this.length = length;
    this.hasGaps = hasGaps;
    this.isNumbered = points.x === undefined;
    this.#asker = asker;
    this.#shown = keptOf(points);
    this.#kept = [this.#shown];
  }

  view(view: View): Viewed {
    const fitting = this.#kept.filter(({ view: other }) => isAlike(other, view));
    const best = fitting.toSorted((one, other) => fitness(other, view) - fitness(one, view))[0] ?? this.#kept[0]!;
    this.#shown = best;
    return isEnough(best, view) ? best : { ...best, later: this.#ask(view) };
  }

  /** Of the points that are shown, until the answer is there: which of all it is. */
  nearest(xScale: Scale, yScale: Scale, pointer: Pointer): Near | undefined {
    const pointed: Pointed = { xScale, yScale, pointer };
    const key = JSON.stringify(pointed);
    if (this.#answered?.key === key) return this.#answered.near;
    const near = nearestOf(this.#shown, pointed);
    if (!Number.isFinite(pointer.within) || isExactAt(this.#shown, pointed)) return near;
    this.#pointed = key;
    void this.#point(pointed, key, near);
    return near;
  }

  /** Has all points fetched. */
  fetch(): Promise<void> {
    return (this.#whole ??= this.#asker.whole(this.#id).catch((error: unknown) => {
      this.#whole = undefined;
      throw error;
    }));
  }

  /** There is no series here: who wants all points fetches them, and reads them where they then are. */
  whole(): Promise<Series> {
    return Promise.reject(new Error("The points of this line are not here."));
  }

  /** One question at a time: a pointer that moves on meanwhile asks again where it comes to rest. */
  async #point(pointed: Pointed, key: string, shown: Near | undefined): Promise<void> {
    if (this.#isPointing) return;
    this.#isPointing = true;
    const { xScale, yScale, pointer } = pointed;
    try {
      const near = await this.#asker.nearest(this.#id, xScale, yScale, pointer);
      this.#answered = { key, near };
      if (this.#pointed !== key || near?.index !== shown?.index) this.#asker.pointAgain();
    } catch {
      // The line is gone, and with it what is pointed at.
    } finally {
      this.#isPointing = false;
    }
  }

  /** One question at a time; of those that wait, the newest is asked. */
  #ask(view: View): Promise<void> {
    const before = this.#asking;
    if (before && JSON.stringify(before.view) === JSON.stringify(view)) return before.answer;
    const { promise, resolve } = Promise.withResolvers<void>();
    const asking = { view, answer: promise };
    this.#asking = asking;
    const ask = async (): Promise<void> => {
      await before?.answer;
      // The hand has moved on meanwhile.
      if (this.#asking !== asking) return;
      // Without an answer, what is here stays.
      const points = await this.#asker.view(this.#id, view).catch(() => undefined);
      const [first, ...others] = this.#kept;
      if (points) this.#kept = [first!, ...others.slice(2 - MOST_KEPT), keptOf(points)];
    };
    void ask().finally(() => {
      if (this.#asking === asking) this.#asking = undefined;
      resolve();
    });
    return promise;
  }
}

/** What is pointed at, and on which scales. */
interface Pointed {
  readonly xScale: Scale;
  readonly yScale: Scale;
  readonly pointer: Pointer;
}

function nearestOf({ x, y, indices }: Kept, { xScale, yScale, pointer }: Pointed): Near | undefined {
  const [places, values] = [Float64Array.from(x), Float64Array.from(y)];
  const place = nearest({ x: new ListedPlaces(places), y: values }, xScale, yScale, pointer);
  return place === undefined ? undefined : { index: indices[place]!, x: places[place]!, y: values[place]! };
}

/** Whether all points around the pointer are among these. */
function isExactAt(kept: Kept, { xScale: { slope, offset }, pointer }: Pointed): boolean {
  const ends = [pointer.x - pointer.within, pointer.x + pointer.within].map((end) => (end - offset) / slope);
  return kept.isExact && covers(kept, [Math.min(...ends), Math.max(...ends)]);
}

function keptOf({ view, range, isExact, indices, x, y }: LinePoints): Kept {
  const places = new Uint32Array(aligned(indices));
  return {
    view: { ...view, range: view.range },
    range,
    isExact,
    indices: places,
    x: x === undefined ? Float64Array.from(places) : new Float64Array(aligned(x)),
    y: new Float64Array(aligned(y)),
  };
}

/** A buffer of its own, in which numbers begin at the start. */
const aligned = (bytes: ArrayBuffer | Uint8Array): ArrayBuffer =>
  bytes instanceof Uint8Array ? bytes.slice().buffer : bytes;

/** Whether points chosen for the one view are right on the axes of the other. */
const isAlike = (one: View, other: View): boolean =>
  one.isLog === other.isLog && one.isLogValue === other.isLogValue && one.connectsGaps === other.connectsGaps;

/** The width of a column of pixels. */
const pitch = ([from, to]: Range, pixels: number): number => (to - from) / pixels;

/** Whether points reach over a range. Beside the part that they were chosen for is as much again. */
const covers = ({ range: [from, to] }: Kept, range: Range): boolean =>
  range[0] >= from - (to - from) && range[1] <= to + (to - from);

/** Whether the points are all that the view shows. */
function isEnough(kept: Kept, view: View): boolean {
  if (!isAlike(kept.view, view)) return false;
  const range = view.range ?? kept.range;
  if (view.range === undefined && kept.view.range !== undefined) return false;
  return (
    covers(kept, range) && (kept.isExact || pitch(kept.range, kept.view.pixels) <= pitch(range, view.pixels) * 1.001)
  );
}

/** The finer where the range is covered, the better. */
function fitness(kept: Kept, view: View): number {
  const isCovered = view.range === undefined ? kept.view.range === undefined : covers(kept, view.range);
  return isCovered ? 1 / Math.max(pitch(kept.range, kept.view.pixels), Number.MIN_VALUE) : -1;
}
