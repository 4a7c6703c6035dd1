import type { Uri } from "vscode";
import { figureFilePattern, viewTypes } from "../../manifest.ts";
import { isInFile } from "../editing/isInFile.ts";
import { openDocument } from "../figures/figureDocuments.ts";

export type DrawingEditor = (typeof viewTypes)[keyof typeof viewTypes];

/**
 * The editor that draws this figure: over its bytes where it lies in a file system, so that it opens at once at any size;
 * over its text where that differs from the file, and where there is no file. The text of a plot follows its server.
 */
export function drawingEditor(uri: Uri): DrawingEditor {
  if (!isInFile(uri) || openDocument(uri)?.isDirty === true) return viewTypes.figureText;
  return figureFilePattern.test(uri.path) ? viewTypes.figure : viewTypes.figureJson;
}

/** Whether an editor draws the bytes of a file. */
export const drawsBytes = (viewType: string): boolean =>
  viewType === viewTypes.figure || viewType === viewTypes.figureJson;
