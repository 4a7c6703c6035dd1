import { type FigureColumn, valuesOf } from "../../src/figure/data/split/column.ts";
import type { NumberArray } from "../../src/figure/model/dtypes.ts";
import type { FigureColumn as ColumnMessage } from "../../src/protocol.ts";

/** The columns that came with the last version: the next one need not bring them again, and Plotly gets the same arrays. */
export class ArrivedColumns {
  #values = new Map<number, NumberArray>();

  /** The columns of a version. Undefined where one is neither in it nor known; nothing is known then. */
  take(columns: readonly ColumnMessage[]): FigureColumn[] | undefined {
    const before = this.#values;
    const values = (this.#values = new Map<number, NumberArray>());
    const taken: FigureColumn[] = [];
    for (const { id, path, dtype, shape, bytes } of columns) {
      const column = values.get(id) ?? before.get(id) ?? (bytes && valuesOf(dtype, bytes));
      if (column === undefined) {
        values.clear();
        return undefined;
      }
      values.set(id, column);
      taken.push({ path, shape, values: column });
    }
    return taken;
  }
}
