import type { NumberArray } from "../../model/dtypes.ts";
import type { Span } from "../../model/span.ts";
import type { Outline } from "../../text/outline/outline.ts";
import { firstOf, memoOf } from "../../text/reading/memo.ts";

/** What an array of the text was read as. */
export interface ReadColumn {
  readonly values: NumberArray;
  readonly key: string;
}

interface Kept extends ReadColumn {
  /** What stands around the remembered value in the array's text, as the dtype of a packed array does. */
  readonly around: string;
}

/**
 * The columns of one text, from version to version: an array that no edit has touched, as the scan knows, is not read
 * again. Those that a version has no more are dropped when it is read to its end.
 */
export class KeptColumns {
  readonly #columns = new Map<object, Kept>();

  /** The columns of the version that this is the outline of. */
  of(text: string, outline: Outline): VersionColumns {
    return new VersionColumns(this.#columns, text, outline);
  }

  /** Lets go of the memory. All arrays are then read again. */
  forget(): void {
    this.#columns.clear();
  }
}

/** The kept columns of one version. */
export class VersionColumns {
  readonly #columns: Map<object, Kept>;
  readonly #text: string;
  readonly #memo;
  readonly #wanted = new Set<object>();

  constructor(columns: Map<object, Kept>, text: string, outline: Outline) {
    this.#columns = columns;
    this.#text = text;
    this.#memo = memoOf(outline);
  }

  /** What the array at that place was read as before. */
  at(span: Span): ReadColumn | undefined {
    const place = this.#placeOf(span);
    const known = place && this.#columns.get(place.value);
    return known?.around === place?.around ? known : undefined;
  }

  keep(span: Span, { values, key }: ReadColumn): void {
    const place = this.#placeOf(span);
    if (place !== undefined) this.#columns.set(place.value, { values, key, around: place.around });
  }

  /** The version is read: what it did not ask for is gone from the text. */
  finish(): void {
    for (const value of this.#columns.keys()) if (!this.#wanted.has(value)) this.#columns.delete(value);
  }

  #placeOf(span: Span): { readonly value: object; readonly around: string } | undefined {
    const skip = this.#memo?.onlyIn(span);
    if (skip === undefined) return undefined;
    const value = firstOf(skip);
    this.#wanted.add(value);
    const [before, behind] = [this.#text.slice(span.start, skip.start), this.#text.slice(skip.end, span.end)];
    // A null character is in no sound JSON.
    return { value, around: `${before}\0${behind}` };
  }
}
