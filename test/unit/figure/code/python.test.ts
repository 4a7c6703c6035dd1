import { deepEqual, equal } from "node:assert/strict";
import { figureCodeInSteps } from "../../../../src/figure/code/figureCode.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { corpus } from "./corpus.ts";
import { figuresOf, needsPlotly } from "./plotlyPy.ts";
import { asPython } from "./sameFigure.ts";

describe("A figure as Python", () => {
  it("gives the same figure when the plotly.py that is installed runs it", function () {
    this.timeout(120_000);
    needsPlotly(this);
    const figures = corpus();
    const results = figuresOf(figures.map(({ figure }) => finished(figureCodeInSteps(figure, "python"))));
    for (const [index, { name, figure }] of figures.entries()) {
      const { error, figure: got } = results[index] ?? {};
      equal(error, undefined, name);
      deepEqual(got && asPython(got), asPython(figure), name);
    }
  });
});
