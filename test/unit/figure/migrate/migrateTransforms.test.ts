import assert from "node:assert/strict";
import type { Figure, Json, JsonObject } from "../../../../src/figure/model/figure.ts";
import { migrateFigure } from "../../../../src/figure/migrate/migrate.ts";

// Expected values are those that Plotly.js 2.35.3 computed for the same traces.

const x = [3, 1, 2, 5, 4, 1];
const y = [10, 20, 30, 40, 50, 60];
const groups = ["a", "b", "a", "c", "b", "a"];
const days = ["2020-01-03", "2020-01-01", "2020-01-02 12:00", "2020-02-05", "2020-01-04", "2020-01-01"];

function apply(trace: JsonObject, layout?: JsonObject): JsonObject[] {
  const { figure } = migrateFigure({ data: [trace], ...(layout === undefined ? {} : { layout }) });
  for (const drawn of figure.data) assert.ok(!Object.hasOwn(drawn, "transforms"));
  return figure.data;
}

function filtered(options: JsonObject, trace: JsonObject = { x, y }): Json | undefined {
  return apply({ ...trace, transforms: [{ type: "filter", ...options }] })[0]?.["y"];
}

describe("transforms of older Plotly", () => {
  describe("filter", () => {
    const cases: readonly [operation: string, value: Json, passed: readonly number[]][] = [
      ["=", 2, [30]],
      ["!=", 2, [10, 20, 40, 50, 60]],
      ["<", 2, [20, 60]],
      ["<=", 2, [20, 30, 60]],
      [">", 2, [10, 40, 50]],
      [">=", "3", [10, 40, 50]],
      ["[]", [2, 4], [10, 30, 50]],
      ["()", [2, 4], [10]],
      ["[)", [2, 4], [10, 30]],
      ["(]", [2, 4], [10, 50]],
      ["][", [2, 4], [20, 30, 40, 50, 60]],
      [")(", [2, 4], [20, 40, 60]],
      ["](", [2, 4], [20, 30, 40, 60]],
      [")[", [2, 4], [20, 40, 50, 60]],
      ["{}", [2, 5], [30, 40]],
      ["}{", [2, 5], [10, 20, 50, 60]],
    ];
    for (const [operation, value, passed] of cases) {
      it(`lets through x ${operation} ${JSON.stringify(value)}`, () => {
        assert.deepEqual(filtered({ target: "x", operation, value }), passed);
      });
    }

    it("compares dates and categories", () => {
      assert.deepEqual(filtered({ target: "x", operation: "<", value: "2020-01-02" }, { x: days, y }), [20, 60]);
      assert.deepEqual(
        filtered({ target: "x", operation: "{}", value: ["a", "c"] }, { x: groups, y }),
        [10, 30, 40, 60],
      );
      assert.deepEqual(filtered({ target: groups, operation: "!=", value: "a" }), [20, 40, 50]);
    });

    it("cuts all arrays of the points, and no others", () => {
      const marker = { size: x, color: "red", colorbar: { tickvals: [1, 2, 3, 4, 5, 6] } };
      const [trace] = apply({
        x,
        y,
        text: groups,
        marker,
        meta: [1, 2],
        transforms: [{ type: "filter", target: "marker.size", operation: ">", value: 3 }],
      });
      assert.deepEqual(trace, {
        x: [5, 4],
        y: [40, 50],
        text: ["c", "b"],
        marker: { size: [5, 4], color: "red", colorbar: { tickvals: [1, 2, 3, 4, 5, 6] } },
        meta: [1, 2],
      });
    });

    it("leaves gaps when told to", () => {
      assert.deepEqual(filtered({ target: "y", operation: ">", value: 45, preservegaps: true }), [
        null,
        null,
        null,
        null,
        50,
        60,
      ]);
    });

    it("works on typed arrays", () => {
      const trace = { x: { dtype: "i1", bdata: "AQID" }, y: [7, 8, 9] };
      assert.deepEqual(filtered({ target: "x", operation: ">", value: 1 }, trace), [8, 9]);
    });

    it("does nothing while it is not enabled, or has no target", () => {
      assert.equal(filtered({ enabled: false, target: "x", value: 2 }), y);
      assert.equal(filtered({ target: [], value: 2 }), y);
    });
  });

  it("sort points, those without a value last", () => {
    const sorted = (options: JsonObject) => apply({ x, y, transforms: [{ type: "sort", ...options }] })[0]?.["y"];
    assert.deepEqual(sorted({ target: "x" }), [20, 60, 30, 10, 50, 40]);
    assert.deepEqual(sorted({ target: "y", order: "descending" }), [60, 50, 40, 30, 20, 10]);
    assert.deepEqual(sorted({ target: [3, null, "x", 1, 2, 0] }), [60, 40, 50, 10, 20, 30]);
    assert.deepEqual(sorted({ target: days }), [20, 60, 30, 10, 50, 40]);
  });

  it("split a trace into groups with their styles", () => {
    const traces = apply({
      uid: "abc",
      x,
      y,
      name: "n",
      transforms: [
        { type: "groupby", groups, styles: [{ target: "a", value: { marker: { symbol: "square" }, name: "Anna" } }] },
      ],
    });
    assert.deepEqual(traces, [
      { uid: "abc", x: [3, 2, 1], y: [10, 30, 60], name: "Anna", marker: { symbol: "square" } },
      { uid: "abc-1", x: [1, 4], y: [20, 50], name: "b" },
      { uid: "abc-2", x: [5], y: [40], name: "c" },
    ]);
  });

  it("name groups after the trace when there are others", () => {
    const { figure } = migrateFigure({
      data: [
        { x, y, name: "n", transforms: [{ type: "groupby", groups }] },
        { name: "other", x, y },
      ],
    });
    assert.deepEqual(
      figure.data.map(({ name }) => name),
      ["a (n)", "b (n)", "c (n)", "other"],
    );
  });

  it("keep frames on their traces when a group makes several of one", () => {
    const { figure } = migrateFigure({
      data: [
        { x, y, transforms: [{ type: "groupby", groups }] },
        { x, y },
      ],
      frames: [{ traces: [1], data: [{ y: [1] }] }],
    });
    assert.deepEqual(figure.frames, [{ traces: [3], data: [{ y: [1] }] }]);
  });

  describe("aggregate", () => {
    const cases: readonly [func: string, values: readonly number[]][] = [
      ["count", [3, 2, 1]],
      ["sum", [100, 70, 40]],
      ["min", [10, 20, 40]],
      ["max", [60, 50, 40]],
      ["median", [30, 35, 40]],
      ["mode", [10, 20, 40]],
      ["first", [10, 20, 40]],
      ["last", [60, 50, 40]],
      ["change", [50, 30, 0]],
      ["range", [50, 30, 0]],
    ];
    for (const [func, values] of cases) {
      it(`takes the ${func} of each group`, () => {
        const transforms = [{ type: "aggregate", groups, aggregations: [{ target: "y", func }] }];
        assert.deepEqual(apply({ x, y, transforms })[0]?.["y"], values);
      });
    }

    it("takes averages, also of dates, and deviations", () => {
      const aggregated = (values: readonly Json[], options: JsonObject) =>
        apply({
          x: groups,
          y: values,
          transforms: [{ type: "aggregate", aggregations: [{ target: "y", ...options }] }],
        })[0]?.["y"];
      assert.deepEqual(
        aggregated(["2020-01-01", "x", "2020-01-03", "2020-01-05 06:00", "x", "2020-01-05"], { func: "avg" }),
        ["2020-01-03", null, "2020-01-05 06:00"],
      );
      const [a = 0, b = 0] = aggregated(y, { func: "stddev" }) as number[];
      assert.ok(Math.abs(a - 25.166114784) < 1e-6 && Math.abs(b - 21.213203436) < 1e-6);
      const [population = 0] = aggregated(y, { func: "stddev", funcmode: "population" }) as number[];
      assert.ok(Math.abs(population - 20.548046676) < 1e-6);
    });

    it("keeps each group's first value of everything else, and counts into new arrays", () => {
      const transforms = [{ type: "aggregate", groups: "x", aggregations: [{ target: "marker.size", func: "count" }] }];
      assert.deepEqual(apply({ x: groups, y, marker: { color: "red" }, transforms }), [
        { x: ["a", "b", "c"], y: [10, 20, 40], marker: { color: "red", size: [3, 2, 1] } },
      ]);
    });
  });

  it("work one after the other, groups first", () => {
    const traces = apply({
      x,
      y,
      text: groups,
      transforms: [
        { type: "filter", target: "y", operation: ">", value: 15 },
        { type: "groupby", groups },
        { type: "sort", target: "x" },
        { type: "aggregate", groups: "x", aggregations: [{ target: "y", func: "sum" }] },
      ],
    });
    assert.deepEqual(traces, [
      { name: "a", x: [1, 2], y: [60, 30], text: ["a", "a"] },
      { name: "b", x: [1, 4], y: [20, 50], text: ["b", "b"] },
      { name: "c", x: [5], y: [40], text: ["c"] },
    ]);
  });

  it("are told of, and left out where their data is not at hand", () => {
    const figure: Figure = {
      data: [
        { x, y, transforms: [{ type: "filter", target: "x", value: 3 }] },
        { xsrc: "ann:1:a", transforms: [{ type: "sort", target: "x" }] },
        { x, y, transforms: [{ type: "moving-average", inputUid: "a" }] },
      ],
    };
    const { figure: migrated, notes } = migrateFigure(figure);
    assert.deepEqual(migrated.data.slice(1), [{ xsrc: "ann:1:a" }, { x, y }]);
    assert.deepEqual(notes, [
      "1 transform (filter, sort, groupby or aggregate) was computed, since Plotly 3 dropped them.",
      "1 transform was left out, since the data it works on is not at hand.",
      "1 transform was left out, since it is of a kind that cannot be computed here.",
    ]);
  });
});

