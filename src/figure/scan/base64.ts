import type { Span } from "../outline.ts";
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
 * Elements of the outermost array that `{dtype, bdata, shape}` stands for, without decoding it: the first of `shape`
 * (`"3, 4"` or 12), else as many as the characters hold. Undefined for a type that Plotly.js does not decode.
 */
export function base64Length(text: string, dtype: string, bdata: Span, shape: Span | undefined): number | undefined {
  const bytesEach = Object.hasOwn(BYTES, dtype) ? BYTES[dtype] : undefined;
  if (bytesEach === undefined) return undefined;
  if (shape !== undefined && shape.end - shape.start < 100) {
    const outermost = /^["[\s]*(\d+)/.exec(decodeString(text, shape.start, shape.end))?.[1];
    if (outermost !== undefined) return Number(outermost);
  }
  let characters = bdata.end - bdata.start - 2;
  if (text.slice(bdata.start, Math.min(bdata.end, bdata.start + 4096)).includes("\\"))
    characters = decodeString(text, bdata.start, bdata.end).length;
  let padding = 0;
  while (padding < 2 && text.charAt(bdata.end - 2 - padding) === "=") padding++;
  return Math.floor((Math.floor((characters * 3) / 4) - padding) / bytesEach);
}
