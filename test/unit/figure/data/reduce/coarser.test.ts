import assert from "node:assert/strict";
import { coarser } from "../../../../../src/figure/data/reduce/coarser.ts";
import { LocalColumns } from "../../../../../src/figure/data/reduce/columnSource.ts";
import { EvenPlaces } from "../../../../../src/figure/data/reduce/series.ts";
import { finished } from "./finished.ts";

describe("Points that were chosen for a finer view", () => {
  const count = 300_000;
  const y = Float64Array.from({ length: count }, (_, i) => (i % 4000 === 0 ? Number.NaN : Math.sin(i) * (i % 9973)));
  const columns = finished(LocalColumns.read({ x: new EvenPlaces(count), y }));
  const view = { range: undefined, isLog: false, isLogValue: false, connectsGaps: false };
  const fine = columns.view({ ...view, pixels: 8000 });

  it("are chosen from again, so that the extremes of each column stay", () => {
    const few = coarser(fine, { ...view, pixels: 800 });
    assert.ok(few.indices.length < 8000 && fine.indices.length > 20_000);
    assert.equal(few.indices[0], 0);
    assert.equal(few.indices.at(-1), count - 1);
    for (const [place, index] of few.indices.entries()) {
      assert.equal(few.x[place], index);
      assert.ok(Object.is(few.y[place], y[index]));
    }
    const extremes = (indices: Uint32Array, column: number) => {
      const values = [...indices].filter((i) => Math.floor(i / 375) === column).map((i) => y[i]!);
      return [Math.min(...values.filter(Number.isFinite)), Math.max(...values.filter(Number.isFinite))];
    };
    const all = Uint32Array.from({ length: count }, (_, i) => i);
    for (const column of [1, 77, 400, 798]) {
      const [low, high] = extremes(few.indices, column);
      const [least, most] = extremes(all.subarray(column * 375, (column + 1) * 375), column);
      // The columns of the one are not those of the other to a point.
      assert.ok(low! <= least! * 0.97 && high! >= most! * 0.97, `${column}: ${low} ${high}, ${least} ${most}`);
    }
  });

  it("stay where they are as many as the view needs", () => {
    assert.equal(coarser(fine, { ...view, pixels: 8000 }), fine);
  });
});
