import { commands, Disposable, type Uri } from "vscode";
import type { FigurePath } from "../../figure/model/path.ts";
import type { ProblemCode } from "../../figure/model/problem.ts";
import { commands as commandIds } from "../../manifest.ts";
import { type RuleScope, switchOff } from "../diagnostics/ruleSwitch.ts";
import { explainRule } from "../diagnostics/showProblem.ts";
import { type FixParts, registerCodeActions } from "./codeActions.ts";
import { inlineReferences } from "./inlineReferences.ts";
import { moveArrays, type MoveParts } from "./moveArrays.ts";
import { bringUpToDate, convertPython } from "./textCommands.ts";

/** Registers all that mends figures: at a problem, at the cursor and in the palette. */
export function registerFixes(parts: FixParts & MoveParts): Disposable {
  const { outlines, diagnostics, choices } = parts;
  return Disposable.from(
    registerCodeActions(parts),
    commands.registerCommand(commandIds.moveArrays, (uri?: unknown, part?: unknown) =>
      moveArrays(parts, uri, pathOf(part) ?? []),
    ),
    commands.registerCommand(commandIds.inlineReferences, (uri?: unknown, path?: unknown) =>
      inlineReferences(parts, uri, pathOf(path)),
    ),
    commands.registerCommand(commandIds.migrateFigure, (uri?: unknown) =>
      bringUpToDate(outlines, diagnostics, choices, uri),
    ),
    commands.registerCommand(commandIds.explainRule, explainRule),
    commands.registerCommand(commandIds.switchRuleOff, (uri: Uri, code: ProblemCode, scope: RuleScope) =>
      switchOff(parts.ruleFiles, uri, code, scope),
    ),
    commands.registerCommand(commandIds.convertPython, (uri?: unknown) => convertPython(uri)),
  );
}

/** The path that a command was given. Menus hand over other things in its place, such as the editor group. */
function pathOf(value: unknown): FigurePath | undefined {
  if (!Array.isArray(value)) return undefined;
  const steps: readonly unknown[] = value;
  return steps.every((step) => typeof step === "string" || typeof step === "number") ? steps : undefined;
}
