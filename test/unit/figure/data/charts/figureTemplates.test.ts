import assert from "node:assert/strict";
import { checkFigure } from "../../../../../src/figure/checks/check.ts";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import { figureFileText } from "../../../../../src/figure/data/charts/figureFileText.ts";
import { figureTemplates } from "../../../../../src/figure/data/charts/figureTemplates.ts";
import { finished } from "../../../../../src/figure/text/steps/slices.ts";
import { loadEngine } from "../../../../../build/schema/engine.ts";

describe("Templates for new figure files", () => {
  for (const { id, figure } of figureTemplates) {
    it(`have nothing wrong with them: ${id}`, () => {
      const text = finished(figureFileText(figure));
      const { problems } = checkFigure(readFigureText(text), { bound: false });
      assert.deepEqual(
        problems.filter(({ code }) => code !== "raw-array"),
        [],
      );
      const engine = loadEngine() as unknown as { validate(data: unknown, layout: unknown): unknown };
      assert.equal(engine.validate(figure.data, figure.layout), undefined);
    });
  }
});
