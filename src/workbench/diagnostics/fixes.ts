import { CodeAction, CodeActionKind, type CodeActionProvider, type Disposable, languages } from "vscode";
import { commands as commandIds, plotScheme } from "../../manifest.ts";
import { parsePlotUri } from "../plotDocuments/plotUri.ts";
import type { FigureDiagnostics } from "./figureDiagnostics.ts";
import { toRange } from "./figureDiagnostics.ts";

/** What can be done about a problem, offered where it stands. */
export function registerFixes(diagnostics: FigureDiagnostics): Disposable {
  const provider: CodeActionProvider = {
    provideCodeActions(document, range, context) {
      const here = diagnostics
        .problemsOf(document.uri)
        .filter(({ span }) => toRange(document, span).intersection(range));
      const marked = context.diagnostics.filter(({ source }) => source === "plots");
      const actions: CodeAction[] = [];
      if (here.some(({ code }) => code === "raw-array") && parsePlotUri(document.uri) === undefined) {
        const create = new CodeAction("Move the arrays to a grid and create a plot…", CodeActionKind.QuickFix);
        create.command = { command: commandIds.createPlot, title: create.title, arguments: [document.uri] };
        create.diagnostics = marked;
        create.isPreferred = true;
        actions.push(create);
      }
      return actions;
    },
  };
  const selector = [{ language: "json" }, { language: "jsonc" }, { scheme: plotScheme }];
  return languages.registerCodeActionsProvider(selector, provider, {
    providedCodeActionKinds: [CodeActionKind.QuickFix],
  });
}
