import { deepEqual, equal, notEqual } from "node:assert/strict";
import { Range, workspace, WorkspaceEdit } from "vscode";
import { Skipper } from "../../../src/figure/text/simd/skipper.ts";
import { Outlines } from "../../../src/workbench/figures/outlines.ts";

const lines = Array.from({ length: 120_000 }, (_, number) => `      ${number / 8}`).join(",\n");
const text = `{\n  "data": [\n    { "name": "日本", "y": [\n${lines}\n    ] }\n  ]\n}\n`;

describe("Outlines of long documents", () => {
  const outlines = new Outlines();
  after(() => outlines.dispose());

  it("are made with the help of WebAssembly, which this host has", () => {
    notEqual(Skipper.make(), null);
  });

  it("are made once for all who wait, also after an edit", async () => {
    const document = await workspace.openTextDocument({ language: "plaintext", content: text });
    const [one, other] = await Promise.all([outlines.ready(document), outlines.ready(document)]);
    equal(one, other);
    deepEqual(one.arrays[0]?.shape, [120_000]);
    equal(outlines.of(document), one);
    equal(outlines.text(document), document.getText());

    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(one.arrays[0].value.end - 6), ", 1");
    const waiting = outlines.ready(document);
    await workspace.applyEdit(edit);
    const [after, again] = await Promise.all([outlines.ready(document), waiting]);
    deepEqual(after.arrays[0]?.shape, [120_001]);
    equal(outlines.text(document), document.getText());
    equal(again === one || again === after, true);

    const clear = new WorkspaceEdit();
    clear.replace(document.uri, new Range(0, 0, document.lineCount, 0), "{}");
    await workspace.applyEdit(clear);
    equal((await outlines.ready(document)).root, "object");
    deepEqual(outlines.of(document).arrays, []);
  });
});
