import assert from "node:assert/strict";
import { checkFigure } from "../../../../../src/figure/checks/check.ts";
import type { Figure } from "../../../../../src/figure/model/figure.ts";
import { applyEdits } from "../../../../../src/figure/model/fix.ts";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import { fixesOf } from "../../../../../src/figure/fixes/fixesOf.ts";
import { migrateFigure } from "../../../../../src/figure/migrate/migrate.ts";

/**
 * Text of a trace or of a layout, and what it is today. That the engine draws both alike was seen in a browser:
 * plotly.js 4.1.1 makes the same of them before it draws.
 */
const traces: readonly (readonly [old: string, today: string])[] = [
  ['{"type": "heatmap", "z": [[1]], "scl": "Jet"}', '{"type": "heatmap", "z": [[1]], "colorscale": "Jet"}'],
  ['{"type": "heatmap", "z": [[1]], "reversescl": true}', '{"type": "heatmap", "z": [[1]], "reversescale": true}'],
  [
    '{"type": "heatmap", "z": [[1]], "scl": "Jet", "colorscale": "Hot"}',
    '{"type": "heatmap", "z": [[1]], "colorscale": "Hot"}',
  ],
  [
    '{"type": "heatmap", "z": [[1]], "colorscale": "YIGnBu"}',
    '{"type": "heatmap", "z": [[1]], "colorscale": "YlGnBu"}',
  ],
  [
    '{"type": "bar", "y": [1], "marker": {"color": [1], "colorscale": "YIOrRd"}}',
    '{"type": "bar", "y": [1], "marker": {"color": [1], "colorscale": "YlOrRd"}}',
  ],
  ['{"y": [1], "mode": "text", "textposition": "top"}', '{"y": [1], "mode": "text", "textposition": "top center"}'],
  ['{"y": [1], "textposition": "center right"}', '{"y": [1], "textposition": "middle right"}'],
  ['{"y": [1, 2], "textposition": ["left", "top left"]}', '{"y": [1, 2], "textposition": ["middle left","top left"]}'],
  [
    '{"type": "surface", "z": [[1]], "contours": {"x": {"highlightColor": "red"}}}',
    '{"type": "surface", "z": [[1]], "contours": {"x": {"highlightcolor": "red"}}}',
  ],
  ['{"type": "histogramx", "x": [1, 1]}', '{"type": "histogram", "x": [1, 1]}'],
  ['{"type": "histogramy", "x": [1, 1]}', '{"type": "histogram", "y": [1, 1]}'],
  [
    '{"type": "candlestick", "open": [1], "high": [2], "low": [0], "close": [1], "increasing": {"name": "up", "line": {"width": 1}}}',
    '{"type": "candlestick", "open": [1], "high": [2], "low": [0], "close": [1], "name": "up", "increasing": {"line": {"width": 1}}}',
  ],
];
const layouts: readonly (readonly [old: string, today: string])[] = [
  ['{"xaxis": {"isdate": true}}', '{"xaxis": {"type": "date"}}'],
  ['{"xaxis": {"islog": true, "type": "log"}}', '{"xaxis": {"type": "log"}}'],
  ['{"xaxis": {"isdate": false, "range": [0, 1]}}', '{"xaxis": {"range": [0, 1]}}'],
  ['{"yaxis": {"categories": ["a"], "range": [0, 1]}}', '{"yaxis": {"range": [0, 1]}}'],
  ['{"yaxis": {"autorange": "withzero"}}', '{"yaxis": {"autorange": true, "rangemode": "tozero"}}'],
  ['{"xaxis": {"rangeslider": true}}', '{"xaxis": {"rangeslider": {}}}'],
  ['{"xaxis": {"domain": [], "range": [0, 1]}}', '{"xaxis": {"range": [0, 1]}}'],
  ['{"legend": {"x": 100}}', '{"legend": {"x": 1.02, "xanchor": "left"}}'],
  ['{"legend": {"y": -100}}', '{"legend": {"y": -0.02, "yanchor": "top"}}'],
];

const texts = [
  ...traces.map(([old, today]) => [`{"data": [${old}]}`, `{"data": [${today}]}`] as const),
  ...layouts.map(
    ([old, today]) =>
      [`{"data": [{"y": [1, 2]}], "layout": ${old}}`, `{"data": [{"y": [1, 2]}], "layout": ${today}}`] as const,
  ),
  [
    '{"data": [{"type": "surface", "z": [[1]]}], "layout": {"dragmode": "rotate"}}',
    '{"data": [{"type": "surface", "z": [[1]]}], "layout": {"dragmode": "orbit"}}',
  ] as const,
];

function problemsOf(text: string) {
  return checkFigure(readFigureText(text), { bound: false }).problems.filter(({ code }) => code !== "raw-array");
}

describe("what the engine still reads of old", () => {
  for (const [old, today] of texts) {
    it(`is a hint with what it is called today: ${old}`, () => {
      const problems = problemsOf(old);
      assert.deepEqual(
        problems.map(({ code, severity }) => `${severity} ${code}`),
        ["hint older-spelling"],
      );
      const [problem] = problems;
      assert.ok(problem !== undefined);
      const [fix] = fixesOf(readFigureText(old), problem);
      assert.ok(fix !== undefined);
      const fixed = applyEdits(old, fix.edits);
      assert.deepEqual(JSON.parse(fixed), JSON.parse(today));
      assert.deepEqual(problemsOf(fixed), []);
    });

    it(`is written so by a migration, which tells nothing of it: ${old}`, () => {
      const { figure, notes } = migrateFigure(JSON.parse(old) as Figure);
      assert.deepEqual(figure, JSON.parse(today));
      assert.deepEqual(notes, []);
      assert.equal(migrateFigure(figure).figure, figure);
    });
  }

  it("is not what another kind of trace never read", () => {
    for (const trace of ['{"type": "bar", "y": [1], "textposition": "top"}', '{"y": [1], "textposition": "outside"}'])
      assert.deepEqual(
        problemsOf(`{"data": [${trace}]}`).map(({ code }) => code),
        ["wrong-value"],
      );
  });

  it("makes one axis type of two switches", () => {
    const old = '{"data": [{"y": [1]}], "layout": {"xaxis": {"isdate": false, "islog": false}}}';
    const [first, second] = problemsOf(old);
    assert.ok(first !== undefined && second !== undefined);
    const fixed = applyEdits(old, second.fixes?.[0]?.edits ?? []);
    assert.deepEqual(first.fixes, []);
    const [rest] = problemsOf(fixed);
    assert.equal(
      applyEdits(fixed, rest?.fixes?.[0]?.edits ?? []),
      '{"data": [{"y": [1]}], "layout": {"xaxis": {"type": "linear"}}}',
    );
  });

  it("names the trace by what its directions have in common", () => {
    const named = (up: string | undefined, down: string | undefined, name?: string) =>
      migrateFigure({
        data: [
          {
            type: "ohlc",
            ...(name === undefined ? {} : { name }),
            increasing: up === undefined ? {} : { name: up },
            decreasing: down === undefined ? {} : { name: down },
          },
        ],
      }).figure.data[0]?.["name"];
    assert.equal(named("ACME up", "ACME down"), "ACME");
    assert.equal(named("up", " "), "up");
    assert.equal(named("up", undefined), "up");
    assert.equal(named("up", undefined, "Mine"), "Mine");
    assert.equal(named("ACME up", "ACME down", "Mine"), "ACME");
  });
});
