import { deepEqual, equal, rejects } from "node:assert/strict";
import { commands, type Range, type TextDocument, workspace, type WorkspaceEdit } from "vscode";
import { deleteFigures, openFigure } from "../support/figures.ts";
import { placeOf } from "./support.ts";

const text = `{"data": [{"xaxis": "x2", "y": [1]}], "layout": {"xaxis2": {}, "xaxis4": {}, "shapes": [{"xref": "x2 domain"}]}}`;

const rename = (document: TextDocument, part: string, name: string) =>
  Promise.resolve(
    commands.executeCommand<WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      placeOf(document, part, 2),
      name,
    ),
  );

describe("A figure's text: renaming an axis", () => {
  afterEach(deleteFigures);

  it("changes it throughout, as one edit", async () => {
    const document = await openFigure(text);
    const prepared = await commands.executeCommand<{ range: Range; placeholder: string }>(
      "vscode.prepareRename",
      document.uri,
      placeOf(document, '"x2 domain"', 2),
    );
    deepEqual([document.getText(prepared.range), prepared.placeholder], ["x2", "x2"]);
    await workspace.applyEdit(await rename(document, '"xaxis2"', "x3"));
    equal(document.getText(), text.replaceAll("x2", "x3").replace("xaxis2", "xaxis3"));
    await workspace.applyEdit(await rename(document, '"x3"', "xaxis2"));
    equal(document.getText(), text);
  });

  it("is refused with a sentence where the name is taken, or nothing can be renamed", async () => {
    const document = await openFigure(text);
    await rejects(
      rename(document, '"xaxis2"', "x4"),
      /“xaxis4” is in the layout already\. Choose a number that is free\./,
    );
    await rejects(
      Promise.resolve(commands.executeCommand("vscode.prepareRename", document.uri, placeOf(document, '"shapes"'))),
      /Only an axis, a scene or another numbered part/,
    );
  });
});
