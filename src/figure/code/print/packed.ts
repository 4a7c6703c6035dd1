import type { Json } from "../../model/figure.ts";
import { type DecodedArray, decodeTypedArrayInSteps, isTypedArray } from "../../data/arrays/typedArray.ts";

/** Values that are made words of between two pauses. */
const STRETCH = 4096;

/** The words of a list's values, with pauses. */
export function* wordsInSteps<T>(
  values: ArrayLike<T>,
  wordOf: (value: T) => string,
): Generator<undefined, readonly string[]> {
  const words: string[] = [];
  for (let at = 0; at < values.length; at++) {
    words.push(wordOf(values[at] as T));
    if (at % STRETCH === STRETCH - 1) yield;
  }
  return words;
}

/** The numbers of a packed array, and their kind as NumPy calls it: `float32`. Undefined for anything else. */
export function* unpackedInSteps(
  value: Json,
): Generator<undefined, { readonly kind: string; readonly rows: DecodedArray } | undefined> {
  if (!isTypedArray(value)) return undefined;
  const decoded = yield* decodeTypedArrayInSteps(value);
  if (!decoded.ok) return undefined;
  let first: unknown = decoded.value;
  while (Array.isArray(first)) first = first[0];
  const name = ArrayBuffer.isView(first) ? first.constructor.name : "Float64Array";
  return { kind: name.replace("Array", "").replace("Clamped", "").toLowerCase(), rows: decoded.value };
}

/** The shortest decimal number that is the same as a float of 32 bits. */
export function shortest32(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const near = Number(value.toPrecision(digits));
    if (Math.fround(near) === value) return near;
  }
  return value;
}

/** Whether a value is no list and no object. */
export function isScalar(value: Json): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}
