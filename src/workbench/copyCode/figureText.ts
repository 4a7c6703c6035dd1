import { type Uri, workspace } from "vscode";
import { formatSize } from "../../figure/model/sizes.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { fileName } from "../editing/names.ts";
import { textDocumentLimit } from "../editing/textDocumentLimit.ts";
import { decodeInSlices } from "../figureSources/fileText.ts";
import { openDocument } from "../figures/figureDocuments.ts";

/**
 * The text of a figure: of its document with what is not saved yet where one is open, or else of its file. Throws an
 * Error with a sentence for the person where it cannot be read.
 */
export async function figureTextAt(uri: Uri): Promise<string> {
  const open = openDocument(uri);
  if (open !== undefined) return open.getText();
  const { size } = await workspace.fs.stat(uri);
  if (size > textDocumentLimit)
    throw new Error(
      `${fileName(uri)} has ${formatSize(size)}, and this works up to ${formatSize(textDocumentLimit)}. Run “plot-files code” on the command line instead.`,
    );
  const text = await inSlices(decodeInSlices(await workspace.fs.readFile(uri)));
  // VS Code knows other encodings than UTF-8.
  return text ?? (await workspace.openTextDocument(uri)).getText();
}
