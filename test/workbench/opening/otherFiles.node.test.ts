import { deepEqual, equal, match, ok } from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { commands, Range, type CodeAction, Uri, window, workspace } from "vscode";
import { viewTypes } from "../../../src/manifest.ts";
import { openUnpacked } from "../../../src/workbench/opening/unpacked.ts";
import { until } from "../support/events.ts";
import { codeOf, deleteFigures, openFigure, problems, workspaceFile, writeFigure } from "../support/figures.ts";
import { closeTabs, customTab } from "../support/tabs.ts";

const tides = '{"data": [{"type": "bar", "y": [1, 2]}]}';

describe("A file that is no figure as it is", () => {
  let written: Uri[] = [];
  const write = async (name: string, bytes: Uint8Array): Promise<Uri> => {
    const uri = workspaceFile(name);
    await workspace.fs.writeFile(uri, bytes);
    written.push(uri);
    return uri;
  };
  afterEach(async () => {
    if (window.activeTextEditor !== undefined) await commands.executeCommand("workbench.action.files.revert");
    await closeTabs();
    for (const uri of written) await workspace.fs.delete(uri);
    written = [];
    await deleteFigures();
  });

  it("is named in Problems where it is packed", async () => {
    const uri = await write("packed.plotly.json", new Uint8Array(gzipSync(tides)));
    await commands.executeCommand("vscode.open", uri);
    await customTab(uri, viewTypes.figure);
    const [problem] = await problems(uri);
    equal(problem && codeOf(problem), "not-json");
    match(problem?.message ?? "", /^This file is packed with gzip/);
  });

  it("is unpacked into a new file that nobody has saved yet", async () => {
    const uri = await write("tides.plotly.json.gz", new Uint8Array(gzipSync(tides)));
    await openUnpacked(uri);
    const name = workspaceFile("tides.plotly.json").with({ scheme: "untitled" });
    await customTab(name, viewTypes.figureText);
    const document = workspace.textDocuments.find((each) => each.uri.toString() === name.toString());
    ok(document?.isUntitled);
    equal(document.getText(), tides);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("is drawn from UTF-16, which is said", async () => {
    const uri = await write("utf16.plotly.json", new Uint8Array(Buffer.from(`\uFEFF${tides}`, "utf16le")));
    const document = await workspace.openTextDocument(uri);
    equal(document.getText(), tides);
    const found = await problems(uri, (all) => all.some((each) => codeOf(each) === "not-json"));
    match(found.find((each) => codeOf(each) === "not-json")?.message ?? "", /^This file is in UTF-16/);
  });

  it("is made the figure that is in it, and nothing else of it", async () => {
    const document = await openFigure(`{"props": {"id": "a", "figure": ${tides}}, "type": "Graph"}`);
    const [problem] = await problems(document.uri, (all) => all.some((each) => codeOf(each) === "wrapped-figure"));
    match(problem?.message ?? "", /^The figure is in “props\.figure”, as Dash holds it\./);
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      problem?.range ?? new Range(0, 0, 0, 0),
      "quickfix",
      20,
    );
    const action = actions.find(({ title }) => title === "Make It the Whole File");
    ok(action?.edit);
    ok(await workspace.applyEdit(action.edit));
    equal(document.getText(), tides);
    await until(() => document.isDirty, workspace.onDidChangeTextDocument);
  });

  it("is left as it is by a fix of which no JSON would come, and the person is told why", async () => {
    const uri = await writeFigure("{'data': [{'y': array([1, ..., 9])}]}");
    const document = await workspace.openTextDocument(uri);
    const [problem] = await problems(uri);
    match(problem?.message ?? "", /It cannot be converted as it stands\. Values are left out here/);
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      problem?.range ?? new Range(0, 0, 0, 0),
      "source.fixAll.plots",
      20,
    );
    deepEqual(
      actions.map(({ edit }) => edit?.size ?? 0).filter((size) => size > 0),
      [],
    );
    equal(document.isDirty, false);
  });
});
