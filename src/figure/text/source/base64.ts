import { dtypes } from "../../model/dtypes.ts";
import { decodeString } from "./strings.ts";

/**
 * The length of each dimension of a `{dtype, bdata, shape}`, without decoding it: from `shape` (`"3, 4"` or 12, as
 * written), else from the number of characters. Undefined for a type that Plotly.js does not decode. `length` is that
 * of `bdata`; the end of its literal, `bdataEnd`, is enough.
 */
export function base64Shape(
  dtype: string,
  length: number,
  bdataEnd: string,
  shape: string | undefined,
): readonly number[] | undefined {
  const bytesEach = dtypes.get(dtype)?.BYTES_PER_ELEMENT;
  if (bytesEach === undefined) return undefined;
  if (shape !== undefined) {
    const dimensions = /^["[\s]*(\d+(?:[\s,]+\d+)*)/.exec(decodeString(shape))?.[1];
    if (dimensions !== undefined) return dimensions.split(/[\s,]+/).map(Number);
  }
  const padding = /(?:=|\\u003[Dd]){0,2}(?=.$)/.exec(bdataEnd)?.[0].match(/[=Dd]/g)?.length ?? 0;
  return [Math.floor((Math.floor((length * 3) / 4) - padding) / bytesEach)];
}
