import { deepEqual, match } from "node:assert/strict";
import { DiagnosticSeverity, languages, type Uri, workspace } from "vscode";
import { codeOf, deleteFigures, openFigure, problems, problemsOf, workspaceFile } from "../support/figures.ts";
import { until } from "../support/events.ts";
import { setSetting } from "../support/settings.ts";
import { closeTabs } from "../support/tabs.ts";

const text = `{"data": [{"type": "zzz", "y": [1, 2]}]}`;

describe("The rules that figures are checked by", () => {
  const file = () => workspaceFile(".plotfilesrc.json");
  const write = (content: string) => workspace.fs.writeFile(file(), new TextEncoder().encode(content));
  const said = (uri: Uri) =>
    problemsOf(uri).map(({ severity, code }) => `${severity} ${String(codeOf({ code } as never))}`);

  afterEach(async () => {
    await setSetting("diagnostics.rules", undefined);
    await workspace.fs.delete(file()).then(undefined, () => undefined);
    await closeTabs();
    await deleteFigures();
  });

  it("follow the setting while the figure is open", async () => {
    const { uri } = await openFigure(text);
    await problems(uri, ({ length }) => length === 2);
    await setSetting("diagnostics.rules", { "raw-array": "off", "unknown-trace-type": "error" });
    await problems(uri, (found) => found[0]?.severity === DiagnosticSeverity.Error);
    deepEqual(said(uri), [`${DiagnosticSeverity.Error} unknown-trace-type`]);
  });

  it("follow the .plotfilesrc.json above the figure, which goes before the setting", async () => {
    const { uri } = await openFigure(text);
    await problems(uri, ({ length }) => length === 2);
    await setSetting("diagnostics.rules", { "raw-array": "error" });
    await problems(uri, (found) => found.some(({ severity }) => severity === DiagnosticSeverity.Error));
    await write('{"rules": {"raw-array": "hint"}}');
    await problems(uri, (found) => found.some(({ severity }) => severity === DiagnosticSeverity.Hint));
    await workspace.fs.delete(file());
    await problems(uri, (found) => found.some(({ severity }) => severity === DiagnosticSeverity.Error));
  });

  it("are not read from a file with a fault, which is marked there", async () => {
    const { uri } = await openFigure(text);
    await problems(uri, ({ length }) => length === 2);
    await write('{"rules": {\n"raw-arrays": "off"}}');
    const faults = () => languages.getDiagnostics(file()).filter(({ source }) => source === "plots");
    await until(() => faults().length === 1, languages.onDidChangeDiagnostics);
    match(faults()[0]?.message ?? "", /no rule “raw-arrays”.*the file has no effect\.$/);
    deepEqual(
      [faults()[0]?.range.start.line, faults()[0]?.range.start.character, faults()[0]?.range.end.character],
      [1, 0, 12],
    );
    await write('{"rules": {"raw-array": "off"}}');
    await problems(uri, ({ length }) => length === 1);
    deepEqual(faults(), []);
  });
});
