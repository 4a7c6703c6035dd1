import { ok } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands, TabInputCustom, Uri, window } from "vscode";
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

  it("opens in the editor that reads the file itself, and in no other", async function () {
    this.timeout(60_000);
    const numbers = "1.25,".repeat(10_600_000);
    const uri = Uri.file(join(folder, "large.plotly.json"));
    writeFileSync(uri.fsPath, `{"data":[{"type":"bar","y":[${numbers}1]}]}`);
    await commands.executeCommand("vscode.open", uri);
    await customTab(uri, viewTypes.largeFigure);
    const others = () =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof TabInputCustom && input.viewType !== viewTypes.largeFigure);
    await until(() => others().length === 0, window.tabGroups.onDidChangeTabs);
    ok(others().length === 0);
  });
});
