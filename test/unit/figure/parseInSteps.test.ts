import assert from "node:assert/strict";
import * as fc from "fast-check";
import { parseInSteps } from "../../../src/figure/parseInSteps.ts";

function parse(text: string) {
  const steps = parseInSteps(text);
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done === true) return { value: step.value, pauses };
  }
}

const piece = 256 * 1024;

describe("JSON that is parsed in steps", () => {
  it("is what JSON.parse makes of it, pieces or not", () => {
    const long = fc.constantFrom(
      Array.from({ length: 60_000 }, (_, index) => index / 7),
      Array.from({ length: 3000 }, (_, row) => Array.from({ length: 40 }, (_unused, column) => row * column)),
      "x".repeat(piece + 10),
      `${'\\"'.repeat(piece / 2)}\\`,
      Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key ${index}`, { "a[": "]}," }])),
    );
    const value = fc.oneof(
      fc.json().map((text) => JSON.parse(text) as unknown),
      long,
    );
    const figure = fc.oneof(
      fc.array(value, { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constant("__proto__")), value, { maxKeys: 4 }),
      fc.array(fc.record({ x: value, 'y"{': value }), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(figure, fc.constantFrom(undefined, 1, "\t"), (made, indent) => {
        const text = JSON.stringify(made, undefined, indent);
        // Compared as texts, so that the order of members counts.
        assert.equal(JSON.stringify(parse(text).value), JSON.stringify(JSON.parse(text)));
      }),
      { numRuns: 40 },
    );
  });

  it("has the last value of a key that is written twice", () => {
    const list = JSON.stringify(Array.from({ length: 100_000 }, (_, index) => index));
    const text = `{"a": 1, "b": ${list}, "a": 2, "b": ${list}, "c": []}`;
    assert.deepEqual(parse(text).value, JSON.parse(text));
  });

  it("pauses at least every two pieces", () => {
    for (const value of [
      { data: [{ y: Array.from({ length: 500_000 }, (_, index) => index * 1.5) }] },
      { data: Array.from({ length: 50_000 }, (_, index) => ({ y: [index], name: "a trace" })) },
      [[Array.from({ length: 300_000 }, () => "text, [with] {signs}")]],
    ]) {
      const text = JSON.stringify(value);
      assert.ok(parse(text).pauses >= text.length / piece / 2);
    }
  });
});
