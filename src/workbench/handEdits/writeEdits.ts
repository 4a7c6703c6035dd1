import { type TextDocument, workspace } from "vscode";
import type { FigureEdit } from "../../figure/edits/edit.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { isFigureText } from "../../figure/text/structure/figureText.ts";
import { editedValue } from "./editedValue.ts";
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
  if (!isFigureText(figure))
    return "The text has mistakes, so that it cannot be changed on the drawing. Mend them first.";
  const changes = await inSlices(editedValue(figure, outline.within?.path ?? [], edits), isCurrent);
  if (changes === undefined) return changedMeanwhile;
  if (changes.length === 0) return undefined;
  const done = await workspace.applyEdit(workspaceEdit(document, changes));
  return done ? undefined : "VS Code did not change the text.";
}
