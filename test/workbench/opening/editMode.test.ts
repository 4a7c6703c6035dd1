import { deepEqual, equal, ok } from "node:assert/strict";
import {
  commands,
  type Tab,
  TabInputCustom,
  TabInputText,
  type Uri,
  version,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import { viewTypes } from "../../../src/manifest.ts";
import { until } from "../support/events.ts";
import { codeOf, deleteFigures, problems, writeFigure } from "../support/figures.ts";
import { closeTabs, customTab, textTab } from "../support/tabs.ts";
import { untilText } from "../support/undo.ts";

const tides = `{"data": [{"type": "bar", "y": [1, 2]}], "layout": {"title": {"text": "Tides"}}}`;

describe("A figure that is looked at from its bytes", () => {
  afterEach(async () => {
    // Unsaved changes would ask before their tab is closed.
    await workspace.saveAll();
    await closeTabs();
    await deleteFigures();
  });

  const documentOf = (uri: Uri) => workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  const textOf = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));
  const tabs = () => window.tabGroups.all.map((group) => group.tabs.map(described));
  const described = ({ input, isActive, isDirty }: Tab): string => {
    const kind =
      input instanceof TabInputCustom ? input.viewType : input instanceof TabInputText ? "text" : "something else";
    return [kind, ...(isActive ? ["active"] : []), ...(isDirty ? ["unsaved"] : [])].join(" ");
  };
  const untilTabs = (wanted: readonly (readonly string[])[]) =>
    until(
      () => JSON.stringify(tabs()) === JSON.stringify(wanted),
      window.tabGroups.onDidChangeTabs,
      window.tabGroups.onDidChangeTabGroups,
    );

  async function open(text: string, viewColumn?: ViewColumn): Promise<Uri> {
    const uri = await writeFigure(text);
    await commands.executeCommand("vscode.open", uri, { viewColumn, preview: false });
    await customTab(uri, viewTypes.figure);
    return uri;
  }

  async function edit(uri: Uri, put = "High "): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    const change = new WorkspaceEdit();
    change.insert(uri, document.positionAt(document.getText().indexOf("Tides")), put);
    ok(await workspace.applyEdit(change));
  }

  it("has its problems listed, and no text document", async () => {
    const uri = await open(`{"data": [{"type": "scater"}], "layout": {}, "layout": {}}`);
    const found = await problems(uri);
    deepEqual(found.map(codeOf), ["unknown-trace-type", "duplicate-key"]);
    equal(documentOf(uri), undefined);
  });

  it("becomes the editor of its text when somebody changes that, in the same place", async () => {
    const first = await open(tides);
    await open(tides);
    await commands.executeCommand("vscode.open", first);
    await untilTabs([[`${viewTypes.figure} active`, viewTypes.figure]]);
    await edit(first);
    await untilTabs([[`${viewTypes.figureText} active unsaved`, viewTypes.figure]]);
    const document = documentOf(first);
    ok(document);
    const edited = document.getText();
    await untilText("undo", document, tides);
    await untilTabs([[`${viewTypes.figureText} active`, viewTypes.figure]]);
    await untilText("redo", document, edited);
    await untilTabs([[`${viewTypes.figureText} active unsaved`, viewTypes.figure]]);
    await commands.executeCommand("workbench.action.files.save");
    await untilTabs([[`${viewTypes.figureText} active`, viewTypes.figure]]);
    equal(await textOf(first), tides.replace("Tides", "High Tides"));
  });

  it("is saved by the key where its text was changed just before, whichever editor has the tab by then", async () => {
    const uri = await open(tides);
    await edit(uri);
    await commands.executeCommand("plots.saveText");
    equal(documentOf(uri)?.isDirty, false);
    equal(await textOf(uri), tides.replace("Tides", "High Tides"));
  });

  it("is as the file is again after its changes are thrown away", async () => {
    const uri = await open(tides);
    await edit(uri);
    await untilTabs([[`${viewTypes.figureText} active unsaved`]]);
    await commands.executeCommand("workbench.action.files.revert");
    await untilTabs([[`${viewTypes.figureText} active`]]);
    equal(documentOf(uri)?.getText(), tides);
  });

  it("has its text opened behind the other tabs, as VS Code does it, where it is behind them itself", async () => {
    const uri = await open(tides);
    await open(tides);
    await edit(uri);
    await untilTabs([[viewTypes.figure, `${viewTypes.figure} active`, "text unsaved"]]);
  });

  it("becomes the editor of its text in another group, and the focus stays where it is", async () => {
    const uri = await open(tides);
    const text = await writeFigure(tides);
    await window.showTextDocument(text, { viewColumn: ViewColumn.Beside, preview: false });
    await edit(uri);
    await untilTabs([[`${viewTypes.figureText} active unsaved`], ["text active"]]);
    // VS Code makes the other group the active one for a moment.
    const isInText = () =>
      window.tabGroups.activeTabGroup.viewColumn === ViewColumn.Two &&
      window.activeTextEditor?.document.uri.toString() === text.toString();
    await until(isInText, window.tabGroups.onDidChangeTabGroups, window.onDidChangeActiveTextEditor);
  });

  it("stays what it is while the text is open, and becomes the editor of the text once nothing else shows that", async () => {
    const uri = await open(tides);
    await commands.executeCommand("plots.openText", uri);
    await textTab(uri);
    await edit(uri);
    await untilTabs([[`${viewTypes.figure} active`], ["text active unsaved"]]);
    // The oldest VS Code asks first whether to save the text, so that it is never left without an editor.
    if (version.startsWith("1.105.")) return;
    await commands.executeCommand("reopenActiveEditorWith", viewTypes.figureJson);
    await untilTabs([[`${viewTypes.figure} active`], [`${viewTypes.figureText} active unsaved`]]);
  });

  it("opens with its text where that is not saved", async () => {
    const uri = await writeFigure(tides);
    await window.showTextDocument(uri);
    await edit(uri);
    await commands.executeCommand("plots.openPreview", uri);
    await customTab(uri, viewTypes.figureText);
  });
});
