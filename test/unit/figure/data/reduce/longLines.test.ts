import assert from "node:assert/strict";
import type { Json } from "../../../../../src/figure/model/figure.ts";
import { longLines } from "../../../../../src/figure/data/reduce/longLines.ts";
import { PartialLine } from "../../../../../src/figure/data/reduce/partialLine.ts";
import { splitFigure } from "../../../../../src/figure/data/split/splitFigure.ts";
import { finished } from "../../../../../src/figure/text/steps/slices.ts";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";

const count = 4000;
const x = Array.from({ length: count }, (_, index) => index / 2);
const y = x.map((value) => Math.sin(value) * 100);

function linesOf(trace: { readonly [key: string]: Json }, rest: { readonly [key: string]: Json } = {}) {
  const figure = readFigureText(
    JSON.stringify({
      data: [
        { type: "bar", y: [1] },
        { x, y, ...trace },
      ],
      ...rest,
    }),
  );
  const { columns = [] } = splitFigure(figure.text, figure.outline, { each: 100, all: 0 }) ?? {};
  return longLines(figure, columns, 1000);
}

describe("Lines that some of their points draw", () => {
  it("are those of numbers alone", () => {
    assert.equal(linesOf({}).length, 1);
    assert.equal(linesOf({ mode: "lines", line: { color: "red", width: 3, dash: "solid" }, name: "a" }).length, 1);
    assert.equal(
      linesOf({}, { layout: { xaxis: { type: "log" }, template: { data: { scatter: [{ type: "scatter" }] } } } })[0]
        ?.isLog,
      true,
    );
    for (const trace of [
      { mode: "markers" },
      { mode: "lines+markers" },
      { type: "scattergl" },
      { line: { shape: "spline" } },
      { line: { dash: "dot" } },
      { fill: "tozeroy" },
      { stackgroup: "one" },
      { text: x.map(String) },
      { customdata: x },
      { marker: { size: x } },
      { error_y: { array: y } },
      { ysrc: "ann:1:abc" },
      { selectedpoints: [1] },
    ] as const)
      assert.equal(linesOf(trace as never).length, 0, JSON.stringify(trace).slice(0, 60));
    for (const rest of [
      { frames: [{ data: [{ y }] }] },
      { layout: { xaxis: { type: "category" } } },
      { layout: { yaxis: { rangebreaks: [] } } },
      { layout: { transition: { duration: 500 } } },
      { layout: { template: { data: { scatter: [{ mode: "markers" }] } } } },
    ])
      assert.equal(linesOf({}, rest as never).length, 0, JSON.stringify(rest).slice(0, 80));
  });

  it("are of the axes that they name", () => {
    const layout = { xaxis2: { type: "log" }, xaxis: { type: "category" } };
    assert.equal(linesOf({ xaxis: "x2" }, { layout })[0]?.isLog, true);
  });

  it("come in part for a view, and whole", () => {
    const [line] = linesOf({});
    const partial = finished(PartialLine.read(line!));
    const all = partial!.part(50);
    assert.equal(all.points, count);
    assert.equal(all.trace, 1);
    assert.ok(all.indices.length > 100 && all.indices.length < 500);
    const [xs, ys] = all.columns;
    assert.deepEqual(xs?.path, ["data", 1, "x"]);
    all.indices.forEach((index, place) => {
      assert.equal(xs?.values[place], x[index]);
      assert.equal(ys?.values[place], y[index]);
    });
    const near = partial!.part(500, [1000, 1010]);
    const seen = [...near.indices].filter((index) => x[index]! >= 1000 && x[index]! <= 1010);
    assert.equal(seen.length, 21);
    assert.deepEqual(
      partial!.whole().map(({ values }) => values.length),
      [count, count],
    );
  });

  it("go back and forth nowhere", () => {
    const [line] = linesOf({ x: x.map((value, index) => (index === 2000 ? 0 : value)) });
    assert.equal(finished(PartialLine.read(line!)), undefined);
  });
});
