import assert from "node:assert/strict";
import { looksLikeFigure } from "../../../../src/figure/checks/recognize.ts";
import { scanFigure } from "../../../../src/figure/text/scan/scan.ts";

describe("offering a preview of a JSON file", () => {
  for (const [title, figure] of [
    ["a figure", { data: [{ type: "bar", y: [1] }], layout: {} }],
    ["a figure of references", { data: [{ xsrc: "ann:1:aa" }] }],
    ["a figure without types", { data: [{ y: [1, 2] }] }],
    ["a figure of a removed type", { data: [{ type: "area" }] }],
    ["an empty figure", { data: [], layout: { title: { text: "soon" } } }],
    ["a figure with one odd trace", { data: [{}, { type: "pie" }] }],
  ] as const)
    it(`knows ${title}`, () => assert.ok(looksLikeFigure(scanFigure(JSON.stringify(figure)))));

  for (const [title, json] of [
    ["a list of things of a service", { data: [{ type: "articles", id: "1", values: [1] }] }],
    ["records", { data: [{ id: 1, title: "a" }], layout: "grid" }],
    ["a page layout", { layout: { columns: 2 } }],
    ["a package manifest", { name: "a", dependencies: {} }],
    ["an empty answer", { data: [] }],
    ["a list", [{ type: "bar" }]],
    ["a value", 3],
  ] as const)
    it(`leaves ${title} alone`, () => assert.ok(!looksLikeFigure(scanFigure(JSON.stringify(json)))));

  it("knows a figure that is being typed", () => {
    assert.ok(looksLikeFigure(scanFigure('{"data": [{"type": "bar", "y": [1, 2')));
  });
});
