import { deepEqual, equal, ok } from "node:assert/strict";
import { ConfigurationTarget, Uri, workspace, type WorkspaceFolder } from "vscode";
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

  const write = (name: string) => workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode("{}"));
  const folder = (name: string, index: number): WorkspaceFolder => ({ uri: workspaceFile(name), name, index });

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

  it("are those that VS Code's own search finds", async () => {
    for (const name of ["kept/a", "node_modules/b", "kept/node_modules/c", "left, out/d", "hidden/e", "set aside/f"])
      await write(`excluded/${name}.plotly`);
    await setExcluded("search", { "**/left, out": true, "excluded/{set aside,elsewhere}": true });
    await setExcluded("files", { "**/hidden": true });
    try {
      const found = (await names()).filter((name) => name.startsWith("excluded/"));
      deepEqual(found, ["excluded/kept/a.plotly"]);
      const changed = next(figures.onDidChangeTreeData);
      await setExcluded("search", { "**/node_modules": false });
      await changed;
      equal((await names()).filter((name) => name.includes("/node_modules/")).length, 2);
    } finally {
      await setExcluded("search", undefined);
      await setExcluded("files", undefined);
      await workspace.fs.delete(workspaceFile("excluded"), { recursive: true });
    }
  });

  it("are listed once where folders of the workspace lie in one another", async () => {
    await write("outer/above.plotly");
    await write("outer/inner/below.plotly");
    await write("outer-too/beside.plotly");
    const folders = [folder("outer", 0), folder("outer/inner", 1), folder("outer-too", 2)];
    const nested = new WorkspaceFigures(() => folders);
    try {
      const items = (await nested.getChildren()).map((uri) => nested.getTreeItem(uri));
      deepEqual(
        items.map(({ id }) => Uri.parse(String(id)).path.split("/").at(-1)),
        ["beside.plotly", "above.plotly", "below.plotly"],
      );
    } finally {
      nested.dispose();
      for (const name of ["outer", "outer-too"]) await workspace.fs.delete(workspaceFile(name), { recursive: true });
    }
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

/** Of VS Code's own settings, as the user; undefined takes it away. */
async function setExcluded(of: "files" | "search", patterns: Record<string, boolean> | undefined): Promise<void> {
  await workspace.getConfiguration(of).update("exclude", patterns, ConfigurationTarget.Global);
}
