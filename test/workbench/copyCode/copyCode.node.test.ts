import { equal, match, ok } from "node:assert/strict";
import { commands, env, type Uri, window, workspace } from "vscode";
import { commands as commandIds } from "../../../src/manifest.ts";
import { makeEdits } from "../../../src/workbench/editing/textEdits.ts";
import { deleteFigures, openFigure, workspaceFile, writeFigure } from "../support/figures.ts";
import { replace, restore } from "../support/replace.ts";
import { closeTabs } from "../support/tabs.ts";

const figure = '{"data": [{"type": "bar", "x": ["a"], "y": [1]}], "layout": {"title": {"text": "T"}}}';

describe("Copying a figure as code", () => {
  afterEach(async () => {
    restore();
    await closeTabs();
    await deleteFigures();
  });

  it("puts the figure of a file on the clipboard in each language", async () => {
    const uri = await writeFigure(figure);
    await commands.executeCommand(commandIds.copyPython, uri);
    match(
      await env.clipboard.readText(),
      /^import plotly\.graph_objects as go\n\nfig = go\.Figure\(\)\nfig\.add_trace\(go\.Bar\(/,
    );
    await commands.executeCommand(commandIds.copyJavascript, uri);
    match(await env.clipboard.readText(), /Plotly\.newPlot\("figure", data, layout\);\n$/);
    await commands.executeCommand(commandIds.copyR, uri);
    match(await env.clipboard.readText(), /^library\(plotly\)\n/);
  });

  it("takes what is in the editor and not saved", async () => {
    const document = await openFigure(figure);
    await window.showTextDocument(document);
    const start = document.getText().indexOf('"T"');
    ok(await makeEdits(document, [{ span: { start, end: start + 3 }, text: '"Changed"' }]));
    await commands.executeCommand(commandIds.copyPython);
    match(await env.clipboard.readText(), /title_text="Changed"/);
  });

  it("says why a text is no figure, and leaves the clipboard alone", async () => {
    const said: string[] = [];
    replace(window, "showErrorMessage", (sentence: string) => void said.push(sentence));
    await env.clipboard.writeText("before");
    await commands.executeCommand(commandIds.copyR, await writeFigure("[1, 2"));
    match(said.join(), /^The figure cannot be written as R\. ./);
    equal(await env.clipboard.readText(), "before");
  });

  it("asks before much goes to the clipboard, and saves it as a file instead", async () => {
    const y = `[${Array.from({ length: 1_100_000 }, (_, index) => 100_000_000 + index).join(",")}]`;
    const uri = await writeFigure(`{"data": [{"y": ${y}}]}`);
    const target = workspaceFile("much.js");
    const asked: string[] = [];
    let answer: string | undefined;
    replace(window, "showWarningMessage", (sentence: string) => {
      asked.push(sentence);
      return Promise.resolve(answer);
    });
    let proposed: Uri | undefined;
    replace(window, "showSaveDialog", ({ defaultUri }: { defaultUri?: Uri }) => {
      proposed = defaultUri;
      return Promise.resolve(target);
    });
    await env.clipboard.writeText("before");
    await commands.executeCommand(commandIds.copyJavascript, uri);
    match(asked.join(), /^The figure is 1\d MB of JavaScript, which is much for a clipboard\.$/);
    equal(await env.clipboard.readText(), "before");
    answer = "Save as File…";
    await commands.executeCommand(commandIds.copyJavascript, uri);
    match(proposed?.path ?? uri.path, /\.js$/);
    ok((await workspace.fs.stat(target)).size > 10_000_000);
    await workspace.fs.delete(target);
    equal(await env.clipboard.readText(), "before");
  });
});
