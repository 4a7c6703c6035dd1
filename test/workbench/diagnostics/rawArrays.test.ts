import { deepEqual, equal, match, ok } from "node:assert/strict";
import { commands, DiagnosticSeverity, type TextDocument, window } from "vscode";
import { codeOf, deleteFigures, openFigure, problems } from "../support/figures.ts";
import { closeTabs } from "../support/tabs.ts";

describe("Raw arrays in a figure file", () => {
  afterEach(async () => {
    await closeTabs();
    await deleteFigures();
  });

  const marked = async (document: TextDocument) =>
    (await problems(document.uri)).map(({ range }) => document.getText(range));

  it("are hinted at, each at its key, and nothing counts them", async () => {
    const text = `{
  "data": [
    { "type": "bar", "x": ["a", "b", "c"], "y": [1, 2, 3], "marker": { "color": [4, 5, 6] } },
    { "type": "scatter", "y": {"dtype": "f8", "bdata": "AAAAAAAA8D8="} }
  ],
  "layout": { "xaxis": { "range": [0, 10], "tickvals": [1, 2] }, "colorway": ["#123456"] }
}`;
    const document = await openFigure(text);
    deepEqual(await marked(document), ['"x"', '"y"', '"color"', '"y"']);
    for (const problem of await problems(document.uri)) {
      equal(problem.severity, DiagnosticSeverity.Hint);
      equal(codeOf(problem), "raw-array");
    }
  });

  it("are errors at key and opening bracket in a file that lives from a grid, with the place where each ends", async () => {
    const document = await openFigure(`{"data": [{"xsrc": "me:99999:abc123", "y": [\n1,\n2\n]}]}`);
    const found = await problems(document.uri, (all) => all.some((each) => codeOf(each) === "raw-array"));
    const problem = found.find((each) => codeOf(each) === "raw-array");
    ok(problem);
    equal(problem.severity, DiagnosticSeverity.Error);
    equal(document.getText(problem.range), '"y": [');
    const [end] = problem.relatedInformation ?? [];
    ok(end);
    deepEqual([end.location.range.start.line, document.getText(end.location.range)], [3, "]"]);
  });

  it("are hints however many there are, without a word that some are left out", async () => {
    const document = await openFigure(`{"data": [${Array.from({ length: 1200 }, () => '{"y": [1]}').join(",\n")}]}`);
    const found = await problems(document.uri);
    deepEqual([...new Set(found.map(({ severity }) => severity))], [DiagnosticSeverity.Hint]);
  });

  it("say where they stand and what they hold, and lead to their place in the text", async () => {
    const document = await openFigure(`{"data": [{"marker": {"size": [1, 2]}}]}`);
    const [problem] = await problems(document.uri);
    ok(problem);
    match(problem.message, /^“data\[0\]\.marker\.size” holds 2 values in the file itself\. .+grid.+\.$/);
    const { code } = problem;
    ok(typeof code === "object");
    equal(code.target.scheme, "command");
    const args = JSON.parse(decodeURIComponent(code.target.query)) as unknown[];
    await commands.executeCommand(code.target.path, ...args);
    const editor = window.activeTextEditor;
    equal(editor?.document, document);
    equal(document.getText(editor.selection), '"size"');
  });

  it("point to the reference that stands for the same values", async () => {
    const document = await openFigure(`{"data": [{"y": [1], "ysrc": "me:0:abc123"}]}`);
    const [problem] = await problems(document.uri, (found) => found.some((each) => codeOf(each) === "raw-array"));
    const [related] = problem?.relatedInformation ?? [];
    ok(related);
    equal(document.getText(related.location.range), `"ysrc"`);
    equal(related.location.uri.toString(), document.uri.toString());
  });

  it("are counted in UTF-16, as the editor counts", async () => {
    const document = await openFigure(`{"data": [{"name": "📈 Höhe 图", "y": [1, 2]}]}`);
    deepEqual(await marked(document), ['"y"']);
  });

  it("are found in *.plotly and in files with CRLF", async () => {
    const document = await openFigure(`{\r\n"data": [\r\n{"y":\r\n[1,\r\n2]}]}`, ".plotly");
    deepEqual(await marked(document), ['"y"']);
  });
});
