import assert from "node:assert/strict";
import { array, assert as check, boolean, constantFrom, double, integer, option, property, record } from "fast-check";
import { PixelColumns, type Range, type View } from "../../../../../src/figure/data/reduce/pixelColumns.ts";
import { Pyramid } from "../../../../../src/figure/data/reduce/pyramid.ts";
import { EvenPlaces, ListedPlaces, type Series } from "../../../../../src/figure/data/reduce/series.ts";
import { finished } from "./finished.ts";

/** A series of which some stretches stand at one place, some far apart, and some are gaps. */
const series = record({
  y: array(option(double({ noNaN: true, min: -1000, max: 1000 }), { nil: Number.NaN, freq: 8 }), {
    minLength: 1,
    maxLength: 3000,
    size: "max",
  }),
  steps: array(constantFrom(0, 0, 0.001, 0.01, 1, 50), { minLength: 1, maxLength: 40 }),
  start: constantFrom(-100, 0, 0.5),
  isEven: boolean(),
}).map(({ y, steps, start, isEven }): Series => {
  let place = start;
  const x = Float64Array.from(y, (_, index) => (place += steps[index % steps.length]!));
  return { y: Float64Array.from(y), x: isEven ? new EvenPlaces(y.length, start, 0.5) : new ListedPlaces(x) };
});

const viewOf = (
  { x }: Series,
  { from, width, pixels }: { readonly from: number; readonly width: number; readonly pixels: number },
): View & { readonly range: Range } => {
  const [first, last] = [x.at(0), x.at(x.length - 1)];
  const start = first + (last - first) * from;
  return {
    range: [start, start + Math.max(1e-6, (last - first) * width)],
    pixels,
    isLog: false,
    isLogValue: false,
    connectsGaps: false,
  };
};

const view = record({
  from: double({ min: -0.2, max: 1.1, noNaN: true }),
  width: constantFrom(0.001, 0.03, 0.4, 1, 1.5),
  pixels: integer({ min: 1, max: 60 }),
});

const choose = (points: Series, shown: View, connectsGaps = false): number[] => [
  ...new PixelColumns(points, finished(Pyramid.build(points.y))).choose({ ...shown, connectsGaps }).indices,
];

const isThere =
  ({ y }: Series) =>
  (index: number) =>
    Number.isFinite(y[index]);

describe("The points of each column of pixels", () => {
  it("ascend, and have the first and the last of all among them", () => {
    check(
      property(series, view, boolean(), (points, shown, connects) => {
        const chosen = choose(points, viewOf(points, shown), connects);
        assert.deepEqual(
          chosen,
          [...new Set(chosen)].toSorted((a, b) => a - b),
        );
        assert.equal(chosen[0], 0);
        assert.equal(chosen.at(-1), points.x.length - 1);
      }),
    );
  });

  it("have the lowest and the highest of each column in sight, and its ends", () => {
    check(
      property(series, view, boolean(), (points, shown, connects) => {
        const looked = viewOf(points, shown);
        const chosen = choose(points, looked, connects);
        const { range, pixels } = looked;
        const pitch = (range[1] - range[0]) / pixels;
        const between = (indices: readonly number[], from: number, to: number) =>
          indices
            .filter((i) => isThere(points)(i) && points.x.at(i) >= from && points.x.at(i) <= to)
            .map((i) => points.y[i]!);
        const all = Array.from(points.y, (_, index) => index);
        // What stands where two columns meet may be counted to either.
        const seam = pitch * 1e-6 + Math.abs(range[0]) * 1e-12;
        for (let column = 0; column < pixels; column++) {
          const [from, to] = [range[0] + column * pitch, range[0] + (column + 1) * pitch];
          const values = between(all, from + seam, to - seam);
          const kept = between(chosen, from - seam, to + seam);
          assert.ok(values.length === 0 || Math.min(...kept) <= Math.min(...values));
          assert.ok(values.length === 0 || Math.max(...kept) >= Math.max(...values));
        }
      }),
    );
  });

  it("never join what a gap separates, unless gaps are connected", () => {
    check(
      property(series, view, (points, shown) => {
        const chosen = choose(points, viewOf(points, shown));
        const there = isThere(points);
        for (const [at, index] of chosen.entries()) {
          const before = chosen[at - 1];
          if (before === undefined || !there(before) || !there(index)) continue;
          for (let between = before + 1; between < index; between++) assert.ok(there(between), `gap at ${between}`);
        }
      }),
    );
  });

  it("are all points in sight where these are few", () => {
    const points: Series = { x: new EvenPlaces(100_000), y: Float64Array.from({ length: 100_000 }, (_, i) => i % 7) };
    const pyramid = finished(Pyramid.build(points.y));
    const columns = new PixelColumns(points, pyramid);
    const near = columns.choose({
      range: [500, 1500],
      pixels: 800,
      isLog: false,
      isLogValue: false,
      connectsGaps: false,
    });
    assert.ok(near.isExact);
    const shown = [...near.indices].filter((index) => index >= 500 && index <= 1500);
    assert.equal(shown.length, 1001);
    const far = columns.choose({ range: undefined, pixels: 800, isLog: false, isLogValue: false, connectsGaps: false });
    assert.ok(!far.isExact);
    assert.ok(far.indices.length <= 3300, String(far.indices.length));
  });

  it("have the least that a logarithmic axis of values shows", () => {
    const y = Float64Array.from({ length: 50_000 }, (_, i) => (i % 2 === 0 ? -5 : 1 + (i % 100)));
    y[30_001] = 0.001;
    const points = { x: new EvenPlaces(y.length), y };
    const shown = { range: undefined, pixels: 300, isLog: false, connectsGaps: false };
    assert.ok(!choose(points, { ...shown, isLogValue: false }).includes(30_001));
    assert.ok(choose(points, { ...shown, isLogValue: true }).includes(30_001));
  });

  it("are found on a logarithmic axis, on which nothing below 0 has a place", () => {
    const x = Float64Array.from({ length: 50_000 }, (_, i) => i - 100);
    const y = Float64Array.from(x, (value) => Math.sin(value));
    y[40_000] = 9;
    const points = { x: new ListedPlaces(x), y };
    const chosen = choose(points, {
      range: [0, Math.log10(49_899)],
      pixels: 300,
      isLog: true,
      isLogValue: false,
      connectsGaps: false,
    });
    assert.ok(chosen.includes(40_000));
    assert.ok(chosen.length < 2000);
  });
});
