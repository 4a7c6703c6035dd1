import { commands, ProgressLocation, Uri, window, workspace } from "vscode";
import type { Preview } from "./preview.ts";
import { fileName } from "../editing/names.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

/** Pictures are drawn at twice their size on the screen, so that they stay sharp in print. */
export const pictureScale = 2;

/** Asks for a file, draws the picture and writes it there. Nothing is written unless the picture is whole. */
export async function savePicture(preview: Preview, format: "png" | "svg"): Promise<void> {
  const target = await window.showSaveDialog({
    defaultUri: suggestedFile(preview.source.uri, format),
    filters: { [`${format.toUpperCase()} picture`]: [format] },
    title: "Save Picture",
  });
  if (target === undefined) return;
  try {
    await window.withProgress({ location: ProgressLocation.Window, title: "Drawing the picture…" }, async () => {
      // A hidden page cannot draw, and the dialog may have hidden it.
      preview.panel.reveal(undefined, true);
      const bytes = await preview.picture(format, pictureScale);
      await workspace.fs.writeFile(target, bytes);
    });
  } catch (error) {
    const reason = messageOf(error);
    const again = await window.showErrorMessage(`The picture was not saved. ${reason}`, "Try Again");
    if (again !== undefined) await savePicture(preview, format);
    return;
  }
  const open = await window.showInformationMessage(`Saved ${fileName(target)}.`, "Open");
  if (open !== undefined) await commands.executeCommand("vscode.open", target);
}

/** Suggests a file beside the figure, or in the workspace where the figure is no file. */
function suggestedFile(figure: Uri, format: string): Uri {
  const name = fileName(figure).replace(/(\.plotly)?(\.json)?$/i, "");
  const folder = workspace.fs.isWritableFileSystem(figure.scheme)
    ? Uri.joinPath(figure, "..")
    : (workspace.workspaceFolders?.[0]?.uri ?? Uri.file("/"));
  return Uri.joinPath(folder, `${name}.${format}`);
}
