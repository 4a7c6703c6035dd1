import { deepEqual, equal, match, ok } from "node:assert/strict";
import {
  CancellationTokenSource,
  ConfigurationTarget,
  MarkdownString,
  type Memento,
  workspace,
  type WorkspaceFolder,
} from "vscode";
import { commands } from "../../../src/manifest.ts";
import { type FigureTreeNode, FolderNode } from "../../../src/workbench/workspaceFigures/figureItems.ts";
import { FigurePictures } from "../../../src/workbench/workspaceFigures/figurePictures.ts";
import { FigureTree } from "../../../src/workbench/workspaceFigures/figureTree.ts";
import { next } from "../support/events.ts";
import { deleteFigures, workspaceFile, writeFigure } from "../support/figures.ts";
import { setSetting } from "../support/settings.ts";

describe("The figures of the workspace", () => {
  let figures: FigureTree;
  let pictures: FigurePictures;
  beforeEach(() => {
    pictures = new FigurePictures(undefined);
    figures = new FigureTree({ pictures, memory, local: undefined });
  });
  afterEach(async () => {
    figures.dispose();
    pictures.dispose();
    await setSetting("workspace.include", undefined);
    await setSetting("workspace.byContent", undefined);
    await deleteFigures();
  });

  const write = (name: string, text = "{}") =>
    workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
  const folder = (name: string, index: number): WorkspaceFolder => ({ uri: workspaceFile(name), name, index });

  const names = async () => (await figures.all()).map((uri) => workspace.asRelativePath(uri));

  /** Rows as a person reads them. */
  const rows = async (of: FigureTree, nodes: readonly FigureTreeNode[]): Promise<unknown[]> =>
    Promise.all(
      nodes.map(async (node) =>
        node instanceof FolderNode
          ? [node.label, await rows(of, await of.getChildren(node))]
          : node.path.slice(node.path.lastIndexOf("/") + 1),
      ),
    );

  it("are the files with a figure's name, and other JSON files that hold one", async () => {
    const found = await names();
    for (const name of ["half-written.plotly.json", "sea-temperature.plotly", "seal-ages.json"])
      ok(found.includes(name), name);
    ok(!found.includes("harbour-2024.csv"));
    deepEqual(found, found.toSorted());
  });

  it("are told to who asked first, though they are searched anew meanwhile", async () => {
    const first = figures.getChildren();
    await figures.refresh();
    ok((await first).length > 0);
  });

  it("are no other JSON files where the setting says so", async () => {
    ok((await names()).includes("seal-ages.json"));
    const changed = next(figures.onDidChangeTreeData);
    await setSetting("workspace.byContent", false);
    await changed;
    ok(!(await names()).includes("seal-ages.json"));
  });

  it("are followed as files come and go", async () => {
    await figures.begin();
    const created = next(figures.onDidChangeTreeData);
    const uri = await writeFigure("{}");
    await created;
    ok((await names()).includes(workspace.asRelativePath(uri)));
    const deleted = next(figures.onDidChangeTreeData);
    await deleteFigures();
    await deleted;
    ok(!(await names()).includes(workspace.asRelativePath(uri)));
  });

  it("are followed as a JSON file becomes a figure", async () => {
    const uri = await writeFigure('{"rows": []}', ".json");
    ok(!(await names()).includes(workspace.asRelativePath(uri)));
    const changed = next(figures.onDidChangeTreeData);
    await write(workspace.asRelativePath(uri), '{"data": [{"type": "bar", "y": [1]}]}');
    await changed;
    ok((await names()).includes(workspace.asRelativePath(uri)));
  });

  it("are those that the setting names", async () => {
    await setSetting("workspace.byContent", false);
    await figures.begin();
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

  it("stand below their folders, each once, where folders of the workspace lie in one another too", async () => {
    await write("outer/above.plotly");
    await write("outer/inner/below.plotly");
    await write("outer/more/deep/down.plotly");
    await write("outer-too/beside.plotly");
    const folders = [folder("outer", 0), folder("outer/inner", 1), folder("outer-too", 2), folder("nothing", 3)];
    const nested = new FigureTree({ pictures, memory, local: undefined, folders: () => folders });
    try {
      const roots = await nested.getChildren();
      deepEqual(await rows(nested, roots), [
        ["outer", [["more/deep", ["down.plotly"]], "above.plotly"]],
        ["outer/inner", ["below.plotly"]],
        ["outer-too", ["beside.plotly"]],
      ]);
      const all = async (nodes: readonly FigureTreeNode[]): Promise<(string | undefined)[]> =>
        (
          await Promise.all(
            nodes.map(async (node) => [nested.getTreeItem(node).id, ...(await all(await nested.getChildren(node)))]),
          )
        ).flat();
      const ids = await all(roots);
      equal(new Set(ids).size, ids.length);
    } finally {
      nested.dispose();
      for (const name of ["outer", "outer-too"]) await workspace.fs.delete(workspaceFile(name), { recursive: true });
    }
  });

  it("open as VS Code opens the file, and as drawings where VS Code would show text", () => {
    const uri = workspaceFile("below/deep.plotly.json");
    const item = figures.getTreeItem(uri);
    equal(item.id, uri.toString());
    equal(item.contextValue, "figure");
    equal(item.command?.command, "vscode.open");
    equal(String(item.command?.arguments?.[0]), uri.toString());
    equal(figures.getTreeItem(workspaceFile("below/deep.json")).command?.command, commands.openPreview);
  });

  it("show a picture, their kinds and their size to who points at them", async () => {
    const uri = workspaceFile("sea-temperature.plotly");
    const { token } = new CancellationTokenSource();
    const tooltip = async () => {
      const { tooltip: text } = await figures.resolveTreeItem(figures.getTreeItem(uri), uri, token);
      ok(text instanceof MarkdownString);
      return text.value;
    };
    const before = await tooltip();
    match(before, /heatmap|scatter|bar|contour/);
    match(before, /bytes|KB/);
    ok(!before.includes("data:image/png"));
    await pictures.keep(uri, new Uint8Array([1, 2, 3]));
    match(await tooltip(), /data:image\/png;base64,AQID/);
  });

  it("show no picture of what the file was before", async () => {
    const uri = await writeFigure("{}");
    await pictures.keep(uri, new Uint8Array([1]));
    ok(await pictures.of(uri));
    const drawn = Date.now();
    // The clock of files may be as coarse as a few milliseconds.
    do await write(workspace.asRelativePath(uri), '{"data": []}');
    while ((await workspace.fs.stat(uri)).mtime <= drawn);
    equal(await pictures.of(uri), undefined);
  });
});

/** Forgets. */
const memory = {
  keys: () => [],
  get: (_key: string, fallback?: unknown) => fallback,
  update: () => Promise.resolve(),
} as unknown as Memento;

/** Of VS Code's own settings, as the user; undefined takes it away. */
async function setExcluded(of: "files" | "search", patterns: Record<string, boolean> | undefined): Promise<void> {
  await workspace.getConfiguration(of).update("exclude", patterns, ConfigurationTarget.Global);
}
