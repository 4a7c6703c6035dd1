import type { NumberArray } from "../../model/dtypes.ts";
import { type DecodedArray, decodeTypedArrayInSteps, isTypedArray } from "../arrays/typedArray.ts";

const BACKSLASH = 0x5c;

/** A shorter text may be any member of a packed array; a longer one is its base64. */
const LONG = 1024;

/** The numbers that the JSON of a packed array holds, in a row, with pauses. Undefined where they cannot be decoded. */
export function* packedColumn(json: string): Generator<undefined, NumberArray | undefined> {
  const long = longText(json);
  // Without its longest text, the rest is read at once.
  const rest = long === undefined ? json : json.slice(0, long.start) + json.slice(long.end);
  const array = JSON.parse(rest) as unknown;
  if (!isTypedArray(array) || (long !== undefined && array.bdata !== "")) return undefined;
  const whole = long === undefined ? array : { ...array, bdata: json.slice(long.start, long.end) };
  const decoded = yield* decodeTypedArrayInSteps(whole);
  return decoded.ok ? inOneRow(decoded.value) : undefined;
}

/** The place of the inside of the first long text, if it has no escapes, and none is before it. */
function longText(json: string): { readonly start: number; readonly end: number } | undefined {
  for (let open = json.indexOf('"'); open >= 0;) {
    const close = json.indexOf('"', open + 1);
    if (close < 0 || json.charCodeAt(close - 1) === BACKSLASH) return undefined;
    if (close - open > LONG) {
      const escape = json.indexOf("\\", open);
      return escape >= 0 && escape < close ? undefined : { start: open + 1, end: close };
    }
    open = json.indexOf('"', close + 1);
  }
  return undefined;
}

/** Rows share one buffer, in which they follow each other. */
function inOneRow(value: DecodedArray): NumberArray | undefined {
  if (ArrayBuffer.isView(value)) return value;
  const rows: readonly NumberArray[] = value.flatMap((row) => (ArrayBuffer.isView(row) ? [row] : row));
  const [first] = rows;
  if (first === undefined) return undefined;
  const Kind = first.constructor as new (buffer: ArrayBufferLike, offset: number, length: number) => NumberArray;
  return new Kind(first.buffer, first.byteOffset, first.length * rows.length);
}
