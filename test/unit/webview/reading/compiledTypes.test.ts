import assert from "node:assert/strict";
import { separateParcoords, compiledTypesOf } from "../../../../webview/reading/compiledTypes.ts";
import { drawable } from "../support.ts";

describe("Traces that Plotly draws by programs that were compiled before", () => {
  for (const type of ["scattergl", "scatterpolargl", "splom", "parcoords"]) {
    it(`are ${type}`, () => {
      const figure = drawable([{ type }, { type: "bar" }]);
      assert.deepEqual(compiledTypesOf(figure), [type]);
    });
  }

  it("are not the others", () => {
    const figure = drawable([{ type: "scatter" }, { type: "surface" }, {}]);
    assert.deepEqual(compiledTypesOf(figure), []);
  });

  it("are found in frames and among hidden traces, which a button may show", () => {
    const frames = [{ data: [{ type: "scattergl" }] }];
    assert.deepEqual(compiledTypesOf(drawable([{ type: "splom", visible: false }], {}, frames)), [
      "scattergl",
      "splom",
    ]);
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
