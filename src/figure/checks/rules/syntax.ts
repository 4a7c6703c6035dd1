import { pythonToJsonInSteps } from "../../text/python/pythonToJson.ts";
import type { SyntaxProblem } from "../../text/outline/outline.ts";
import type { Span } from "../../model/span.ts";
import type { FigureProblem } from "../../model/problem.ts";
import type { Rule } from "../rule/rule.ts";

/** A longer text is converted when somebody asks for it. */
const LONGEST_PYTHON = 1_000_000;

/** The rules about a text that is no JSON, one for each kind of fault that the scan finds. */
export const syntaxRules: readonly Rule[] = [
  rule("syntax", "The text is not JSON."),
  rule("empty", "The file is empty."),
  rule("not-json", "The file is not JSON but something else: packed, a page, a program, another language."),
  {
    ...rule("python-dict", "The text is a Python dict as `print` shows it, not JSON."),
    *check({ outline, text }) {
      for (const problem of outline.syntax) if (problem.code === "python-dict") yield* pythonProblem(problem, text);
    },
  },
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

/** With its conversion, or with the reason why there is none. */
function* pythonProblem(
  { span, message, related }: SyntaxProblem,
  text: string,
): Generator<FigureProblem | undefined, void> {
  const problem = { code: "python-dict", severity: "error", span, message, related } as const;
  if (text.length === 0 || text.length > LONGEST_PYTHON) {
    yield problem;
    return;
  }
  const steps = pythonToJsonInSteps(text);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield undefined;
  const converted = step.value;
  if (converted.ok) {
    yield {
      ...problem,
      fixes: [{ title: "Convert the Python dict to JSON", edits: converted.edits, preferred: true }],
    };
    return;
  }
  const why = { span: converted.span, message: converted.message };
  yield {
    ...problem,
    message: `${message} It cannot be converted as it stands. ${why.message}`,
    related: [...related, why],
  };
}

function isTrailingComma(text: string, { start, end }: Span): boolean {
  return text.slice(start, end) === "," && /^\s*[}\]]/.test(text.slice(end, end + 1000));
}
