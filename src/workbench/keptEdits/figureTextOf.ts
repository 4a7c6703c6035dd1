import { type Uri, workspace } from "vscode";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { type FigureText, readFigureTextInSteps } from "../../figure/text/structure/figureText.ts";
import { textDocumentLimit } from "../editing/textDocumentLimit.ts";
import { openDocument } from "../figures/figureDocuments.ts";
import type { Outlines } from "../figures/outlines.ts";

/** A figure's text with its outline and structure: of its document where one is open, or else of its file. */
export async function figureTextOf(uri: Uri, outlines: Outlines): Promise<FigureText | undefined> {
  const document = openDocument(uri);
  if (document === undefined) return await textOfFile(uri);
  const structure = await outlines.structureReady(document);
  return structure && { text: outlines.text(document), outline: outlines.of(document), structure };
}

async function textOfFile(uri: Uri): Promise<FigureText | undefined> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > textDocumentLimit) return undefined;
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    return await inSlices(readFigureTextInSteps(text));
  } catch {
    return undefined;
  }
}
