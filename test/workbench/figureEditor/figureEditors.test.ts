import { deepEqual, equal, ok } from "node:assert/strict";
import { type CodeAction, commands, Range, TabInputText, type Uri, ViewColumn, window, workspace } from "vscode";
import { viewTypes } from "../../../src/manifest.ts";
import { revealInText } from "../../../src/workbench/editing/revealInText.ts";
import { keepActive } from "../../../src/workbench/editing/showText.ts";
import { until } from "../support/events.ts";
import { deleteFigures, openFigure, problems, workspaceFile, writeFigure } from "../support/figures.ts";
import { closeTabs, customTab, textTab } from "../support/tabs.ts";

describe("A figure's editor", () => {
  afterEach(async () => {
    await closeTabs();
    await deleteFigures();
  });

  for (const name of ["river-flow.plotly.json", "sea-temperature.plotly", "half-written.plotly.json"]) {
    it(`opens ${name}`, async () => {
      await commands.executeCommand("vscode.open", workspaceFile(name));
      await customTab(workspaceFile(name), viewTypes.figure);
    });
  }

  it("opens other JSON only when asked", async () => {
    const uri = workspaceFile("seal-ages.json");
    await commands.executeCommand("vscode.open", uri);
    ok((await textTab(uri)).input instanceof TabInputText);
    await commands.executeCommand("vscode.openWith", uri, viewTypes.figureJson);
    await customTab(uri, viewTypes.figureJson);
  });

  it("opens beside the text that one looks at, by “Preview Figure”", async () => {
    const uri = workspaceFile("seal-ages.json");
    await commands.executeCommand("vscode.openWith", uri, "default");
    const text = await textTab(uri);
    await commands.executeCommand("plots.openPreview");
    const drawing = await customTab(uri, viewTypes.figureJson);
    ok(drawing.group.viewColumn > text.group.viewColumn);
  });

  it("opens in place of what one looks at for a file chosen in a list", async () => {
    await window.showTextDocument(await workspace.openTextDocument(workspaceFile("harbour-2024.csv")));
    const uri = workspaceFile("river-flow.plotly.json");
    await commands.executeCommand("plots.openPreview", uri);
    const drawing = await customTab(uri, viewTypes.figure);
    equal(drawing.group.viewColumn, 1);
  });

  it("shows the text beside, and uses the one that is open", async () => {
    const uri = workspaceFile("river-flow.plotly.json");
    await commands.executeCommand("vscode.open", uri);
    const drawing = await customTab(uri, viewTypes.figure);
    await commands.executeCommand("plots.openText", uri);
    const text = await textTab(uri);
    ok(text.group.viewColumn > drawing.group.viewColumn);
    await commands.executeCommand("plots.openText", uri);
    const texts = window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof TabInputText);
    equal(texts.length, 1);
  });

  it("leaves the text the active editor when VS Code hears late that the drawing had the keyboard", async () => {
    // A drawing that still loads would take the keyboard in earnest, so there is none at first.
    await window.showTextDocument(await workspace.openTextDocument(workspaceFile("harbour-2024.csv")), ViewColumn.One);
    const document = await workspace.openTextDocument(workspaceFile("river-flow.plotly.json"));
    const editor = await window.showTextDocument(document, ViewColumn.Two);
    const text = await textTab(document.uri);
    const isInText = () => text.group.isActive && window.activeTextEditor === editor;
    await until(isInText, window.onDidChangeActiveTextEditor, window.tabGroups.onDidChangeTabGroups);
    keepActive(editor, { preview: false }, 60_000);
    // This makes the drawing's group the active one, and the keyboard stays in the text.
    const options = { viewColumn: ViewColumn.One, preserveFocus: true };
    // It may be so before, where VS Code has really heard late.
    const drawingIsActive = until(() => !text.group.isActive, window.tabGroups.onDidChangeTabGroups);
    await commands.executeCommand("vscode.openWith", workspaceFile("seal-ages.json"), viewTypes.figureJson, options);
    await drawingIsActive;
    await until(() => text.group.isActive, window.tabGroups.onDidChangeTabGroups);
  });

  it("shows the place of a problem selected in the text", async () => {
    const text = `{\n  "data": [{"y": [1, 2]}]\n}`;
    const uri = await writeFigure(text);
    await commands.executeCommand("vscode.open", uri);
    await customTab(uri, viewTypes.figure);
    const start = text.indexOf("[1");
    await revealInText(uri, { start, end: start + 6 });
    const selected = () => {
      const editor = window.activeTextEditor;
      return editor?.document.uri.toString() === uri.toString() ? editor.document.getText(editor.selection) : undefined;
    };
    await until(
      () => selected() === "[1, 2]",
      window.onDidChangeActiveTextEditor,
      window.onDidChangeTextEditorSelection,
    );
    equal(selected(), "[1, 2]");
  });
});

describe("Fixes of a figure's problems", () => {
  afterEach(deleteFigures);

  const actionsAt = async (uri: Uri, range: Range) =>
    (await commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", uri, range)).filter(
      ({ command }) => command?.command === "plots.createPlot",
    );

  it("offer to move raw arrays to a grid, where they stand", async () => {
    const document = await openFigure(`{"data": [{"y": [1, 2]}],\n"layout": {}}`);
    const [problem] = await problems(document.uri);
    ok(problem);
    const [action, ...others] = await actionsAt(document.uri, problem.range);
    equal(action?.title, "Move the arrays to a grid and create a plot…");
    equal(String(action.command?.arguments?.[0]), document.uri.toString());
    deepEqual(others, []);
  });

  it("offer nothing where nothing is wrong", async () => {
    const document = await openFigure(`{"data": [{"y": [1, 2]}],\n"layout": {}}`);
    await problems(document.uri);
    deepEqual(await actionsAt(document.uri, new Range(1, 3, 1, 4)), []);
  });
});
