import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type CodeLens, commands, Uri, window, workspace } from "vscode";
import { commands as commandIds, partScheme } from "../../../src/manifest.ts";
import { closeTabs } from "../support/tabs.ts";
import { workspaceFile } from "../support/figures.ts";

describe("A part of a large file", () => {
  const uri = workspaceFile("parts.plotly.json");
  const lines = Array.from({ length: 3000 }, (_, index) => `  "line ${index + 1}"`);
  const text = `[\n${lines.join(",\n")}\n]`;
  before(() => workspace.fs.writeFile(uri, new TextEncoder().encode(text)));
  after(async () => {
    await closeTabs();
    await workspace.fs.delete(uri);
  });

  const show = async (byte: number, line: number) => {
    await commands.executeCommand(commandIds.showPart, uri, { byte, line });
    const editor = window.activeTextEditor;
    ok(editor);
    equal(editor.document.uri.scheme, partScheme);
    return editor;
  };

  it("opens read-only at the place, with the numbers of its lines as its title", async () => {
    const { document, selection } = await show(text.indexOf('"line 2000"'), 2000);
    equal(document.lineAt(selection.active).text, '  "line 2000",');
    equal(selection.active.character, 2);
    match(Uri.parse(document.uri.path).path, /^\/parts\.plotly\.json, lines 1,8\d\d to 2,1\d\d$/);
    ok(document.lineCount < 400);
  });

  it("leads to the parts before and behind it, in the same tab", async () => {
    const { document } = await show(text.indexOf('"line 2000"'), 2000);
    const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri);
    deepEqual(
      lenses.map(({ command }) => command?.title).filter((title) => title?.endsWith("Part")),
      ["Previous Part", "Next Part", "Next Part"],
    );
    const last = document.lineAt(document.lineCount - 2).text;
    const next = lenses.at(-1)?.command;
    await commands.executeCommand(next!.command, ...(next!.arguments as unknown[]));
    const after = window.activeTextEditor?.document;
    const number = Number(/\d+/.exec(last)?.[0]) + 1;
    ok(after?.getText().includes(`"line ${number}"`));
    equal(
      window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label.includes("parts.plotly")).length,
      1,
    );
  });

  it("says why there is none", async () => {
    const before = window.activeTextEditor?.document.uri.toString();
    await commands.executeCommand(commandIds.showPart, workspaceFile("none.json"), { byte: 0, line: 0 });
    equal(window.activeTextEditor?.document.uri.toString(), before);
  });
});
