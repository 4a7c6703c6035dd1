import { Uri } from "vscode";
import type { ProblemCode } from "../../figure/model/problem.ts";

/** The address of a rule's explanation. */
export function explanationOf(code: ProblemCode): Uri {
  return Uri.parse(`https://github.com/plot-files/plot-files/blob/main/PROBLEMS.md#${code}`);
}
