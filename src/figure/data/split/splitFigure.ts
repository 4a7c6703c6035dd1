import type { NumberArray } from "../../model/dtypes.ts";
import { numbersInSlices } from "../../text/numbers/numbers.ts";
import type { DataArray, Outline } from "../../text/outline/outline.ts";
import { finished } from "../../text/steps/slices.ts";
import type { FigureColumn } from "./column.ts";
import { columnKey } from "./columnKey.ts";
import type { KeptColumns, ReadColumn } from "./keptColumns.ts";
import { hasGaps, leavingArrays, type Limits } from "./leaving.ts";
import { packedColumn } from "./packedColumn.ts";
import { bytePlaces } from "./places.ts";

/** A column that has left a text just now. */
export interface SplitColumn extends FigureColumn {
  /** Names its values: see `columnKey`. */
  readonly key: string;
}

/** The text of a figure in which `[]` stands for its large arrays of numbers, and these. */
export interface SplitFigure {
  /** JSON in UTF-8. */
  readonly skeleton: Uint8Array;
  /** In the order of the text. */
  readonly columns: readonly SplitColumn[];
}

/** Where null in coordinates would be another value than NaN. */
const CATEGORIES = /category/;

const EMPTY = "[]";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Whether a figure may have an axis of categories, by its text without its large arrays: null is none there, and NaN is one. */
export function mayHaveCategories(text: string): boolean {
  return CATEGORIES.test(text);
}

/** `splitInSlices` without a pause. */
export function splitFigure(source: string | Uint8Array, outline: Outline, limits?: Limits): SplitFigure | undefined {
  return finished(splitInSlices(source, outline, limits));
}

/**
 * Takes the large arrays of numbers out of a figure's text, or of its bytes, whose outline this is: together they are the
 * same figure. Arrays of other things stay in the text, as do those that Plotly would draw otherwise as typed arrays.
 * Undefined where none leaves. Pauses after each few milliseconds. `kept` are the columns of the text's earlier versions.
 */
export function* splitInSlices(
  source: string | Uint8Array,
  outline: Outline,
  limits?: Limits,
  kept?: KeptColumns,
): Generator<undefined, SplitFigure | undefined> {
  const arrays = leavingArrays(outline, limits);
  const known = typeof source === "string" ? kept?.of(source, outline) : undefined;
  if (arrays.length === 0) {
    // Broken texts are mostly mended soon.
    if (outline.syntax.length === 0) known?.finish();
    return undefined;
  }
  const spans = arrays.map(({ value }) => value);
  const places =
    typeof source === "string"
      ? spans
      : yield* bytePlaces(source, outline.length, spans, (index) => arrays[index]!.encoding === "json");
  const left: { readonly array: DataArray; readonly start: number; readonly end: number }[] = [];
  const columns: SplitColumn[] = [];
  const hasCategories = arrays.some(hasGaps) && mayHaveCategories(textBetween(source, places));
  for (const [index, array] of arrays.entries()) {
    const { start, end } = places[index]!;
    if (hasCategories && hasGaps(array)) continue;
    let column = known?.at(array.value);
    if (column === undefined) {
      column = yield* readColumn(source, start, end, array);
      if (column === undefined) continue;
      known?.keep(array.value, column);
    }
    left.push({ array, start, end });
    columns.push({ path: array.path, shape: array.shape!, values: column.values, key: column.key });
  }
  known?.finish();
  return columns.length === 0 ? undefined : { skeleton: without(source, left), columns };
}

function* readColumn(
  source: string | Uint8Array,
  start: number,
  end: number,
  array: DataArray,
): Generator<undefined, ReadColumn | undefined> {
  const values = yield* valuesAt(source, start, end, array);
  return values && { values, key: yield* columnKey(values, array.shape!) };
}

function* valuesAt(
  source: string | Uint8Array,
  start: number,
  end: number,
  array: DataArray,
): Generator<undefined, NumberArray | undefined> {
  const count = array.shape!.reduce((product, length) => product * length, 1);
  if (array.encoding === "base64") {
    const values = yield* packedColumn(sliceOf(source, start, end));
    // Behind the numbers that the shape asks for there may be more.
    return values?.length === count ? values : values?.slice(0, count);
  }
  const numbers = yield* numbersInSlices(source, start, end, { gaps: hasGaps(array), count });
  if (numbers === undefined || ArrayBuffer.isView(numbers)) return numbers;
  const [row] = numbers;
  const Kind = row!.constructor as new (buffer: ArrayBufferLike, offset: number, length: number) => NumberArray;
  return new Kind(row!.buffer, row!.byteOffset, count);
}

/** All that is in no array that may leave. */
function textBetween(
  source: string | Uint8Array,
  places: readonly { readonly start: number; readonly end: number }[],
): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of places) {
    parts.push(sliceOf(source, at, start));
    at = end;
  }
  parts.push(sliceOf(source, at, source.length));
  return parts.join("");
}

/** The text with `[]` in these places. */
function without(
  source: string | Uint8Array,
  left: readonly { readonly start: number; readonly end: number }[],
): Uint8Array {
  const texts: string[] = [];
  const parts: Uint8Array[] = [];
  let at = 0;
  const keep = (to: number): void => {
    if (typeof source === "string") texts.push(source.slice(at, to));
    else parts.push(source.subarray(at, to));
  };
  for (const { start, end } of left) {
    keep(start);
    if (typeof source === "string") texts.push(EMPTY);
    else parts.push(encoder.encode(EMPTY));
    at = end;
  }
  keep(source.length);
  if (typeof source === "string") return encoder.encode(texts.join(""));
  const skeleton = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    skeleton.set(part, filled);
    filled += part.length;
  }
  return skeleton;
}

function sliceOf(source: string | Uint8Array, start: number, end: number): string {
  return typeof source === "string" ? source.slice(start, end) : decoder.decode(source.subarray(start, end));
}
