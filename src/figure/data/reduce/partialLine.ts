import type { FigureColumn } from "../split/column.ts";
import { LocalColumns } from "./columnSource.ts";
import type { LongLine } from "./longLines.ts";
import type { Chosen, Range } from "./pixelColumns.ts";
import { ascend, EvenPlaces, ListedPlaces } from "./series.ts";

/** Some points of a line. */
export interface LinePart {
  readonly trace: number;
  /** The number of all points. */
  readonly points: number;
  /** The places of those that are here among all, ascending. */
  readonly indices: Uint32Array<ArrayBuffer>;
  readonly columns: readonly FigureColumn[];
}

/** A long line that is kept here, of which those who draw it get what they need. */
export class PartialLine {
  readonly trace: number;
  readonly #line: LongLine;
  readonly #source: LocalColumns;

  private constructor(line: LongLine, source: LocalColumns) {
    this.trace = line.trace;
    this.#line = line;
    this.#source = source;
  }

  /** Reads the columns once, with pauses. Undefined where x does not ascend, so that no part is like the whole. */
  static *read(line: LongLine): Generator<undefined, PartialLine | undefined> {
    const { x, y } = line;
    const length = Math.min(y.values.length, x?.values.length ?? Infinity);
    if (x !== undefined && !(yield* ascend(x.values, length))) return undefined;
    const places = x === undefined ? new EvenPlaces(length) : new ListedPlaces(x.values, length);
    return new PartialLine(line, yield* LocalColumns.read({ x: places, y: y.values }));
  }

  /** What makes the picture of so many columns of pixels; `range` is the part of the axis in view, undefined for all. */
  part(pixels: number, range?: Range): LinePart {
    const { isLog, isLogValue, connectsGaps } = this.#line;
    const scaled = range && isLog ? logarithms(range) : range;
    return this.#partOf(this.#source.view({ range: scaled, pixels, isLog, isLogValue, connectsGaps }));
  }

  /** All of it. */
  whole(): readonly FigureColumn[] {
    return this.#columns;
  }

  get #columns(): readonly FigureColumn[] {
    const { x, y } = this.#line;
    return x === undefined ? [y] : [x, y];
  }

  #partOf({ indices }: Chosen): LinePart {
    const columns = this.#columns.map(({ path, values }) => {
      const chosen = new (values.constructor as new (length: number) => typeof values)(indices.length);
      for (let place = 0; place < indices.length; place++) chosen[place] = values[indices[place]!]!;
      return { path, values: chosen, shape: [indices.length] };
    });
    return { trace: this.trace, points: this.#source.length, indices: Uint32Array.from(indices), columns };
  }
}

/** A view of a logarithmic axis is all above 0. */
const logarithms = ([from, to]: Range): Range => [Math.log10(Math.max(from, Number.MIN_VALUE)), Math.log10(to)];
