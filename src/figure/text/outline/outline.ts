import type { FigurePath } from "../../model/path.ts";
import type { Span } from "../../model/span.ts";
import type { ForeignKind } from "./foreign.ts";

/** A fault because of which a text is no strict JSON (RFC 8259). */
export interface SyntaxProblem {
  readonly code: "empty" | "not-json" | "python-dict" | "non-finite-number" | "syntax";
  readonly span: Span;
  readonly message: string;
  /** What the text is, where it was never meant as JSON. */
  readonly foreign?: ForeignKind;
  /** Other places that explain it, such as the bracket that is never closed. */
  readonly related: readonly { readonly span: Span; readonly message: string }[];
}

/** An array, or plotly.py's `{dtype, bdata}`, under an attribute that takes data. */
export interface DataArray {
  readonly path: FigurePath;
  readonly key: Span;
  readonly value: Span;
  readonly encoding: "json" | "base64";
  /** Elements of the outermost array; undefined for base64 whose length is not known without decoding. */
  readonly length: number | undefined;
  /**
   * Bits of what stands in it, `elementBits`: of the elements that are no arrays themselves, however deep. 0 where there
   * are none. What objects hold does not count.
   */
  readonly kinds: number;
  /** The depth of arrays in arrays: 1 for a list, 2 for a table of numbers. */
  readonly nesting: number;
  /**
   * The length of each dimension, outermost first: `[3]` for a list, `[rows, columns]` for a table. Undefined where arrays
   * of one depth differ in length, arrays stand beside other elements, there are more than three dimensions, or the
   * length of base64 is not known.
   */
  readonly shape: readonly number[] | undefined;
}

/** A key of the shape `<attribute>src`. */
export interface SrcReference {
  /** Path of the src key itself: `["data", 0, "xsrc"]`. */
  readonly path: FigurePath;
  readonly key: Span;
  readonly value: Span;
  readonly kind: JsonKind;
  /** The decoded string, or undefined where the value is not a string. */
  readonly text: string | undefined;
  /** Whether Plotly's schema lets the attribute without `src` take data. */
  readonly takesData: boolean;
  /** The key without `src` beside it, where there is one. */
  readonly partner: Span | undefined;
}

export interface TraceOutline {
  /** `["data", 0]` or `["frames", 2, "data", 0]`. */
  readonly path: FigurePath;
  readonly span: Span;
  /** As written; undefined where there is none, or no text or an empty one (Plotly then draws a scatter). */
  readonly type: string | undefined;
  readonly typeSpan: Span | undefined;
  /**
   * The type whose attributes the trace takes: its own; without one, for a frame's trace that of the trace it animates;
   * else scatter, as Plotly draws it.
   */
  readonly drawnAs: string;
  readonly name: string | undefined;
}

/** A figure that is not the whole of its file. */
export interface FigureWithin {
  /** As a value of the file's JSON; as JSON within a text; or as an object with texts for its `data` or `layout`. */
  readonly how: "value" | "text" | "parts";
  /** Keys and indices from the file's root to it. Texts that hold JSON are gone through as what they hold. */
  readonly path: FigurePath;
  /** The object, or the text, that it is. */
  readonly span: Span;
  /** The range to mark: the key that leads to it, or its first character. */
  readonly mark: Span;
  /** The whole of the file's JSON. */
  readonly root: Span;
  /** Whether nothing else is in the file that anybody would miss. */
  readonly isAlone: boolean;
  /** The figures of the file behind the first one. */
  readonly others: readonly { readonly path: FigurePath; readonly span: Span }[];
}

/**
 * The result of one pass over a version of the text. Every feature reads this, and none parses again. Where the figure
 * is a value within the file, everything but `length`, `syntax` and `within` describes that value, with paths from it.
 */
export interface Outline {
  readonly length: number;
  /** Empty when the text is strict JSON. The outline holds what could be read before and after the first problem. */
  readonly syntax: readonly SyntaxProblem[];
  readonly root: "object" | "array" | "scalar" | "none";
  /** The root value; empty where there is none. */
  readonly rootSpan: Span;
  /** The root's own members (the first 100 of them); a key written twice is where its last value is, as JSON has it. */
  readonly members: ReadonlyMap<string, { readonly key: Span; readonly value: Span; readonly kind: JsonKind }>;
  readonly traces: readonly TraceOutline[];
  readonly frameCount: number;
  readonly arrays: readonly DataArray[];
  readonly references: readonly SrcReference[];
  /** Whether the file has more than the 200,000 traces, arrays or references that are told. */
  readonly leftOut: boolean;
  /** The place of the figure, where it is not the whole file. */
  readonly within?: FigureWithin | undefined;
}

export type JsonKind = "object" | "array" | "string" | "number" | "boolean" | "null";
