import assert from "node:assert/strict";
import * as fc from "fast-check";
import { findRawArrays } from "../../../../../src/figure/data/arrays/dataWalk.ts";
import {
  type ExtractedColumn,
  extractGrid,
  extractGridInSteps,
} from "../../../../../src/figure/data/grids/extractGrid.ts";
import type { Figure, Json, JsonObject } from "../../../../../src/figure/model/figure.ts";
import type { GridContent } from "../../../../../src/figure/model/grid.ts";
import { inlineColumns } from "../../../../../src/figure/data/inline/inline.ts";
import { encodeTypedArray } from "../../../../../src/figure/data/arrays/typedArray.ts";

function uidsOf(columns: readonly ExtractedColumn[]): Map<string, string> {
  return new Map(columns.map(({ name, order }) => [name, order.toString(16).padStart(6, "0")]));
}

function gridOf(columns: readonly ExtractedColumn[]): GridContent {
  const uids = uidsOf(columns);
  return {
    cols: Object.fromEntries(
      columns.map(({ name, data, order }) => [name, { uid: uids.get(name) ?? "", order, data }]),
    ),
  };
}

function names(figure: Figure): string[] {
  return extractGrid(figure).columns.map(({ name }) => name);
}

describe("moving arrays into a grid", () => {
  it("names each column by the array's path, as the official client does", () => {
    const figure: Figure = {
      data: [
        {
          type: "scatter",
          customdata: [[1, "u"]],
          error_y: { type: "data", array: [0.1], arrayminus: [0.3] },
          hovertemplate: ["%{x}"],
          ids: ["i1"],
          marker: {
            color: [10],
            colorbar: { ticktext: ["lo"], tickvals: [10] },
            colorscale: [
              [0, "red"],
              [1, "blue"],
            ],
            line: { color: ["red"], width: 2 },
            size: [5],
          },
          meta: ["m1"],
          selectedpoints: [0],
          text: ["p"],
          textposition: "top center",
          x: [1],
          y: [1.5],
        },
        {
          type: "table",
          cells: { fill: { color: [["red"], ["white"]] }, values: [["a"], [1]] },
          header: { align: ["left"] },
        },
        { type: "sankey", link: { customdata: ["c"], source: [0] }, node: { color: ["red"], label: ["n1"] } },
      ],
      frames: [{ data: [{ marker: { size: [1] }, x: [1] }], layout: { title: { text: "f" } }, traces: [0] }],
    };
    assert.deepEqual(names(figure), [
      "data.0.customdata",
      "data.0.error_y.array",
      "data.0.error_y.arrayminus",
      "data.0.hovertemplate",
      "data.0.ids",
      "data.0.marker.color",
      "data.0.marker.colorbar.ticktext",
      "data.0.marker.colorbar.tickvals",
      "data.0.marker.line.color",
      "data.0.marker.size",
      "data.0.meta",
      "data.0.text",
      "data.0.x",
      "data.0.y",
      "data.1.cells.fill.color",
      "data.1.cells.values",
      "data.1.header.align",
      "data.2.link.customdata",
      "data.2.link.source",
      "data.2.node.color",
      "data.2.node.label",
      "frames.0.data.0.marker.size",
      "frames.0.data.0.x",
    ]);
  });

  it("puts the reference where the array stood", () => {
    const { columns, place } = extractGrid({
      data: [{ type: "bar", x: ["a"], name: "n", y: [1], marker: { color: "red", line: { width: [1, 2] } } }],
      layout: { xaxis: { tickvals: [1] } },
    });
    assert.equal(
      JSON.stringify(place("ann:4", uidsOf(columns))),
      '{"data":[{"type":"bar","xsrc":"ann:4:000000","name":"n","ysrc":"ann:4:000001",' +
        '"marker":{"color":"red","line":{"widthsrc":"ann:4:000002"}}}],"layout":{"xaxis":{"tickvals":[1]}}}',
    );
  });

  it("leaves what the API takes in place: object arrays, layout, template, colour scales, ranges, other keys", () => {
    const figure: Figure = {
      data: [
        { type: "parcoords", dimensions: [{ label: "d", tickvals: [1], values: [1, 2] }] },
        { type: "scatter", transforms: [{ type: "filter", target: [1, 2] }], selectedpoints: [1], unknown: [1] },
        { type: "choropleth", geojson: { features: [{ id: "CAN" }] }, colorscale: [[0, "red"]] },
        { type: "indicator", domain: { x: [0, 1] }, meta: { columnNames: { x: "A" } } },
      ],
      layout: { meta: [1], colorway: ["red"], hiddenlabels: ["a"], template: { data: { bar: [{ x: [1] }] } } },
      frames: [{ layout: { xaxis: { range: [0, 1] } }, data: [] }],
    };
    assert.deepEqual(findRawArrays(figure), []);
    const { columns, place } = extractGrid(figure);
    assert.deepEqual(columns, []);
    assert.deepEqual(place("ann:4", new Map()), figure);
  });

  it("takes a 2-D array as one column, and an empty array as an empty column", () => {
    const { columns } = extractGrid({
      data: [
        {
          type: "heatmap",
          z: [
            [1, 2],
            [3, 4],
          ],
        },
        { x: [] },
      ],
    });
    assert.deepEqual(columns, [
      {
        name: "data.0.z",
        data: [
          [1, 2],
          [3, 4],
        ],
        order: 0,
      },
      { name: "data.1.x", data: [], order: 1 },
    ]);
  });

  it("decodes typed arrays, and names those that it cannot", () => {
    const figure: Figure = {
      data: [
        { x: { dtype: "i1", bdata: "AQID" }, y: { dtype: "c16", bdata: "AQID" } },
        { type: "heatmap", z: { dtype: "u1", bdata: "AQIDBA==", shape: "2, 2" } },
      ],
    };
    const { columns, undecoded, place } = extractGrid(figure);
    assert.deepEqual(
      columns.map(({ name, data }) => [name, data]),
      [
        ["data.0.x", [1, 2, 3]],
        [
          "data.1.z",
          [
            [1, 2],
            [3, 4],
          ],
        ],
      ],
    );
    assert.deepEqual(
      undecoded.map(({ path, error }) => [path, error.code]),
      [[["data", 0, "y"], "unknown-dtype"]],
    );
    assert.deepEqual(place("ann:4", uidsOf(columns)).data[0], { xsrc: "ann:4:000000", y: figure.data[0]?.["y"] });
  });

  it("writes null for numbers that JSON lacks, and shares arrays that have none", () => {
    const clean = [1, 2];
    const { columns } = extractGrid({
      data: [{ x: clean, y: [1, Number.NaN, Infinity], customdata: [[-Infinity, 1]] }],
    });
    assert.equal(columns[0]?.data, clean);
    assert.deepEqual(columns[1]?.data, [1, null, null]);
    assert.deepEqual(columns[2]?.data, [[null, 1]]);
  });

  it("pauses in long arrays, and moves the same out of them", () => {
    const long = Array.from({ length: 50_000 }, (_, index) => (index === 40_000 ? Number.NaN : index));
    const packed = encodeTypedArray(Array.from({ length: 300_000 }, (_, index) => index / 3))!;
    const blank = { ...packed, bdata: packed.bdata.replace(/^..../, "$& ") };
    const figure: Figure = {
      data: [{ type: "heatmap", x: long, y: { ...packed }, z: [long, [1]], customdata: blank }],
    };
    const steps = extractGridInSteps(figure);
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses++;
    const [x, y, z, customdata] = step.value.columns;
    assert.ok(pauses > 100);
    assert.deepEqual([x?.data.length, x?.data[39_999], x?.data[40_000]], [50_000, 39_999, null]);
    assert.deepEqual([y?.data.length, y?.data[299_999]], [300_000, 299_999 / 3]);
    // Compared as texts: where long lists differ, telling how takes all memory.
    assert.ok(JSON.stringify(z?.data) === JSON.stringify([x?.data, [1]]));
    assert.ok(JSON.stringify(customdata?.data) === JSON.stringify(y?.data));
  });

  it("keeps references that stand alone and replaces those beside an array", () => {
    const { columns, place } = extractGrid({ data: [{ xsrc: "bob:1:a", ysrc: "bob:1:b", y: [1] }] });
    assert.deepEqual(place("ann:4", uidsOf(columns)).data, [{ xsrc: "bob:1:a", ysrc: "ann:4:000000" }]);
  });

  it("takes a frame's trace for one of the type it changes", () => {
    const figure: Figure = {
      data: [{ type: "scatter" }, { type: "sankey" }],
      frames: [{ traces: [1], data: [{ node: { label: ["a"] } }] }, { data: [{ node: { label: ["a"] } }] }],
    };
    assert.deepEqual(names(figure), ["frames.0.data.0.node.label"]);
  });

  it("refuses uids of another grid", () => {
    const { place } = extractGrid({ data: [{ x: [1] }] });
    assert.throws(() => place("ann:4", new Map()), /ann:4.*data\.0\.x/);
  });

  const list = fc.array(fc.oneof(fc.integer(), fc.string(), fc.constant(null)), { maxLength: 5 });
  const table = fc.array(list, { maxLength: 3 });
  const trace: fc.Arbitrary<JsonObject> = fc.record(
    {
      type: fc.constantFrom("scatter", "heatmap", "table", "bar", "surface", "mesh3d", "sankey"),
      x: fc.oneof(list, table),
      y: list,
      z: fc.oneof(list, table),
      name: fc.string(),
      dimensions: fc.array(fc.record({ values: list }), { maxLength: 2 }),
      marker: fc.record(
        { color: fc.oneof(list, fc.constant("red")), line: fc.record({ width: list }) },
        { requiredKeys: [] },
      ),
      cells: fc.record({ values: table }),
    },
    { requiredKeys: [] },
  );
  const anyFigure: fc.Arbitrary<Figure> = fc.record({
    data: fc.array(trace, { maxLength: 4 }),
    layout: fc.constant({ title: { text: "t" } }),
    frames: fc.array(fc.record({ data: fc.array(trace, { maxLength: 2 }) }), { maxLength: 2 }),
  });

  it("gives the figure back when the columns are inlined again", () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        const before = JSON.stringify(figure);
        const { columns, place } = extractGrid(figure);
        const placed = place("ann:4", uidsOf(columns));
        assert.equal(JSON.stringify(figure), before);
        assert.deepEqual(findRawArrays(placed), []);
        assert.equal(new Set(columns.map(({ name }) => name)).size, columns.length);
        const { figure: inlined, unresolved } = inlineColumns(placed, () => gridOf(columns));
        assert.deepEqual(unresolved, []);
        assert.deepEqual(withoutSources(inlined), JSON.parse(before));
      }),
    );
  });
});

function withoutSources(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, member: Json) =>
      typeof member === "object" && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).filter(([key]) => !key.endsWith("src")))
        : member,
    ),
  );
}
