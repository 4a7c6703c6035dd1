import assert from "node:assert/strict";
import type { Outline } from "../../../../../src/figure/text/outline/outline.ts";
import {
  rescanInSlices,
  scanBytesInSlices,
  scanFigure,
  scanInSlices,
} from "../../../../../src/figure/text/scan/scan.ts";

const SLICE = 64 * 1024;

/** A slice ends where something ends: at most so much further. */
const MOST = 6 * SLICE;

/** Does the work, and fails where it reads more at a stretch than `MOST`. */
function measured(steps: Generator<number, Outline>, length: number): { outline: Outline; slices: number } {
  let last = 0;
  for (let slices = 1; ; slices++) {
    const step = steps.next();
    const at = step.done === true ? length : step.value;
    assert.ok(at - last <= MOST, `${at - last} characters from ${last} on at a stretch`);
    if (step.done === true) return { outline: step.value, slices };
    last = at;
  }
}

const large = 1_500_000;
const texts: Readonly<Record<string, string>> = {
  numbers: `{"data":[{"x":[${"1.25,".repeat(large / 5)}1]}]}`,
  "short lists in lists": `{"data":[{"z":[${"[1,2],".repeat(large / 6)}[]]}]}`,
  "one text": `{"name":"${"a".repeat(large)}","layout":{}}`,
  "one text with escapes": `{"name":"${String.raw`\"\u00e9\n`.repeat(large / 10)}"}`,
  "one text outside ASCII": `{"name":"${"日本é".repeat(large / 3)}"}`,
  "one key": `{"${"k".repeat(large)}":1,"data":[]}`,
  "one text in a list": `{"data":[{"text":["a","${'b\\"'.repeat(large / 3)}","c"]}]}`,
  "white space": `{"data":${" \n\t\r".repeat(large / 4)}[{"x":[1,${" ".repeat(large)}2]}]}`,
  nesting: `{"data":[{"x":${"[".repeat(large / 2)}${"]".repeat(large / 2)}}]}`,
  "nested objects": `{"a":${'{"a":'.repeat(large / 6)}1${"}".repeat(large / 6)}}`,
  "small objects": `{"data":[${'{"type":"bar","x":[1]},'.repeat(large / 23)}{}]}`,
  "no numbers": `{"data":[{"x":[${"NaN,".repeat(large / 20)}1]}]}`,
  "a Python dict": `{'data': [${"{'x': [True, None]}, ".repeat(large / 40)}]}`,
};

describe("scanning in slices", function () {
  this.timeout(60_000);

  for (const [name, text] of Object.entries(texts))
    it(`reads no more than a few slices at a stretch: ${name}`, () => {
      const bytes = new TextEncoder().encode(text);
      const whole = scanFigure(text);
      // A file that is no JSON is read again as a text, from the start.
      const steps = [
        { steps: scanInSlices(text, SLICE), length: text.length },
        { steps: scanInSlices(text, SLICE, null), length: text.length },
      ];
      if (whole.syntax.length === 0) steps.push({ steps: scanBytesInSlices(bytes, SLICE), length: bytes.length });
      for (const each of steps) {
        const { outline, slices } = measured(each.steps, each.length);
        assert.ok(slices > text.length / MOST);
        assert.equal(outline.arrays.length, whole.arrays.length);
        assert.deepEqual(outline.arrays[0]?.value, whole.arrays[0]?.value);
        assert.deepEqual(outline.syntax, whole.syntax);
      }
    });

  it("reads after an edit what the edit touched, and no more", () => {
    const rows = Array.from({ length: 200 }, () => `{"x":[${"1.5,".repeat(5_000)}1]}`);
    const text = `{"data":[${rows.join(",")}]}`;
    const at = text.indexOf("1.5", text.length / 2);
    const after = `${text.slice(0, at)}2${text.slice(at)}`;
    const steps = rescanInSlices(scanFigure(text), after, [[{ rangeOffset: at, rangeLength: 0, text: "2" }]], SLICE);
    // What is skipped counts as read, and a slice ends behind it; the array that was touched is longer than none.
    let slices = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) slices++;
    assert.equal(step.value.arrays.length, 200);
    assert.ok(slices <= Math.ceil(after.length / SLICE) + 1);
  });

  it("pauses while it settles what it found", () => {
    const traces = 50_000;
    const text = `{"data":[${'{"x":[1],"xsrc":"a:1:b"},'.repeat(traces)}{}]}`;
    const steps = scanInSlices(text, Infinity);
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      assert.equal(step.value, text.length);
      pauses++;
    }
    // Traces twice, arrays and references, 20,000 at a time.
    assert.equal(pauses, 8);
    assert.equal(step.value.references.length, traces);
  });
});
