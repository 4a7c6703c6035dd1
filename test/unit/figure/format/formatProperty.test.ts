import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { formatEdits } from "../../../../src/figure/format/formatText.ts";
import { layoutOf } from "../../../../src/figure/format/layout.ts";
import { applyEdits } from "../../../../src/figure/model/fix.ts";
import { scanFigure } from "../../../../src/figure/text/scan/scan.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { bare, formatted } from "./formatted.ts";

const gap = fc.constantFrom("", "", "", " ", "  ", "\t", "\n", "\r\n", "\n\n    ", "\r");
const string = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom('"', "\\", "[1,2]", "a\n b"));
const scalar = fc.oneof(
  fc.constantFrom("1.0", "1e5", "-0", "0.12345678901234567", "1E+400", "true", "false", "null", '"\\u0041\\/"'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
  string.map((text) => JSON.stringify(text)),
);
const list = (items: fc.Arbitrary<string>) =>
  fc
    .tuple(gap, fc.array(fc.tuple(gap, items, gap), { maxLength: 40 }))
    .map(([empty, all]) => `[${all.length > 0 ? all.map((item) => item.join("")).join(",") : empty}]`);

/** JSON of any kind in any white space: keys that are written twice, odd numbers and escapes included. */
const { value } = fc.letrec<{ value: string; object: string }>((tie) => ({
  object: fc
    .tuple(gap, fc.array(fc.tuple(gap, string, gap, gap, tie("value"), gap), { maxLength: 6 }))
    .map(([empty, all]) => {
      const members = all.map(([a, key, b, c, item, d]) => `${a}${JSON.stringify(key)}${b}:${c}${item}${d}`);
      return `{${members.length > 0 ? members.join(",") : empty}}`;
    }),
  value: fc.oneof(
    { depthSize: "medium", maxDepth: 5 },
    scalar,
    list(scalar),
    list(list(scalar)),
    list(tie("value")),
    tie("object"),
  ),
}));
const text = fc.tuple(fc.constantFrom("", "", "\uFEFF"), gap, value, gap).map((parts) => parts.join(""));
const width = fc.constantFrom(20, 40, 100);

/** A line with one value, or with one bracket: nothing in it could stand on another line. */
const single = /^\uFEFF?[ \t]*(?:"(?:[^"\\]|\\.)*": )?(?:"(?:[^"\\]|\\.)*"|[^ "]*),?$/;

function assertFormatted(before: string, most: number): void {
  const after = formatted(before, most);
  assert.equal(bare(after), bare(before));
  assert.equal(formatted(after, most), after);
  const tooLong = after.split(/\r?\n/).filter((line) => line.length > most && !single.test(line));
  assert.deepEqual(tooLong, []);
}

describe("A formatted text", () => {
  it("differs in white space alone, stays as it is when it is formatted again, and keeps to the width", () => {
    fc.assert(
      fc.property(text, width, (before, most) => assertFormatted(before, most)),
      { numRuns: 1000 },
    );
  });

  it("depends on the indentation and the line ends alone, not on other white space", () => {
    fc.assert(
      fc.property(value, width, (before, most) => {
        assert.equal(formatted(before.replaceAll("\r", " "), most).replaceAll("\r", ""), laidOut(bare(before), before));
        function laidOut(compact: string, like: string): string {
          const layout = { ...layoutOf(like.replaceAll("\r", " "), most), lineEnd: "\n" } as const;
          return applyEdits(compact, finished(formatEdits(compact, layout)));
        }
      }),
    );
  });

  it("is the same where a part was formatted first", () => {
    fc.assert(
      fc.property(value, fc.nat(200), fc.nat(200), width, (before, start, length, most) => {
        const layout = layoutOf(before, most);
        const edits = finished(formatEdits(before, layout, { start, end: start + length }));
        for (const { span } of edits) assert.ok(span.start >= start && span.end <= start + length);
        const partly = applyEdits(before, edits);
        const all = applyEdits(before, finished(formatEdits(before, layout)));
        assert.equal(applyEdits(partly, finished(formatEdits(partly, layout))), all);
      }),
    );
  });

  it("is the same figure, for every sample that is JSON", () => {
    const fixtures = new URL("../../../fixtures/", import.meta.url);
    let count = 0;
    for (const folder of readdirSync(fixtures, { withFileTypes: true })) {
      if (!folder.isDirectory()) continue;
      for (const name of readdirSync(new URL(`${folder.name}/`, fixtures))) {
        if (!/\.(?:json|plotly)$/.test(name)) continue;
        const before = readFileSync(new URL(`${folder.name}/${name}`, fixtures), "utf8");
        if (scanFigure(before).syntax.length > 0) continue;
        assertFormatted(before, 100);
        assert.deepEqual(
          JSON.parse(formatted(before).replace(/^\uFEFF/, "")),
          JSON.parse(before.replace(/^\uFEFF/, "")),
        );
        count++;
      }
    }
    assert.ok(count > 40, `${count} samples`);
  });
});
