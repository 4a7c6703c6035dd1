import { equal, match } from "node:assert/strict";
import { commands, window } from "vscode";
import { deleteFigures, openFigure } from "../support/figures.ts";
import { replace, restore } from "../support/replace.ts";
import { closeTabs } from "../support/tabs.ts";

describe("A figure's text that is not JSON", () => {
  afterEach(async () => {
    restore();
    await closeTabs();
    await deleteFigures();
  });

  it("is not formatted, and the status bar says where and why", async () => {
    const said: string[] = [];
    replace(window, "setStatusBarMessage", (sentence: string) => {
      said.push(sentence);
      return { dispose: () => undefined };
    });
    const document = await openFigure('{"data":[\n{"y":[1,NaN]}]}');
    await window.showTextDocument(document);
    const before = document.getText();
    await commands.executeCommand("editor.action.formatDocument");
    equal(document.getText(), before);
    match(said.join(), /\.plotly\.json is not formatted, since it is not JSON\. Line 2: JSON has no number NaN\./);
  });
});
