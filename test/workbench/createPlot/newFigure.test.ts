import { equal, match } from "node:assert/strict";
import { commands, type QuickPickItem, window, workspace } from "vscode";
import { replace, restore } from "../support/replace.ts";
import { closeTabs } from "../support/tabs.ts";

describe("New Figure File", () => {
  afterEach(async () => {
    restore();
    await closeTabs();
  });

  it("is an unsaved figure of the chosen template, named so that it is known as one", async () => {
    replace(window, "showQuickPick", (items: readonly QuickPickItem[]) =>
      Promise.resolve(items.find(({ label }) => label.endsWith("Heatmap"))),
    );
    await commands.executeCommand("plots.newFigure");
    const document = workspace.textDocuments.find(({ uri }) => uri.path.endsWith("figure.plotly.json"));
    equal(document?.isUntitled, true);
    equal(document?.languageId, "plotly");
    match(document?.getText() ?? "", /"type": "heatmap"/);
  });
});
