import assert from "node:assert/strict";
import { array, assert as check, double, integer, property } from "fast-check";
import { DateReader } from "../../../../../src/figure/data/reduce/dates.ts";
import { nearest } from "../../../../../src/figure/data/reduce/nearest.ts";
import { ascend, EvenPlaces, ListedPlaces } from "../../../../../src/figure/data/reduce/series.ts";
import { finished } from "./finished.ts";

const numbers = array(double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 50 });

describe("Places along an axis", () => {
  it("are found by their value", () => {
    check(
      property(numbers, double({ noNaN: true }), (values, value) => {
        const ascending = Float64Array.from(values).toSorted();
        const index = ascending.findIndex((each) => each >= value);
        assert.equal(new ListedPlaces(ascending).firstFrom(value), index < 0 ? values.length : index);
      }),
    );
  });

  it("are found where they are even", () => {
    check(
      property(
        integer({ min: 0, max: 5000 }),
        double({ min: -1e6, max: 1e6, noNaN: true }),
        double({ min: 1e-3, max: 1e3, noNaN: true }),
        double({ min: -1e7, max: 1e7, noNaN: true }),
        (length, start, step, value) => {
          const even = new EvenPlaces(length, start, step);
          const listed = new ListedPlaces(Float64Array.from({ length }, (_, index) => even.at(index)));
          assert.equal(even.firstFrom(value), listed.firstFrom(value));
        },
      ),
    );
  });

  it("ascend where none is less than the one before and none is missing", () => {
    const does = (...values: number[]) => finished(ascend(values));
    assert.ok(does());
    assert.ok(does(1, 1, 2));
    assert.ok(!does(1, 2, 1));
    assert.ok(!does(1, Number.NaN, 2));
    assert.ok(!does(Number.NaN));
    assert.ok(!does(-Infinity, 0));
    assert.ok(!does(0, Infinity));
  });
});

describe("The nearest point", () => {
  const scale = (slope: number, offset = 0) => ({ isLog: false, slope, offset });

  it("is the one that a look at all of them finds", () => {
    check(
      property(
        array(double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 200 }),
        double({ min: 0, max: 500, noNaN: true }),
        double({ min: 0, max: 300, noNaN: true }),
        (y, px, py) => {
          const series = { x: new EvenPlaces(y.length), y };
          const [xScale, yScale] = [scale(2.5, 3), scale(-3, 300)];
          const distance = (index: number) =>
            Math.max(Math.hypot(index * 2.5 + 3 - px, y[index]! * -3 + 300 - py) - 0.5, 0);
          const found = nearest(series, xScale, yScale, { x: px, y: py, by: "both", radius: 0.5, within: 20 });
          const best = Math.min(...y.map((_, index) => distance(index)));
          // Pixels are counted in hundredths.
          if (best > 20.02) assert.equal(found, undefined);
          else if (best < 19.98) assert.ok(Math.abs(distance(found!) - best) < 0.02);
        },
      ),
    );
  });

  it("is looked for along one axis too", () => {
    const series = { x: new EvenPlaces(1000), y: Float64Array.from({ length: 1000 }, (_, i) => i) };
    const by = (axis: "x" | "y", x: number, y: number) =>
      nearest(series, scale(1), scale(-1, 1000), { x, y, by: axis, radius: 0.5, within: 20 });
    assert.equal(by("x", 400.4, -500), 400);
    assert.equal(by("y", -500, 400.4), 600);
    assert.equal(by("x", 1030, 0), undefined);
  });
});

describe("Dates in a list", () => {
  const read = (text: string) => new DateReader().read(text);

  it("are milliseconds since 1970, their zone left out", () => {
    for (const [text, iso] of [
      ["2024-02-29", "2024-02-29T00:00:00Z"],
      ["1969-12-31 23:59", "1969-12-31T23:59:00Z"],
      ["2024-03-01T10:20:30.125", "2024-03-01T10:20:30.125Z"],
      ["2024-03-01 10:20:30.125Z", "2024-03-01T10:20:30.125Z"],
      ["2024-03-01T10:20:30+05:30", "2024-03-01T10:20:30Z"],
      ["2024-03-01T10:20-0530", "2024-03-01T10:20:00Z"],
    ] as const)
      assert.equal(read(text), Date.parse(iso), text);
    assert.equal(read("0099-01-01"), Date.parse("0099-01-01T00:00:00Z"));
  });

  it("are refused where a program would not write them so, or the day does not exist", () => {
    for (const text of [
      "2024-02-30",
      "2024-13-01",
      "2024-1-1",
      "2024",
      "24-01-01",
      "2024-01-01x10:00",
      "2024-01-01 24:00",
      "2024-01-01 10:60",
      "2024-01-01 10:00:60",
      "2024-01-01 10:00:00.",
      "2024-01-01 10:00:00.5.5",
      "2024-01-01 10:00:001",
      "2024-01-01 10",
      "a",
      "",
    ])
      assert.ok(Number.isNaN(read(text)), text);
  });
});
