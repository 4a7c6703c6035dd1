import type { Outline } from "./outline.ts";
import type { FigureProblem } from "./problem.ts";
import { notAFigure } from "./rules/notAFigure.ts";
import { rawArrays } from "./rules/rawArray.ts";
import { syntax } from "./rules/syntax.ts";
import { unknownTraceTypes } from "./rules/unknownTraceType.ts";

export interface CheckOptions {
  /** Whether the API is to take the figure: what it refuses is an error then, and information else. */
  readonly bound: boolean;
}

/** All that a figure file itself shows to be wrong, in the order of the text. What needs a server is checked apart. */
export function checkFigure(outline: Outline, options: CheckOptions): FigureProblem[] {
  const problems = [
    ...syntax(outline),
    ...notAFigure(outline),
    ...unknownTraceTypes(outline),
    ...rawArrays(outline, options),
  ];
  return problems.toSorted((a, b) => a.span.start - b.span.start);
}
