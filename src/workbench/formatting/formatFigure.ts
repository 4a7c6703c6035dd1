import { window } from "vscode";
import { makeEdits } from "../editing/textEdits.ts";
import { fileName } from "../editing/names.ts";
import { plainWords } from "../editing/plainWords.ts";
import { revealInText } from "../editing/revealInText.ts";
import type { Outlines } from "../figures/outlines.ts";
import { documentFor } from "../fixes/editableFigure.ts";
import { formattingOf } from "./figureEdits.ts";

/** Lays out a figure's text in its own indentation, whatever its name. */
export async function formatFigure(outlines: Outlines, given: unknown): Promise<void> {
  const document = await documentFor(given);
  if (document === undefined) return;
  const formatting = await formattingOf(document, outlines, { isCancelled: () => false });
  const name = fileName(document.uri);
  if (formatting === undefined) void window.showWarningMessage(`${name} was changed meanwhile. Run the command again.`);
  else if (formatting.ok) await makeEdits(document, formatting.edits);
  else {
    const { message, span } = formatting.fault;
    const show = await window.showErrorMessage(plainWords(`${name} must be JSON first. ${message}`), "Show in Text");
    if (show !== undefined) await revealInText(document.uri, span);
  }
}
