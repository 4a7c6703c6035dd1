import { deepEqual } from "node:assert/strict";
import type { Figure } from "../../../../src/figure/model/figure.ts";
import { figureCodeInSteps } from "../../../../src/figure/code/figureCode.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { corpus } from "./corpus.ts";
import { plain } from "./sameFigure.ts";

/** What code gives to `Plotly.newPlot`. */
function drawnBy(code: string): Record<string, unknown> {
  const calls: Record<string, unknown>[] = [];
  const Plotly = {
    newPlot(element: unknown, data: unknown, layout?: unknown, config?: unknown) {
      deepEqual(element, "figure");
      calls.push(Array.isArray(data) ? { data, layout, config } : (data as Record<string, unknown>));
    },
  };
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function("Plotly", `"use strict";\n${code}`)(Plotly);
  deepEqual(calls.length, 1);
  return calls[0] ?? {};
}

describe("A figure as JavaScript", () => {
  for (const { name, figure } of corpus()) {
    it(`is drawn as the same figure: ${name}`, () => {
      const { data, layout, config, frames } = drawnBy(finished(figureCodeInSteps(figure, "javascript")));
      const { data: traces = [], layout: ours = {}, config: own = {}, frames: steps = [] } = figure as Partial<Figure>;
      deepEqual(
        plain({ data, layout: layout ?? {}, config: config ?? {}, frames: frames ?? [] }),
        plain({ data: traces, layout: ours, config: own, frames: steps }),
      );
    });
  }

  it("keeps a member that is called __proto__", () => {
    const figure = { data: [], layout: { meta: JSON.parse('{"__proto__": {"a": 1}}') } } as Figure;
    const { layout } = drawnBy(finished(figureCodeInSteps(figure, "javascript")));
    deepEqual(JSON.stringify(layout), '{"meta":{"__proto__":{"a":1}}}');
  });
});
