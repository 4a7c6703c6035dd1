import { commands, Range, Position, TabInputText, type Uri, ViewColumn, window, workspace } from "vscode";
import type { Span } from "../../figure/model/span.ts";
import { toRange } from "./ranges.ts";
import { showText } from "./showText.ts";

/**
 * Shows the text of a figure where it is open already, or else beside its drawing, with `place` selected: a span of the
 * document's text, or a range as an editor counts it.
 */
export async function revealInText(uri: Uri, place: Span | Range | undefined): Promise<void> {
  const viewColumn = columnOfText(uri) ?? ViewColumn.Beside;
  try {
    const document = await workspace.openTextDocument(uri);
    await showText(document, {
      viewColumn,
      // A tab in preview mode would be replaced by the next click in a list.
      preview: false,
      ...(place === undefined ? {} : { selection: place instanceof Range ? place : toRange(document, place) }),
    });
  } catch {
    // The file is too large for a text document, but VS Code itself can show it, at the line.
    const at = new Position(place instanceof Range ? place.start.line : 0, 0);
    await commands.executeCommand("vscode.openWith", uri, "default", { viewColumn, selection: new Range(at, at) });
  }
}

/** The editor group in which the text is open, if any. */
function columnOfText(uri: Uri): ViewColumn | undefined {
  for (const group of window.tabGroups.all) {
    for (const { input } of group.tabs) {
      if (input instanceof TabInputText && input.uri.toString() === uri.toString()) return group.viewColumn;
    }
  }
  return undefined;
}
