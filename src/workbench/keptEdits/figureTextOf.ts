import type { Uri } from "vscode";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { type FigureText, readFigureTextInSteps } from "../../figure/text/structure/figureText.ts";
import { figureTextAt } from "../copyCode/figureText.ts";
import { openDocument } from "../figures/figureDocuments.ts";
import type { Outlines } from "../figures/outlines.ts";

/** A figure's text with its outline and structure: of its document where one is open, or else of its file. */
export async function figureTextOf(uri: Uri, outlines: Outlines): Promise<FigureText | undefined> {
  const document = openDocument(uri);
  if (document !== undefined) return await outlines.figureReady(document);
  try {
    return await inSlices(readFigureTextInSteps(await figureTextAt(uri)));
  } catch {
    return undefined;
  }
}
