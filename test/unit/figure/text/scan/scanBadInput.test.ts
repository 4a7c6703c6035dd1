import assert from "node:assert/strict";
import { checkFigure } from "../../../../../src/figure/checks/check.ts";
import { formatPath } from "../../../../../src/figure/model/path.ts";
import type { Outline } from "../../../../../src/figure/text/outline/outline.ts";
import { scanBytesInSlices, scanFigure, scanFigureBytes } from "../../../../../src/figure/text/scan/scan.ts";

/** Of the size that the files of this suite have; 1 is for every day, 20 makes some of 200 MB. */
const scale = Number(process.env["BAD_INPUT_SCALE"] ?? 1);

/** The same from the text and from its bytes. */
function scanned(text: string): Outline {
  const outline = scanFigure(text);
  const fromBytes = scanFigureBytes(new TextEncoder().encode(text));
  assert.equal(fromBytes.length, text.length);
  assert.deepEqual(fromBytes.syntax, outline.syntax);
  assert.deepEqual(
    fromBytes.arrays.map(({ value, length, kinds, shape }) => [value, length, kinds, shape]),
    outline.arrays.map(({ value, length, kinds, shape }) => [value, length, kinds, shape]),
  );
  return outline;
}

describe("scanning what nobody would write", function () {
  this.timeout(60_000 * scale);

  it("finds all of 10,000 traces", () => {
    const trace = '{"type":"scatter","name":"n","x":[1,2],"y":[3,4],"marker":{"color":[5,6],"sizesrc":"a:1:b"}}';
    const { traces, arrays, references, leftOut } = scanned(`{"data":[${`${trace},`.repeat(9_999)}${trace}]}`);
    assert.equal(traces.length, 10_000);
    assert.equal(arrays.length, 30_000);
    assert.equal(references.length, 10_000);
    assert.ok(!leftOut);
    assert.equal(formatPath(arrays.at(-1)?.path ?? []), "data[9999].marker.color");
  });

  it("keeps the first 200,000 of what it finds, and says so", () => {
    const { traces, arrays, leftOut, members } = scanned(`{"data":[${'{"x":[]},'.repeat(200_001)}{}],"layout":{}}`);
    assert.equal(traces.length, 200_000);
    assert.equal(arrays.length, 200_000);
    assert.ok(leftOut);
    assert.ok(members.has("layout"));
    const text = `{"data":[{${'"xsrc":"a:1:b",'.repeat(200_001)}"type":"bar"}]}`;
    const outline = scanFigure(text);
    const { problems } = checkFigure({ text, outline, structure: { root: undefined } }, { bound: false });
    assert.ok(outline.leftOut);
    assert.ok(problems.some(({ code, message }) => code === "slow-figure" && message.includes("200,000")));
  });

  it("reads arrays of a million texts with escapes", () => {
    const count = 100_000 * scale;
    const text = `{"data":[{"text":[${String.raw`"a\"\u00e9\\\n","\ud83c\udf89 \/",`.repeat(count / 2)}"é"]}]}`;
    const { syntax, arrays } = scanned(text);
    assert.deepEqual(syntax, []);
    assert.equal(arrays[0]?.length, count + 1);
  });

  it("follows 100,000 brackets, and gives up behind a million with a sentence", () => {
    for (const count of [100_000, 999_999]) {
      const text = `{"a":${"[".repeat(count)}${"]".repeat(count)}}`;
      assert.deepEqual(scanned(text).syntax, []);
    }
    const endless = "[".repeat(2_000_000 * scale);
    const [problem] = scanned(endless).syntax;
    assert.match(problem?.message ?? "", /^More than 1,000,000 brackets are open here/);
    assert.deepEqual(problem?.span, { start: 1_000_000, end: 1_000_001 });
    assert.match(scanned('{"a":'.repeat(1_000_001)).syntax[0]?.message ?? "", /brackets are open/);
  });

  it("takes keys for keys, whatever objects have by that name", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "length", "prototype", ""];
    const traces = names.map((name) => `{"${name}":{"${name}":[1],"${name}src":"a:1:b","x":[2]},"${name}src":"a:1:c"}`);
    const text = `{"data":[${traces.join(",")}],"layout":{"__proto__":{"tickvals":[1]}},"__proto__":{"data":[{"x":[1]}]}}`;
    const { syntax, arrays, references, members } = scanned(text);
    assert.deepEqual(syntax, []);
    assert.deepEqual(arrays, []);
    // Before `src` alone there is no attribute.
    assert.equal(references.length, 2 * (names.length - 1));
    assert.ok(references.every(({ takesData }) => !takesData));
    assert.equal(members.get("__proto__")?.kind, "object");
    assert.ok(!members.has("constructor"));
    assert.equal(
      scanned('{"data":[{"type":"__proto__","x":[1]},{"type":"constructor","x":[1]}]}').traces[0]?.drawnAs,
      "__proto__",
    );
  });

  it("keeps halves of surrogate pairs where texts have them", () => {
    const text = '{"data":[{"name":"\ud83c","x":["\udf89",1],"\ud800src":"a:1:\ud800"}]}';
    const { syntax, traces, arrays, references } = scanFigure(text);
    assert.deepEqual(syntax, []);
    assert.equal(traces[0]?.name, "\ud83c");
    assert.equal(arrays[0]?.length, 2);
    assert.equal(references[0]?.text, "a:1:\ud800");
    const escaped = String.raw`{"data":[{"name":"\ud83c","text":["${String.raw`\udf89`.repeat(2000)}"]}]}`;
    assert.equal(scanned(escaped).traces[0]?.name, "\ud83c");
    // As long an array as is skipped at once, with a half at each place.
    const long = `{"data":[{"text":[${'"\ud83c","\udf89a","日",'.repeat(2000)}""]}]}`;
    assert.deepEqual(scanFigure(long).arrays[0]?.shape, [6001]);
    assert.equal(scanFigure(long).arrays[0]?.value.end, long.length - 3);
  });

  it("shows bytes that are no UTF-8 as an editor does, wherever they are", () => {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    const around = { head: Buffer.from(`{"data":[{"x":[${"1,".repeat(40_000)}"`), tail: Buffer.from('"],"y":[1]}]}') };
    for (const garbage of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe6, 0x97]]) {
      const bytes = Buffer.concat([around.head, Buffer.from(garbage), around.tail]);
      const outline = scanFigureBytes(bytes);
      assert.deepEqual(outline.syntax, []);
      assert.equal(outline.length, decoder.decode(bytes).length);
      assert.deepEqual(
        outline.arrays.map(({ length }) => length),
        [40_001, 1],
      );
    }
  });

  it("comes to an end where a file changes while it is read", () => {
    const whole = `{"data":[{"x":[${"1.5,".repeat(60_000)}2],"name":"${"a".repeat(50_000)}","text":["é","日本"]}],"layout":{}}`;
    for (const garbage of ['"', "[", "}", "\\", "\u00e9", "NaN", " ", "\0"]) {
      const bytes = new TextEncoder().encode(whole);
      const steps = scanBytesInSlices(bytes, 20_000);
      const written = new TextEncoder().encode(garbage);
      let step = steps.next();
      for (let number = 0; step.done !== true && number < 10_000; number++) {
        for (let at = (number * 7919) % 5000; at + written.length < bytes.length; at += 5000) bytes.set(written, at);
        step = steps.next();
      }
      assert.ok(step.done);
      const { arrays, syntax, length } = step.value;
      for (const { value } of arrays) assert.ok(value.start < value.end && value.end <= length);
      for (const { span } of syntax) assert.ok(span.start < span.end && span.end <= length);
    }
  });

  it("reads large files of nothing but one thing", () => {
    const size = 10_000_000 * scale;
    for (const [text, count] of [
      [`{"data":[{"x":[${"0,".repeat(size / 2)}0]}]}`, size / 2 + 1],
      [`{"data":[{"x":["${"é".repeat(size / 4)}"]}]}`, 1],
      [`{"data":[{"x":[${" ".repeat(size)}]}]}`, 0],
      [`{"data":[{"x":[${'{"a":[]},'.repeat(size / 9)}1]}]}`, Math.floor(size / 9) + 1],
    ] as const) {
      const { syntax, arrays } = scanFigureBytes(Buffer.from(text));
      assert.deepEqual(syntax, []);
      assert.equal(arrays[0]?.length, count);
    }
  });
});
