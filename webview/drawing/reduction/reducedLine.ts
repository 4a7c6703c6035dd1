// oxlint-disable no-underscore-dangle -- these are the engine's private names
import { coarser } from "../../../src/figure/data/reduce/coarser.ts";
import type { ColumnSource, Near, Viewed } from "../../../src/figure/data/reduce/columnSource.ts";
import type { Pointer, Scale } from "../../../src/figure/data/reduce/nearest.ts";
import type { Range, View } from "../../../src/figure/data/reduce/pixelColumns.ts";
import { at } from "../../reading/attributes.ts";
import type { Axis, FullTrace, Subplot } from "./engineModule.ts";
import type { FewPoints } from "./fewPoints.ts";

/**
 * Columns for each pixel of the screen. The edge of a thick line, and a line that falls off a logarithmic axis, show where
 * in a pixel the points stand. Many thin lines make a dark column, a few do not.
 */
function columnsOf(trace: FullTrace, isLogValue: boolean): number {
  const width = at(trace, "line", "width");
  if (typeof width === "number" && width < 1) return 4;
  return isLogValue || (typeof width === "number" && (width > 2.5 || width < 2)) ? 2 : 1;
}

/** A line that is drawn from some of its points, and which these are now. */
export class ReducedLine implements FewPoints {
  readonly #source: ColumnSource;
  readonly radius = 0.5;
  readonly markerRadius = undefined;
  readonly #connectsGaps: boolean;
  readonly #isLogValue: boolean;
  /** Columns for each pixel of the screen. */
  readonly #columns: number;
  readonly #asked: (asked: Promise<void>, isShown: () => boolean) => void;
  #view: View | undefined;
  #viewed: Viewed | undefined;

  /**
   * `y` is the axis of its values. `asked` is called when finer points are asked for, with what resolves when they are
   * here, and with whether the line still shows those of now.
   */
  constructor(
    source: ColumnSource,
    trace: FullTrace,
    y: Axis,
    asked: (asked: Promise<void>, isShown: () => boolean) => void,
  ) {
    this.#asked = asked;
    this.#source = source;
    this.#connectsGaps = trace["connectgaps"] === true;
    this.#isLogValue = y.type === "log";
    this.#columns = columnsOf(trace, this.#isLogValue);
  }

  get length(): number {
    return this.#source.length;
  }

  get drawn(): number {
    return this.#viewed?.indices.length ?? 0;
  }

  first({ xaxis }: Subplot, pixels: number): Viewed {
    const view = this.#viewOf(xaxis, pixels);
    // Plotly finds the range from the points, unless it is given.
    return this.#look(xaxis.autorange === false ? view : { ...view, range: undefined });
  }

  refined({ xaxis }: Subplot, fineness: number): Viewed | undefined {
    const view = this.#viewOf(xaxis, (xaxis._length ?? 0) * fineness);
    return this.#serves(view) ? undefined : this.#look(view);
  }

  nearest(xScale: Scale, yScale: Scale, pointer: Pointer): Near | undefined {
    return this.#source.nearest(xScale, yScale, pointer);
  }

  #look(view: View): Viewed {
    const viewed = coarser(this.#source.view(view), view);
    // What has to be asked for serves no other view.
    this.#view = viewed.later ? undefined : view;
    this.#viewed = viewed;
    if (viewed.later) this.#asked(viewed.later, () => this.#viewed === viewed);
    return viewed;
  }

  #viewOf(axis: Axis, pixels: number): View {
    return {
      range: rangeOf(axis),
      pixels: Math.max(1, Math.ceil(pixels * this.#columns)),
      isLog: axis.type === "log",
      isLogValue: this.#isLogValue,
      connectsGaps: this.#connectsGaps,
    };
  }

  /** Whether the points that are drawn show another view as well: as fine, and not far beside it. */
  #serves({ range: [from, to] = [0, 0], pixels, isLog }: View): boolean {
    if (this.#view === undefined || this.#viewed === undefined) return false;
    const { range } = this.#viewed;
    const width = range[1] - range[0];
    const isFine = width / this.#view.pixels <= ((to - from) / pixels) * 1.001;
    return isFine && from >= range[0] - width / 2 && to <= range[1] + width / 2 && isLog === this.#view.isLog;
  }
}

function rangeOf(axis: Axis): Range {
  const ends = axis.range.map((end) => axis.r2l(end));
  return [Math.min(...ends), Math.max(...ends)];
}
