import assert from "node:assert/strict";
import { array, assert as check, boolean, constantFrom, double, integer, oneof, property } from "fast-check";
import { coarser } from "../../../../../src/figure/data/reduce/coarser.ts";
import { readColumns, readPoints } from "../../../../../src/figure/data/reduce/readColumns.ts";
import { finished } from "../../../../../src/figure/text/steps/slices.ts";

const value = oneof(double(), constantFrom(Number.NaN, Infinity, -Infinity, 0, -0, 5e-324, 1.7e308, -1.7e308));
const scale = { isLog: false, slope: 3, offset: 1 };

describe("The columns of a trace", () => {
  it("answer every view with points of theirs that ascend, the first and the last among them, however few or odd they are", () => {
    check(
      property(
        array(value, { maxLength: 60 }),
        integer({ min: 1, max: 9 }),
        boolean(),
        boolean(),
        (y, pixels, isLog, isLogValue) => {
          const read = finished(readColumns(undefined, Float64Array.from(y)));
          for (const range of [undefined, [0, 0], [1, 3], [-1e308, 1e308]] as const) {
            const view = { range, pixels, isLog, isLogValue, connectsGaps: false };
            const viewed = read!.columns.view(view);
            for (const { indices, x, y: values } of [viewed, coarser(viewed, view)]) {
              assert.deepEqual(
                [...indices],
                [...new Set(indices)].toSorted((one, other) => one - other),
              );
              assert.deepEqual(
                [indices[0], indices.at(-1)],
                y.length === 0 ? [undefined, undefined] : [0, y.length - 1],
              );
              assert.deepEqual(
                Array.from(values),
                [...indices].map((index) => y[index]),
              );
              assert.deepEqual(Array.from(x), [...indices]);
            }
          }
        },
      ),
    );
  });

  it("have nothing to point at where there is no number", () => {
    for (const y of [[], [Number.NaN], [null, null], [Infinity, -Infinity]]) {
      const pointer = { x: 1, y: 1, by: "both", radius: 0.5, within: Infinity } as const;
      assert.equal(finished(readColumns(undefined, y))?.columns.nearest(scale, scale, pointer), undefined);
      assert.equal(finished(readPoints(undefined, y))?.points.nearest(scale, scale, pointer), undefined);
    }
  });

  it("are none that can be reduced where they hold anything but numbers and dates, or x goes back", () => {
    const y = [1, 2, 3];
    for (const x of [
      ["a", "b", "c"],
      [1, 3, 2],
      [1, null, 3],
      ["2024-01-01", 5, "2024-01-02"],
      [-Infinity, 1, 2],
      "no list",
    ])
      assert.equal(finished(readColumns(x, y)), undefined);
    assert.equal(finished(readColumns(undefined, ["1", 2])), undefined);
    assert.equal(finished(readColumns(["2024-01-01", "2024-01-02", "2024-01-02"], y))?.places, "date");
  });
});
