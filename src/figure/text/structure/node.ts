import type { JsonKind } from "../outline/outline.ts";
import type { Span } from "../../model/span.ts";

/** A value in a figure file and its place. */
export interface FigureNode {
  /** `"missing"`: there is a key and no value, as while somebody types. */
  readonly kind: JsonKind | "missing";
  /** The place of the value, quotes and brackets included. */
  readonly span: Span;
  /** Undefined for the root and in arrays. `span` includes the quotes. */
  readonly key: { readonly name: string; readonly span: Span } | undefined;
  /** Place among the members or elements of `parent`. */
  readonly index: number;
  readonly parent: FigureNode | undefined;
  /** Members or elements in the order of the text, one whose key is written again among them. */
  readonly children: readonly FigureNode[];
  /** Decoded, for scalars; undefined for containers, and for strings of over 1,000 characters. */
  readonly value: string | number | boolean | null | undefined;
  /** Whether what it holds is not told: an array of data, a long list of scalars, or what lies too deep. */
  readonly opaque: boolean;
}
