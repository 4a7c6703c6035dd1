import assert from "node:assert/strict";
import { checkFigure } from "../../../../../src/figure/checks/check.ts";
import { fixAll } from "../../../../../src/figure/fixes/fixAll.ts";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import type { FigureProblem } from "../../../../../src/figure/model/problem.ts";

function check(text: string): readonly FigureProblem[] {
  return checkFigure(readFigureText(text), { bound: false }).problems.filter(({ code }) => code !== "raw-array");
}

describe("the first axis or subplot, named with a 1", () => {
  const figure = JSON.stringify({
    data: [
      { x: [1], y: [1], xaxis: "x1", yaxis: "y1" },
      { x: [1], y: [1], xaxis: "x02", yaxis: "y2" },
      { type: "cone", scene: "scene1" },
    ],
    layout: {
      xaxis1: { anchor: "y1", title: { text: "a" } },
      yaxis1: { anchor: "x1" },
      xaxis2: { domain: [0, 1], anchor: "y2" },
      yaxis2: { overlaying: "y1", anchor: "x1" },
      scene1: { xaxis: { title: { text: "a" } } },
      shapes: [{ xref: "x1", yref: "y1 domain" }],
      annotations: [{ xref: "x1", yref: "paper" }],
      images: [{ yref: "y1" }],
    },
  });

  it("is read, and told once, with one fix for all", () => {
    const [problem, ...more] = check(figure);
    assert.deepEqual(more, []);
    assert.deepEqual([problem?.code, problem?.severity, problem?.fixes?.length], ["first-id", "hint", 1]);
    assert.match(problem?.message ?? "", /^Plotly\.js reads `x1` as `x`, `y1` as `y`, `x02` as `x2`/);
    const { text } = fixAll(figure, check);
    assert.deepEqual(check(text), []);
    assert.equal(text, figure.replaceAll(/(?<=")(xaxis|yaxis|scene|x|y)1\b/g, "$1").replace("x02", "x2"));
  });

  it("is checked as any other inside", () => {
    const [first, second] = check('{"data":[],"layout":{"xaxis1":{"colour":"red"}}}');
    assert.equal(first?.code, "first-id");
    assert.equal(second?.code, "unknown-attribute");
    assert.match(second.message, /`layout\.xaxis1` has no attribute `colour`.*`color`/);
  });

  it("is not read beside the name without it", () => {
    const text = '{"data":[],"layout":{"xaxis":{"color":"red"},"xaxis1":{"color":"blue"}}}';
    const [problem, ...more] = check(text);
    assert.deepEqual(more, []);
    assert.deepEqual([problem?.code, problem?.severity], ["first-id", "warning"]);
    assert.match(problem?.message ?? "", /does not read `xaxis1`/);
  });

  it("is a mistake where Plotly.js does not know it, and mended there", () => {
    for (const [text, after] of [
      ['{"data":[],"layout":{"xaxis2":{"matches":"x1"}}}', '{"data":[],"layout":{"xaxis2":{"matches":"x"}}}'],
      ['{"data":[{"type":"scatterpolar","subplot":"polar1"}]}', '{"data":[{"type":"scatterpolar","subplot":"polar"}]}'],
      ['{"data":[],"layout":{"polar1":{"hole":0.5}}}', '{"data":[],"layout":{"polar":{"hole":0.5}}}'],
      [
        '{"data":[],"layout":{"annotations":[{"axref":"x1"}],"selections":[{"xref":"x1 domain"}]}}',
        '{"data":[],"layout":{"annotations":[{"axref":"x"}],"selections":[{"xref":"x domain"}]}}',
      ],
    ] as const) {
      assert.ok(
        check(text).every(({ severity }) => severity === "warning"),
        text,
      );
      assert.equal(fixAll(text, check).text, after);
      assert.deepEqual(check(after), []);
    }
  });
});
