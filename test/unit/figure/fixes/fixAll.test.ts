import assert from "node:assert/strict";
import * as fc from "fast-check";
import { EditedText } from "../../../../src/figure/fixes/editedText.ts";
import { fixAll } from "../../../../src/figure/fixes/fixAll.ts";
import { applyEdits, type TextEdit } from "../../../../src/figure/model/fix.ts";
import type { FigureProblem } from "../../../../src/figure/model/problem.ts";

/** Every letter is a problem; its fixes make another one of it. */
function letters(
  text: string,
  fixOf: (letter: string) => { text: string; preferred: boolean } | undefined,
): FigureProblem[] {
  return Array.from(text).map((letter, index) => {
    const fix = fixOf(letter);
    const span = { start: index, end: index + 1 };
    return {
      code: "syntax",
      severity: "error",
      span,
      message: letter,
      related: [],
      fixes: fix === undefined ? [] : [{ title: "fix", preferred: fix.preferred, edits: [{ span, text: fix.text }] }],
    };
  });
}

function problem(edits: readonly TextEdit[]): FigureProblem {
  const span = { start: 0, end: 1 };
  const fixes = [{ title: "fix", preferred: true, edits }];
  return { code: "wrong-value", severity: "error", span, message: "wrong", related: [], fixes };
}

describe("Fixing all", () => {
  it("goes on with what earlier fixes uncovered, and tells it as edits of the text given", () => {
    const fixed = fixAll('"a-x-b"', (text) =>
      letters(text, (letter) =>
        letter === "a" ? { text: "b", preferred: true } : letter === "b" ? { text: "", preferred: true } : undefined,
      ),
    );
    assert.equal(fixed.text, '"-x-"');
    assert.equal(applyEdits('"a-x-b"', fixed.edits), '"-x-"');
    assert.equal(fixed.count, 3);
  });

  it("takes preferred fixes alone", () => {
    const fixed = fixAll('"ab"', (text) => letters(text, (letter) => ({ text: "", preferred: letter === "b" })));
    assert.equal(fixed.text, '"a"');
  });

  it("does not apply two fixes that touch each other at once", () => {
    const fixed = fixAll('"aa"', (text) =>
      letters(text, (letter) => (letter === "a" ? { text: "", preferred: true } : undefined)),
    );
    assert.equal(fixed.text, '""');
    assert.equal(fixed.count, 2);
  });

  it("applies a fix whole or not at all: its edits may touch each other, and those of another fix may not", () => {
    const text = "[1,2,3]";
    const at = (start: number, end: number, put: string): TextEdit => ({ span: { start, end }, text: put });
    const fixes = [
      [at(1, 2, "7"), at(2, 3, " , "), at(3, 4, "8")],
      [at(4, 5, "x"), at(6, 7, "x")],
    ];
    const fixed = fixAll(text, (now) => (now === text ? fixes.map((edits) => problem(edits)) : []));
    assert.equal(fixed.text, "[7 , 8,3]");
    assert.equal(fixed.count, 1);
  });

  it("writes no text that is no JSON, and says why", () => {
    const breaking = fixAll("[1]", () => [problem([{ span: { start: 0, end: 1 }, text: "" }])]);
    assert.equal(breaking.text, "[1]");
    assert.match(
      breaking.refused.join(),
      /“fix” was not applied: the result would not be JSON\. The figure ends before/,
    );
    const half = fixAll("[NaN, 1", (text) =>
      text.includes("NaN")
        ? [{ ...problem([{ span: { start: 1, end: 4 }, text: "null" }]), code: "non-finite-number" }]
        : [],
    );
    assert.equal(half.text, "[NaN, 1");
    assert.match(half.refused.join(), /^Nothing was changed: the result would not be JSON\. The text ends too early/);
  });

  it("does what is sound where another fix is not", () => {
    const fixed = fixAll("[1, 2]", (text) =>
      text === "[1, 2]"
        ? [problem([{ span: { start: 1, end: 2 }, text: "5" }]), problem([{ span: { start: 4, end: 5 }, text: "}" }])]
        : [],
    );
    assert.equal(fixed.text, "[5, 2]");
    assert.equal(fixed.refused.length, 1);
  });

  it("ends where fixes go round in circles", () => {
    const fixed = fixAll('"a"', (text) =>
      letters(text, (letter) => ({ text: letter === "a" ? "b" : letter === "b" ? "a" : letter, preferred: true })),
    );
    assert.ok(fixed.count <= 10);
  });

  it("tells edits made in rounds as edits of the first text", () => {
    const edit = fc.tuple(fc.nat(40), fc.nat(6), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 4 }),
        (text, rounds) => {
          const edited = new EditedText(text);
          let now = text;
          for (const round of rounds) {
            const edits = separate(round, now.length);
            now = applyEdits(now, edits);
            edited.apply(edits);
          }
          assert.equal(edited.text, now);
          assert.equal(applyEdits(text, edited.edits()), now);
        },
      ),
    );
  });
});

/** Edits of a text of this length, none overlapping another. */
function separate(round: readonly (readonly [number, number, string])[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  for (const [start, size, text] of round.toSorted(([one], [other]) => one - other)) {
    const at = Math.max(from, Math.min(start, length));
    const end = Math.min(at + size, length);
    edits.push({ span: { start: at, end }, text });
    from = end + 1;
    if (from > length) break;
  }
  return edits;
}
