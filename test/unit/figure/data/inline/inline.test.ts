import assert from "node:assert/strict";
import type { Figure, Json } from "../../../../../src/figure/model/figure.ts";
import type { GridContent } from "../../../../../src/figure/model/grid.ts";
import { inlineColumns, referencedFids } from "../../../../../src/figure/data/inline/inline.ts";

function grid(columns: readonly (readonly [uid: string, name: string, data: readonly Json[]])[]): GridContent {
  return { cols: Object.fromEntries(columns.map(([uid, name, data], order) => [name, { uid, order, data }])) };
}

const weather = grid([
  ["aaaaaa", "day", ["Mon", "Tue", "Wed"]],
  ["bbbbbb", "high", [21, "22", null]],
  ["cccccc", "low", [11, 12]],
  [
    "dddddd",
    "rows",
    [
      [1, 2],
      [3, 4],
    ],
  ],
]);

function read(fid: string): GridContent | undefined {
  return fid === "ann:7" ? weather : undefined;
}

function inlineTrace(trace: Record<string, Json>): Record<string, Json> {
  const { figure, unresolved } = inlineColumns({ data: [trace] }, read);
  assert.deepEqual(unresolved, []);
  const [inlined] = figure.data;
  assert.ok(inlined !== undefined);
  return inlined;
}

