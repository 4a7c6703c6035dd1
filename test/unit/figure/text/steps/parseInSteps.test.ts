import assert from "node:assert/strict";
import * as fc from "fast-check";
import { parseInSteps } from "../../../../../src/figure/text/steps/parseInSteps.ts";

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

  it("refuses what JSON.parse refuses", () => {
    const list = JSON.stringify(Array.from({ length: 17_000 }, (_, index) => index / 7));
    const texts = [
      `{"a": ${list}, "b": [${list}, {"c": ${list}}], "d": "[{"}`,
      `[${list},${list}, [], {}, "x"]`,
      `{"a": 1, "b": {"c": ${list}, "e": null}}`,
    ];
    // Where something may go wrong: beside the signs that are not of the long list of numbers.
    const places = texts.map((text) => {
      const found: number[] = [];
      for (const { index } of text.matchAll(/[[\]{}":]|, |[\]}],/g)) found.push(index, index + 1);
      return [...found, text.length];
    });
    const edit = fc.record({
      which: fc.nat(texts.length - 1),
      where: fc.nat(1000),
      cut: fc.nat(2),
      put: fc.constantFrom("", "", ",", "]", "}", "[", "{", '"', ":", " ", "\u000b", "1", "\\", '"k":', ",,", "x"),
    });
    const outcome = (read: () => unknown): string => {
      try {
        return JSON.stringify(read());
      } catch (error) {
        assert.ok(error instanceof SyntaxError);
        return "refused";
      }
    };
    fc.assert(
      fc.property(edit, ({ which, where, cut, put }) => {
        const [text = "", at = 0] = [texts[which], places[which]?.[where % places[which].length]];
        const changed = text.slice(0, at) + put + text.slice(at + cut);
        assert.ok(outcome(() => parse(changed).value) === outcome(() => JSON.parse(changed) as unknown));
      }),
      { numRuns: 150 },
    );
    for (const odd of [
      `[${list},]`,
      `[ ,${list}]`,
      `{"a":${list},}`,
      `{ ,"a":${list}}`,
      `[${list}]]`,
      `[${list}`,
      `[1}`,
    ]) {
      assert.throws(() => parse(odd), SyntaxError);
    }
  });

  it("looks into long lists in long lists some levels deep alone, so that depth costs no more than length", () => {
    const list = JSON.stringify(Array.from({ length: 50_000 }, (_, index) => index / 7));
    const text = `${"[".repeat(400)}${list}${"]".repeat(400)}`;
    assert.ok(parse(text).pauses < 100);
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
