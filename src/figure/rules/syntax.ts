import type { Span } from "../outline.ts";
import type { FigureProblem } from "../problem.ts";
import type { Rule } from "./rule.ts";

/** What keeps the text from being JSON: the scan finds it, and each kind of it is a rule. */
export const syntaxRules: readonly Rule[] = [
  rule("syntax", "The text is not JSON."),
  rule("empty", "The file holds nothing."),
  rule("python-dict", "The text is a Python dict as `print` shows it, not JSON."),
  rule("non-finite-number", "NaN or Infinity, which JSON does not have."),
  rule("trailing-comma", "A comma behind the last member or element, which JSON does not have."),
];

function rule(code: FigureProblem["code"], title: string): Rule {
  return {
    code,
    severity: "error",
    title,
    *check({ outline, text }) {
      for (const { span, message, related, code: found } of outline.syntax) {
        const trailing = found === "syntax" && isTrailingComma(text, span);
        if ((trailing ? "trailing-comma" : found) !== code) continue;
        const fixes = trailing ? [{ title: "Remove the comma", edits: [{ span, text: "" }], preferred: true }] : [];
        yield { code, severity: "error", span, message, related, fixes };
      }
    },
  };
}

function isTrailingComma(text: string, { start, end }: Span): boolean {
  return text.slice(start, end) === "," && /^\s*[}\]]/.test(text.slice(end, end + 1000));
}
