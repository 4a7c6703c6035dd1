import { deepEqual, equal, ok } from "node:assert/strict";
import { type CodeAction, commands, ConfigurationTarget, Range, type TextDocument, window, workspace } from "vscode";
import { deleteFigures, openFigure, problems, writeFigure } from "../support/figures.ts";
import { closeTabs } from "../support/tabs.ts";
import { untilText } from "../support/undo.ts";

/** The actions where `part` of the text stands, with their edits; of one kind, or those that the light bulb shows. */
async function actionsAt(document: TextDocument, part: string, kind?: string): Promise<CodeAction[]> {
  const start = document.getText().indexOf(part);
  ok(start >= 0, part);
  const range = new Range(document.positionAt(start), document.positionAt(start + part.length));
  return commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, kind, 20);
}

async function applied(document: TextDocument, title: string, part: string, kind?: string): Promise<string> {
  const actions = await actionsAt(document, part, kind);
  const action = actions.find((each) => each.title === title);
  ok(action?.edit, `${title} among ${actions.map((each) => each.title).join(", ")}`);
  ok(await workspace.applyEdit(action.edit));
  return document.getText();
}

async function shown(text: string): Promise<TextDocument> {
  const uri = await writeFigure(text);
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

describe("Fixes in a figure's text", () => {
  afterEach(async () => {
    await commands.executeCommand("workbench.action.files.revert");
    await closeTabs();
    await deleteFigures();
  });

  it("mend a problem where it stands", async () => {
    const document = await openFigure('{"data": [{"type": "scater", "ysrc": "a:1:b"}]}');
    await problems(document.uri);
    equal(
      await applied(document, "Change to “scatter”", '"scater"'),
      '{"data": [{"type": "scatter", "ysrc": "a:1:b"}]}',
    );
  });

  it("make JSON of a Python dict", async () => {
    const document = await openFigure("{'data': [{'type': 'bar', 'visible': True}],}");
    await problems(document.uri);
    equal(
      await applied(document, "Convert the Python dict to JSON", "{'data'"),
      '{"data": [{"type": "bar", "visible": true}]}',
    );
  });

  it("write typed arrays as lists and back, though nothing is wrong with them", async () => {
    const text = '{"data": [{"y": {"dtype": "u1", "bdata": "AQID"}, "x": {"dtype": "u1", "bdata": "BAUG"}}]}';
    const document = await openFigure(text);
    equal(
      await applied(document, "Write as a list of numbers", '"AQID"', "refactor.rewrite"),
      text.replace('{"dtype": "u1", "bdata": "AQID"}', "[1, 2, 3]"),
    );
    equal(await applied(document, "Write as a typed array (base64)", "[1, 2, 3]", "refactor.rewrite"), text);
    equal(
      await applied(document, "Write all 2 arrays as lists of numbers", '"AQID"', "refactor.rewrite"),
      '{"data": [{"y": [1, 2, 3], "x": [4, 5, 6]}]}',
    );
  });

  it("bring a whole figure up to date, and take it back with one undo", async () => {
    const text = '{"data": [{"type": "heatmapgl", "z": [[1]]}], "layout": {"title": "T", "xaxis": {"title": "X"}}}';
    const document = await shown(text);
    const migrated = await applied(document, "Bring the Figure up to Date", "T", "source.migrate.plots");
    deepEqual(JSON.parse(migrated).layout, { title: { text: "T" }, xaxis: { title: { text: "X" } } });
    await untilText("undo", document, text);
  });

  it("mend all that can be mended safely, when asked for as a source action", async () => {
    const document = await openFigure("{'data': [{'type': 'scater'}, {'type': 'bra'}]}");
    await problems(document.uri);
    equal(
      await applied(document, "Fix All Problems of the Figure", "{", "source.fixAll.plots"),
      '{"data": [{"type": "scatter"}, {"type": "bar"}]}',
    );
  });

  it("keep an old figure's map as it was when they take the last sign of its age", async () => {
    const text = `{"data": [{"type": "choropleth", "locations": ["CAN"], "z": [1]}], "layout": {"title": "Old"}}`;
    const settled = { title: { text: "Old" }, geo: { fitbounds: false } };
    const one = await openFigure(text);
    await problems(one.uri);
    deepEqual(JSON.parse(await applied(one, "Change to “layout.title.text”", '"title"')).layout, settled);
    const all = await openFigure(text);
    await problems(all.uri);
    const fixed = await applied(all, "Fix All Problems of the Figure", '"title"', "source.fixAll.plots");
    deepEqual(JSON.parse(fixed).layout, settled);
  });

  it("mend all on save where the settings say so", async () => {
    const settings = workspace.getConfiguration("editor");
    await settings.update("codeActionsOnSave", { "source.fixAll.plots": "explicit" }, ConfigurationTarget.Global);
    try {
      const document = await shown("{'data': []}");
      const editor = window.activeTextEditor;
      ok(editor);
      await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), "\n"));
      ok(await document.save());
      equal(document.getText(), '{"data": []}\n');
    } finally {
      await settings.update("codeActionsOnSave", undefined, ConfigurationTarget.Global);
    }
  });

  it("move arrays and put values in by commands, which ask a server", async () => {
    const document = await openFigure('{"data": [{"y": [1], "x": [2]}, {"y": [3], "xsrc": "a:1:b", "ysrc": "a:1:c"}]}');
    await problems(document.uri);
    const titles = async (part: string) => (await actionsAt(document, part)).map(({ title }) => title);
    const array = await titles('"y": [1');
    for (const title of [
      "Move this array to a grid…",
      "Move the trace's 2 arrays to a grid…",
      "Move all 3 arrays to a grid…",
    ])
      equal(array.filter((each) => each === title).length, 1, title);
    const reference = await titles('"xsrc"');
    ok(reference.includes("Put the column's values here"), reference.join());
    ok(reference.includes("Inline all 2 references"), reference.join());
  });

  it("are not offered in files that are no figures", async () => {
    const document = await openFigure('{"data": [{"y": {"dtype": "u1", "bdata": "AQID"}}]}', ".json");
    const ours = (await actionsAt(document, "AQID")).filter(({ title }) => /list|grid|date/.test(title));
    deepEqual(
      ours.map(({ title }) => title),
      [],
    );
  });
});
