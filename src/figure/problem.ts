import type { Fix } from "./fix.ts";
import type { Span } from "./outline.ts";

export type ProblemCode =
  | "syntax"
  | "empty"
  | "python-dict"
  | "non-finite-number"
  | "not-a-figure"
  | "unknown-trace-type"
  | "raw-array"
  | "broken-reference";

export type Severity = "error" | "warning" | "information" | "hint";

/** One thing to say about one range of a figure file. */
export interface FigureProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly span: Span;
  /** A whole sentence for the person: what is wrong and what to do. */
  readonly message: string;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** What mends it by an edit of the text, the likeliest first. */
  readonly fixes?: readonly Fix[];
}
