import assert from "node:assert/strict";
import * as fc from "fast-check";
import { chartKinds } from "../../../../../src/figure/data/charts/chartKinds.ts";
import { chartWithData } from "../../../../../src/figure/data/charts/chartWithData.ts";
import { checkFigure } from "../../../../../src/figure/checks/check.ts";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import { figureFileText } from "../../../../../src/figure/data/charts/figureFileText.ts";
import { finished } from "../../../../../src/figure/text/steps/slices.ts";

const day = { name: "day", data: ["2024-01-01", "2024-01-02"] };
const high = { name: "high", data: [7.5, null] };
const low = { name: "__proto__", data: [1, 2] };

describe("Charts with the data in them", () => {
  for (const kind of chartKinds) {
    it(`hold no reference, and nothing is wrong with them: ${kind.id}`, () => {
      const figure = chartWithData(
        kind,
        "Weather",
        kind.roles.map((role) => (role.several ? [high, low] : role.attribute === "values" ? [low] : [day])),
      );
      const text = finished(figureFileText(figure));
      assert.doesNotMatch(text, /src"/);
      assert.match(text, /7\.5|\[1, 2\]/);
      assert.deepEqual(
        checkFigure(readFigureText(text), { bound: false }).problems.filter(({ code }) => code !== "raw-array"),
        [],
      );
    });
  }

  it("write the columns of a heatmap as rows", () => {
    const heatmap = chartKinds.find(({ id }) => id === "heatmap");
    assert.ok(heatmap);
    assert.deepEqual(chartWithData(heatmap, "Weather", [[high, low]]).data[0]?.["z"], [
      [7.5, 1],
      [null, 2],
    ]);
  });
});

describe("The text of a figure's file", () => {
  it("is JSON of the same value", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const text = finished(figureFileText(JSON.parse(json)));
        assert.equal(JSON.stringify(JSON.parse(text)), JSON.stringify(JSON.parse(json)));
      }),
    );
  });

  it("has members on lines of their own and values on one", () => {
    const figure = { data: [{ y: [1, 2, null], z: [[1], [2]], name: "a,1" }], layout: {} };
    assert.equal(
      finished(figureFileText(figure)),
      `{
  "data": [
    {
      "y": [1, 2, null],
      "z": [
        [1],
        [2]
      ],
      "name": "a,1"
    }
  ],
  "layout": {}
}
`,
    );
  });
});
