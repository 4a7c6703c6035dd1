import { CodeAction, CodeActionKind, type Diagnostic, type TextDocument } from "vscode";
import type { FigureText } from "../../figure/text/structure/figureText.ts";
import { ALL_NULL, fixesOf, MOST_BY_THE_WAY } from "../../figure/fixes/fixesOf.ts";
import { withKeptDefaults } from "../../figure/fixes/keptDefaults.ts";
import type { MigrateTextOptions } from "../../figure/fixes/migrateText.ts";
import type { FigureProblem, ProblemCode } from "../../figure/model/problem.ts";
import { type CommandId, commands as commandIds } from "../../manifest.ts";
import { longWork } from "../tasks/longWork.ts";
import { diagnosticsOf } from "./diagnosticsOf.ts";
import { LazyAction } from "./lazyAction.ts";
import { jsonOf } from "./textCommands.ts";
import { plainWords } from "../editing/plainWords.ts";

/** The problems at a place of a figure, and what their fixes need to know. */
export interface ProblemsHere {
  readonly document: TextDocument;
  readonly file: FigureText;
  readonly problems: readonly FigureProblem[];
  /** What VS Code marks there. Each fix names those that it mends. */
  readonly diagnostics: readonly Diagnostic[];
  readonly defaults: MigrateTextOptions;
}

/** What mends the problems at a place: edits of their own first, then commands. */
export function quickFixes(here: ProblemsHere): CodeAction[] {
  return [...edits(here), ...allNull(here), ...largeFixes(here), ...gridFixes(here), ...exportFixes(here)];
}

function edits({ document, file, problems, diagnostics, defaults }: ProblemsHere): CodeAction[] {
  const { version } = document;
  return problems.flatMap((problem) => {
    const marked = diagnosticsOf(document, problem, diagnostics);
    return fixesOf(file, problem).map(({ title, edits: changes, preferred }) => {
      const action = new LazyAction(title, CodeActionKind.QuickFix, document, () =>
        longWork(plainWords(title), withKeptDefaults(file.text, changes, defaults), () => document.version === version),
      );
      action.isPreferred = preferred;
      action.diagnostics = marked;
      return action;
    });
  });
}

/** Offers to mend all numbers that are not finite at once, where the file has other mistakes of syntax too. */
function allNull({ document, file, problems, diagnostics }: ProblemsHere): CodeAction[] {
  const notFinite = problems.find(({ code }) => code === "non-finite-number");
  if (notFinite === undefined || file.outline.syntax.length <= 1) return [];
  const all = new LazyAction(ALL_NULL, CodeActionKind.QuickFix, document, () => jsonOf(document, file.text));
  all.diagnostics = diagnosticsOf(document, notFinite, diagnostics);
  return [all];
}

/** Offers commands in a large file, for what would take too long to work out before it is asked for. */
function largeFixes(here: ProblemsHere): CodeAction[] {
  if (here.file.text.length <= MOST_BY_THE_WAY) return [];
  return [
    ...commandFix(here, ["python-dict"], "Convert the Python dict to JSON", commandIds.convertPython),
    ...commandFix(here, ["removed-attribute"], "Bring the figure up to date", commandIds.migrateFigure),
  ];
}

function gridFixes(here: ProblemsHere): CodeAction[] {
  const raw = here.problems.find(({ code }) => code === "raw-array");
  const path = here.file.outline.arrays.find(({ key }) => key.start === raw?.span.start)?.path ?? [];
  const create = "Move the arrays to a grid and create a plot…";
  const fixes = [
    ...commandFix(here, ["raw-array"], create, commandIds.createPlot),
    ...commandFix(here, ["raw-array"], "Move this array to a grid…", commandIds.moveArrays, [path]),
  ];
  for (const fix of fixes) if (fix.title === create) fix.isPreferred = raw?.severity === "error";
  return fixes;
}

/** The values of a Chart Studio export can be put back where its references lead nowhere. */
function exportFixes(here: ProblemsHere): CodeAction[] {
  const codes = ["reference-and-values", "broken-reference"] as const;
  return commandFix(here, codes, "Import Chart Studio Export…", commandIds.importExport);
}

/** Runs a command with the file, and with `more`; where there is a problem of one of the codes. */
function commandFix(
  { document, problems, diagnostics }: ProblemsHere,
  codes: readonly ProblemCode[],
  title: string,
  command: CommandId,
  more: readonly unknown[] = [],
): CodeAction[] {
  const problem = problems.find(({ code }) => codes.includes(code));
  if (problem === undefined) return [];
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [document.uri, ...more] };
  action.diagnostics = diagnosticsOf(document, problem, diagnostics);
  return [action];
}
