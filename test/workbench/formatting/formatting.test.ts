import { equal, ok } from "node:assert/strict";
import {
  commands,
  ConfigurationTarget,
  Selection,
  type TextDocument,
  type Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import { commands as commandIds, viewTypes } from "../../../src/manifest.ts";
import { until } from "../support/events.ts";
import { deleteFigures, openFigure } from "../support/figures.ts";
import { setSetting } from "../support/settings.ts";
import { closeTabs, customTab } from "../support/tabs.ts";

const compact = '{"data":[{"y":[1,2.50]}],"layout":{}}';
/** In VS Code's usual indentation. */
const open = '{\n    "data": [\n        {\n            "y": [1, 2.50]\n        }\n    ],\n    "layout": {}\n}';

describe("A figure's text: formatting", () => {
  afterEach(async () => {
    // Unsaved changes would ask before their tab is closed.
    await workspace.saveAll();
    await closeTabs();
    await deleteFigures();
  });

  async function show(text: string, ending?: string): Promise<TextDocument> {
    const document = await openFigure(text, ending);
    await window.showTextDocument(document, { preview: false, viewColumn: ViewColumn.One });
    return document;
  }

  const untilText = (document: TextDocument, wanted: string) =>
    until(() => document.getText() === wanted, workspace.onDidChangeTextDocument);
  const textOf = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));

  it("lays the text out as one change, which one undo takes back, and leaves the drawing beside it open", async () => {
    const numbers = Array.from({ length: 10_000 }, (_, index) => index / 8);
    const document = await show(JSON.stringify({ data: [{ type: "scatter", y: numbers }], layout: {} }));
    const before = document.getText();
    await commands.executeCommand("vscode.openWith", document.uri, viewTypes.figureText, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
    });
    await customTab(document.uri, viewTypes.figureText);
    const { version } = document;
    await commands.executeCommand("editor.action.formatDocument");
    equal(document.version, version + 1);
    ok(document.lineCount > 500 && document.lineCount < 1500, `${document.lineCount} lines`);
    equal(document.lineAt(1).text, '    "data": [');
    equal(JSON.stringify(JSON.parse(document.getText())), before);
    await commands.executeCommand("undo");
    equal(document.getText(), before);
    await customTab(document.uri, viewTypes.figureText);
  });

  it("happens on save, and leaves a text that is not JSON as it is", async () => {
    const document = await show(compact);
    const editor = workspace.getConfiguration("editor", document);
    await editor.update("formatOnSave", true, ConfigurationTarget.Global);
    try {
      const type = async (text: string): Promise<void> => {
        const edit = new WorkspaceEdit();
        edit.insert(document.uri, document.positionAt(0), text);
        ok(await workspace.applyEdit(edit));
        ok(await document.save());
      };
      await type(" ");
      equal(await textOf(document.uri), open);
      await type("NaN ");
      equal(await textOf(document.uri), `NaN ${open}`);
    } finally {
      await editor.update("formatOnSave", undefined, ConfigurationTarget.Global);
    }
  });

  it("keeps to the width of the settings and the indentation of the editor", async () => {
    const document = await show('{\r\n\t"y": [1000,2000,3000,4000]}');
    await setSetting("format.width", 20);
    try {
      await commands.executeCommand("editor.action.formatDocument");
      equal(document.getText(), '{\r\n\t"y": [\r\n\t\t1000, 2000,\r\n\t\t3000, 4000\r\n\t]\r\n}');
    } finally {
      await setSetting("format.width", undefined);
    }
  });

  it("works on what is selected alone", async () => {
    const document = await show('{\n    "a":[1,2],\n    "b":[1,2],\n    "c":[1,2]\n}');
    const editor = window.activeTextEditor;
    ok(editor);
    editor.selection = new Selection(2, 0, 2, 13);
    await commands.executeCommand("editor.action.formatSelection");
    equal(document.getText(), '{\n    "a":[1,2],\n    "b": [1, 2],\n    "c":[1,2]\n}');
  });

  it("leaves all other JSON to VS Code's own formatter, unless the command is asked for", async () => {
    const document = await show(compact, ".json");
    await commands.executeCommand("editor.action.formatDocument");
    equal(document.getText(), open.replace("[1, 2.50]", "[\n                1,\n                2.50\n            ]"));
    await commands.executeCommand(commandIds.formatFigure);
    await untilText(document, open);
  });
});
