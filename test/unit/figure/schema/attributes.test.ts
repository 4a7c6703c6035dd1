import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  attributeAt,
  configAttributes,
  frameAttributes,
  layoutAttributes,
  traceAttributes,
} from "../../../../src/figure/schema/attributes.ts";
import { palettes, withoutNumber } from "../../../../src/figure/schema/attributeNames.ts";
import { buildAttributeTable } from "../../../../build/schema/buildAttributeTable.ts";
import {
  formatAttributeNames,
  formatAttributeTable,
  generateAttributeTable,
} from "../../../../build/schema/generate.ts";
import type { PlotSchema } from "../../../../build/schema/plotSchema.ts";
import { traceTypes } from "../../../../src/figure/schema/traceTypes.ts";

describe("the table of all attributes", function () {
  // Loading the engine takes seconds on a busy machine.
  this.timeout(60_000);

  it("is what the pinned engine gives", () => {
    const table = generateAttributeTable();
    const committed = (name: string): string =>
      readFileSync(new URL(`../../../../src/figure/schema/${name}.generated.json`, import.meta.url), "utf8");
    assert.equal(committed("attributes"), formatAttributeTable(table), "run npm run generate");
    assert.equal(committed("attributeNames"), formatAttributeNames(table), "run npm run generate");
  });

  it("knows each trace type, and no other name", () => {
    for (const type of traceTypes) assert.ok(traceAttributes(type)?.names.includes("type"), type);
    for (const type of ["layout", "config", "zzz", "toString"]) assert.equal(traceAttributes(type), undefined);
  });

  it("says what an attribute takes", () => {
    const scatter = traceAttributes("scatter");
    assert.ok(scatter);
    const mode = attributeAt(scatter, ["mode"]);
    assert.deepEqual(mode?.kind === "attribute" ? mode.rule.flags : undefined, ["lines", "markers", "text"]);
    const opacity = attributeAt(scatter, ["marker", "opacity"]);
    assert.deepEqual(opacity, { kind: "attribute", rule: { valType: "number", arrayOk: true, min: 0, max: 1 } });
    assert.equal(attributeAt(scatter, ["marker"])?.kind, "container");
    assert.equal(attributeAt(scatter, ["marker", "colour"]), undefined);
    assert.equal(attributeAt(scatter, ["mode", "colour"]), undefined);
    assert.equal(attributeAt(scatter, ["toString"]), undefined);
  });

  it("goes into lists of objects, numbered subplots, and what a trace type adds to a subplot", () => {
    const layout = layoutAttributes();
    assert.equal(attributeAt(layout, ["annotations", 3, "text"])?.kind, "attribute");
    assert.equal(attributeAt(layout, ["xaxis12", "title", "text"]), attributeAt(layout, ["xaxis", "title", "text"]));
    assert.equal(attributeAt(layout, ["xaxis1"]), attributeAt(layout, ["xaxis"]));
    assert.equal(attributeAt(layout, ["polar1"]), undefined);
    const slider = ["xaxis", "rangeslider"];
    assert.equal(attributeAt(layout, [...slider, "yaxis2"]), attributeAt(layout, [...slider, "yaxis"]));
    assert.equal(attributeAt(layout, ["scene", "xaxis2"]), undefined);
    assert.equal(attributeAt(layout, ["margin2"]), undefined);
    assert.equal(withoutNumber("scene3"), "scene");
    assert.equal(withoutNumber("margin2"), "margin2");
    for (const name of ["barmode", "hiddenlabels"]) assert.equal(attributeAt(layout, [name])?.kind, "attribute");
    assert.equal(attributeAt(layout, ["polar2", "barmode"])?.kind, "attribute");
    assert.equal(attributeAt(frameAttributes(), ["traces"])?.kind, "attribute");
    assert.equal(attributeAt(configAttributes(), ["displayModeBar"])?.kind, "attribute");
    assert.ok(palettes.includes("Viridis"));
  });

  it("is not made of what it does not know", () => {
    const engine = (valType: string): PlotSchema => ({
      traces: {},
      layout: { layoutAttributes: { x: { valType } } },
      frames: { items: {} },
      config: {},
    });
    assert.throws(() => buildAttributeTable(engine("mood"), "5", "any of A, B)"), /kind of attribute .* mood/);
    assert.throws(() => buildAttributeTable(engine("any"), "5", ""), /lists no palettes/);
  });
});
