import { commands, TabInputTextDiff, type Uri, ViewColumn, window } from "vscode";
import { drawingEditor } from "./drawingEditor.ts";

/**
 * Opens the drawings of both sides of the text comparison that the person looks at, next to each other. The comparison says
 * what has changed in the text; the drawings show what that looks like.
 */
export async function compareDrawings(): Promise<void> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputTextDiff)) {
    void window.showInformationMessage(
      "Compare two versions of a figure first: choose a changed file in Source Control.",
    );
    return;
  }
  await open(input.original, ViewColumn.Active);
  await open(input.modified, ViewColumn.Beside);
}

async function open(uri: Uri, viewColumn: ViewColumn): Promise<void> {
  await commands.executeCommand("vscode.openWith", uri, drawingEditor(uri), { viewColumn, preview: false });
}
