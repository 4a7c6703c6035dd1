import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Outline } from "../../../../../src/figure/text/outline/outline.ts";
import {
  rescanFigure,
  rescanInSlices,
  scanBytesInSlices,
  scanFigure,
  scanFigureBytes,
  scanInSlices,
  type TextChange,
} from "../../../../../src/figure/text/scan/scan.ts";
import { edited, edits, texts, words } from "../brokenTexts.ts";
import { type CopyUnits, Skipper } from "../../../../../src/figure/text/simd/skipper.ts";

/** What an outline says, with all that it makes only when asked. */
function said({ arrays, references, traces, members, ...rest }: Outline) {
  return {
    ...rest,
    members: [...members],
    traces: traces.map(({ path, span, type, typeSpan, drawnAs, name }) => {
      return { path, span, type, typeSpan, drawnAs, name };
    }),
    arrays: arrays.map(({ path, key, value, encoding, length, kinds, nesting, shape }) => {
      return { path, key, value, encoding, length, kinds, nesting, shape };
    }),
    references: references.map(({ path, key, value, text, takesData, partner }) => {
      return { path, key, value, text, takesData, partner };
    }),
  };
}

function assertSame(one: Outline, other: Outline): void {
  assert.deepEqual(said(one), said(other));
}

const random = (n: number): number => Math.sin(n * 12.9898) * 43758.5453;
const longs = [
  Array.from({ length: 600 }, (_, n) => (n % 9 === 0 ? null : random(n))),
  Array.from({ length: 400 }, (_, n) => `${n % 5 === 0 ? "日本 🎉" : 'a "b" \\ \n'}${n}`),
  Array.from({ length: 60 }, (_, row) => Array.from({ length: 20 }, (_unused, n) => Math.round(random(row * 20 + n)))),
  Array.from({ length: 90 }, (_, n) => [[n, -n, 0.5], [], [true, "é"]]),
  Array.from({ length: 80 }, (_, n) => (n % 11 === 0 ? { a: [n, { b: "c" }], d: "e".repeat(300) } : "f".repeat(n * 3))),
];
const longTexts = longs.flatMap((z) =>
  [0, 1].map((indent) => JSON.stringify({ data: [{ type: "heatmap", z, ids: [1] }], layout: {} }, null, indent)),
);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const copyUnits: CopyUnits = (text, into) => Buffer.from(into.buffer, into.byteOffset).write(text, "utf16le");

const runs = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 1000) };

describe("the ways to scan a figure", function () {
  this.timeout(Math.max(120_000, 10 * runs.numRuns));

  it("finds in bytes what it finds in their text, whatever they are", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), edits, (text, wanted) => {
        const after = edited(text, wanted).after.toWellFormed();
        assertSame(scanFigureBytes(new TextEncoder().encode(after)), scanFigure(after));
      }),
      runs,
    );
    const encoder = new TextEncoder();
    for (const name of ["plain", "naïve", "日本語", "🎉"])
      for (const shift of [0, 1, 2, 3]) {
        const text = JSON.stringify({
          name: name.repeat(2000),
          data: [{ x: [name, "b".repeat(20_000)], name, xsrc: name }],
        });
        const bytes = encoder.encode(" ".repeat(shift) + text).subarray(shift);
        assertSame(scanFigureBytes(bytes), scanFigure(text));
        assertSame(scanFigureBytes(encoder.encode(`\ufeff${text}`)), scanFigure(`\ufeff${text}`));
      }
  });

  it("finds with SIMD instructions what it finds without them, and takes the same texts as JSON.parse", () => {
    const skippers = [undefined, Skipper.make(copyUnits)];
    fc.assert(
      fc.property(fc.constantFrom(...longTexts), edits, (text, wanted) => {
        const { after } = edited(text, wanted);
        const expected = scanFigure(after, null);
        assert.equal(expected.syntax.length === 0, isJson(after));
        for (const skipper of skippers) assertSame(scanFigure(after, skipper), expected);
        const bytes = new TextEncoder().encode(after.toWellFormed());
        assertSame(scanFigureBytes(bytes), scanFigureBytes(bytes, null));
      }),
      runs,
    );
  });

  it("takes bytes that are no UTF-8 for the text that an editor shows", () => {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), fc.boolean(), (garbage, long) => {
        const filler = long ? "x".repeat(300) : "";
        const bytes = Buffer.concat([Buffer.from(`{"data":[{"name":"${filler}`), garbage, Buffer.from('"}],"é":1}')]);
        assertSame(scanFigureBytes(bytes), scanFigure(decoder.decode(bytes)));
      }),
      runs,
    );
  });

  it("finds after edits what a scan of the whole text finds", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edits, { minLength: 1, maxLength: 3 }), (text, wanted) => {
        let known = scanFigure(text);
        let current = text;
        const steps: TextChange[][] = [];
        for (const [number, edit] of wanted.entries()) {
          const { changes, after } = edited(current, edit);
          current = after;
          steps.push(changes);
          // Sometimes several edits come before the next look.
          if (number % 2 === 1) continue;
          known = rescanFigure(known, current, steps.splice(0));
          assertSame(known, scanFigure(current));
        }
      }),
      runs,
    );
  });

  it("scans the whole text where the edits do not lead to it", () => {
    const text = JSON.stringify({ data: [{ x: words }] });
    const longer = JSON.stringify({ data: [{ type: "bar", x: words, y: [1] }] });
    assertSame(rescanFigure(scanFigure(text), longer, []), scanFigure(longer));
  });

  it("finds the same in slices as at once", () => {
    for (const text of [...texts, texts[0]!.slice(0, -20), texts[1]!.replace("1", "NaN")])
      for (const slice of [1, 7, 500]) {
        const bytes = new TextEncoder().encode(text);
        const whole = scanFigure(text);
        for (const steps of [
          scanInSlices(text, slice),
          scanBytesInSlices(bytes, slice),
          rescanInSlices(whole, text, [], slice),
        ]) {
          let count = 0;
          let step = steps.next();
          for (; step.done !== true; step = steps.next()) count++;
          assertSame(step.value, whole);
          assert.ok(slice > 100 || count > 5, `${count} pauses`);
        }
      }
  });
});
