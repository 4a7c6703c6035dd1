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

/** Whether the value is a typed array of numbers. Those of 64-bit integers hold none. */
export function isNumberArray(value: unknown): value is NumberArray {
  return (
    ArrayBuffer.isView(value) &&
    "length" in value &&
    !(value instanceof BigInt64Array || value instanceof BigUint64Array)
  );
}

export interface NumberArrayType {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): NumberArray;
}

/**
 * The typed array that Plotly.js makes for each `dtype` of a packed array. These are all the names that Plotly.js 4.1.1
 * knows (`src/lib/array.js`); 64-bit integers are not among them.
 */
export const dtypes: ReadonlyMap<string, NumberArrayType> = new Map<string, NumberArrayType>([
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
