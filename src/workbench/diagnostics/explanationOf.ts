import { Uri } from "vscode";
import type { ProblemCode } from "../../figure/model/problem.ts";

/** Where a rule is explained. */
export function explanationOf(code: ProblemCode): Uri {
  return Uri.parse(`https://github.com/plot-files/plot-files/blob/main/PROBLEMS.md#${code}`);
}
