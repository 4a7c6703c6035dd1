import { commands, Range, Uri, window, WorkspaceEdit, workspace } from "vscode";
import { viewTypes } from "../../manifest.ts";
import { fileName } from "../editing/names.ts";
import { figurePlaces, freeUri } from "../editing/freeUri.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

/** Opens an unsaved copy of a figure, such as of a plot that is on a server, in the place of its drawing. */
export async function editCopy(uri: Uri | undefined): Promise<void> {
  if (uri === undefined) return;
  try {
    const text = (await workspace.openTextDocument(uri)).getText();
    const copy = await unsavedPlace(uri);
    const document = await workspace.openTextDocument(copy);
    const edit = new WorkspaceEdit();
    edit.replace(copy, new Range(0, 0, document.lineCount, 0), text);
    await workspace.applyEdit(edit);
    await commands.executeCommand("vscode.openWith", copy, viewTypes.figureText);
  } catch (error) {
    void window.showErrorMessage(`The figure could not be copied: ${messageOf(error)}`);
  }
}

/** Beside a file, or else in the first folder that is open. */
async function unsavedPlace(uri: Uri): Promise<Uri> {
  const folder =
    workspace.fs.isWritableFileSystem(uri.scheme) === true && uri.scheme !== "untitled"
      ? Uri.joinPath(uri, "..")
      : workspace.workspaceFolders?.[0]?.uri;
  const stem = fileName(uri).replace(/(?:\.plotly)?(?:\.json)?$/i, "");
  return (await freeUri(figurePlaces(folder, `${stem} copy`, " "))).with({ scheme: "untitled" });
}
