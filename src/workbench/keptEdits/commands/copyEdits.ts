import { env, type Uri, window } from "vscode";
import { editsCodeInSteps } from "../../../figure/code/editsCode.ts";
import { type CodeLanguage, languageNames } from "../../../figure/code/figureCode.ts";
import { editText } from "../../../figure/edits/editText.ts";
import { applyHandEdits } from "../../../figure/edits/kept/apply.ts";
import type { HandEdit } from "../../../figure/edits/kept/handEdit.ts";
import { reversed } from "../../../figure/edits/kept/merge.ts";
import { applyEdits } from "../../../figure/model/fix.ts";
import {
  drawnFigureInSteps,
  type FigureText,
  readFigureTextInSteps,
} from "../../../figure/text/structure/figureText.ts";
import type { WritingParts } from "../../handEdits/writeEdits.ts";
import { longWork } from "../../tasks/longWork.ts";
import { figureTextOf } from "../figureTextOf.ts";

/** Copies the edits of a figure as code that makes them behind the lines of the script that makes the figure. */
export async function copyEdits(uri: Uri, parts: WritingParts): Promise<void> {
  const [file, list] = await Promise.all([figureTextOf(uri, parts.outlines), parts.kept.of(uri)]);
  if (file === undefined || list.length === 0) {
    void window.showInformationMessage("Nothing was changed of this figure by hand yet.");
    return;
  }
  const languages = (Object.keys(languageNames) as CodeLanguage[]).map((language) => ({
    label: languageNames[language],
    language,
  }));
  const chosen = await window.showQuickPick(languages, {
    title: "Copy the Hand Edits as Code",
    placeHolder: "In which language?",
  });
  if (chosen === undefined) return;
  const code = await longWork("Writing the edits as code", codeOf(file, list, chosen.language), () => true);
  if (code === undefined) return;
  if (code === "") {
    void window.showInformationMessage("The figure has none of its hand edits now, so that there is no code of them.");
    return;
  }
  await env.clipboard.writeText(code);
  window.setStatusBarMessage(`$(check) The edits are on the clipboard as ${chosen.label}.`, 4000);
}

/** The code needs the figure as it was: the edits that the figure has are taken back in memory, the last one first. */
function* codeOf(file: FigureText, list: readonly HandEdit[], language: CodeLanguage): Generator<unknown, string> {
  const base = file.outline.within?.path ?? [];
  const looked = yield* applyHandEdits(file, base, list);
  if (!looked.ok) throw new Error(looked.sentence);
  const back = looked.already.toReversed().flatMap((edit) => reversed(edit) ?? []);
  const before = yield* changed(file, back);
  const again = yield* applyHandEdits(before, base, list);
  if (!again.ok) throw new Error(again.sentence);
  return yield* editsCodeInSteps(yield* drawnFigureInSteps(before.text, before.outline), again.edits, language);
}

function* changed(file: FigureText, list: readonly HandEdit[]): Generator<unknown, FigureText> {
  const base = file.outline.within?.path ?? [];
  const found = yield* applyHandEdits(file, base, list);
  if (!found.ok) throw new Error(found.sentence);
  const edited = yield* editText(file, base, found.edits);
  if (!edited.ok) throw new Error(edited.sentence);
  return yield* readFigureTextInSteps(applyEdits(file.text, edited.edits));
}
