import { Uri, workspace } from "vscode";
import { type EditsFile, editsFileName, readEditsFile, writeEditsFile } from "../../figure/edits/kept/editsFile.ts";
import type { HandEdit } from "../../figure/edits/kept/handEdit.ts";
import { isInFile } from "../editing/isInFile.ts";
import { fileName } from "../editing/names.ts";

/** The file that keeps the edits of a figure: `tides.edits.json` beside `tides.plotly.json`. */
export function editsUri(figure: Uri): Uri {
  return Uri.joinPath(figure, "..", editsFileName(fileName(figure)));
}

/** Reads that file; undefined where there is none. */
export async function readEditsBeside(figure: Uri): Promise<EditsFile | undefined> {
  if (figure.scheme === "untitled" || !isInFile(figure)) return undefined;
  try {
    return readEditsFile(new TextDecoder().decode(await workspace.fs.readFile(editsUri(figure))));
  } catch {
    return undefined;
  }
}

/** Writes that file. Rejects where it cannot be written. */
export async function writeEditsBeside(figure: Uri, edits: readonly HandEdit[]): Promise<Uri> {
  const uri = editsUri(figure);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(writeEditsFile(fileName(figure), edits)));
  return uri;
}
