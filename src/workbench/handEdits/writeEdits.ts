import { type TextDocument, workspace } from "vscode";
import type { FigureEdit } from "../../figure/edits/edit.ts";
import { editText } from "../../figure/edits/editText.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { workspaceEdit } from "../editing/textEdits.ts";
import type { Outlines } from "../figures/outlines.ts";

export const changedMeanwhile = "The text has changed meanwhile, so that this was not written. Do it again.";

/** Writes edits of a figure into its text, as one step of undo. Returns a sentence where they were not written. */
export async function writeEdits(
  document: TextDocument,
  edits: readonly FigureEdit[],
  outlines: Outlines,
): Promise<string | undefined> {
  const { version } = document;
  const isCurrent = (): boolean => document.version === version && !document.isClosed;
  const structure = await outlines.structureReady(document);
  if (structure === undefined || !isCurrent()) return changedMeanwhile;
  const outline = outlines.of(document);
  const figure = { text: outlines.text(document), outline, structure };
  const edited = await inSlices(editText(figure, outline.within?.path ?? [], edits), isCurrent);
  if (edited === undefined) return changedMeanwhile;
  if (!edited.ok) return edited.sentence;
  if (edited.edits.length === 0) return undefined;
  const done = await workspace.applyEdit(workspaceEdit(document, edited.edits));
  return done ? undefined : "VS Code did not change the text.";
}
