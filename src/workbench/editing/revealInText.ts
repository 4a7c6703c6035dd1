import { commands, Range, Position, TabInputText, type Uri, ViewColumn, window, workspace } from "vscode";
import type { Span } from "../../figure/model/span.ts";
import { toRange } from "./ranges.ts";

/** Shows the text of a figure beside its drawing, or where it is open already, with `span` selected. */
export async function revealInText(
  uri: Uri,
  span: Span | undefined,
  lineOf: (offset: number) => number,
): Promise<void> {
  const viewColumn = columnOfText(uri) ?? ViewColumn.Beside;
  try {
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, {
      viewColumn,
      // In preview, the next click in a list would put a drawing in its place.
      preview: false,
      ...(span === undefined ? {} : { selection: toRange(document, span) }),
    });
  } catch {
    // Too large for a text document: VS Code itself can still show it, at the line.
    const at = new Position((span === undefined ? 1 : lineOf(span.start)) - 1, 0);
    await commands.executeCommand("vscode.openWith", uri, "default", { viewColumn, selection: new Range(at, at) });
  }
}

/** The group where this text is open, if it is. */
function columnOfText(uri: Uri): ViewColumn | undefined {
  for (const group of window.tabGroups.all) {
    for (const { input } of group.tabs) {
      if (input instanceof TabInputText && input.uri.toString() === uri.toString()) return group.viewColumn;
    }
  }
  return undefined;
}
