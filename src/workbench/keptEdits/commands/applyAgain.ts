import { type Uri, window, workspace } from "vscode";
import { type AppliedEdits, applyHandEdits } from "../../../figure/edits/kept/apply.ts";
import type { HandEdit } from "../../../figure/edits/kept/handEdit.ts";
import { reversed, withoutEdit } from "../../../figure/edits/kept/merge.ts";
import { formatCount } from "../../../figure/model/counts.ts";
import { inSlices } from "../../../figure/text/steps/slices.ts";
import { changedMeanwhile, writeEdits, type WritingParts } from "../../handEdits/writeEdits.ts";
import { figureTextOf } from "../figureTextOf.ts";

/** Makes the edits again that the figure has lost, as one step of undo, and says which could not be. */
export async function applyAgain(uri: Uri, parts: WritingParts, show: () => Promise<void>): Promise<void> {
  const { kept } = parts;
  const list = await kept.of(uri);
  const made = await write(uri, list, parts);
  if (made === undefined) return;
  const { lost, changed } = made;
  // What could not be made stays in the list, so that nothing is lost in silence.
  await kept.keep(uri, list);
  const left = lost.length + changed.length;
  if (left === 0) return;
  const answer = await window.showWarningMessage(
    `${formatCount(left, "hand edit")} could not be made again, since the figure has changed there.`,
    "Show",
  );
  if (answer !== undefined) await show();
}

/** Takes one edit back, in the figure where it has it, and in the list. */
export async function takeBack(uri: Uri, edit: HandEdit, parts: WritingParts): Promise<void> {
  const { kept } = parts;
  const list = await kept.of(uri);
  const looked = await kept.look(uri);
  if (looked?.already.includes(edit) === true) {
    const back = reversed(edit);
    if (back === undefined) {
      void window.showInformationMessage(
        "This edit can only be taken back by Undo, since the list does not hold what was there.",
      );
      return;
    }
    const made = await write(uri, [back], parts);
    if (made === undefined) return;
    if (made.applied.length === 0) {
      const [why] = [...made.lost, ...made.changed];
      void window.showWarningMessage(why?.why ?? "The edit could not be taken back.");
      return;
    }
  }
  await kept.keep(uri, withoutEdit(list, list.indexOf(edit)));
}

/** Makes those of the edits that can be made. Undefined where the text could not be changed, which the person is told. */
async function write(uri: Uri, list: readonly HandEdit[], parts: WritingParts): Promise<AppliedEdits | undefined> {
  const document = await workspace.openTextDocument(uri);
  const { version } = document;
  const file = await figureTextOf(uri, parts.outlines);
  const base = file?.outline.within?.path ?? [];
  const isCurrent = (): boolean => document.version === version;
  const found = file && (await inSlices(applyHandEdits(file, base, list), isCurrent));
  const refusal =
    found === undefined ? changedMeanwhile : found.ok ? await writeEdits(document, found.edits, parts) : found.sentence;
  if (refusal === undefined && found?.ok === true) return found;
  void window.showErrorMessage(refusal ?? changedMeanwhile);
  return undefined;
}
