import assert from "node:assert/strict";
import * as fc from "fast-check";
import { LinePlaces, linePlacesInSlices } from "../../../../../src/figure/text/outline/linePlaces.ts";

describe("Places in a text", () => {
  const text = fc.string({ unit: fc.constantFrom("\n", "\r", "\r\n", "a", "é", "𝔸", "\uFEFF", "\uFFFD", '"') });

  /** As slow as can be, and as plain. */
  const slowly = (whole: string, offset: number) => {
    const lines = whole.slice(0, offset).split(/\r\n|\r|\n/);
    // Between CR and LF the line has not ended.
    const isBetween = whole[offset - 1] === "\r" && whole[offset] === "\n";
    if (!isBetween) return { line: lines.length - 1, character: lines.at(-1)!.length };
    return { line: lines.length - 2, character: lines.at(-2)!.length + 1 };
  };

  it("are lines and characters as editors count them", () => {
    fc.assert(
      fc.property(text, (whole) => {
        const places = new LinePlaces(whole);
        for (let offset = 0; offset <= whole.length; offset++)
          assert.deepEqual(places.at(offset), slowly(whole, offset));
      }),
    );
  });

  it("are the same of its bytes, wherever they are cut", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (whole, slice) => {
        const steps = linePlacesInSlices(new TextEncoder().encode(whole), slice);
        let step = steps.next();
        while (step.done !== true) step = steps.next();
        for (let offset = 0; offset <= whole.length; offset++)
          assert.deepEqual(step.value.at(offset), slowly(whole, offset));
      }),
    );
  });

  it("are found in bytes that are no UTF-8 as in the text that they are shown as", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (bytes, slice) => {
        const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
        const steps = linePlacesInSlices(bytes, slice);
        let step = steps.next();
        while (step.done !== true) step = steps.next();
        for (let offset = 0; offset <= whole.length; offset++)
          assert.deepEqual(step.value.at(offset), slowly(whole, offset));
      }),
    );
  });
});
