import assert from "node:assert/strict";
import { hasParcoords, separateParcoords } from "../../../../webview/reading/parcoords.ts";
import { drawable } from "../support.ts";

describe("Parallel coordinates", () => {
  it("are found among the traces, and in frames", () => {
    assert.equal(hasParcoords(drawable([{ type: "bar" }, { type: "parcoords", visible: false }])), true);
    assert.equal(hasParcoords(drawable([{}], {}, [{}, { data: [{ type: "parcoords" }] }])), true);
    assert.equal(hasParcoords(drawable([{ type: "scattergl" }, {}], {}, [{ data: [{ type: "splom" }] }])), false);
  });

  it("get a canvas of their own", () => {
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

  it("let others be where there are none", () => {
    const figure = drawable([{ type: "scattergl" }]);
    assert.deepEqual(separateParcoords(figure), []);
    assert.deepEqual(figure.data, [{ type: "scattergl" }]);
  });
});
