import assert from "node:assert/strict";
import { array, assert as check, constantFrom, nat, property } from "fast-check";
import { Pyramid } from "../../../../../src/figure/data/reduce/pyramid.ts";
import { finished } from "./finished.ts";

const values = array(constantFrom(-1, 0, 1, 2, 3, Number.NaN, Infinity), { minLength: 1, maxLength: 20, size: "max" });

describe("The pyramid over values", () => {
  it("finds the same as one who reads them all", () => {
    check(
      property(values, nat({ max: 20_000 }), nat(), nat(), (repeated, length, a, b) => {
        const all = Float64Array.from(
          { length },
          (_, index) => repeated[(index * 7) % repeated.length]! + (index % 251),
        );
        const [from, to] = [a % (length + 1), b % (length + 1)].toSorted((one, other) => one - other) as [
          number,
          number,
        ];
        const { low, high, hasGap } = finished(Pyramid.build(all)).extremes(from, to);
        const there = all.slice(from, to).filter(Number.isFinite);
        assert.equal(hasGap, there.length < to - from);
        if (there.length === 0) {
          assert.equal(low, -1);
          assert.equal(high, -1);
          return;
        }
        assert.ok(low >= from && low < to && high >= from && high < to);
        assert.equal(low, all.indexOf(Math.min(...there), from));
        assert.equal(high, all.indexOf(Math.max(...there), from));
      }),
    );
  });

  it("pauses while it reads many", () => {
    const steps = Pyramid.build(new Float32Array(10_000_000));
    let pauses = 0;
    while (steps.next().done !== true) pauses++;
    assert.ok(pauses >= 4, String(pauses));
  });
});
