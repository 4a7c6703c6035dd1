import assert from "node:assert/strict";
import { openFigure } from "../../../../webview/reading/openFigure.ts";
import { FigureError } from "../../../../webview/reading/readFigure.ts";
import { bytes } from "../support.ts";

const open = (figure: unknown) => openFigure({ type: "figure", version: 1, figure: bytes(figure), thumbnail: false });

describe("Opening a figure that the host sent", () => {
  it("tells all that was changed on the way", () => {
    const { notes, figure } = open({
      data: [{ type: "sankey" }, { type: "image", source: "https://example.com/a.png" }],
      layout: { title: "Old" },
    });
    assert.equal(figure.data[0]?.["visible"], false);
    assert.equal(figure.data[1]?.["source"], undefined);
    assert.ok(
      notes.some((note) => note.startsWith("Trace 0 (sankey) is not drawn")),
      notes.join(" "),
    );
    assert.ok(
      notes.some((note) => note.includes("the preview has no network")),
      notes.join(" "),
    );
  });

  it("finds a figure blank where there is neither a trace nor what can be seen alone", () => {
    assert.equal(open({ data: [] }).isBlank, true);
    assert.equal(open({ data: [], layout: { paper_bgcolor: "red" } }).isBlank, true);
    assert.equal(open({ data: [], layout: { title: { text: "A title" } } }).isBlank, false);
    assert.equal(open({ data: [], layout: { shapes: [{}] } }).isBlank, false);
    assert.equal(open({ data: [{}] }).isBlank, false);
  });

  it("tells why a very large figure should be asked about, and draws it no less", () => {
    const { tooLarge, figure } = open({ data: [{ type: "bar", y: Array.from({ length: 20_000 }, (_, i) => i) }] });
    assert.match(tooLarge ?? "", /20,000 bars/);
    assert.equal(figure.data.length, 1);
    assert.equal(open({ data: [{ type: "bar", y: [1] }] }).tooLarge, undefined);
  });

  it("says what is wrong where there is no figure", () => {
    assert.throws(() => open("{"), FigureError);
  });
});
