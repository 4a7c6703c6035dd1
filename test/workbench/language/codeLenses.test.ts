import { deepEqual, equal, ok } from "node:assert/strict";
import { type CodeLens, commands, languages, type TextDocument, window } from "vscode";
import { until } from "../support/events.ts";
import { deleteFigures, openFigure, problems, problemsOf } from "../support/figures.ts";
import { setSetting } from "../support/settings.ts";
import { closeTabs } from "../support/tabs.ts";

async function lenses(document: TextDocument): Promise<CodeLens[]> {
  return commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri);
}

const titles = (found: readonly CodeLens[]) => found.map(({ command }) => command?.title);

describe("A figure's text: what is offered above it", () => {
  afterEach(async () => {
    await setSetting("codeLens.enabled", undefined);
    await closeTabs();
    await deleteFigures();
  });

  const text = '{"data": [{"type": "bar", "x": ["a", "b"], "y": [1, 2]}]}';
  const bound = text.replace('"x": ', '"textsrc": "me:99999:abc123", "x": ');

  it("is the preview and Publish, and nothing of data, which is as it should be", async () => {
    const document = await openFigure(text);
    await problems(document.uri, (found) => found.length >= 2);
    deepEqual(titles(await lenses(document)), ["Preview", "Publish…"]);
  });

  it("is the preview, Publish, and the count of what is wrong, which leads to the first", async () => {
    const document = await openFigure(bound);
    await problems(document.uri, (found) => found.length >= 2);
    const found = await lenses(document);
    deepEqual(titles(found).slice(0, 3), ["Preview", "Publish…", "2 raw arrays"]);
    const { command, arguments: args = [] } = found[2]!.command!;
    await commands.executeCommand(command, ...(args as unknown[]));
    const editor = window.activeTextEditor;
    ok(editor);
    equal(document.getText(editor.selection), '"x": [');
  });

  it("is nothing where the settings say so", async () => {
    const document = await openFigure(text);
    await setSetting("codeLens.enabled", false);
    deepEqual(await lenses(document), []);
  });

  it("is to treat it as a figure where another JSON file looks like one, and then all that a figure has", async () => {
    const document = await openFigure(text, ".json");
    const found = await lenses(document);
    deepEqual(titles(found), ["Preview", "Treat as Plotly Figure"]);
    await commands.executeCommand(found[1]!.command!.command, document.uri);
    await problems(document.uri, (all) => all.length >= 2);
    deepEqual(titles(await lenses(document)).slice(1, 3), ["Publish…"]);
    await commands.executeCommand("plots.treatAsJson", document.uri);
    await until(() => problemsOf(document.uri).length === 0, languages.onDidChangeDiagnostics);
    deepEqual(titles(await lenses(document))[1], "Treat as Plotly Figure");
  });

  it("is nothing in JSON that is no figure", async () => {
    const document = await openFigure('{"data": [1, 2], "name": "x"}', ".json");
    deepEqual(await lenses(document), []);
  });
});
