import assert from "node:assert/strict";
import type { Figure, Json, JsonObject } from "../../../../src/figure/model/figure.ts";
import { migrateFigure } from "../../../../src/figure/migrate/migrate.ts";

const points: JsonObject = { type: "scatter", x: [1, 2, 3, 4], y: [4, 3, 2, 1] };

function kept(trace: JsonObject, filter: JsonObject, layout: JsonObject = {}): Json | undefined {
  const transforms = [{ type: "filter", ...filter }];
  return migrateFigure({ data: [{ ...points, ...trace, transforms }], layout }).figure.data[0]?.["y"];
}

/** Expectations are what plotly.js 2.35.3 drew of the same figures. */
describe("the kind of what a transform looks at", () => {
  const dates = ["2020-01-01", "2021-01-01", "2022-02-02", "2023-01-01"];

  it("is guessed from its values where no axis shows them", () => {
    const customdata = ["a", "b", "a", "c"];
    assert.deepEqual(kept({ customdata }, { target: "customdata", value: "a" }), [4, 2]);
    assert.deepEqual(kept({ customdata }, { target: "customdata", operation: "{}", value: ["b", "c"] }), [3, 1]);
    assert.deepEqual(
      kept({ customdata: dates }, { target: "customdata", operation: ">", value: "2021-06-01" }),
      [2, 1],
    );
    const color = ["red", "blue", "red", "green"];
    assert.deepEqual(kept({ marker: { color } }, { target: "marker.color", value: "red" }), [4, 2]);
    assert.deepEqual(
      kept({ marker: { size: [5, 10, 15, 20] } }, { target: "marker.size", operation: ">", value: 9 }),
      [3, 2, 1],
    );
    assert.deepEqual(kept({ text: ["1", "2", "x", "4"] }, { target: "text", operation: ">=", value: 2 }), [3, 1]);
  });

  it("is a text for digits where the layout or its template takes numbers strictly", () => {
    const customdata = ["3", "1", "2", "10"];
    const filter = { target: "customdata", operation: ">", value: "1" };
    assert.deepEqual(kept({ customdata }, filter), [4, 2, 1]);
    assert.deepEqual(kept({ customdata }, filter, { autotypenumbers: "strict" }), [2, 1]);
    const template = { layout: { autotypenumbers: "strict" } };
    assert.deepEqual(kept({ customdata }, filter, { template }), [2, 1]);
  });

  it("lets an aggregation find the text and the date that it is asked for", () => {
    const aggregated = (target: string, values: readonly Json[], func: string): Json | undefined => {
      const transforms = [{ type: "aggregate", groups: "x", aggregations: [{ target, func }] }];
      return migrateFigure({ data: [{ ...points, x: ["u", "u", "u", "v"], [target]: values, transforms }] }).figure
        .data[0]?.[target];
    };
    assert.deepEqual(aggregated("text", ["a", "b", "b", "c"], "mode"), ["b", "c"]);
    const days = ["2020-01-01", "2020-01-03", "2020-01-05", "2021-01-05"];
    assert.deepEqual(aggregated("customdata", days, "avg"), ["2020-01-03", "2021-01-05"]);
  });

  it("takes texts of digits for milliseconds on an axis of dates, and what may be a year for one", () => {
    const layout = { xaxis: { type: "date" } };
    const after = (x: readonly Json[], value: string): Json | undefined =>
      kept({ x }, { target: "x", operation: ">=", value }, layout);
    assert.deepEqual(after(["1577836800000", "1609459200000", "1640995200000", "1672531200000"], "2021-06-01"), [2, 1]);
    assert.deepEqual(after([2019, 2020, 2021, 2022], "2020-06-01"), [2, 1]);
    assert.deepEqual(after(["2019", "20", "21", "70"], "2020-06-01"), [2]);
    assert.deepEqual(after([1577836800000, 1609459200000, 1640995200000, 1672531200000], "2021-06-01"), [2, 1]);
  });
});

describe("names of traces beside one that is parted into groups", () => {
  const groupby: JsonObject = { ...points, transforms: [{ type: "groupby", groups: ["a", "b", "a", "c"] }] };
  const names = (figure: Figure): unknown[] => migrateFigure(figure).figure.data.map(({ name }) => name);

  it("stay those of their places", () => {
    assert.deepEqual(names({ data: [points, groupby, points, { ...points, name: "mine" }, points] }), [
      undefined,
      "a (trace 1)",
      "b (trace 1)",
      "c (trace 1)",
      "trace 2",
      "mine",
      "trace 4",
    ]);
    assert.deepEqual(names({ data: [groupby] }), ["a", "b", "c"]);
  });
});