describe("fitted curves of Chart Studio", () => {
  const points = { uid: "0a1b2c", mode: "markers", x: ["1", "4", "2"], y: [1, 2, 3], yaxis: "y2" };
  const parameters = [
    { name: "m", value: 2, hold: false, error: 0.1 },
    { name: "b", value: -1, hold: false, error: 0.2 },
  ];
  const fit = { type: "fit", inputUid: "0a1b2c", regressor: "x", regressand: "y", fitfunction: "m*x + b", parameters };

  function drawn(options: JsonObject, layout: JsonObject = {}): JsonObject | undefined {
    const transforms = [{ ...fit, inputxrange: [], outputxrange: [], interpolation: 4, ...options }];
    return migrateFigure({ data: [points, { name: "linear", line: { width: 1 }, transforms }], layout }).figure.data[1];
  }

  it("are lines over the range of the points they were fitted to, on the same axes", () => {
    assert.deepEqual(drawn({}), {
      name: "linear",
      line: { width: 1 },
      x: [1, 2, 3, 4],
      y: [1, 3, 5, 7],
      mode: "lines",
      yaxis: "y2",
    });
  });

  it("keep to the range and the number of points that was chosen", () => {
    assert.deepEqual(drawn({ outputxrange: [0, 10], interpolation: 2 })?.["y"], [-1, 19]);
    assert.equal((drawn({ interpolation: 50 }) as { x: Json[] }).x.length, 50);
  });

  it("have their points evenly spread on a logarithmic axis", () => {
    const xs = drawn({ interpolation: 3 }, { xaxis: { type: "log" } })?.["x"] as number[];
    assert.deepEqual(
      xs.map((value) => Math.round(value * 1e6) / 1e6),
      [1, 2, 4],
    );
  });

  for (const [formula, expected] of [
    ["m*x^2 + b", [1, 7, 17, 31]],
    ["-m + x*-b", [-1, 0, 1, 2]],
    ["(x + 1)/(2*m)", [0.5, 0.75, 1, 1.25]],
    ["2^3^b * x", [1.2599, 2.5198, 3.7798, 5.0397]],
    ["m*exp(b*x)", [0.7358, 0.2707, 0.0996, 0.0366]],
    ["pow(x, m) + log10(1e2)", [3, 6, 11, 18]],
  ] as const) {
    it(`follow ${formula}`, () => {
      const ys = drawn({ fitfunction: formula })?.["y"] as number[];
      assert.deepEqual(
        ys.map((value) => Math.round(value * 1e4) / 1e4),
        expected,
      );
    });
  }

  it("run no code, and are left out where their function cannot be read", () => {
    for (const fitfunction of [
      "m*x +",
      "x.constructor",
      "constructor(1)",
      "alert(1)",
      "m x",
      "",
      "(x",
      "x = 1",
      5,
      "q*x",
    ]) {
      const { figure, notes } = migrateFigure({ data: [points, { name: "f", transforms: [{ ...fit, fitfunction }] }] });
      assert.deepEqual(figure.data[1], { name: "f" }, String(fitfunction));
      assert.deepEqual(notes, [
        "1 fitted curve was left out, since the data or the function it was fitted to cannot be read.",
      ]);
    }
  });

  it("are left out where the points they were fitted to are not at hand", () => {
    const { figure, notes } = migrateFigure({ data: [{ uid: "0a1b2c", xsrc: "ann:1:a" }, { transforms: [fit] }] });
    assert.deepEqual(figure.data[1], {});
    assert.equal(notes.length, 1);
  });
});
