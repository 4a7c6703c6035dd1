import { CodeAction, CodeActionKind, type Diagnostic, type TextDocument, window } from "vscode";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { commands as commandIds } from "../../manifest.ts";
import type { RuleFiles } from "../diagnostics/ruleFiles.ts";
import { switchOffers } from "../diagnostics/ruleSwitch.ts";
import { diagnosticsOf } from "./diagnosticsOf.ts";

/** What can be done about the rule behind a problem: see the place, read the explanation, switch the rule off. */
export async function ruleActions(
  document: TextDocument,
  here: readonly FigureProblem[],
  diagnostics: readonly Diagnostic[],
  files: RuleFiles,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  const rules = new Map(here.map((problem) => [problem.code, problem]));
  // The drawing is in front where the person comes from the Problems panel.
  const isInText = window.activeTextEditor?.document === document;
  for (const [code, problem] of rules) {
    const marked = diagnosticsOf(document, problem, diagnostics);
    const add = (title: string, command: string, args: readonly unknown[]): void => {
      const action = new CodeAction(title, CodeActionKind.QuickFix);
      action.command = { command, title, arguments: [...args] };
      action.diagnostics = marked;
      actions.push(action);
    };
    if (!isInText) add("Show in the text", commandIds.showProblem, [document.uri, problem.span]);
    add(`Explain “${code}”`, commandIds.explainRule, [code]);
    for (const { title, scope } of await switchOffers(files, document.uri, code))
      add(title, commandIds.switchRuleOff, [document.uri, code, scope]);
  }
  return actions;
}
