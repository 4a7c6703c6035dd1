import { type DecodedArray } from "../arrays/typedArray.ts";
import { dtypes, type NumberArray } from "../../model/dtypes.ts";
import type { FigurePath } from "../../model/path.ts";

/** The short names of the typed arrays, as packed arrays are written. */
export type ShortDtype = "i1" | "u1" | "u1c" | "i2" | "u2" | "i4" | "u4" | "f4" | "f8";

const SHORT = ["i1", "u1", "u1c", "i2", "u2", "i4", "u4", "f4", "f8"] as const satisfies readonly ShortDtype[];

/** An array of numbers that has left the text of its figure. */
export interface FigureColumn {
  /** Keys and indices from the figure to the array. */
  readonly path: FigurePath;
  /** The length of each dimension, one to three. */
  readonly shape: readonly number[];
  /** Row by row; NaN is a gap. */
  readonly values: NumberArray;
}

/** The name of a typed array's kind. */
export function dtypeOf(values: NumberArray): ShortDtype {
  return SHORT.find((name) => dtypes.get(name) === values.constructor) ?? "f8";
}

/** The typed array of that kind over these bytes, which are copied where they are not aligned. */
export function valuesOf(dtype: ShortDtype, bytes: ArrayBuffer | Uint8Array): NumberArray {
  const kind = dtypes.get(dtype)!;
  const size = kind.BYTES_PER_ELEMENT;
  const isAligned = !(bytes instanceof Uint8Array) || bytes.byteOffset % size === 0;
  const view = bytes instanceof Uint8Array ? (isAligned ? bytes : bytes.slice()) : new Uint8Array(bytes);
  return new kind(view.buffer as ArrayBuffer, view.byteOffset, Math.floor(view.byteLength / size));
}

/** As Plotly takes it: the values themselves, or an array of rows that share their buffer, or of those. */
export function inRows(values: NumberArray, shape: readonly number[]): DecodedArray {
  let at = 0;
  const row = (length: number): NumberArray => values.subarray(at, (at += length));
  const [first = 0, second, third] = shape;
  if (second === undefined) return first === values.length ? values : row(first);
  if (third === undefined) return Array.from({ length: first }, () => row(second));
  return Array.from({ length: first }, () => Array.from({ length: second }, () => row(third)));
}
