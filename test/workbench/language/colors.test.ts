import { deepEqual, equal, ok } from "node:assert/strict";
import { Color, type ColorInformation, type ColorPresentation, commands } from "vscode";
import { deleteFigures, openFigure } from "../support/figures.ts";

describe("A figure's text: its colours", () => {
  afterEach(deleteFigures);

  const figure = `{"data": [{"marker": {"color": "rgba(255, 0, 0, 0.5)"}, "colorscale": [[0, "tan"]]}], "layout": {"colorway": ["#123456"]}}`;

  it("are each shown once, in every notation", async () => {
    const document = await openFigure(figure);
    const colors = await commands.executeCommand<ColorInformation[]>(
      "vscode.executeDocumentColorProvider",
      document.uri,
    );
    deepEqual(
      colors.map(({ range }) => document.getText(range)),
      ['"rgba(255, 0, 0, 0.5)"', '"tan"', '"#123456"'],
    );
    ok(Math.abs((colors[0]?.color.alpha ?? 0) - 0.5) < 0.01);
  });

  it("are picked in the notation that they have", async () => {
    const document = await openFigure(figure);
    const colors = await commands.executeCommand<ColorInformation[]>(
      "vscode.executeDocumentColorProvider",
      document.uri,
    );
    const presented = async (index: number, label: string) => {
      const found = await commands.executeCommand<ColorPresentation[]>(
        "vscode.executeColorPresentationProvider",
        new Color(0, 0, 1, 1),
        { uri: document.uri, range: colors[index]!.range },
      );
      // VS Code's JSON support is asked too, which knows hexadecimal ones alone, and its answers come first.
      return found.find((each) => each.label === label)?.textEdit?.newText;
    };
    equal(await presented(0, "rgb(0, 0, 255)"), '"rgb(0, 0, 255)"');
    equal(await presented(1, "blue"), '"blue"');
    equal(await presented(2, "#0000ff"), '"#0000ff"');
  });

  it("are not those of other JSON files", async () => {
    const document = await openFigure(figure, ".json");
    const colors = await commands.executeCommand<ColorInformation[]>(
      "vscode.executeDocumentColorProvider",
      document.uri,
    );
    deepEqual(
      colors.filter(({ range }) => document.getText(range) === '"tan"'),
      [],
    );
  });
});
