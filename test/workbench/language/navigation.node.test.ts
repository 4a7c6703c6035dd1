import { deepEqual, equal, match, ok } from "node:assert/strict";
import { commands, type InlayHint, Location, type LocationLink, Range, Uri, workspace } from "vscode";
import { deleteFigures, openFigure, writeFigure } from "../support/figures.ts";
import { setSetting } from "../support/settings.ts";
import { embeddedReference } from "./embeddedReference.ts";
import { placeOf } from "./support.ts";

async function definition(uri: Uri, position: unknown) {
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    "vscode.executeDefinitionProvider",
    uri,
    position,
  );
  return found.map((each) =>
    each instanceof Location ? each : new Location(each.targetUri, each.targetSelectionRange ?? each.targetRange),
  );
}

describe("A figure's text: from a reference to its column", () => {
  afterEach(async () => {
    await setSetting("inlayHints.columns", undefined);
    await deleteFigures();
  });

  it("leads the definition, in a read-only document of the grid", async () => {
    const { reference, uid, name } = await embeddedReference();
    const document = await openFigure(`{"data": [{"xsrc": "${reference}"}]}`);
    const [target] = await definition(document.uri, placeOf(document, uid));
    ok(target);
    match(target.uri.toString(true), /^plots:\/\/embedded\/.+\.grid\.json$/);
    const grid = await workspace.openTextDocument(target.uri);
    equal(grid.getText(target.range), JSON.stringify(name));
    deepEqual(Object.keys(JSON.parse(grid.getText()) as object), ["cols"]);
  });

  it("leads nothing where there is no such grid", async () => {
    const document = await openFigure('{"data": [{"xsrc": "me:99999:abc123"}]}');
    deepEqual(await definition(document.uri, placeOf(document, "abc123")), []);
  });

  it("and back again lead the references, in open figures and files alike", async () => {
    const { reference, fid, uid } = await embeddedReference();
    const document = await openFigure(`{"data": [{"xsrc": "${reference}", "ysrc": "me:99999:abc123"}]}`);
    const file = await writeFigure(`{"layout": {},\n "data": [{"zsrc": "${fid}:aaaaaa,${uid}"}]}`, ".plotly");
    const other = await writeFigure(`{"data": [{"zsrc": "${fid}:aaaaaa"}]}`);
    // Files of other tests are gone, but may still be open.
    const here = new Set([document.uri, file, other].map(String));
    const at = placeOf(document, uid);
    const told = async (uri: Uri, position: unknown) => {
      const found = await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", uri, position);
      return found
        .filter((each) => here.has(each.uri.toString()))
        .map((each) => `${each.uri.path.split("/").at(-1)} ${each.range.start.line}:${each.range.start.character}`)
        .toSorted();
    };
    const name = (uri: Uri) => uri.path.split("/").at(-1);
    const wanted = [
      `${name(document.uri)} 0:${at.character - 1}`,
      `${name(file)} 1:${` "data": [{"zsrc": "${fid}:aaaaaa,`.length}`,
    ].toSorted();
    deepEqual(await told(document.uri, at), wanted);
    const [target] = await definition(document.uri, at);
    ok(target);
    deepEqual(await told(target.uri, target.range.start), wanted);
  });

  it("is told by its name behind the id, unless the settings say no", async () => {
    const { reference, name } = await embeddedReference();
    const document = await openFigure(`{"data": [{"xsrc": "${reference}"}]}`);
    const hints = async () => {
      const whole = new Range(0, 0, 0, document.getText().length);
      const found = await commands.executeCommand<InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
      return found.map(({ label, position }) => [label, position.character]);
    };
    deepEqual(await hints(), [[name, document.getText().indexOf(reference) + reference.length]]);
    await setSetting("inlayHints.columns", false);
    deepEqual(await hints(), []);
  });
});
