import { dtypeOf } from "../../figure/data/split/column.ts";
import type { SplitColumn } from "../../figure/data/split/splitFigure.ts";
import type { FigureColumn } from "../../protocol.ts";

/** The columns that a page has of the last version that was sent to it. What it has is named, and not sent again. */
export class SentColumns {
  #ids = new Map<string, number>();
  #last = 0;

  /** The columns of the next version, as they are sent. */
  next(columns: readonly SplitColumn[]): FigureColumn[] {
    const before = this.#ids;
    const ids = (this.#ids = new Map<string, number>());
    return columns.map(({ path, shape, values, key }) => {
      const known = ids.get(key) ?? before.get(key);
      const id = known ?? ++this.#last;
      ids.set(key, id);
      const facts = { id, path: [...path], dtype: dtypeOf(values), shape: [...shape] };
      return known === undefined ? { ...facts, bytes: toArrayBuffer(values) } : facts;
    });
  }

  /** The page has begun anew and has nothing. */
  forget(): void {
    this.#ids.clear();
  }
}

/** Returns the bytes without the rest of their buffer, which would be copied to the webview too. */
export function toArrayBuffer({ buffer, byteOffset, byteLength }: ArrayBufferView): ArrayBuffer {
  const whole = byteOffset === 0 && byteLength === buffer.byteLength;
  return (whole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;
}
