import type { Diagnostic, TextDocument } from "vscode";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { toRange } from "../editing/ranges.ts";

/** The diagnostics of this problem among those that VS Code asks about. */
export function diagnosticsOf(
  document: TextDocument,
  problem: FigureProblem,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const range = toRange(document, problem.span);
  return diagnostics.filter(({ source, range: marked }) => source === "plots" && marked.isEqual(range));
}