describe("colours that Plotly 4 reads otherwise", () => {
  const old: JsonObject = { title: "Old" };
  const first = (trace: JsonObject, layout: JsonObject = old): JsonObject | undefined =>
    migrateFigure({ data: [trace], layout }).figure.data[0];
  const color = (written: Json, layout?: JsonObject): Json | undefined => {
    const marker = first({ y: [1], marker: { color: written } }, layout)?.["marker"];
    return (marker as JsonObject)["color"];
  };

  it("have no alpha in rgb() where the figure is older than that, which is told", () => {
    assert.equal(color("rgb(200, 10, 10, 0.2)"), "rgb(200, 10, 10)");
    assert.deepEqual(color(["rgb(1, 2, 3, 0)", "rgba(1, 2, 3, 0)"]), ["rgb(1, 2, 3)", "rgba(1, 2, 3, 0)"]);
    const { notes, defaults } = migrateFigure({ data: [], layout: { title: "Old", plot_bgcolor: "rgb(1, 2, 3, 0)" } });
    assert.equal(notes.at(-1), "1 colour's alpha was left out, since rgb() had none before Plotly 4.");
    assert.equal(defaults?.writtenFor, "before-4");
    assert.equal(color("rgb(200, 10, 10, 0.2)", {}), "rgb(200, 10, 10, 0.2)");
  });

  it("are full where a channel is 1.0", () => {
    assert.equal(color("rgb(1.0,0.0,0.0)"), "rgb(255, 0, 0)");
    assert.equal(color("rgb(1.0, 0.5, 0)"), "rgb(255, 1, 0)");
    assert.equal(color("rgb(1, 0, 0)"), "rgb(1, 0, 0)");
  });

  it("are hexadecimal though they are all digits, but for lists that may hold numbers for a colour scale", () => {
    const digits = ["112233", "ff0000"];
    const colors = ["#112233", "#ff0000"];
    assert.deepEqual(color(digits), ["112233", "#ff0000"]);
    assert.deepEqual(first({ type: "pie", values: [1, 2], marker: { colors: digits } })?.["marker"], { colors });
    assert.deepEqual(first({ type: "sunburst", marker: { colors: digits } })?.["marker"], {
      colors: ["112233", "#ff0000"],
    });
    assert.deepEqual(first({ type: "table", cells: { fill: { color: digits } } })?.["cells"], {
      fill: { color: colors },
    });
    const { figure } = migrateFigure({ data: [], layout: { colorway: digits } });
    assert.deepEqual(figure.layout?.["colorway"], colors);
  });
});

/** Expectations are what plotly.js 1.58.5 drew of the same figures. */
describe("trace types that Plotly has dropped", () => {
  it("end, as heatmapgl, at the centres of its outer cells", () => {
    const z = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    const axes = (trace: JsonObject, layout: JsonObject = {}, other: readonly JsonObject[] = []): unknown[] => {
      const data = [{ type: "heatmapgl", z, ...trace }, ...other];
      const { layout: changed } = migrateFigure({ data, layout }).figure;
      return [changed?.["xaxis"], changed?.["yaxis"]];
    };
    assert.deepEqual(axes({}), [{ range: [0, 2] }, { range: [0, 1] }]);
    assert.deepEqual(axes({ x: [9, 7, 5], y0: 2, dy: 3 }), [{ range: [5, 9] }, { range: [2, 5] }]);
    assert.deepEqual(axes({ transpose: true }), [{ range: [0, 1] }, { range: [0, 2] }]);
    // What the figure says, what else stands on the axis, and what is no number decides otherwise.
    assert.deepEqual(axes({ x: [0, 1, 2, 3], y: ["a", "b"] }), [undefined, undefined]);
    const layout = { xaxis: { range: [0, 9] }, yaxis: { autorange: "reversed" } };
    assert.deepEqual(axes({}, layout), [layout.xaxis, layout.yaxis]);
    assert.deepEqual(axes({}, {}, [{ y: [1] }]), [undefined, undefined]);
  });

  it("have, as pointcloud, points that are the smaller the more there are", () => {
    const size = (count: number, marker: JsonObject): unknown => {
      const x = Array.from({ length: count }, (_, index) => index);
      const { data } = migrateFigure({ data: [{ type: "pointcloud", x, y: x, marker }] }).figure;
      const made = data[0]?.["marker"] as JsonObject | undefined;
      return made?.["size"];
    };
    assert.equal(size(1, {}), 20);
    assert.equal(size(1000, {}), 2);
    assert.equal(size(1000, { sizemax: 10 }), 1);
    assert.equal(size(100_000, { sizemax: 10 }), 0.5);
    assert.equal(size(100_000, { sizemin: 2 }), 2);
    // No size that the type took.
    assert.equal(size(100_000, { sizemin: 4 }), 0.5);
  });

  it("are, as bars of an old polar chart, narrow ones", () => {
    const bar = (t: readonly Json[], marker: JsonObject = {}): unknown => {
      const { data } = migrateFigure({ data: [{ type: "bar", r: t.map(() => 1), t, marker }] }).figure;
      return data[0]?.["width"];
    };
    assert.equal(bar([0, 90, 180, 270]), 15);
    assert.equal(bar([0, 90], { barWidth: 40 }), 30);
    assert.equal(bar(["a", "b", "c", "d"]), 0.167);
  });
});
