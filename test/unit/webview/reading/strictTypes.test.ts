import assert from "node:assert/strict";
import { likelyStrict } from "../../../../src/workbench/figureEditor/previewPage.ts";
import { separateParcoords, strictTypesOf } from "../../../../webview/reading/strictTypes.ts";
import { drawable } from "../support.ts";

describe("Traces that Plotly draws without eval in its strict build alone", () => {
  for (const type of ["scattergl", "scatterpolargl", "splom", "parcoords"]) {
    it(`are ${type}, and the host guesses so from the outline`, () => {
      const figure = drawable([{ type }, { type: "bar" }]);
      assert.deepEqual(strictTypesOf(figure), [type]);
      assert.equal(likelyStrict(figure.data.map((trace) => String(trace["type"]))), true);
    });
  }

  it("are not the others", () => {
    const figure = drawable([{ type: "scatter" }, { type: "surface" }, {}]);
    assert.deepEqual(strictTypesOf(figure), []);
    assert.equal(likelyStrict(figure.data.map((trace) => String(trace["type"]))), false);
  });

  it("are found in frames and among hidden traces, which a button may show", () => {
    const frames = [{ data: [{ type: "scattergl" }] }];
    assert.deepEqual(strictTypesOf(drawable([{ type: "splom", visible: false }], {}, frames)), ["scattergl", "splom"]);
  });

  it("leave parcoords a canvas of its own", () => {
    const figure = drawable([{ type: "parcoords" }, { type: "scattergl" }, { type: "splom" }, { type: "bar" }]);
    const notes = separateParcoords(figure);
    assert.deepEqual(figure.data, [
      { type: "parcoords" },
      { type: "scatter" },
      { type: "splom", visible: false },
      { type: "bar" },
    ]);
    assert.equal(notes.length, 2);
  });

  it("stay as they are without parcoords", () => {
    const figure = drawable([{ type: "scattergl" }]);
    assert.deepEqual(separateParcoords(figure), []);
    assert.deepEqual(figure.data, [{ type: "scattergl" }]);
  });
});
