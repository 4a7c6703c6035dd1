import { deepEqual, equal, ok } from "node:assert/strict";
import { createRequire } from "node:module";
import { sep } from "node:path";
import {
  type CodeLens,
  commands,
  extensions,
  Position,
  TabInputCustom,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import { until } from "../workbench/support/events.ts";
import { workspaceFile } from "../workbench/support/figures.ts";
import { customTab, textTab } from "../workbench/support/tabs.ts";

const extension = extensions.getExtension("plot-files.plot-files");
ok(extension);

/** Whether the parts of the extension were loaded; until then VS Code has but its small entry. */
function isAwake(): boolean {
  const loaded = Object.keys(createRequire(__filename).cache);
  ok(loaded.some((path) => path.endsWith(`dist${sep}extension.js`)));
  return loaded.some((path) => path.endsWith(`dist${sep}extension.web.js`));
}

describe("In a workspace without figures, the extension", () => {
  it("sleeps while JSON that is no figure is opened and edited", async () => {
    deepEqual(await workspace.findFiles("**/*.{plotly,plotly.json}"), []);
    const uri = workspaceFile("settings-of-others.json");
    const content = JSON.stringify({ name: "others", compilerOptions: { data: { type: "x" } }, list: [1, 2, 3] });
    await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    const document = await workspace.openTextDocument(uri);
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
    await extension.activate();
    equal(isAwake(), false);
  });

  it("wakes when a figure is opened, whatever it is called, and offers to draw it above the text", async () => {
    const uri = workspaceFile("seal-ages.json");
    await window.showTextDocument(await workspace.openTextDocument(uri));
    for (;;) {
      const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri);
      if (lenses.some(({ command }) => command?.title === "Preview")) break;
    }
    ok(isAwake());
  });

  it("switches between the text of such a figure and its drawing, in one place", async () => {
    const uri = workspaceFile("seal-ages.json");
    await textTab(uri);
    const tabs = () =>
      window.tabGroups.all.flatMap((group) => group.tabs).filter(({ label }) => label === "seal-ages.json");
    const only = (isDrawn: boolean) =>
      until(
        () => tabs().length === 1 && tabs()[0]?.input instanceof TabInputCustom === isDrawn,
        window.tabGroups.onDidChangeTabs,
      );
    await commands.executeCommand("plots.switchPreview");
    await customTab(uri, "plots.figureJson");
    await only(true);
    await commands.executeCommand("plots.switchPreview");
    await textTab(uri);
    await only(false);
  });
});
