import { deepEqual, equal, match, ok } from "node:assert/strict";
import { DiagnosticSeverity, type TextDocument } from "vscode";
import { codeOf, deleteFigures, openFigure, problems } from "../support/figures.ts";

describe("Raw arrays in a figure file", () => {
  afterEach(deleteFigures);

  const marked = async (document: TextDocument) =>
    (await problems(document.uri)).map(({ range }) => document.getText(range));

  it("are marked as information, exactly and each by itself", async () => {
    const text = `{
  "data": [
    { "type": "bar", "x": ["a", "b", "c"], "y": [1, 2, 3], "marker": { "color": [4, 5, 6] } },
    { "type": "scatter", "y": {"dtype": "f8", "bdata": "AAAAAAAA8D8="} }
  ],
  "layout": { "xaxis": { "range": [0, 10], "tickvals": [1, 2] }, "colorway": ["#123456"] }
}`;
    const document = await openFigure(text);
    deepEqual(await marked(document), [
      `["a", "b", "c"]`,
      "[1, 2, 3]",
      "[4, 5, 6]",
      `{"dtype": "f8", "bdata": "AAAAAAAA8D8="}`,
    ]);
    for (const problem of await problems(document.uri)) {
      equal(problem.severity, DiagnosticSeverity.Information);
      equal(codeOf(problem), "raw-array");
    }
  });

  it("say where they stand, what they hold, why that matters, and lead to the explanation", async () => {
    const document = await openFigure(`{"data": [{"marker": {"size": [1, 2]}}]}`);
    const [problem] = await problems(document.uri);
    ok(problem);
    match(problem.message, /^`data\[0\]\.marker\.size` holds 2 values in the file itself\. .+grid.+\.$/);
    const { code } = problem;
    ok(typeof code === "object");
    equal(code.target.toString(true), "https://github.com/plot-files/plot-files/blob/main/PROBLEMS.md#raw-array");
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
    deepEqual(await marked(document), ["[1, 2]"]);
  });

  it("are found in *.plotly and in files with CRLF", async () => {
    const document = await openFigure(`{\r\n"data": [\r\n{"y":\r\n[1,\r\n2]}]}`, ".plotly");
    deepEqual(await marked(document), ["[1,\r\n2]"]);
  });
});
