import type { Column } from "../../text/numbers/found.ts";

/** A place in the skeleton for a place in the file. */
export interface Hole {
  /** The offset in the file. */
  readonly at: number;
  /** Line ends from the beginning of what was left out up to it. */
  readonly lines: number;
  /** A number that JSON does not have: `NaN`. */
  readonly word: string;
}

/**
 * A value of the file that is left out of the skeleton: a long array of numbers, or a long text in base64. `[]` or `""`
 * stands there in its place, with a blank for each of its holes, or with its padding. Offsets are in bytes.
 */
export interface StandIn {
  /** Its place in the skeleton. */
  readonly start: number;
  readonly end: number;
  /** The value's place in the file. */
  readonly from: number;
  readonly to: number;
  /** Line ends in the value, and its bytes behind the last one. */
  readonly lines: number;
  readonly tail: number;
  readonly holes: readonly Hole[];
  readonly holds: Held;
}

/** What the value is. */
export type Held =
  | {
      readonly kind: "numbers";
      /** The numbers in all. */
      readonly length: number;
      /** Rows of a list of lists; 0 for a list. */
      readonly rows: number;
      /** As in `DataArray.kinds`: there may be nulls, which are NaN in the column. */
      readonly kinds: number;
    }
  | {
      readonly kind: "base64";
      /** Signs of base64, padding included. */
      readonly length: number;
    };

/** A file without its large arrays. */
export interface Skeleton {
  /** The bytes of the file with stand-ins in place of what was left out. */
  readonly bytes: Uint8Array;
  /** In their order. */
  readonly standIns: readonly StandIn[];
  /** The bytes of the file. */
  readonly size: number;
  /** Whether the file was not read to its end, since its beginning shows that it is no JSON. */
  readonly isHead: boolean;
}

/** The same, and what was left out. */
export interface Condensed extends Skeleton {
  /** For each stand-in, its numbers, or the bytes that its base64 is of. */
  readonly data: readonly (Column | Uint8Array)[];
}
