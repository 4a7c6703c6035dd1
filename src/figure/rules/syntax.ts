import type { SyntaxProblem } from "../outline.ts";
import type { Rule } from "./rule.ts";

/** What keeps the text from being JSON: the scan finds it, and each code of it is a rule. */
export const syntaxRules: readonly Rule[] = [
  rule("syntax", "The text is not JSON."),
  rule("empty", "The file holds nothing."),
  rule("python-dict", "The text is a Python dict as `print` shows it, not JSON."),
  rule("non-finite-number", "NaN or Infinity, which JSON does not have."),
];

function rule(code: SyntaxProblem["code"], title: string): Rule {
  return {
    code,
    severity: "error",
    title,
    *check({ outline }) {
      for (const problem of outline.syntax) if (problem.code === code) yield { ...problem, severity: "error" };
    },
  };
}
