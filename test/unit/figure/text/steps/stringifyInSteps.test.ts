import assert from "node:assert/strict";
import * as fc from "fast-check";
import { stringifyInSteps } from "../../../../../src/figure/text/steps/stringifyInSteps.ts";

function stringify(value: unknown) {
  const steps = stringifyInSteps(value);
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done === true) return { text: step.value, pauses };
  }
}

describe("JSON that is written in steps", () => {
  it("is what JSON.stringify makes of it, pieces or not", () => {
    const long = fc.constantFrom<unknown>(
      Array.from({ length: 10_000 }, (_, index) => index / 7),
      Array.from({ length: 9000 }, (_, index) => (index % 5000 === 0 ? [index, { index }] : `text "${index}"`)),
      Array.from({ length: 300 }, (_, row) => Array.from({ length: 40 }, (_unused, column) => row * column)),
      Array.from({ length: 3 }, () => "é\\".repeat(700)),
      // A pair of surrogates on each border between two pieces, whichever way that is counted; and half ones.
      "\u{1f30a}".repeat(1_100_000),
      `x${"\u{1f30a}".repeat(1_100_000)}\ud83c`,
      `${"x".repeat(999_999)}\ud83c`,
      `${"x".repeat(999_999)}\ud83cx`,
      Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`key ${index}`, { "a[": "]}," }])),
    );
    const odd = fc.constantFrom<unknown>(Number.NaN, -0, Infinity, undefined, null, "\u2028\ud800", 1e21, true);
    const value = fc.oneof({ weight: 3, arbitrary: fc.anything({ maxDepth: 2, withNullPrototype: true }) }, long, odd);
    const figure = fc.oneof(
      fc.array(value, { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constant("__proto__")), value, { maxKeys: 4 }),
    );
    fc.assert(
      fc.property(figure, (made) => {
        // Compared by hand: what differs may be megabytes.
        assert.ok(stringify(made).text === JSON.stringify(made));
      }),
      { numRuns: 60 },
    );
  });

  it("pauses at least every few thousand values, and every few million characters", () => {
    const count = 200_000;
    const numbers = Array.from({ length: count }, (_, index) => index * 1.5);
    for (const value of [
      { data: { cols: { x: { data: numbers, order: 0 } } } },
      numbers.map((number) => ({ number })),
      numbers.map((number) => [number]),
      Object.fromEntries(numbers.map((number) => [`${number}`, number])),
    ]) {
      assert.ok(stringify(value).pauses >= count / 10_000);
    }
    assert.ok(stringify({ bdata: "A".repeat(10_000_000) }).pauses >= 5);
  });
});
