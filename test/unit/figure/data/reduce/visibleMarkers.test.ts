import assert from "node:assert/strict";
import { array, assert as check, constantFrom, double, property } from "fast-check";
import { ScatteredPoints } from "../../../../../src/figure/data/reduce/scatteredPoints.ts";
import { type Ground, visibleMarkers } from "../../../../../src/figure/data/reduce/visibleMarkers.ts";

const pixels = { isLog: false, slope: 1, offset: 0 };
const ground: Ground = { xScale: pixels, yScale: pixels, left: 0, top: 0, width: 60, height: 40, fineness: 1 };
const coordinates = array(double({ min: -20, max: 80, noNaN: true }), { minLength: 1, maxLength: 800, size: "max" });

describe("The markers that are not below others", () => {
  it("cover what all of them cover, to within half a pixel", () => {
    check(
      property(coordinates, constantFrom(1, 3, 7), (places, radius) => {
        const x = Float64Array.from(places);
        const y = Float64Array.from(places, (_, index) => places[(index * 7 + 3) % places.length]!);
        const chosen = visibleMarkers({ x, y, length: x.length, radius }, ground);
        assert.deepEqual(chosen, chosen.toSorted());
        for (let index = 0; index < x.length; index++) {
          const [px, py] = [x[index]!, y[index]!];
          if (px < 0 || py < 0 || px >= ground.width || py >= ground.height) continue;
          // The middle of each marker lies in another that is drawn.
          const near = chosen.some((each) => Math.hypot(x[each]! - px, y[each]! - py) <= radius + 1);
          assert.ok(near, `${px}, ${py} is bare`);
        }
      }),
    );
  });

  it("are few where many lie on each other", () => {
    const [x, y] = [13, 29].map((step) => Float64Array.from({ length: 50_000 }, (_, i) => ((i * step) % 997) / 10));
    const chosen = visibleMarkers({ x: x!, y: y!, length: 50_000, radius: 5 }, ground);
    assert.ok(chosen.length < 250, String(chosen.length));
    const coarse = visibleMarkers({ x: x!, y: y!, length: 50_000, radius: 5 }, { ...ground, fineness: 0.25 });
    assert.ok(coarse.length < chosen.length);
  });

  it("are none where a coordinate is missing or lies elsewhere", () => {
    const markers = { x: [Number.NaN, 5, 500], y: [5, Infinity, 5], length: 3, radius: 3 };
    assert.deepEqual([...visibleMarkers(markers, ground)], []);
  });
});

describe("Points in any order", () => {
  const points = new ScatteredPoints([3, -1, 7, Number.NaN, 2], [1, 5, Infinity, -8, 0.5]);

  it("have some that reach farthest", () => {
    assert.deepEqual([...points.outermost(false, false)], [0, 1, 2, 3, 4]);
    assert.deepEqual([...new ScatteredPoints([1, 2, 3, 0], [0, 0, 0, 0]).outermost(false, false)], [0, 2, 3]);
    assert.deepEqual([...new ScatteredPoints([5, -2, 3, 4], [1, 1, 1, 1]).outermost(true, false)], [0, 2, 3]);
  });

  it("are found by the pointer", () => {
    const pointer = { x: 2.2, y: 0.6, by: "both", radius: 0.5, within: 20 } as const;
    assert.deepEqual(points.nearest(pixels, pixels, pointer), { index: 4, x: 2, y: 0.5 });
    assert.equal(points.nearest(pixels, pixels, { ...pointer, x: 900 }), undefined);
  });
});
