import { commands, type Disposable, Range, Uri, ViewColumn, window, WorkspaceEdit, workspace } from "vscode";
import { figureFileText } from "../../figure/data/charts/figureFileText.ts";
import { figureTemplates } from "../../figure/data/charts/figureTemplates.ts";
import { finished } from "../../figure/text/steps/slices.ts";
import { commands as commandIds } from "../../manifest.ts";
import { drawingEditor } from "../opening/drawingEditor.ts";
import { figurePlaces, freeUri } from "../editing/freeUri.ts";

/**
 * Registers "New Figure File", of the palette and of "New File…". It opens a template as an unsaved file, the text with
 * the drawing beside it. The explorer may hand over a folder.
 */
export function newFigureCommand(): Disposable {
  return commands.registerCommand(commandIds.newFigure, (folder?: unknown) =>
    newFigure(folder instanceof Uri ? folder : workspace.workspaceFolders?.[0]?.uri),
  );
}

async function newFigure(folder: Uri | undefined): Promise<void> {
  const chosen = await window.showQuickPick(
    figureTemplates.map((template) => ({
      label: `$(${template.icon}) ${template.label}`,
      description: template.detail,
      template,
    })),
    { title: "New Figure File", placeHolder: "What do you want to begin with?", matchOnDescription: true },
  );
  if (chosen === undefined) return;
  const uri = await unsavedUri(folder);
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.replace(uri, new Range(0, 0, document.lineCount, 0), finished(figureFileText(chosen.template.figure)));
  await workspace.applyEdit(edit);
  await window.showTextDocument(document, { preview: false });
  await commands.executeCommand("vscode.openWith", uri, drawingEditor(uri), {
    viewColumn: ViewColumn.Beside,
    preserveFocus: true,
  });
}

/** A name in the folder that no file and no open document has. */
async function unsavedUri(folder: Uri | undefined): Promise<Uri> {
  return (await freeUri(figurePlaces(folder, "figure", "-"))).with({ scheme: "untitled" });
}
