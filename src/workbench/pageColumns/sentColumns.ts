import { dtypeOf } from "../../figure/data/split/column.ts";
import type { SplitColumn } from "../../figure/data/split/splitFigure.ts";
import type { FigureColumn } from "../../protocol.ts";
import { toArrayBuffer } from "./toArrayBuffer.ts";

/** What the page has of a column. */
interface Sent {
  readonly id: number;
  /** All values; else it has some points of the line that the column belongs to. */
  isWhole: boolean;
}

/** The columns that a page has of the last version that was sent to it. What it has is named, and not sent again. */
export class SentColumns {
  #sent = new Map<string, Sent>();
  #last = 0;

  /** The columns of the next version, as they are sent. Those in `partial` go without their bytes. */
  next(columns: readonly SplitColumn[], partial: ReadonlySet<SplitColumn> = new Set()): FigureColumn[] {
    const before = this.#sent;
    const sent = (this.#sent = new Map<string, Sent>());
    return columns.map((column) => {
      const known = sent.get(column.key) ?? before.get(column.key) ?? { id: ++this.#last, isWhole: false };
      sent.set(column.key, known);
      const isSent = !known.isWhole && !partial.has(column);
      known.isWhole ||= isSent;
      return columnMessage(known.id, column, isSent);
    });
  }

  /** The id of a column of the last version. */
  idOf({ key }: SplitColumn): number | undefined {
    return this.#sent.get(key)?.id;
  }

  /** Whether the page has all values of the column. */
  hasWhole({ key }: SplitColumn): boolean {
    return this.#sent.get(key)?.isWhole === true;
  }

  /** The columns with their bytes: the page gets all values of them now. */
  whole(columns: readonly SplitColumn[]): FigureColumn[] {
    return columns.flatMap((column) => {
      const sent = this.#sent.get(column.key);
      if (sent === undefined) return [];
      sent.isWhole = true;
      return [columnMessage(sent.id, column, true)];
    });
  }

  /** The page has begun anew and has nothing. */
  forget(): void {
    this.#sent.clear();
  }
}

function columnMessage(id: number, { path, shape, values }: SplitColumn, hasBytes: boolean): FigureColumn {
  const facts = { id, path, dtype: dtypeOf(values), shape: [...shape] };
  return hasBytes ? { ...facts, bytes: toArrayBuffer(values) } : facts;
}
