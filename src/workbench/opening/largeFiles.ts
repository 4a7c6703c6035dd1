import { commands, type Disposable, type Tab, TabInputCustom, type Uri, window, workspace } from "vscode";
import { viewTypes } from "../../manifest.ts";
import { textDocumentLimit } from "../editing/textDocumentLimit.ts";

/** VS Code can open a large figure, and one that is no text, only as an error; this opens it in the editor that reads the file itself. */
export function redirectLargeFiles(): Disposable {
  for (const group of window.tabGroups.all) for (const tab of group.tabs) void redirect(tab);
  return window.tabGroups.onDidChangeTabs(({ opened }) => {
    for (const tab of opened) void redirect(tab);
  });
}

async function redirect({ input, group }: Tab): Promise<void> {
  if (!(input instanceof TabInputCustom)) return;
  if (input.viewType !== viewTypes.figure && input.viewType !== viewTypes.figureJson) return;
  const size = await workspace.fs.stat(input.uri).then(
    (stat) => stat.size,
    () => undefined,
  );
  if (size === undefined || (size <= textDocumentLimit && (await isText(input.uri)))) return;
  // It may have been closed meanwhile.
  if (tabOf(input) === undefined) return;
  await commands.executeCommand("vscode.openWith", input.uri, viewTypes.largeFigure, group.viewColumn);
  const failed = tabOf(input);
  if (failed !== undefined) await window.tabGroups.close(failed, true);
}

/** What is packed or pickled VS Code does not open as a text, nor in an editor of texts, and says no more than that. */
async function isText(uri: Uri): Promise<boolean> {
  return workspace.openTextDocument(uri).then(
    () => true,
    () => false,
  );
}

/** As it is now: VS Code may have put other objects in the place of groups and tabs since they were told of. */
function tabOf({ uri, viewType }: TabInputCustom): Tab | undefined {
  const isSame = ({ input }: Tab) =>
    input instanceof TabInputCustom && input.viewType === viewType && input.uri.toString() === uri.toString();
  return window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isSame);
}
