import type { Fix } from "./fix.ts";
import type { Span } from "./span.ts";

/** The codes of all problems. Settings, the command line and the documentation use these names. */
export type ProblemCode =
  | "syntax"
  | "empty"
  | "not-json"
  | "python-dict"
  | "non-finite-number"
  | "trailing-comma"
  | "duplicate-key"
  | "not-a-figure"
  | "wrapped-figure"
  | "unknown-trace-type"
  | "unknown-attribute"
  | "removed-attribute"
  | "older-spelling"
  | "wrong-value"
  | "unequal-lengths"
  | "missing-subplot"
  | "first-id"
  | "leftover"
  | "typed-array"
  | "raw-array"
  | "broken-reference"
  | "misplaced-reference"
  | "reference-and-values"
  | "offline-resource"
  | "formula"
  | "slow-figure";

export type Severity = "error" | "warning" | "information" | "hint";

/** All severities, the most severe first. */
export const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

/** A problem at one range of a figure file. */
export interface FigureProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly span: Span;
  /** A whole sentence for the person: what is wrong and what to do. */
  readonly message: string;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** The fixes that edit the text, the most likely first. */
  readonly fixes?: readonly Fix[];
}
