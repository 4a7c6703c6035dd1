import { Range, type TextDocument, window } from "vscode";
import type { TextEdit } from "../../figure/model/fix.ts";
import { migrateTextSteps } from "../../figure/fixes/migrateText.ts";
import type { Span } from "../../figure/model/span.ts";
import { type PythonConversion, pythonToJsonInSteps } from "../../figure/text/python/pythonToJson.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import type { DefaultsChoices } from "../figures/defaultsChoices.ts";
import { revealInText } from "../editing/revealInText.ts";
import { longWork } from "../tasks/longWork.ts";
import type { Outlines } from "../figures/outlines.ts";
import { documentFor, editableFigure } from "./editableFigure.ts";
import { makeEdits } from "../editing/textEdits.ts";
import { fileName } from "../editing/names.ts";
import { plainWords } from "../editing/plainWords.ts";

/** Brings a figure of older Plotly up to date in its file. */
export async function bringUpToDate(
  outlines: Outlines,
  diagnostics: FigureDiagnostics,
  choices: DefaultsChoices,
  given: unknown,
): Promise<void> {
  const document = await documentFor(given);
  const figure = document && (await editableFigure(document, outlines, diagnostics));
  if (document === undefined || figure === undefined) return;
  const name = fileName(document.uri);
  const isCurrent = (): boolean => document.version === figure.version && !document.isClosed;
  let isDone = false;
  const steps = (function* () {
    const made = yield* migrateTextSteps(figure.file, choices.of(document.uri));
    isDone = true;
    return made;
  })();
  const migration = await longWork(`Bringing ${name} up to date`, steps, isCurrent);
  // The person gave up, or edited the text meanwhile, which is told below.
  if (!isDone && isCurrent()) return;
  if (isDone && migration === undefined) {
    void window.showInformationMessage(`${name} is up to date: nothing needs to be changed.`);
    return;
  }
  if (!(await madeAt(document, figure.version, migration?.edits ?? [])) || migration === undefined) return;
  const told = migration.notes.length === 0 ? ["Nothing that was changed shows in the drawing."] : migration.notes;
  void window.showInformationMessage(plainWords(`${name} was brought up to date. ${told.join(" ")}`));
}

/** Converts the selected Python to JSON, or the whole text where nothing is selected. */
export async function convertPython(given: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  const document = await documentFor(given ?? editor?.document.uri);
  if (document === undefined) return;
  const { version } = document;
  const selection = editor?.document === document && !editor.selection.isEmpty ? editor.selection : undefined;
  const start = selection === undefined ? 0 : document.offsetAt(selection.start);
  const python = document.getText(selection && new Range(selection.start, selection.end));
  const converted = await conversionOf(document, python);
  if (converted === undefined) return;
  const shifted = ({ start: from, end }: { start: number; end: number }) => ({ start: from + start, end: end + start });
  if (!converted.ok) {
    await sayRefused(document, { ...converted, span: shifted(converted.span) });
    return;
  }
  const edits = converted.edits.map(({ span, text }) => ({ span: shifted(span), text }));
  if (edits.length === 0) void window.showInformationMessage("The text is JSON already.");
  else await madeAt(document, version, edits);
}

/** The edits that make JSON of the whole text. Undefined where there are none, which the person is told, or where they gave up. */
export async function jsonOf(document: TextDocument, text: string): Promise<readonly TextEdit[] | undefined> {
  const converted = await conversionOf(document, text);
  if (converted?.ok === false) void sayRefused(document, converted);
  return converted?.ok === true ? converted.edits : undefined;
}

function conversionOf(document: TextDocument, text: string): Promise<PythonConversion | undefined> {
  const { version } = document;
  const isCurrent = (): boolean => document.version === version && !document.isClosed;
  return longWork(`Converting ${fileName(document.uri)}`, pythonToJsonInSteps(text), isCurrent);
}

async function sayRefused(
  document: TextDocument,
  { message, span }: { readonly message: string; readonly span: Span },
): Promise<void> {
  const show = await window.showErrorMessage(plainWords(`The text cannot be converted. ${message}`), "Show in Text");
  if (show !== undefined) await revealInText(document.uri, span);
}

async function madeAt(document: TextDocument, version: number, edits: readonly TextEdit[]): Promise<boolean> {
  if (document.version === version && (await makeEdits(document, edits))) return true;
  void window.showWarningMessage(`${fileName(document.uri)} was changed meanwhile. Run the command again.`);
  return false;
}
