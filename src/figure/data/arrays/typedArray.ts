import { dtypes, type NumberArray } from "../../model/dtypes.ts";
import type { Json } from "../../model/figure.ts";

/**
 * An array as plotly.py ≥ 6 writes NumPy's: little-endian bytes in base64. `shape` is `"rows, columns"`, or absent for
 * one dimension.
 */
export interface EncodedArray {
  readonly dtype: string;
  readonly bdata: string;
  readonly shape?: string | number;
}

/**
 * The arrays that Plotly.js takes instead of nested lists: in two dimensions an array of rows, in three an array of
 * those. Rows share one buffer.
 */
export type DecodedArray = NumberArray | readonly NumberArray[] | readonly (readonly NumberArray[])[];

export interface DecodeError {
  readonly code: "unknown-dtype" | "bad-base64" | "bad-shape";
  /** A whole sentence for the person. */
  readonly message: string;
}

export type Decoded =
  | { readonly ok: true; readonly value: DecodedArray }
  | { readonly ok: false; readonly error: DecodeError };

/** Whether the value has the shape of an encoded array. Its bytes may still be unreadable. */
export function isTypedArray(value: unknown): value is EncodedArray {
  if (typeof value !== "object" || value === null) return false;
  if (!("dtype" in value && typeof value.dtype === "string")) return false;
  if (!("bdata" in value && typeof value.bdata === "string")) return false;
  if (!("shape" in value) || value.shape === undefined) return true;
  return typeof value.shape === "string" || typeof value.shape === "number";
}

/** Decodes an array; copies its numbers once at most. */
export function decodeTypedArray(value: EncodedArray): Decoded {
  return arranged(value, () => fromBase64(value.bdata));
}

/** Characters of base64 that are decoded between two pauses: whole groups of four. */
const PIECE = 1024 * 1024;

/** Does what `decodeTypedArray` does, with a pause after a few milliseconds of work. */
export function* decodeTypedArrayInSteps(value: EncodedArray): Generator<undefined, Decoded> {
  const { bdata } = value;
  if (bdata.length <= PIECE) return decodeTypedArray(value);
  const bytes = new Uint8Array(Math.ceil(bdata.length / 4) * 3);
  let length = 0;
  for (let at = 0; at < bdata.length; at += PIECE) {
    const piece = fromBase64(bdata.slice(at, at + PIECE));
    const isLast = at + PIECE >= bdata.length;
    // Blanks, which base64 may hold, have moved the groups of four.
    if (piece === undefined || (!isLast && piece.length !== (PIECE / 4) * 3)) return decodeTypedArray(value);
    bytes.set(piece, length);
    length += piece.length;
    yield;
  }
  return arranged(value, () => bytes.subarray(0, length));
}

/** The array whose bytes are those that `decode` answers; undefined where they cannot be read. */
export function arranged(
  value: Omit<EncodedArray, "bdata">,
  decode: () => Uint8Array<ArrayBuffer> | undefined,
): Decoded {
  const type = dtypes.get(value.dtype);
  if (type === undefined) {
    const known = [...dtypes.keys()].join(", ");
    return failed(
      "unknown-dtype",
      `The dtype "${value.dtype}" is not one that Plotly.js can draw; use one of ${known}.`,
    );
  }
  const bytes = decode();
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

/** Converts to plain lists, as a grid's column has them: NaN and the infinities, which JSON lacks, become null. */
export function toPlain(value: DecodedArray): Json[] {
  return Array.from(value as ArrayLike<number | DecodedArray>, (item) =>
    typeof item === "number" ? (Number.isFinite(item) ? item : null) : toPlain(item),
  );
}

/** Does what `toPlain` does, with a pause after a few milliseconds of work. */
export function* toPlainInSteps(value: DecodedArray): Generator<undefined, Json[]> {
  const plain: Json[] = [];
  const items = value as ArrayLike<number | DecodedArray>;
  for (let index = 0; index < items.length; index++) {
    if (index % STRETCH === STRETCH - 1) yield;
    const item = items[index] ?? 0;
    if (typeof item === "number") plain.push(Number.isFinite(item) ? item : null);
    else if (item.length > STRETCH) plain.push(yield* toPlainInSteps(item));
    else plain.push(toPlain(item));
  }
  return plain;
}

/** Numbers, or short rows of them, between two pauses. */
const STRETCH = 4096;

/**
 * Encodes a list of numbers, or of equally long lists of them up to three deep, with the smallest type that represents
 * every number exactly. Null becomes NaN, which Plotly draws alike. Undefined for every other value.
 */
export function encodeTypedArray(value: Json): EncodedArray | undefined {
  const shape = shapeOf(value);
  if (shape === undefined || shape.length > 3) return undefined;
  const numbers = flatNumbers(value, shape.length);
  if (numbers === undefined) return undefined;
  const dtype = smallestType(numbers);
  const type = dtypes.get(dtype)!;
  const size = type.BYTES_PER_ELEMENT;
  const bytes = new type(new ArrayBuffer(numbers.length * size), 0, numbers.length);
  for (const [index, number] of numbers.entries()) bytes[index] = number;
  const bdata = toBase64(new Uint8Array(bytes.buffer));
  return shape.length === 1 ? { dtype, bdata } : { dtype, bdata, shape: shape.join(", ") };
}

/** Undefined where the value is no list, or holds lists of unequal shapes. */
function shapeOf(value: Json): readonly number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: readonly Json[] = value;
  const [first] = items;
  if (!Array.isArray(first)) return [items.length];
  const shape = shapeOf(first);
  const isEven = items.every((item) => shapeOf(item)?.join() === shape?.join());
  return shape === undefined || !isEven ? undefined : [items.length, ...shape];
}

function flatNumbers(value: Json, depth: number): number[] | undefined {
  let items = value as readonly Json[];
  for (let level = 1; level < depth; level++) items = (items as readonly (readonly Json[])[]).flat();
  const isNumbers = items.every((item) => item === null || (typeof item === "number" && Number.isFinite(item)));
  return isNumbers ? items.map((item) => (typeof item === "number" ? item : Number.NaN)) : undefined;
}

/** The types of whole numbers, with their least and greatest: `[dtype, least, greatest]`. */
const INTEGERS = [
  ["u1", 0, 255],
  ["i1", -128, 127],
  ["u2", 0, 65_535],
  ["i2", -32_768, 32_767],
  ["u4", 0, 4_294_967_295],
  ["i4", -2_147_483_648, 2_147_483_647],
] as const;

function smallestType(numbers: readonly number[]): string {
  let least = 0;
  let greatest = 0;
  let isWhole = true;
  let isSingle = true;
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > greatest) greatest = number;
    isWhole &&= Number.isInteger(number) && !Object.is(number, -0);
    isSingle &&= Object.is(Math.fround(number), number);
  }
  const whole = isWhole ? INTEGERS.find(([, from, to]) => from <= least && greatest <= to) : undefined;
  return whole?.[0] ?? (isSingle ? "f4" : "f8");
}

function times<Item>(length: number, make: () => Item): Item[] {
  return Array.from({ length }, make);
}

function failed(code: DecodeError["code"], message: string): Decoded {
  return { ok: false, error: { code, message } };
}

/** Newer engines decode base64 themselves, several times faster than the loop over `atob`'s text. */
const DECODER: Uint8ArrayConstructor & { readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer> } = Uint8Array;

const ENCODER = Uint8Array.prototype as { readonly toBase64?: () => string };

function toBase64(bytes: Uint8Array): string {
  if (ENCODER.toBase64 !== undefined) return ENCODER.toBase64.call(bytes);
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

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
