import { ok } from "node:assert/strict";
import { commands, type Hover, type MarkdownString, type Position, type TextDocument } from "vscode";

/** The place of this part of a document's text, `into` it. */
export function placeOf(document: TextDocument, part: string, into = 1): Position {
  const at = document.getText().indexOf(part);
  ok(at >= 0, `${part} is not in the document.`);
  return document.positionAt(at + into);
}

/** All that VS Code shows under the pointer there, ours and that of its JSON support. */
export async function hoverText(document: TextDocument, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((each) => (each as MarkdownString).value)).join("\n\n");
}
