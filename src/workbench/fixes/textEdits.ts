import { type TextDocument, type Uri, WorkspaceEdit, workspace } from "vscode";
import type { TextEdit } from "../../figure/fix.ts";
import { toRange } from "../diagnostics/figureDiagnostics.ts";

/** Edits of the document as it is now, as VS Code takes them. */
export function workspaceEdit(document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const result = new WorkspaceEdit();
  for (const { span, text } of edits) result.replace(document.uri, toRange(document, span), text);
  return result;
}

/** Makes the edits, which one undo takes back. False where VS Code does not take them. */
export async function makeEdits(document: TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  return await workspace.applyEdit(workspaceEdit(document, edits));
}

/** "boats.plotly.json" */
export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
