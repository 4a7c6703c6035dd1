import assert from "node:assert/strict";
import * as fc from "fast-check";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { migrateTextSteps } from "../../../../src/figure/fixes/migrateText.ts";
import { migrationSteps } from "../../../../src/figure/migrate/migrate.ts";
import { sortInSteps, STRETCH } from "../../../../src/figure/migrate/draft/sortInSteps.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import type { JsonObject } from "../../../../src/figure/model/figure.ts";

describe("migrating in steps", () => {
  it("sorts as one does at once, and keeps equals as they stood", () => {
    const items = fc.array(fc.record({ by: fc.integer({ min: 0, max: 9 }), name: fc.nat() }));
    const byNumber = (one: { by: number }, other: { by: number }): number => one.by - other.by;
    fc.assert(
      fc.property(items, (some) => {
        // Several runs that are merged.
        const many = Array.from({ length: 2 * STRETCH + 1 }, (_, index) => ({ by: (index * 7) % 10, name: index }));
        const all = [...some, ...many];
        assert.deepEqual(finished(sortInSteps(all, byNumber)), all.toSorted(byNumber));
      }),
      { numRuns: 5 },
    );
    assert.deepEqual(finished(sortInSteps([], byNumber)), []);
  });

  const numbers = Array.from({ length: 5 * STRETCH }, (_, index) => (index * 31) % 977);
  const transforms: { readonly [name: string]: JsonObject } = {
    filter: { target: "y", operation: ">", value: 5 },
    sort: { target: "y" },
    groupby: { groups: numbers.map((number) => `g${number % 3}`) },
    aggregate: { groups: "x", aggregations: [{ target: "y", func: "median" }] },
  };
  for (const [type, options] of Object.entries(transforms)) {
    it(`pauses every few thousand points of a transform: ${type}`, () => {
      const x = numbers.map((number) => `g${number % 3}`);
      const text = JSON.stringify({ data: [{ x, y: numbers, transforms: [{ type, ...options }] }] });
      const steps = migrateTextSteps(readFigureText(text));
      let pauses = 0;
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) pauses++;
      assert.notEqual(step.value, undefined);
      assert.ok(pauses > 15, `${pauses} pauses`);
    });
  }

  it("pauses within a group that holds all points, whatever is made of it", () => {
    const pausesFor = (func: string): number => {
      const aggregate = [
        { type: "aggregate", groups: numbers.map(() => "all"), aggregations: [{ target: "y", func }] },
      ];
      const steps = migrationSteps({ data: [{ y: numbers, transforms: aggregate }] });
      let pauses = 0;
      while (steps.next().done !== true) pauses++;
      return pauses;
    };
    const least = pausesFor("first") + 4;
    for (const func of ["sum", "avg", "min", "max", "range", "rms", "median", "mode", "stddev"]) {
      assert.ok(pausesFor(func) >= least, func);
    }
  });
});
