import type { JsonKind } from "../outline/outline.ts";

/** The part of JSON's grammar that may come next. */
export type Place = "value" | "first value" | "key" | "first key" | "colon" | "after" | "end";

/** The state of reading where the text breaks the grammar. */
export interface Situation {
  readonly place: Place;
  readonly container: "object" | "array" | "root";
  /** Offset of the container's bracket. */
  readonly start: number;
  readonly depth: number;
  readonly openObjects: number;
  readonly openArrays: number;
}

/** A way to continue behind a fault. */
export type Mending =
  /** As if the characters up to `to` were not there. */
  | { readonly do: "skip"; readonly to: number }
  /** As if what is missing were there. */
  | { readonly do: "expect"; readonly place: Place; readonly to: number }
  /** As if the characters up to `to` were such a value. */
  | { readonly do: "scalar"; readonly kind: Exclude<JsonKind, "object" | "array">; readonly to: number }
  /** As if they were a key. */
  | { readonly do: "key"; readonly to: number }
  /** Closes containers up to the innermost one of this kind. */
  | { readonly do: "close"; readonly container: "object" | "array" };
