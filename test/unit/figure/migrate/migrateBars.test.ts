import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Figure, JsonObject } from "../../../../src/figure/model/figure.ts";
import { migrateFigure } from "../../../../src/figure/migrate/migrate.ts";

const cases = new URL("../../../fixtures/cases/", import.meta.url);

function caseFile(name: string): Figure {
  return JSON.parse(readFileSync(new URL(name, cases), "utf8")) as Figure;
}

function bar(offsetgroup: string | undefined, rest: JsonObject = {}): JsonObject {
  return { type: "bar", x: ["a"], y: [1], ...(offsetgroup === undefined ? {} : { offsetgroup }), ...rest };
}

function groupsOf(figure: Figure): unknown[] {
  return migrateFigure(figure).figure.data.map((trace) => trace["offsetgroup"]);
}

/** Expectations are those of plotly.js 2.35.3, drawn beside 4.1.1. */
describe("the offset groups of older Plotly's bars", () => {
  for (const name of ["18-wandb-bar", "19-px5-overlay", "19c-px5-timeline"]) {
    it(`are left out where they part what was stacked or overlaid, and told of: ${name}`, () => {
      const { figure, notes } = migrateFigure(caseFile(`${name}.plotly.json`));
      assert.deepEqual(
        figure.data.map((trace) => Object.hasOwn(trace, "offsetgroup")),
        [false, false],
      );
      assert.deepEqual(notes, [
        "2 bar traces' offset groups were left out: before Plotly 3 they did not part stacked and overlaid bars.",
      ]);
      assert.equal(migrateFigure(figure).figure, figure);
    });
  }

  for (const name of ["19d-new-grouped-stack", "19e-px5-scatter-marginal"]) {
    it(`stay where they are meant, or are of boxes, which always read them: ${name}`, () => {
      const figure = caseFile(`${name}.plotly.json`);
      assert.equal(migrateFigure(figure).figure, figure);
    });
  }

  it("stay where bars stand side by side, and where the layout says nothing", () => {
    for (const layout of [{}, { barmode: "group" }])
      assert.deepEqual(groupsOf({ data: [bar("a"), bar("b")], layout }), ["a", "b"]);
  });

  it("go where the template stacks", () => {
    const template = { layout: { barmode: "stack" } };
    assert.deepEqual(groupsOf({ data: [bar("a"), bar("b")], layout: { template } }), [undefined, undefined]);
  });

  it("may be the same in several subplots, as with facets", () => {
    const facet = { xaxis: "x2", yaxis: "y2" };
    const data = [bar("a"), bar("b"), bar("a", facet), bar("b", facet)];
    assert.deepEqual(groupsOf({ data, layout: { barmode: "relative" } }), Array.from({ length: 4 }));
  });

  it("stay in all subplots where two bars of one share one", () => {
    const facet = { xaxis: "x2", yaxis: "y2" };
    const data = [bar("a"), bar("a"), bar("b"), bar("a", facet), bar("b", facet)];
    assert.deepEqual(groupsOf({ data, layout: { barmode: "stack" } }), ["a", "a", "b", "a", "b"]);
    const partly = [bar(undefined), bar(undefined), bar("a")];
    assert.deepEqual(groupsOf({ data: partly, layout: { barmode: "stack" } }), [undefined, undefined, "a"]);
  });

  it("stay where there is one only", () => {
    assert.deepEqual(groupsOf({ data: [bar("a")], layout: { barmode: "stack" } }), ["a"]);
  });

  it("go from frames too", () => {
    const { figure } = migrateFigure({
      data: [bar("a"), bar("b")],
      layout: { barmode: "relative" },
      frames: [{ name: "1", data: [bar("a"), bar("b")] }],
    });
    assert.ok(!JSON.stringify(figure).includes("offsetgroup"));
  });
});
