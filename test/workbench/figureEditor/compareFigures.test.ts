import { deepEqual, ok } from "node:assert/strict";
import { commands, TabInputCustom, TabInputTextDiff, Uri, window, workspace } from "vscode";
import { commands as commandIds, viewTypes } from "../../../src/manifest.ts";
import { until } from "../support/events.ts";
import { deleteFigures, writeFigure } from "../support/figures.ts";
import { closeTabs, customTab } from "../support/tabs.ts";

const text = (title: string) => `{"data": [{"type": "bar", "y": [1, 2]}], "layout": {"title": {"text": "${title}"}}}`;

describe("A figure beside an earlier version of it", () => {
  // Begins as Git's own does, whose versions of a file are never drawn by default.
  const scheme = "git-of-a-test";
  const provided = { provideTextDocumentContent: () => text("Before") };
  let registered: { dispose(): void };
  before(() => {
    registered = workspace.registerTextDocumentContentProvider(scheme, provided);
  });
  after(() => registered.dispose());
  afterEach(async () => {
    await closeTabs();
    await deleteFigures();
  });

  it("is compared as text, and the drawings of both are one command away", async () => {
    const uri = await writeFigure(text("After"));
    const before = Uri.from({ scheme, path: uri.path });
    await commands.executeCommand("vscode.diff", before, uri, "Before and after");
    const input = () => window.tabGroups.activeTabGroup.activeTab?.input;
    await until(() => input() !== undefined, window.tabGroups.onDidChangeTabs);
    ok(input() instanceof TabInputTextDiff);
    await commands.executeCommand(commandIds.compareDrawings);
    await customTab(before, viewTypes.figureText);
    await customTab(uri, viewTypes.figure);
    const drawn = window.tabGroups.all.map(({ activeTab }) => activeTab?.input);
    deepEqual(
      drawn.map((each) => each instanceof TabInputCustom && each.uri.toString()),
      [before.toString(), uri.toString()],
    );
  });
});
