import { type TextDocument, Uri, window, workspace } from "vscode";
import { wrapping } from "../../figure/checks/rules/wrappedFigure.ts";
import type { FigureText } from "../../figure/text/structure/figureText.ts";
import { plotScheme } from "../../manifest.ts";
import { activeUri } from "../editing/activeUri.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { revealInText } from "../editing/revealInText.ts";
import type { Outlines } from "../figures/outlines.ts";
import { plainWords } from "../editing/plainWords.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

/** One version of a figure that a command can edit, with its document. */
export interface EditableFigure {
  readonly document: TextDocument;
  readonly version: number;
  readonly file: FigureText;
}

/** The document that a command works on: the given one, or the active one. Undefined where there is none, which the person is told. */
export async function documentFor(given: unknown): Promise<TextDocument | undefined> {
  const uri = given instanceof Uri ? given : (activeUri() ?? window.activeTextEditor?.document.uri);
  if (uri === undefined) {
    void window.showInformationMessage("Open a figure first: this command works on the figure in the active editor.");
    return undefined;
  }
  if (uri.scheme === plotScheme) {
    void window.showInformationMessage(
      "A plot of a server cannot be changed here. Save a copy with “File: Save As…” and change the copy.",
    );
    return undefined;
  }
  try {
    return await workspace.openTextDocument(uri);
  } catch (error) {
    void window.showErrorMessage(`The figure cannot be read: ${messageOf(error)}`);
    return undefined;
  }
}

/** The document, or one that is open: VS Code closes a text that no editor shows after some minutes, while a person thinks. */
export async function openAgain(document: TextDocument): Promise<TextDocument> {
  return document.isClosed ? await workspace.openTextDocument(document.uri) : document;
}

/** Reads the figure in the document. Undefined where the text is not JSON, which the person is told, with the place. */
export async function editableFigure(
  document: TextDocument,
  outlines: Outlines,
  diagnostics: FigureDiagnostics,
): Promise<EditableFigure | undefined> {
  let outline = await outlines.ready(document);
  // Nothing can be edited in a figure that is a quoted text within JSON.
  if (outline.within !== undefined && outline.within.how !== "value") {
    void window.showErrorMessage(plainWords(`Make the figure the whole file first. ${wrapping(outline)}`));
    return undefined;
  }
  while (outline.syntax.length === 0) {
    const { version } = document;
    const structure = await outlines.structureReady(document);
    if (structure !== undefined && document.version === version)
      return { document, version, file: { text: outlines.text(document), outline, structure } };
    // The text was edited meanwhile: read what is there now.
    outline = await outlines.ready(document);
  }
  const [fault] = outline.syntax;
  if (fault === undefined) return undefined;
  void diagnostics.check(document);
  const show = await window.showErrorMessage(
    plainWords(`The figure must be JSON first. ${fault.message}`),
    "Show in Text",
  );
  if (show !== undefined) await revealInText(document.uri, fault.span);
  return undefined;
}
