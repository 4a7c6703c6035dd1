import { deepEqual } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands, type Tab, TabInputCustom, Uri, window } from "vscode";
import { viewTypes } from "../../../src/manifest.ts";
import { until } from "../support/events.ts";
import { closeTabs, customTab } from "../support/tabs.ts";

describe("A figure above 50 MB", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "plot-files-large-"));
  });
  after(async () => {
    await closeTabs();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("opens in the editor that reads the file itself, in place of the one that cannot", async function () {
    this.timeout(60_000);
    const numbers = "1.25,".repeat(10_600_000);
    const uri = Uri.file(join(folder, "large.plotly.json"));
    writeFileSync(uri.fsPath, `{"data":[{"type":"bar","y":[${numbers}1]}]}`);
    // Each editor that comes, also one that does not stay.
    const seen: string[] = [];
    const editors = (tabs: readonly Tab[]) =>
      tabs.flatMap(({ input }) =>
        input instanceof TabInputCustom && input.uri.toString() === uri.toString() ? [input.viewType] : [],
      );
    const watching = window.tabGroups.onDidChangeTabs(({ opened }) => seen.push(...editors(opened)));
    const left = () => window.tabGroups.all.flatMap(({ tabs }) => editors(tabs));
    await commands.executeCommand("vscode.open", uri);
    await customTab(uri, viewTypes.largeFigure);
    await until(() => left().length === 1, window.tabGroups.onDidChangeTabs);
    watching.dispose();
    deepEqual(seen, [viewTypes.figure, viewTypes.largeFigure]);
    deepEqual(left(), [viewTypes.largeFigure]);
  });
});
