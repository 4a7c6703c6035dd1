import assert from "node:assert/strict";
import { formatCount } from "../../../../src/figure/model/counts.ts";
import { plainText } from "../../../../src/figure/model/plainText.ts";

describe("Texts about figures", () => {
  it("show a title on one line and without its tags", () => {
    assert.equal(plainText("Boats<br><b>in</b>\n  port<br />H<sub>2</sub>O "), "Boats in port H2O");
    assert.equal(plainText("a < b"), "a < b");
  });

  it("count in groups of three digits, and one thing in the singular", () => {
    assert.equal(formatCount(1, "value"), "1 value");
    assert.equal(formatCount(0, "value"), "0 values");
    assert.equal(formatCount(12_000, "value"), "12,000 values");
  });
});
