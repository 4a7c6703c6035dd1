import { deepEqual, equal, ok } from "node:assert/strict";
import { commands, type DocumentSymbol, type FoldingRange, FoldingRangeKind, SelectionRange, SymbolKind } from "vscode";
import { deleteFigures, openFigure } from "../support/figures.ts";

const text = `{
  "data": [
    {
      "type": "bar",
      "name": "Boats",
      "x": ["a", "b"],
      "y": [
        1,
        2
      ]
    }
  ],
  "layout": {
    "xaxis": { "title": { "text": "Day" } }
  }
}
`;

describe("A figure's text: its outline", () => {
  afterEach(deleteFigures);

  it("lists traces with their points, and axes with their titles", async () => {
    const document = await openFigure(text);
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const trace = symbols.flatMap(({ children }) => children).find(({ name }) => name === "Boats");
    ok(trace);
    equal(trace.detail, "bar, 2 points");
    equal(trace.kind, SymbolKind.Class);
    equal(document.getText(trace.selectionRange), '"Boats"');
    const axis = symbols.flatMap(({ children }) => children).find(({ detail }) => detail === "Day");
    equal(axis?.name, "xaxis");
  });

  it("is not that of other JSON files", async () => {
    const document = await openFigure(text, ".json");
    const symbols =
      (await commands.executeCommand<DocumentSymbol[] | undefined>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      )) ?? [];
    ok(!symbols.some(({ detail }) => detail === "1 trace"));
  });

  it("folds arrays of data as regions, and what they stand in", async () => {
    const document = await openFigure(text);
    const folds = await commands.executeCommand<FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri);
    const lines = folds.map(({ start, end, kind }) => [start, end, kind]);
    deepEqual(
      lines.filter(([, , kind]) => kind === FoldingRangeKind.Region),
      [[6, 8, FoldingRangeKind.Region]],
    );
    for (const [start, end] of [
      [1, 10],
      [2, 9],
      [12, 13],
    ])
      ok(
        lines.some(([from, to]) => from === start && to === end),
        `${start} to ${end}`,
      );
  });

  it("grows a selection by its parts", async () => {
    const document = await openFigure(text);
    const at = document.positionAt(text.indexOf("Boats") + 1);
    const [found] = await commands.executeCommand<SelectionRange[]>(
      "vscode.executeSelectionRangeProvider",
      document.uri,
      [at],
    );
    const grown: string[] = [];
    for (let each = found; each !== undefined; each = each.parent) grown.push(document.getText(each.range));
    ok(grown.includes('"name": "Boats"'));
    ok(grown.includes(text.slice(text.indexOf('"type"'), text.indexOf("]\n    }") + 1)));
  });
});
