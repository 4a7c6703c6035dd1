import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Range, Uri } from "vscode";
import { type Check, gravest, PROBLEM_LIMIT } from "../../figure/checks/check.ts";
import { formatCount } from "../../figure/model/counts.ts";
import type { FigureProblem, ProblemCode, Severity } from "../../figure/model/problem.ts";
import type { Span } from "../../figure/model/span.ts";
import { commands as commandIds } from "../../manifest.ts";
import { plainWords } from "../editing/plainWords.ts";
import type { FileText } from "./checkedFile.ts";
import { explanationOf } from "./explanationOf.ts";

/** A figure's text as VS Code shows it, whether it has a document or not. */
export interface ShownText {
  readonly uri: Uri;
  /** Whether VS Code's own JSON service checks it too. */
  readonly isInJsonService: boolean;
  /** Whether a text editor can show it. Packed and pickled files are no texts. */
  readonly hasText: boolean;
  rangeOf(span: Span): Range;
  /** Where a span stands in a file that is too large for a text editor, which can show the part around it. */
  readonly partOf?: FileText["partOf"];
}

/** The problems of a figure as VS Code lists them. */
export function toDiagnostics(text: ShownText, { problems, counts }: Check): Diagnostic[] {
  // VS Code's own JSON service marks these too; saying them twice would not help. Their fixes are offered all the same.
  const listed = problems.filter(({ code }) => !(text.isInJsonService && saidByJsonService.has(code)));
  // No panel lists hints; where there are too many, the text lacks the last ones.
  const total = counts.reduce((sum, { severity, count }) => (severity === "hint" ? sum : sum + count), 0);
  if (total <= PROBLEM_LIMIT) return listed.map((problem) => toDiagnostic(text, problem));
  // VS Code shows this many problems of a file. One of them is the line that says that there are more.
  const shown = gravest(listed, PROBLEM_LIMIT - 1);
  const rest = new Diagnostic(
    new Range(0, 0, 0, 0),
    `The gravest ${shown.length} of this figure's ${formatCount(total, "problem")} are listed here.`,
    DiagnosticSeverity.Information,
  );
  rest.source = "plots";
  return [...shown.map((problem) => toDiagnostic(text, problem)), rest];
}

function toDiagnostic(text: ShownText, problem: FigureProblem): Diagnostic {
  // VS Code's JSON service marks what follows at every quote. That cannot be prevented, but the message can name the cause.
  const isOther = (problem.code === "python-dict" || problem.code === "not-json") && text.isInJsonService;
  const sentence = isOther ? `${problem.message} The other marks here follow from that.` : problem.message;
  const range = text.rangeOf(problem.span);
  const diagnostic = new Diagnostic(range, plainWords(sentence), severities[problem.severity]);
  diagnostic.source = "plots";
  const target = text.hasText ? placeLink(text, problem, range) : explanationOf(problem.code);
  diagnostic.code = { value: problem.code, target };
  diagnostic.relatedInformation = problem.related.map(
    ({ span, message }) =>
      new DiagnosticRelatedInformation(new Location(text.uri, text.rangeOf(span)), plainWords(message)),
  );
  return diagnostic;
}

/** A link into the text. The Problems panel itself leads to the drawing, which cannot show a place in the text. */
function placeLink({ uri, partOf }: ShownText, { span, code }: FigureProblem, range: Range): Uri {
  const part = partOf?.(span);
  if (part !== undefined) return commandLink(commandIds.showPart, [uri.toString(), part.place, part.length]);
  return commandLink(commandIds.showProblem, [uri.toString(), range, code]);
}

const commandLink = (path: string, args: readonly unknown[]): Uri =>
  Uri.from({ scheme: "command", path, query: encodeURIComponent(JSON.stringify(args)) });

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const saidByJsonService = new Set<ProblemCode>(["syntax", "trailing-comma", "duplicate-key"]);
