import { deepEqual, equal, ok } from "node:assert/strict";
import { commands, extensions, Position, window, workspace, WorkspaceEdit } from "vscode";
import { workspaceFile } from "../workbench/support/figures.ts";

describe("In a workspace without figures, the extension", () => {
  const extension = extensions.getExtension("plot-files.plot-files");
  ok(extension);

  it("sleeps while JSON is opened and edited", async () => {
    deepEqual(await workspace.findFiles("**/*.{plotly,plotly.json}"), []);
    const document = await workspace.openTextDocument(workspaceFile("seal-ages.json"));
    await window.showTextDocument(document);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), "\n");
    await workspace.applyEdit(edit);
    await document.save();
    // Asks all who know JSON, and so wakes them.
    await commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
    await commands.executeCommand(
      "vscode.executeCodeActionProvider",
      document.uri,
      document.validateRange(window.activeTextEditor!.selection),
    );
    equal(extension.isActive, false);
  });

  it("wakes when a figure is to be drawn", async () => {
    await commands.executeCommand("plots.openPreview", workspaceFile("seal-ages.json"));
    equal(extension.isActive, true);
  });
});
