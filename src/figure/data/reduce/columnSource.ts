import { type Chosen, PixelColumns, type View } from "./pixelColumns.ts";
import { Pyramid } from "./pyramid.ts";
import type { Places, Series } from "./series.ts";

/** The columns of one trace that may be far larger than any screen, wherever they are kept. */
export interface ColumnSource {
  /** The points of the trace, drawn or not. */
  readonly length: number;
  /**
   * The points to draw in a view: at once, by what is here. Where something finer is on its way, `later` resolves when
   * it has come, and the same view is to be asked again.
   */
  view(view: View): Viewed;
  /** All of it, for pictures, tables and whoever wants each point. */
  whole(): Promise<Series>;
}

/** Points of a trace: `x[i]` and `y[i]` are those of the point `indices[i]` of the whole. */
export interface Viewed extends Chosen {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly later?: Promise<void>;
}

/** Columns that are kept here. */
export class LocalColumns implements ColumnSource {
  readonly series: Series;
  readonly length: number;
  readonly #columns: PixelColumns;

  private constructor(series: Series, pyramid: Pyramid, connectsGaps: boolean) {
    this.series = series;
    this.length = series.x.length;
    this.#columns = new PixelColumns(series, pyramid, connectsGaps);
  }

  /** Reads the columns once, with a pause after a few milliseconds of work. The first points count, as many as x has. */
  static *read(series: Series, connectsGaps: boolean): Generator<undefined, LocalColumns> {
    return new LocalColumns(series, yield* Pyramid.build(series.y, series.x.length), connectsGaps);
  }

  view(view: View): Viewed {
    const { x, y } = this.series;
    const chosen = this.#columns.choose(view);
    return {
      ...chosen,
      x: Float64Array.from(chosen.indices, (index) => x.at(index)),
      y: Float64Array.from(chosen.indices, (index) => y[index]!),
    };
  }

  whole(): Promise<Series> {
    return Promise.resolve(this.series);
  }
}

/** A view of all points, on so many columns of pixels. */
export function wholeView(places: Places, pixels: number, isLog: boolean): View {
  const first = isLog ? Math.min(places.firstFrom(Number.MIN_VALUE), places.length - 1) : 0;
  const [from, to] = [places.at(first), places.at(places.length - 1)];
  return { from: isLog ? Math.log10(from) : from, to: isLog ? Math.log10(to) : to, pixels, isLog };
}
