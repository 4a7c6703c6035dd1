import type { TextDocument } from "vscode";
import { actEdits } from "../../figure/edits/acts/actEdits.ts";
import type { FigureAct } from "../../figure/edits/acts/figureAct.ts";
import type { FigureEdit } from "../../figure/edits/edit.ts";
import { figureOf } from "../../figure/text/structure/figureText.ts";
import type { Outlines } from "../figures/outlines.ts";
import { changedMeanwhile } from "./writeEdits.ts";

/** The edits of a change that takes the figure's data to know, or a sentence where there are none. */
export async function editsOf(
  document: TextDocument,
  act: FigureAct,
  outlines: Outlines,
): Promise<readonly FigureEdit[] | string> {
  const file = await outlines.figureReady(document);
  if (file === undefined) return changedMeanwhile;
  const figure = figureOf(file);
  if (figure === undefined) return "The text has a mistake, and can be edited by hand once that is mended.";
  const edits = actEdits(figure, act);
  return edits.length === 0 ? "This cannot be done with this part of the figure." : edits;
}
