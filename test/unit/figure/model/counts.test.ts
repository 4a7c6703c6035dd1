import { equal } from "node:assert/strict";
import { formatCount, formatNumber } from "../../../../src/figure/model/counts.ts";

describe("A count", () => {
  it("is written as the English do, small or large", () => {
    const numbers = new Intl.NumberFormat("en-US");
    for (const value of [0, -0, 1, -1, 12.5, 999, -999, 1000, 1234567, 0.1 + 0.2, 1e21, NaN, Infinity])
      equal(formatNumber(value), numbers.format(value));
    equal(formatCount(1, "trace"), "1 trace");
    equal(formatCount(12_000, "value"), "12,000 values");
  });
});
