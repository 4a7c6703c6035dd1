import type { Outline } from "../outline.ts";
import type { FigureProblem } from "../problem.ts";

/** What keeps the text from being JSON. */
export function syntax(outline: Outline): FigureProblem[] {
  return outline.syntax.map(({ code, span, message, related }) => ({
    code,
    severity: "error",
    span,
    message,
    related,
  }));
}
