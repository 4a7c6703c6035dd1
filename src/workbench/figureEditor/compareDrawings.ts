import { commands, TabInputTextDiff, type Uri, ViewColumn, window } from "vscode";
import { figureFilePattern, viewTypes } from "../../manifest.ts";

/**
 * Opens the drawings of both sides of the text comparison that the person looks at, next to each other. VS Code compares
 * figures as texts, which says what has changed; this shows what it looks like.
 */
export async function compareDrawings(): Promise<void> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputTextDiff)) {
    void window.showInformationMessage(
      "Compare two versions of a figure first, as Source Control does for a changed file.",
    );
    return;
  }
  await open(input.original, ViewColumn.Active);
  await open(input.modified, ViewColumn.Beside);
}

async function open(uri: Uri, viewColumn: ViewColumn): Promise<void> {
  const viewType = figureFilePattern.test(uri.path) ? viewTypes.figure : viewTypes.figureJson;
  await commands.executeCommand("vscode.openWith", uri, viewType, { viewColumn, preview: false });
}
