import type { Json } from "./figure.ts";

/** An array as plotly.py ≥ 6 writes NumPy's: little-endian bytes in base64. `shape` is `"rows, columns"`, or absent for 1-D. */
export interface EncodedArray {
  readonly dtype: string;
  readonly bdata: string;
  readonly shape?: string | number;
}

export type NumberArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** What Plotly.js takes in place of nested lists: 2-D is an array of rows, 3-D an array of those. Rows share one buffer. */
export type DecodedArray = NumberArray | readonly NumberArray[] | readonly (readonly NumberArray[])[];

export interface DecodeError {
  readonly code: "unknown-dtype" | "bad-base64" | "bad-shape";
  /** A whole sentence for the person. */
  readonly message: string;
}

export type Decoded =
  | { readonly ok: true; readonly value: DecodedArray }
  | { readonly ok: false; readonly error: DecodeError };

interface NumberArrayType {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): NumberArray;
}

/** The names that Plotly.js 4.1.1 knows (`src/lib/array.js`). 64-bit integers are not among them. */
const TYPES: ReadonlyMap<string, NumberArrayType> = new Map<string, NumberArrayType>([
  ["i1", Int8Array],
  ["int8", Int8Array],
  ["u1", Uint8Array],
  ["uint8", Uint8Array],
  ["u1c", Uint8ClampedArray],
  ["uint8c", Uint8ClampedArray],
  ["i2", Int16Array],
  ["int16", Int16Array],
  ["u2", Uint16Array],
  ["uint16", Uint16Array],
  ["i4", Int32Array],
  ["int32", Int32Array],
  ["u4", Uint32Array],
  ["uint32", Uint32Array],
  ["f4", Float32Array],
  ["float32", Float32Array],
  ["f8", Float64Array],
  ["float64", Float64Array],
]);

/** Whether the value has the shape of an encoded array. Its bytes may still be unreadable. */
export function isTypedArray(value: unknown): value is EncodedArray {
  if (typeof value !== "object" || value === null) return false;
  if (!("dtype" in value && typeof value.dtype === "string")) return false;
  if (!("bdata" in value && typeof value.bdata === "string")) return false;
  if (!("shape" in value) || value.shape === undefined) return true;
  return typeof value.shape === "string" || typeof value.shape === "number";
}

/** The numbers of an encoded array, without copying them more than once. */
export function decodeTypedArray(value: EncodedArray): Decoded {
  const type = TYPES.get(value.dtype);
  if (type === undefined) {
    const known = [...TYPES.keys()].join(", ");
    return failed(
      "unknown-dtype",
      `The dtype "${value.dtype}" is not one that Plotly.js can draw; use one of ${known}.`,
    );
  }
  const bytes = fromBase64(value.bdata);
  if (bytes === undefined) {
    return failed(
      "bad-base64",
      "The text under bdata is not base64; write the array's bytes again, or a list of numbers.",
    );
  }
  const size = type.BYTES_PER_ELEMENT;
  const count = bytes.byteLength / size;
  if (!Number.isInteger(count)) {
    return failed(
      "bad-shape",
      `The ${bytes.byteLength} bytes under bdata are no whole number of ${value.dtype} values of ${size} bytes each.`,
    );
  }
  const shape = value.shape === undefined ? [count] : String(value.shape).split(",").map(Number);
  if (shape.some((length) => !Number.isInteger(length) || length < 0) || shape.length > 3) {
    return failed(
      "bad-shape",
      `The shape "${value.shape}" is not one to three whole numbers with commas between them.`,
    );
  }
  if (shape.reduce((product, length) => product * length, 1) > count) {
    return failed("bad-shape", `The shape "${value.shape}" asks for more than the ${count} values under bdata.`);
  }
  let at = 0;
  const row = (length: number): NumberArray => {
    const values = new type(bytes.buffer, at, length);
    at += length * size;
    return values;
  };
  const [first = 0, second, third] = shape;
  if (second === undefined) return { ok: true, value: row(first) };
  if (third === undefined) return { ok: true, value: times(first, () => row(second)) };
  return { ok: true, value: times(first, () => times(second, () => row(third))) };
}

/** Plain lists, as a grid's column holds them: NaN and the infinities, which JSON lacks, become null. */
export function toPlain(value: DecodedArray): Json[] {
  return Array.from(value as ArrayLike<number | DecodedArray>, (item) =>
    typeof item === "number" ? (Number.isFinite(item) ? item : null) : toPlain(item),
  );
}

function times<Item>(length: number, make: () => Item): Item[] {
  return Array.from({ length }, make);
}

function failed(code: DecodeError["code"], message: string): Decoded {
  return { ok: false, error: { code, message } };
}

/** Newer engines decode base64 themselves, several times faster than the loop over `atob`'s text. */
const DECODER: Uint8ArrayConstructor & { readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer> } = Uint8Array;

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    if (DECODER.fromBase64 !== undefined) return DECODER.fromBase64(text);
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
    return bytes;
  } catch {
    return undefined;
  }
}