describe("inlining columns", () => {
  it("puts the column right after its src key and keeps the key", () => {
    const trace = inlineTrace({ type: "bar", xsrc: "ann:7:aaaaaa", name: "t", ysrc: "ann:7:bbbbbb" });
    assert.equal(
      JSON.stringify(trace),
      '{"type":"bar","xsrc":"ann:7:aaaaaa","x":["Mon","Tue","Wed"],"name":"t","ysrc":"ann:7:bbbbbb","y":[21,"22",null]}',
    );
  });

  it("puts the column where an older value stands", () => {
    const trace = inlineTrace({ x: [0], type: "bar", xsrc: "ann:7:aaaaaa" });
    assert.equal(JSON.stringify(trace), '{"x":["Mon","Tue","Wed"],"type":"bar","xsrc":"ann:7:aaaaaa"}');
  });

  it("leaves the given figure as it was and shares what it does not change", () => {
    const plain = { type: "scatter", x: [1, 2], y: [3, 4] };
    const figure: Figure = {
      data: [{ type: "bar", ysrc: "ann:7:bbbbbb", marker: { color: "red" } }, plain],
      layout: { xaxis: { title: { text: "x" } } },
    };
    const before = JSON.stringify(figure);
    const result = inlineColumns(figure, read).figure;
    assert.equal(JSON.stringify(figure), before);
    assert.equal(result.data[1], plain);
    assert.equal(result.layout, figure.layout);
    assert.equal(result.data[0]?.["marker"], figure.data[0]?.["marker"]);
    assert.equal(result.data[0]?.["y"], weather.cols["high"]?.data);
  });

  it("gives the very figure back when it has no reference", () => {
    const figure: Figure = { data: [{ y: [1, 2] }], layout: {} };
    assert.equal(inlineColumns(figure, read).figure, figure);
  });

  it("keeps the order of the figure's members", () => {
    const figure: Figure = { frames: [], layout: {}, data: [{ ysrc: "ann:7:bbbbbb" }] };
    assert.deepEqual(Object.keys(inlineColumns(figure, read).figure), ["frames", "layout", "data"]);
  });

  describe("of several columns", () => {
    for (const type of ["heatmap", "heatmapgl", "contour", "contourgl", "surface", "carpet", "contourcarpet"]) {
      it(`gives the rows of a ${type}'s z, short columns filled with null`, () => {
        assert.deepEqual(inlineTrace({ type, zsrc: "ann:7:bbbbbb,cccccc" })["z"], [
          [21, 11],
          ["22", 12],
          [null, null],
        ]);
      });
    }

    it("gives columns for every other z and for a table's values", () => {
      const columns = [
        [21, "22", null],
        [11, 12],
      ];
      assert.deepEqual(inlineTrace({ type: "histogram2d", zsrc: "ann:7:bbbbbb,cccccc" })["z"], columns);
      assert.deepEqual(inlineTrace({ type: "table", cells: { valuessrc: "ann:7:bbbbbb,cccccc" } })["cells"], {
        valuessrc: "ann:7:bbbbbb,cccccc",
        values: columns,
      });
    });

    it("gives the levels of a multi-category axis", () => {
      assert.deepEqual(inlineTrace({ type: "bar", xsrc: "ann:7:aaaaaa,cccccc" })["x"], [
        ["Mon", "Tue", "Wed"],
        [11, 12],
      ]);
    });

    it("takes them in the order of the reference, the same one twice if asked", () => {
      assert.deepEqual(inlineTrace({ xsrc: "ann:7:cccccc,aaaaaa,cccccc" })["x"], [
        [11, 12],
        ["Mon", "Tue", "Wed"],
        [11, 12],
      ]);
    });
  });

  it("returns a column that holds rows as it is, also for a heatmap", () => {
    assert.deepEqual(inlineTrace({ type: "heatmap", zsrc: "ann:7:dddddd" })["z"], [
      [1, 2],
      [3, 4],
    ]);
  });

  it("wraps one column when the reference ends in a star", () => {
    const trace = inlineTrace({
      type: "table",
      cells: { valuessrc: "ann:7:aaaaaa*" },
      header: { valuessrc: "ann:7:aaaaaa" },
    });
    assert.deepEqual(trace["cells"], { valuessrc: "ann:7:aaaaaa*", values: [["Mon", "Tue", "Wed"]] });
    assert.deepEqual(trace["header"], { valuessrc: "ann:7:aaaaaa", values: ["Mon", "Tue", "Wed"] });
  });

  it("takes a whole grid by its columns' order, and its names", () => {
    const shuffled: GridContent = {
      cols: {
        second: { uid: "b", order: 1, data: [3, 4] },
        first: { uid: "a", order: 0, data: [1, 2] },
      },
    };
    const { figure } = inlineColumns(
      { data: [{ type: "heatmap", xsrc: "ann:8:?names", zsrc: "ann:8:" }] },
      () => shuffled,
    );
    assert.deepEqual(figure.data[0]?.["x"], ["first", "second"]);
    assert.deepEqual(figure.data[0]?.["z"], [
      [1, 3],
      [2, 4],
    ]);
  });

  it("takes all columns but the excluded", () => {
    assert.deepEqual(inlineTrace({ xsrc: "ann:7:-aaaaaa,dddddd" })["x"], [
      [21, "22", null],
      [11, 12],
    ]);
    assert.deepEqual(inlineTrace({ xsrc: "ann:7:-aaaaaa,dddddd,cccccc" })["x"], [21, "22", null]);
  });

  it("takes ranges of rows, and one row", () => {
    assert.deepEqual(inlineTrace({ xsrc: "ann:7:aaaaaa?rows=1-" })["x"], ["Tue", "Wed"]);
    assert.deepEqual(inlineTrace({ xsrc: "ann:7:aaaaaa?rows=0-1" })["x"], ["Mon", "Tue"]);
    assert.deepEqual(inlineTrace({ xsrc: "ann:7:aaaaaa,bbbbbb,cccccc?row=2" })["x"], ["Wed", null, null]);
  });

  it("reaches every depth of traces, frames and layout, also keys of another trace type", () => {
    const figure: Figure = {
      data: [
        { type: "bar", marker: { line: { colorsrc: "ann:7:bbbbbb" } }, cells: { valuessrc: "ann:7:aaaaaa*" } },
        { type: "splom", dimensions: [{ label: "a", valuessrc: "ann:7:cccccc" }] },
        { type: "heatmap" },
      ],
      layout: { metasrc: "ann:7:aaaaaa", xaxis: { categoryarraysrc: "ann:7:aaaaaa" } },
      frames: [{ traces: [2], data: [{ zsrc: "ann:7:bbbbbb,cccccc" }], layout: { metasrc: "ann:7:aaaaaa" } }],
    };
    const { figure: inlined, unresolved } = inlineColumns(figure, read);
    assert.deepEqual(unresolved, []);
    const days = ["Mon", "Tue", "Wed"];
    assert.deepEqual(inlined, {
      data: [
        {
          type: "bar",
          marker: { line: { colorsrc: "ann:7:bbbbbb", color: [21, "22", null] } },
          cells: { valuessrc: "ann:7:aaaaaa*", values: [days] },
        },
        { type: "splom", dimensions: [{ label: "a", valuessrc: "ann:7:cccccc", values: [11, 12] }] },
        { type: "heatmap" },
      ],
      layout: {
        metasrc: "ann:7:aaaaaa",
        meta: days,
        xaxis: { categoryarraysrc: "ann:7:aaaaaa", categoryarray: days },
      },
      frames: [
        {
          traces: [2],
          data: [
            {
              zsrc: "ann:7:bbbbbb,cccccc",
              z: [
                [21, 11],
                ["22", 12],
                [null, null],
              ],
            },
          ],
          layout: { metasrc: "ann:7:aaaaaa", meta: days },
        },
      ],
    });
  });

  it("leaves the author's own data and the template alone", () => {
    const figure: Figure = {
      data: [{ meta: { xsrc: "ann:7:aaaaaa" }, customdata: [{ asrc: "ann:7:aaaaaa" }] }],
      layout: { template: { data: { bar: [{ xsrc: "ann:7:aaaaaa" }] } } },
    };
    assert.equal(inlineColumns(figure, read).figure, figure);
  });

  it("names each reference that it cannot resolve and keeps what stands there", () => {
    const figure: Figure = {
      data: [{ xsrc: "ann:9:aaaaaa", x: [1], ysrc: "ann:7:ffffff,aaaaaa", textsrc: "see the notes", idssrc: "" }],
      frames: [{ data: [{ xsrc: "ann:7:aaaaaa" }, { ysrc: "ann:7" }] }],
    };
    const result = inlineColumns(figure, read);
    assert.deepEqual(result.unresolved, [
      { path: ["data", 0, "xsrc"], src: "ann:9:aaaaaa", reason: "missing-grid" },
      { path: ["data", 0, "ysrc"], src: "ann:7:ffffff,aaaaaa", reason: "missing-column" },
      { path: ["data", 0, "textsrc"], src: "see the notes", reason: "malformed" },
      { path: ["frames", 0, "data", 1, "ysrc"], src: "ann:7", reason: "malformed" },
    ]);
    assert.equal(result.figure.data[0], figure.data[0]);
    assert.deepEqual(result.figure.frames?.[0]?.["data"], [
      { xsrc: "ann:7:aaaaaa", x: ["Mon", "Tue", "Wed"] },
      { ysrc: "ann:7" },
    ]);
  });

  it("asks for each grid once", () => {
    const asked: string[] = [];
    inlineColumns(
      { data: [{ xsrc: "ann:7:aaaaaa", ysrc: "ann:7:bbbbbb", textsrc: "bob:0:a", idssrc: "bob:0:b" }] },
      (fid) => {
        asked.push(fid);
        return read(fid);
      },
    );
    assert.deepEqual(asked, ["ann:7", "bob:0"]);
  });

  it("lists the grids a figure refers to", () => {
    const figure: Figure = {
      data: [{ xsrc: "ann:7:aaaaaa", ysrc: "bob:0:", textsrc: "none" }],
      layout: { xaxis: { tickvalssrc: "cy:3:a" } },
      frames: [{ data: [{ xsrc: "ann:7:bbbbbb" }] }],
    };
    assert.deepEqual(referencedFids(figure), ["ann:7", "bob:0", "cy:3"]);
  });
});
