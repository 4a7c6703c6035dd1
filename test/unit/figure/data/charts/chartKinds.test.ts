import assert from "node:assert/strict";
import { chartFigure, type ChartKind, chartKinds } from "../../../../../src/figure/data/charts/chartKinds.ts";
import { findRawArrays } from "../../../../../src/figure/data/arrays/dataWalk.ts";
import { isTraceType } from "../../../../../src/figure/schema/traceTypes.ts";

function kind(id: string): ChartKind {
  const found = chartKinds.find((candidate) => candidate.id === id);
  assert.ok(found);
  return found;
}

const columns = ["day", "high", "low"].map((name, index) => ({ name, src: `ada:0:00000${index}` }));
const [day, high, low] = columns as [(typeof columns)[0], (typeof columns)[0], (typeof columns)[0]];

describe("Charts made from a table", () => {
  it("are all of trace types that Plotly draws, and hold references only", () => {
    for (const chart of chartKinds) {
      const chosen = chart.roles.map((role) => (role.several ? [high, low] : [day]));
      const figure = chartFigure(chart, "Weather", chosen);
      assert.deepEqual(
        findRawArrays(figure).filter((path) => !path.includes("header")),
        [],
        chart.id,
      );
      for (const trace of figure.data) assert.ok(isTraceType(trace["type"] as string), chart.id);
    }
  });

  it("have one trace for each column of the vertical axis, named by it", () => {
    const figure = chartFigure(kind("line"), "Weather", [[day], [high, low]]);
    assert.deepEqual(
      figure.data.map(({ name, xsrc, ysrc }) => ({ name, xsrc, ysrc })),
      [
        { name: "high", xsrc: "ada:0:000000", ysrc: "ada:0:000001" },
        { name: "low", xsrc: "ada:0:000000", ysrc: "ada:0:000002" },
      ],
    );
  });

  it("name their axes by the only column on them", () => {
    const figure = chartFigure(kind("scatter"), "Weather", [[day], [high]]);
    assert.deepEqual(figure.layout, {
      title: { text: "Weather" },
      xaxis: { title: { text: "day" } },
      yaxis: { title: { text: "high" } },
    });
  });

  it("draw against row numbers where no horizontal column is chosen", () => {
    assert.equal("xsrc" in (chartFigure(kind("line"), "Weather", [[], [high]]).data[0] ?? {}), false);
  });

  it("put several columns behind one key where the trace takes a table", () => {
    assert.equal(chartFigure(kind("heatmap"), "W", [[high, low]]).data[0]?.["zsrc"], "ada:0:000001,000002");
    assert.deepEqual(chartFigure(kind("table"), "W", [[high]]).data[0]?.["cells"], { valuessrc: "ada:0:000001*" });
  });
});
