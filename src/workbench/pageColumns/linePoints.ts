import type { Viewed } from "../../figure/data/reduce/columnSource.ts";
import type { View } from "../../figure/data/reduce/pixelColumns.ts";
import type { LinePoints } from "../../protocol.ts";
import { toArrayBuffer } from "./toArrayBuffer.ts";

/** Points as they are sent; undefined where the range is none that a message can say. */
export function linePoints(view: View, viewed: Viewed, isNumbered: boolean): LinePoints | undefined {
  const { indices, isExact, range, x, y } = viewed;
  if (!range.every(Number.isFinite)) return undefined;
  return {
    view: { ...view, range: view.range && [...view.range] },
    range: [...range],
    isExact,
    indices: toArrayBuffer(indices),
    ...(isNumbered ? {} : { x: toArrayBuffer(Float64Array.from(x)) }),
    y: toArrayBuffer(Float64Array.from(y)),
  };
}
