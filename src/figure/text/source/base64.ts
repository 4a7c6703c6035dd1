import { decodeString } from "./strings.ts";

/** Bytes an element, by the names of types that Plotly.js decodes. */
const BYTES: { readonly [dtype: string]: number | undefined } = {
  i1: 1,
  u1: 1,
  u1c: 1,
  i2: 2,
  u2: 2,
  i4: 4,
  u4: 4,
  f4: 4,
  f8: 8,
  int8: 1,
  uint8: 1,
  uint8c: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  float32: 4,
  float64: 8,
};

/**
 * The length of each dimension of the array that `{dtype, bdata, shape}` stands for, without decoding it: `shape`
 * (`"3, 4"` or 12, as written), else as many elements as the characters hold. Undefined for a type that Plotly.js does
 * not decode. `bdata` is `length` long; of its literal the end, `bdataEnd`, is enough.
 */
export function base64Shape(
  dtype: string,
  length: number,
  bdataEnd: string,
  shape: string | undefined,
): readonly number[] | undefined {
  const bytesEach = Object.hasOwn(BYTES, dtype) ? BYTES[dtype] : undefined;
  if (bytesEach === undefined) return undefined;
  if (shape !== undefined) {
    const dimensions = /^["[\s]*(\d+(?:[\s,]+\d+)*)/.exec(decodeString(shape))?.[1];
    if (dimensions !== undefined) return dimensions.split(/[\s,]+/).map(Number);
  }
  const padding = /(?:=|\\u003[Dd]){0,2}(?=.$)/.exec(bdataEnd)?.[0].match(/[=Dd]/g)?.length ?? 0;
  return [Math.floor((Math.floor((length * 3) / 4) - padding) / bytesEach)];
}
