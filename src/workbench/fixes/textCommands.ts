import { ProgressLocation, Range, Selection, type TextDocument, window } from "vscode";
import type { TextEdit } from "../../figure/fix.ts";
import { migrateText } from "../../figure/fixes/migrateText.ts";
import { pythonToJson } from "../../figure/fixes/pythonDict.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { revealInText } from "../figureEditor/revealProblem.ts";
import type { Outlines } from "../outlines.ts";
import { documentFor, figureAt } from "./figureAt.ts";
import { fileName, makeEdits } from "./textEdits.ts";

/** Rewrites what older Plotly wrote as today's reads it, in the file. */
export async function migrateFigure(outlines: Outlines, diagnostics: FigureDiagnostics, given: unknown): Promise<void> {
  const document = await documentFor(given);
  const figure = document && (await figureAt(document, outlines, diagnostics));
  if (document === undefined || figure === undefined) return;
  const name = fileName(document.uri);
  const options = { location: ProgressLocation.Window, title: `Bringing ${name} up to date` };
  const migration = await window.withProgress(options, () => Promise.resolve(migrateText(figure.file)));
  if (migration === undefined) {
    void window.showInformationMessage(`${name} is what today's Plotly reads: nothing needs to be changed.`);
    return;
  }
  if (!(await madeAt(document, figure.version, migration.edits))) return;
  const told = migration.notes.length === 0 ? ["Only what shows nowhere in the drawing was changed."] : migration.notes;
  void window.showInformationMessage(`${name} was brought up to date. ${told.join(" ")}`);
}

/** Makes JSON of the selected text, or of the whole where nothing is selected. */
export async function convertPython(given: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  const document = await documentFor(given ?? editor?.document.uri);
  if (document === undefined) return;
  const { version } = document;
  const selection = editor?.document === document && !editor.selection.isEmpty ? editor.selection : undefined;
  const start = selection === undefined ? 0 : document.offsetAt(selection.start);
  const converted = pythonToJson(document.getText(selection && new Range(selection.start, selection.end)));
  const shifted = ({ start: from, end }: { start: number; end: number }) => ({ start: from + start, end: end + start });
  if (!converted.ok) {
    const message = `The text cannot be converted. ${converted.message}`;
    const show = await window.showErrorMessage(message, "Show in Text");
    if (show === undefined) return;
    const span = shifted(converted.span);
    if (editor?.document === document)
      editor.selection = new Selection(document.positionAt(span.start), document.positionAt(span.end));
    await revealInText(document.uri, span, () => 1);
    return;
  }
  const edits = converted.edits.map(({ span, text }) => ({ span: shifted(span), text }));
  if (edits.length === 0) void window.showInformationMessage("The text is JSON already.");
  else await madeAt(document, version, edits);
}

async function madeAt(document: TextDocument, version: number, edits: readonly TextEdit[]): Promise<boolean> {
  if (document.version === version && (await makeEdits(document, edits))) return true;
  void window.showWarningMessage(`${fileName(document.uri)} was changed meanwhile. Run the command again.`);
  return false;
}
