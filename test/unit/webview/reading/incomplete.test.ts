import assert from "node:assert/strict";
import { hideIncomplete } from "../../../../webview/reading/incomplete.ts";
import { drawable } from "../support.ts";

describe("A trace without the data that it cannot be drawn without", () => {
  it("is hidden and named, so that the rest is drawn", () => {
    const figure = drawable([{ y: [1] }, { type: "sankey", link: { source: [0], sourcesrc: "ada:1:abcdef" } }]);
    assert.deepEqual(hideIncomplete(figure), [
      "Trace 1 (sankey) is not drawn, since it has no link.target, link.value.",
    ]);
    assert.equal(figure.data[0]?.["visible"], undefined);
    assert.equal(figure.data[1]?.["visible"], false);
  });

  it("is left to Plotly where Plotly leaves it out itself", () => {
    const figure = drawable([{ type: "scatter" }, { type: "pie" }, {}]);
    assert.deepEqual(hideIncomplete(figure), []);
    assert.doesNotMatch(JSON.stringify(figure), /visible/);
  });

  it("is drawn when it is complete", () => {
    const link = { source: [0], target: [1], value: new Float64Array([1]) };
    assert.deepEqual(hideIncomplete(drawable([{ type: "sankey", link }])), []);
  });
});
