import {
  type CodeAction,
  CodeActionTriggerKind,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type CancellationToken,
  type Disposable,
  languages,
  type Range,
  type TextDocument,
  window,
} from "vscode";
import { fixFileInSteps } from "../../figure/fixes/fixFile.ts";
import { migrateTextSteps } from "../../figure/fixes/migrateText.ts";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { plotScheme } from "../../manifest.ts";
import type { FigureChecks } from "../diagnostics/figureChecks.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import type { DefaultsChoices } from "../figures/defaultsChoices.ts";
import type { RuleFiles } from "../diagnostics/ruleFiles.ts";
import { toRange } from "../editing/ranges.ts";
import { figureSelector, type FigureReader } from "../figures/figureReader.ts";
import { longWork } from "../tasks/longWork.ts";
import { plainWords } from "../editing/plainWords.ts";
import { readSetting } from "../settings.ts";
import { LazyAction } from "./lazyAction.ts";
import { quickFixes } from "./quickFixes.ts";
import { refactorings } from "./refactorings.ts";
import { ruleActions } from "./ruleActions.ts";
import { soundEdits, workspaceEdit } from "../editing/textEdits.ts";
import { fileName } from "../editing/names.ts";

export interface FixParts {
  readonly figures: FigureReader;
  readonly checks: FigureChecks;
  readonly diagnostics: FigureDiagnostics;
  readonly choices: DefaultsChoices;
  readonly ruleFiles: RuleFiles;
}

/** `editor.codeActionsOnSave` can name these two. */
const fixAllKind = CodeActionKind.SourceFixAll.append("plots");
const migrateKind = CodeActionKind.Source.append("migrate.plots");

/** Registers what can be done about a problem, and with the array or reference at the cursor. */
export function registerCodeActions(parts: FixParts): Disposable {
  return languages.registerCodeActionsProvider(figureSelector, new FigureActions(parts), {
    providedCodeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind, migrateKind],
  });
}

class FigureActions implements CodeActionProvider {
  readonly #figures: FigureReader;
  readonly #checks: FigureChecks;
  readonly #diagnostics: FigureDiagnostics;
  readonly #choices: DefaultsChoices;
  readonly #ruleFiles: RuleFiles;

  constructor({ figures, checks, diagnostics, choices, ruleFiles }: FixParts) {
    this.#choices = choices;
    this.#ruleFiles = ruleFiles;
    this.#figures = figures;
    this.#checks = checks;
    this.#diagnostics = diagnostics;
  }

  async provideCodeActions(
    document: TextDocument,
    range: Range,
    context: CodeActionContext,
    token: CancellationToken,
  ): Promise<CodeAction[]> {
    // A plot of a server cannot be written to.
    const canEdit = document.uri.scheme !== plotScheme;
    const { version } = document;
    const file = await this.#figures.read(document, token);
    if (file === undefined) return [];
    const { only } = context;
    const wants = (kind: CodeActionKind) => only === undefined || only.intersects(kind);
    const isAsked = (kind: CodeActionKind) => canEdit && only?.intersects(kind) === true;
    const actions: CodeAction[] = [];
    // The light bulb does not show source actions, so make them only for those who ask for them.
    if (isAsked(fixAllKind)) actions.push(this.#fixAll(document, context.triggerKind));
    if (isAsked(migrateKind))
      actions.push(
        new LazyAction("Bring the Figure up to Date", migrateKind, document, async () => {
          const steps = migrateTextSteps(file, this.#choices.of(document.uri));
          return (await inSlices(steps, () => document.version === version))?.edits ?? [];
        }),
      );
    if (wants(CodeActionKind.QuickFix)) {
      const problems = this.#diagnostics.problemsNow(document) ?? (await this.#check(document));
      if (token.isCancellationRequested || document.version !== version) return [];
      const here = problems.filter(({ span }) => toRange(document, span).intersection(range));
      const { diagnostics } = context;
      const defaults = this.#choices.of(document.uri);
      if (canEdit) actions.push(...quickFixes({ document, file, problems: here, diagnostics, defaults }));
      actions.push(...(await ruleActions(document, here, diagnostics, this.#ruleFiles)));
      if (token.isCancellationRequested || document.version !== version) return [];
    }
    if (canEdit && wants(CodeActionKind.RefactorRewrite)) actions.push(...refactorings(document, file, range));
    for (const action of actions) action.title = plainWords(action.title);
    // A fix is not offered a second time as a refactoring.
    return actions.filter(({ title }, index) => actions.findIndex((other) => other.title === title) === index);
  }

  async resolveCodeAction(action: CodeAction): Promise<CodeAction> {
    if (!(action instanceof LazyAction) || action.edit !== undefined) return action;
    const { document, version } = action;
    const worked = document.version === version ? await action.work() : undefined;
    const edits = worked === undefined || document.version !== version ? undefined : await soundEdits(document, worked);
    if (edits !== undefined && document.version === version) action.edit = workspaceEdit(document, edits);
    return action;
  }

  /** Checks a document that was just opened, so that nobody waits for the check that comes by itself. */
  async #check(document: TextDocument): Promise<readonly FigureProblem[]> {
    if (!readSetting("diagnostics.enabled", document.uri)) return [];
    return (await this.#checks.check(document, { bound: false }))?.problems ?? [];
  }

  #fixAll(document: TextDocument, trigger: CodeActionTriggerKind): CodeAction {
    return new LazyAction("Fix All Problems of the Figure", fixAllKind, document, async () => {
      const { version } = document;
      const isCurrent = (): boolean => document.version === version && !document.isClosed;
      const rules = await this.#checks.rulesFor(document);
      if (!isCurrent()) return undefined;
      const defaults = this.#choices.of(document.uri);
      const title = `Fixing all problems of ${fileName(document.uri)}`;
      const fixed = await longWork(title, fixFileInSteps(document.getText(), rules, defaults), isCurrent);
      // Fixing on save says nothing: it would say the same at each save, and the problems stay marked.
      const [reason] = fixed?.refused ?? [];
      if (reason !== undefined && trigger === CodeActionTriggerKind.Invoke)
        void window.showWarningMessage(plainWords(reason));
      return fixed?.edits;
    });
  }
}
