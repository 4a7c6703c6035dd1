import { type TextDocument, workspace } from "vscode";
import type { FigureEdit } from "../../figure/edits/edit.ts";
import { handEditsOf } from "../../figure/edits/kept/record.ts";
import { editText } from "../../figure/edits/editText.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { workspaceEdit } from "../editing/textEdits.ts";
import type { Outlines } from "../figures/outlines.ts";
import type { KeptEdits } from "../keptEdits/keptEdits.ts";

export interface WritingParts {
  readonly outlines: Outlines;
  /** Remembers the edits, so that they outlive a script that writes the figure anew. */
  readonly kept: KeptEdits;
}

export const changedMeanwhile = "The text has changed meanwhile, so that this was not written. Do it again.";

/** Writes edits of a figure into its text, as one step of undo. Returns a sentence where they were not written. */
export async function writeEdits(
  document: TextDocument,
  edits: readonly FigureEdit[],
  { outlines, kept }: WritingParts,
): Promise<string | undefined> {
  const { version } = document;
  const isCurrent = (): boolean => document.version === version && !document.isClosed;
  const figure = await outlines.figureReady(document);
  if (figure === undefined || !isCurrent()) return changedMeanwhile;
  const base = figure.outline.within?.path ?? [];
  const edited = await inSlices(editText(figure, base, edits), isCurrent);
  if (edited === undefined) return changedMeanwhile;
  if (!edited.ok) return edited.sentence;
  if (edited.edits.length === 0) return undefined;
  const done = await workspace.applyEdit(workspaceEdit(document, edited.edits));
  if (!done) return "VS Code did not change the text.";
  // The drawing does not wait for that.
  kept.record(document.uri, inSlices(handEditsOf(figure, base, edits)));
  return undefined;
}
