import { type FigureColumn, valuesOf } from "../../src/figure/data/split/column.ts";
import type { NumberArray } from "../../src/figure/model/dtypes.ts";
import type { FigureColumn as ColumnMessage, PartialLine as LineMessage } from "../../src/protocol.ts";
import { type LineAsker, PartialLine } from "./partialLine.ts";

/**
 * The columns that came with the last version: the next one need not bring them again, and Plotly gets the same arrays.
 * Of large lines some points came. An empty array of the right length stands for each of their columns, and the line is
 * found by that of its y.
 */
export class ArrivedColumns {
  readonly #asker: LineAsker;
  readonly #lines = new WeakMap<object, PartialLine>();
  #values = new Map<number, NumberArray>();

  constructor(asker: LineAsker) {
    this.#asker = asker;
  }

  /** The columns of a version. Undefined where one is neither in it nor known; nothing is known then. */
  take(columns: readonly ColumnMessage[], lines: readonly LineMessage[] = []): FigureColumn[] | undefined {
    const before = this.#values;
    const values = (this.#values = new Map<number, NumberArray>());
    const inPart = new Set(lines.flatMap(({ x, y }) => (x === undefined ? [y] : [x, y])));
    const taken: FigureColumn[] = [];
    for (const { id, path, dtype, shape, bytes } of columns) {
      const column =
        (bytes && valuesOf(dtype, bytes)) ??
        values.get(id) ??
        before.get(id) ??
        (inPart.has(id) ? standIn(id, shape[0] ?? 0) : undefined);
      if (column === undefined) return this.#nothing();
      values.set(id, column);
      taken.push({ path, shape, values: column });
    }
    for (const { y, hasGaps, points } of lines) {
      const column = values.get(y);
      if (column === undefined || (points === undefined && !this.#lines.has(column))) return this.#nothing();
      if (points) this.#lines.set(column, new PartialLine(y, column.length, hasGaps, points, this.#asker));
    }
    return taken;
  }

  /** The line of which some points are here, by its y as it is in the figure. */
  lineOf(y: unknown): PartialLine | undefined {
    return typeof y === "object" && y !== null ? this.#lines.get(y) : undefined;
  }

  /** All points of lines came. Answers which arrays take the place of which. */
  complete(columns: readonly ColumnMessage[]): ReadonlyMap<unknown, NumberArray> {
    const replaced = new Map<unknown, NumberArray>();
    for (const { id, dtype, bytes } of columns) {
      const before = this.#values.get(id);
      if (before === undefined || bytes === undefined) continue;
      const values = valuesOf(dtype, bytes);
      replaced.set(before, values);
      this.#values.set(id, values);
    }
    return replaced;
  }

  #nothing(): undefined {
    this.#values.clear();
    return undefined;
  }
}

/** Zeros, which take no memory until somebody writes them. Its first bytes say whose it is: no two are the same. */
function standIn(id: number, length: number): NumberArray {
  const values = new Int8Array(length);
  for (let at = 0, rest = id; at < 4; at++, rest >>>= 8) values[at] = rest & 0xff;
  return values;
}
