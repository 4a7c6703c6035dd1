import { commands, type Disposable, type Tab, TabInputCustom, type Uri, window, workspace } from "vscode";
import { viewTypes } from "../../manifest.ts";
import { textDocumentLimit } from "../editing/textDocumentLimit.ts";

/** Opens a large figure, or one that is no text, in the editor that reads the file itself. VS Code alone shows an error for it. */
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
  // The tab may have been closed meanwhile.
  if (tabOf(input) === undefined) return;
  await commands.executeCommand("vscode.openWith", input.uri, viewTypes.largeFigure, group.viewColumn);
  const failed = tabOf(input);
  if (failed !== undefined) await window.tabGroups.close(failed, true);
}

/** Whether VS Code opens the file as a text. It does not where the file is packed or pickled, and does not say why. */
async function isText(uri: Uri): Promise<boolean> {
  return workspace.openTextDocument(uri).then(
    () => true,
    () => false,
  );
}

/** The tab as it is now, since VS Code may have replaced the objects of groups and tabs meanwhile. */
function tabOf({ uri, viewType }: TabInputCustom): Tab | undefined {
  const isSame = ({ input }: Tab) =>
    input instanceof TabInputCustom && input.viewType === viewType && input.uri.toString() === uri.toString();
  return window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isSame);
}
