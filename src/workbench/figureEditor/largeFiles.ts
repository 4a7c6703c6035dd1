import { commands, type Disposable, type Tab, TabInputCustom, window, workspace } from "vscode";
import { viewTypes } from "../../manifest.ts";

/** VS Code hands no text document above this many bytes to extensions (`textModel.ts`, its sync limit). */
export const textDocumentLimit = 50 * 1024 * 1024;

/** VS Code can open a large figure only as an error; this opens it in the editor that reads the file itself. */
export function redirectLargeFiles(): Disposable {
  for (const group of window.tabGroups.all) for (const tab of group.tabs) void redirect(tab);
  return window.tabGroups.onDidChangeTabs(({ opened }) => {
    for (const tab of opened) void redirect(tab);
  });
}

async function redirect(tab: Tab): Promise<void> {
  const { input } = tab;
  if (!(input instanceof TabInputCustom)) return;
  if (input.viewType !== viewTypes.figure && input.viewType !== viewTypes.figureJson) return;
  const size = await workspace.fs.stat(input.uri).then(
    (stat) => stat.size,
    () => 0,
  );
  if (size <= textDocumentLimit) return;
  await commands.executeCommand("vscode.openWith", input.uri, viewTypes.largeFigure, tab.group.viewColumn);
  const failed = tab.group.tabs.find(
    ({ input: other }) =>
      other instanceof TabInputCustom &&
      other.viewType === input.viewType &&
      other.uri.toString() === input.uri.toString(),
  );
  if (failed !== undefined) await window.tabGroups.close(failed, true);
}
