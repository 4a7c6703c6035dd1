import { nearest, type Pointer, type Scale } from "./nearest.ts";
import { type Chosen, PixelColumns, type View } from "./pixelColumns.ts";
import { Pyramid } from "./pyramid.ts";
import type { Series } from "./series.ts";

/** The columns of one trace that may be far larger than any screen, wherever they are kept. */
export interface ColumnSource {
  /** The points of the trace, drawn or not. */
  readonly length: number;
  /**
   * The points to draw in a view: at once, by what is here. Where something finer is on its way, `later` resolves when
   * it has come, and the same view is to be asked again.
   */
  view(view: View): Viewed;
  /** The point that is pointed at, of those that are here. */
  nearest(xScale: Scale, yScale: Scale, pointer: Pointer): Near | undefined;
  /** All of it, for pictures, tables and whoever wants each point. */
  whole(): Promise<Series>;
}

/** Points of a trace: `x[i]` and `y[i]` are those of the point `indices[i]` of the whole. */
export interface Viewed extends Chosen {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly later?: Promise<void>;
}

/** A point of the whole trace. */
export interface Near {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** Columns that are kept here. */
export class LocalColumns implements ColumnSource {
  readonly series: Series;
  readonly length: number;
  readonly #columns: PixelColumns;

  /** Somewhere among the values is a gap. */
  readonly hasGaps: boolean;

  private constructor(series: Series, pyramid: Pyramid) {
    this.series = series;
    this.length = series.x.length;
    this.#columns = new PixelColumns(series, pyramid);
    this.hasGaps = pyramid.extremes(0, this.length).hasGap;
  }

  /** Reads the columns once, with a pause after a few milliseconds of work. The first points count, as many as x has. */
  static *read(series: Series): Generator<undefined, LocalColumns> {
    return new LocalColumns(series, yield* Pyramid.build(series.y, series.x.length));
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

  nearest(xScale: Scale, yScale: Scale, pointer: Pointer): Near | undefined {
    const { x, y } = this.series;
    const index = nearest(this.series, xScale, yScale, pointer);
    return index === undefined ? undefined : { index, x: x.at(index), y: y[index]! };
  }

  whole(): Promise<Series> {
    return Promise.resolve(this.series);
  }
}
