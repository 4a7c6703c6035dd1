import { holdsOnly } from "../../text/source/elementKinds.ts";
import { numbersInSlices } from "../../text/numbers/numbers.ts";
import type { Json } from "../../model/figure.ts";
import type { DataArray } from "../../text/outline/outline.ts";
import { decodeTypedArray, isTypedArray } from "./typedArray.ts";

/** As much of the text is read at a stretch, which takes a few milliseconds. */
const PIECE = 128 * 1024;

/** As many numbers are handed on at a time. */
const ELEMENTS = 16 * 1024;

/** Lists that can only be read as a whole are, up to this length of their text. */
const WHOLE = 1024 * 1024;

/** Eight bytes three times are 32 signs of base64, so that a piece holds whole values of any type. */
const UNIT = 32;

export type ArrayPieces = Generator<ArrayLike<Json>, { readonly isAll: boolean }, void>;

/**
 * Yields the values of an array of data a piece at a time, so that a long one can be interrupted. A table of numbers
 * comes as one list. `isAll` is false where something could not be read or was left out.
 */
export function* arrayPieces(text: string, array: DataArray): ArrayPieces {
  const { start, end } = array.value;
  if (array.encoding === "base64") return yield* packed(text.slice(start, end));
  if (end - start <= PIECE) return yield* parsed(text.slice(start, end));
  if (holdsOnly(array.kinds, "number") && (yield* column(text, array))) return { isAll: true };
  if (holdsOnly(array.kinds, "number", "null", "boolean")) return yield* numbers(text, start, end);
  if (end - start <= WHOLE) return yield* parsed(text.slice(start, end));
  return yield* beginning(text, start);
}

function* parsed(text: string): ArrayPieces {
  try {
    const values = JSON.parse(text) as Json;
    if (!Array.isArray(values)) return { isAll: false };
    yield values as readonly Json[];
    return { isAll: true };
  } catch {
    return { isAll: false };
  }
}

/** Yields numbers as typed arrays, without a JavaScript value for each. False where they are no list and no table. */
function* column(text: string, { value: { start, end }, shape }: DataArray): Generator<ArrayLike<number>, boolean> {
  const count = shape?.reduce((product, length) => product * length, 1);
  const steps = numbersInSlices(text, start, end, { count });
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield [];
  const read = step.value ?? [];
  const rows = ArrayBuffer.isView(read) ? [read] : read;
  for (const row of rows) for (let at = 0; at < row.length; at += ELEMENTS) yield row.subarray(at, at + ELEMENTS);
  return rows.length > 0;
}

/** Between commas, brackets left out: there is nothing else in such an array. */
function* numbers(text: string, start: number, end: number): ArrayPieces {
  let isAll = true;
  for (let at = start; at < end;) {
    const comma = at + PIECE < end ? text.indexOf(",", at + PIECE) : -1;
    const to = comma < 0 || comma > end ? end : comma;
    const read = yield* parsed(`[${text.slice(at, to).replaceAll(/[[\]]/g, " ")}]`);
    isAll &&= read.isAll;
    at = to + 1;
  }
  return { isAll };
}

/** The first elements of a list of anything: as many as can be read up to a comma. */
function* beginning(text: string, start: number): ArrayPieces {
  let to = start + PIECE;
  for (let tries = 0; tries < 50; tries++) {
    to = text.lastIndexOf(",", to - 1);
    if (to <= start) break;
    try {
      yield JSON.parse(`${text.slice(start, to)}]`) as readonly Json[];
      break;
    } catch {
      // The comma stands in a text or in an inner list.
    }
  }
  return { isAll: false };
}

function* packed(text: string): ArrayPieces {
  let array: unknown;
  try {
    array = JSON.parse(text);
  } catch {
    return { isAll: false };
  }
  if (!isTypedArray(array)) return { isAll: false };
  const { dtype, bdata } = array;
  const size = PIECE - (PIECE % UNIT);
  for (let at = 0; at < bdata.length; at += size) {
    const decoded = decodeTypedArray({ dtype, bdata: bdata.slice(at, at + size) });
    if (!decoded.ok) return { isAll: false };
    yield decoded.value as ArrayLike<number>;
  }
  return { isAll: true };
}
