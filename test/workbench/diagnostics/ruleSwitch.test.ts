import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type CodeAction, commands, type FileSystemWatcher, type Uri, window, workspace } from "vscode";
import { RuleFiles } from "../../../src/workbench/diagnostics/ruleFiles.ts";
import { switchOff } from "../../../src/workbench/diagnostics/ruleSwitch.ts";
import { codeOf, deleteFigures, openFigure, problems, workspaceFile } from "../support/figures.ts";
import { replace, restore } from "../support/replace.ts";
import { setSetting } from "../support/settings.ts";
import { closeTabs } from "../support/tabs.ts";

const text = `{"data": [{"type": "zzz"}]}`;

describe("A rule that found something", () => {
  const file = () => workspaceFile(".plotfilesrc.json");
  let failure: unknown;

  afterEach(async () => {
    restore();
    await setSetting("diagnostics.rules", undefined);
    await workspace.fs.delete(file()).then(undefined, () => undefined);
    await closeTabs();
    await deleteFigures();
    equal(failure, undefined);
  });

  async function offered(uri: Uri): Promise<CodeAction[]> {
    const [problem] = await problems(uri);
    ok(problem);
    const all = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      problem.range,
      "quickfix",
    );
    return all.filter(({ command }) => command?.command === "plots.switchRuleOff");
  }

  async function choose(uri: Uri, title: RegExp): Promise<void> {
    const command = (await offered(uri)).find((action) => title.test(action.title))?.command;
    ok(command);
    // It ends when the person has read what was done.
    void commands
      .executeCommand(command.command, ...((command.arguments ?? []) as unknown[]))
      .then(undefined, (error: unknown) => (failure = error));
  }

  const isLeft = (uri: Uri, ...codes: string[]) => problems(uri, (found) => found.map(codeOf).join() === codes.join());

  it("is switched off for one file, for all of its folder, or for whoever looks at it", async () => {
    const { uri } = await openFigure(text);
    const other = await openFigure(text);
    const titles = (await offered(uri)).map(({ title }) => title);
    equal(titles[0], "Switch off “unknown-trace-type” for this file");
    match(titles[1] ?? "", /^Switch off “unknown-trace-type” in the folder “.+”$/);
    equal(titles[2], "Switch off “unknown-trace-type” for me");

    await choose(uri, /for this file$/);
    await isLeft(uri);
    await isLeft(other.uri, "unknown-trace-type");
    const name = uri.path.split("/").at(-1) ?? "";
    const read = async (): Promise<unknown> =>
      JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file())));
    deepEqual(await read(), { files: { [name]: { "unknown-trace-type": "off" } } });

    await choose(other.uri, /in the folder/);
    await isLeft(other.uri);
    deepEqual(await read(), {
      files: { [name]: { "unknown-trace-type": "off" } },
      rules: { "unknown-trace-type": "off" },
    });
  });

  it("is switched off by the files that are there now, whatever VS Code has told of them", async () => {
    const { uri } = await openFigure(text);
    const silent = { onDidCreate: nothing, onDidChange: nothing, onDidDelete: nothing, dispose: () => undefined };
    replace(workspace, "createFileSystemWatcher", () => silent as unknown as FileSystemWatcher);
    replace(window, "showInformationMessage", () => Promise.resolve(undefined));
    const files = new RuleFiles();
    const read = async () => new TextDecoder().decode(await workspace.fs.readFile(file()));
    try {
      await workspace.fs.writeFile(file(), new TextEncoder().encode('{"rules": {"raw-array": "off"}}'));
      ok(await files.nearest(uri));
      await workspace.fs.delete(file());
      await switchOff(files, uri, "unknown-trace-type", "folder");
      deepEqual(JSON.parse(await read()), { rules: { "unknown-trace-type": "off" } });

      await workspace.fs.delete(file());
      equal(await files.nearestNow(uri), undefined);
      await workspace.fs.writeFile(file(), new TextEncoder().encode('{"rules": {"raw-array": "off"}}'));
      await switchOff(files, uri, "unknown-trace-type", "folder");
      deepEqual(JSON.parse(await read()), { rules: { "raw-array": "off", "unknown-trace-type": "off" } });
    } finally {
      files.dispose();
    }
  });

  it("is switched off for me in the settings, unless the folder has its own word on it", async () => {
    const { uri } = await openFigure(text);
    await setSetting("diagnostics.rules", { "raw-array": "error" });
    await problems(uri);
    await choose(uri, /for me$/);
    await isLeft(uri);
    deepEqual(workspace.getConfiguration("plots").inspect("diagnostics.rules")?.globalValue, {
      "raw-array": "error",
      "unknown-trace-type": "off",
    });
    await workspace.fs.writeFile(file(), new TextEncoder().encode('{"rules": {"unknown-trace-type": "warning"}}'));
    await isLeft(uri, "unknown-trace-type");
    equal((await offered(uri)).length, 2);
  });
});

const nothing = () => ({ dispose: () => undefined });
