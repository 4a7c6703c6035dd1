import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { elementKinds } from "../../../../../src/figure/text/source/elementKinds.ts";
import { Content } from "../../../../../src/figure/text/source/content.ts";
import { generateProgram } from "../../../../../build/simd/generate.ts";
import { type CopyUnits, Skipper } from "../../../../../src/figure/text/simd/skipper.ts";
import { kindsIn, levelsOf, shapeOf } from "../arrayLevels.ts";

const copyUnits: CopyUnits = (text, into) => Buffer.from(into.buffer, into.byteOffset).write(text, "utf16le");
const skippers = [Skipper.make(), Skipper.make(copyUnits)];

/** What the reader of single characters would not take either, and what it would. */
const pieces = fc.constantFrom(
  "0",
  "-1",
  "2.5",
  "1e5",
  "-0.25E-07",
  "3e+2",
  "12345678901234567890",
  "null",
  "true",
  "false",
  '""',
  '"a,b]"',
  '"\\"q\\\\"',
  '"\\u00e9\\n"',
  '"é"',
  '"日本"',
  '"🎉"',
  '"\ud800"',
  "[]",
  "[1,2]",
  "[[3],[4]]",
  " ",
  "\n\t\r",
  "01",
  "-",
  "1.",
  ".5",
  "1e",
  "1e+",
  "1.2.3",
  "1e5.0",
  "1e2e3",
  "--1",
  "+1",
  "nul",
  "trues",
  "NaN",
  "-n",
  "1null",
);

const elements = fc
  .tuple(
    fc.nat({ max: 70 }),
    fc.array(fc.tuple(pieces, fc.constantFrom(",", ",", ",", ",", ", ", ",\n ", "", " ", ",,", "]", ",[")), {
      maxLength: 40,
    }),
    fc.constantFrom("]", "", "]]", ",]", "}"),
  )
  .map(([spaces, parts, end]) => " ".repeat(spaces) + parts.flat().join("") + end);

/** Nothing but arrays that are JSON. */
const sound = fc
  .array(
    fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.double({ noDefaultInfinity: true, noNaN: true }),
        fc.integer(),
        fc.constantFrom(null, true, false, "", 'a\\"b', "naïve", "日本 🎉", "x".repeat(70)),
        fc.string({ unit: "binary" }),
        fc.array(tie("value")),
      ),
    })).value,
    { minLength: 1, maxLength: 30 },
  )
  .chain((array) => fc.constantFrom(0, 1, 3).map((indent) => JSON.stringify(array, null, indent).slice(1)));

const runs = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 3000) };

function parsed(text: string): readonly unknown[] | undefined {
  try {
    return JSON.parse(text) as readonly unknown[];
  } catch {
    return undefined;
  }
}

/** Skips as long as there are copies to be made, and says what all runs together hold. */
function skipped(skipper: Skipper, source: string | Uint8Array) {
  const content = new Content();
  let [count, extra, position, ended] = [0, 0, 0, false];
  skipper.begin();
  // An element longer than a copy is tried again with a larger one.
  for (let tries = 4; !ended && tries > 0;) {
    if (!skipper.skip(source, position)) {
      tries--;
      continue;
    }
    assert.ok(skipper.position > position || skipper.ended);
    content.run(0, skipper);
    count += skipper.count;
    extra += skipper.extra;
    ({ position, ended } = skipper);
  }
  return { content, count, extra, position, ended };
}

/** Fails where anything was taken that is no array, or was told wrong. */
function assertSound(skipper: Skipper, text: string, inBytes: boolean): boolean {
  const bytes = new TextEncoder().encode(text);
  const { content, count, extra, position, ended } = skipped(skipper, inBytes ? bytes : text);
  const units = position - extra;
  assert.equal(
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, inBytes ? position : 0)).length,
    inBytes ? units : 0,
  );
  assert.equal(text.charAt(ended ? units : units - 1), ended ? "]" : units > 0 ? "," : "");
  const array = parsed(`[${text.slice(0, ended ? units : Math.max(0, units - 1))}]`);
  assert.ok(array !== undefined, `${JSON.stringify(text.slice(0, units))} was taken`);
  assert.equal(count, array.length);
  const levels = levelsOf(array);
  assert.deepEqual(elementKinds(content.kinds).toSorted(), kindsIn(levels));
  assert.equal(content.nesting, levels.length);
  assert.deepEqual(content.shape(count), shapeOf(levels));
  return ended;
}

describe("skipping arrays with SIMD instructions", function () {
  this.timeout(Math.max(120_000, 10 * runs.numRuns));

  it("runs the program that its text makes", async function () {
    // Checkouts from before it was needed have no assembler.
    if (!existsSync(new URL("../../../../../node_modules/wabt", import.meta.url))) this.skip();
    const committed = new URL("../../../../../src/figure/text/simd/program.generated.json", import.meta.url);
    assert.equal(readFileSync(committed, "utf8"), await generateProgram(), "run npm run generate");
  });

  it("takes nothing that is no JSON, and counts what it takes", () => {
    for (const skipper of skippers)
      for (const inBytes of [false, true])
        fc.assert(
          fc.property(elements, (text) => {
            assert.ok(skipper);
            assertSound(skipper, inBytes ? text.toWellFormed() : text, inBytes);
          }),
          runs,
        );
  });

  it("takes all of every array without objects", () => {
    for (const skipper of skippers)
      for (const inBytes of [false, true])
        fc.assert(
          fc.property(sound, fc.nat({ max: 64 }), (text, spaces) => {
            assert.ok(skipper);
            assert.ok(assertSound(skipper, " ".repeat(spaces) + text, inBytes));
          }),
          runs,
        );
  });

  it("takes no bytes that are no UTF-8", () => {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const [skipper] = skippers;
    assert.ok(skipper);
    const byte = fc.oneof(
      fc.constantFrom(0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff, 0x41),
      fc.nat({ max: 255 }),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 6 }), fc.nat({ max: 70 }), (garbage, spaces) => {
        const bytes = Buffer.concat([
          Buffer.from(`"${" ".repeat(spaces)}`),
          Buffer.from(garbage),
          Buffer.from('é",1]'),
        ]);
        let isJson = true;
        try {
          isJson = parsed(`[${decoder.decode(bytes)}`) !== undefined;
        } catch {
          isJson = false;
        }
        const { ended, extra } = skipped(skipper, bytes);
        // It may end within, where a quote is among the garbage.
        if (!garbage.includes(0x22)) assert.equal(ended, isJson);
        if (ended && isJson && !garbage.includes(0x22))
          assert.equal(extra, bytes.length - decoder.decode(bytes).length);
      }),
      runs,
    );
  });

  it("finds the end of what stands for itself in a string", () => {
    for (const [number, skipper] of skippers.entries())
      fc.assert(
        fc.property(
          fc.nat({ max: 9000 }),
          fc.constantFrom('"', "\\", "\n", "\0", "\x1f", "é", "日", "🎉", ""),
          (length, stop) => {
            assert.ok(skipper);
            const text = `${" ~".repeat(length)}${stop}"`;
            const ascii = stop === "" || stop < "\x80";
            assert.equal(skipper.plainEnd(text, 0, Infinity), number === 0 || ascii ? 2 * length : text.length - 1);
            assert.equal(skipper.plainEnd(Buffer.from(text), 0, Infinity), 2 * length);
          },
        ),
        { numRuns: 200 },
      );
  });
});
