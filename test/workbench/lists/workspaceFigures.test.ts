import { deepEqual, equal, ok } from "node:assert/strict";
import { workspace } from "vscode";
import { WorkspaceFigures } from "../../../src/workbench/plotsView/workspaceFigures.ts";
import { next } from "../support/events.ts";
import { deleteFigures, workspaceFile, writeFigure } from "../support/figures.ts";
import { setSetting } from "../support/settings.ts";

describe("The figures of the workspace", () => {
  let figures: WorkspaceFigures;
  beforeEach(() => {
    figures = new WorkspaceFigures();
  });
  afterEach(async () => {
    figures.dispose();
    await setSetting("workspace.include", undefined);
    await deleteFigures();
  });

  const names = async () => (await figures.getChildren()).map((uri) => workspace.asRelativePath(uri));

  it("are the files with a figure's name", async () => {
    const found = await names();
    for (const name of ["half-written.plotly.json", "sea-temperature.plotly"]) ok(found.includes(name), name);
    for (const name of ["seal-ages.json", "harbour-2024.csv"]) ok(!found.includes(name), name);
    deepEqual(found, found.toSorted());
  });

  it("are followed as files come and go", async () => {
    const created = next(figures.onDidChangeTreeData);
    const uri = await writeFigure("{}");
    await created;
    ok((await names()).includes(workspace.asRelativePath(uri)));
    const deleted = next(figures.onDidChangeTreeData);
    await deleteFigures();
    await deleted;
    ok(!(await names()).includes(workspace.asRelativePath(uri)));
  });

  it("are those that the setting names", async () => {
    const changed = next(figures.onDidChangeTreeData);
    await setSetting("workspace.include", "seal-*.json");
    await changed;
    deepEqual(await names(), ["seal-ages.json"]);
  });

  it("open as VS Code opens the file", () => {
    const uri = workspaceFile("below/deep.plotly.json");
    const item = figures.getTreeItem(uri);
    equal(item.id, uri.toString());
    equal(item.description, "below");
    equal(item.command?.command, "vscode.open");
    equal(String(item.command?.arguments?.[0]), uri.toString());
  });
});
