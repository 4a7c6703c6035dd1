import assert from "node:assert/strict";
import * as fc from "fast-check";
import { KeptColumns } from "../../../../../src/figure/data/split/keptColumns.ts";
import { splitFigure, splitInSlices, type SplitFigure } from "../../../../../src/figure/data/split/splitFigure.ts";
import { rescanFigure, scanFigure, type TextChange } from "../../../../../src/figure/text/scan/scan.ts";
import { finished } from "../../../../../src/figure/text/steps/slices.ts";

const none = { each: 0, all: 0 };

/** A text that is edited, and split after each edit. */
class Edited {
  text: string;
  readonly kept = new KeptColumns();
  #outline;

  constructor(text: string) {
    this.text = text;
    this.#outline = scanFigure(text);
  }

  /** Replaces the first `before`. */
  replace(before: string, after: string): SplitFigure | undefined {
    const rangeOffset = this.text.indexOf(before);
    assert.ok(rangeOffset >= 0, before);
    return this.edit([{ rangeOffset, rangeLength: before.length, text: after }]);
  }

  edit(changes: readonly TextChange[]): SplitFigure | undefined {
    for (const { rangeOffset, rangeLength, text } of changes.toSorted((a, b) => b.rangeOffset - a.rangeOffset))
      this.text = this.text.slice(0, rangeOffset) + text + this.text.slice(rangeOffset + rangeLength);
    this.#outline = rescanFigure(this.#outline, this.text, [changes]);
    return this.split();
  }

  split(): SplitFigure | undefined {
    return finished(splitInSlices(this.text, this.#outline, none, this.kept));
  }

  splitAnew(): SplitFigure | undefined {
    return splitFigure(this.text, scanFigure(this.text), none);
  }
}

const numbers = (length: number, first = 0.25): string =>
  `[${Array.from({ length }, (_, index) => first + index).join(", ")}]`;
const packed = (values: Float64Array): string =>
  `{"dtype": "f8", "bdata": "${Buffer.from(values.buffer).toString("base64")}", "shape": "${values.length}"}`;
const values = (split: SplitFigure | undefined, index: number) => split?.columns[index]?.values;

describe("The columns of a text that is edited", () => {
  const text = `{"data": [{"x": ${numbers(300)}, "y": ${numbers(300, 7)}}, {"y": ${packed(Float64Array.from({ length: 300 }, Math.sqrt))}}], "layout": {"title": {"text": "Before"}}}`;

  it("are not read again where no edit has touched their arrays", () => {
    const edited = new Edited(text);
    const first = edited.split();
    assert.equal(first?.columns.length, 3);
    const titled = edited.replace("Before", "A longer title than before");
    for (const index of [0, 1, 2]) assert.equal(values(titled, index), values(first, index));
    const named = edited.replace('{"x"', '{"name": "One", "x"');
    for (const index of [0, 1, 2]) assert.equal(values(named, index), values(first, index));
    const changed = edited.replace("7, 8, 9", "7, 8.5, 9");
    assert.equal(values(changed, 0), values(first, 0));
    assert.equal(values(changed, 1)?.[1], 8.5);
    assert.equal(values(changed, 2), values(first, 2));
    assert.deepEqual(changed, edited.splitAnew());
  });

  it("follow what stands around the bytes of a packed array", () => {
    const edited = new Edited(text);
    const first = edited.split();
    const halved = edited.replace('"shape": "300"', '"shape": "150"');
    assert.equal(values(halved, 2)?.length, 150);
    const other = edited.replace('"dtype": "f8"', '"dtype": "u1"');
    assert.ok(values(other, 2) instanceof Uint8Array);
    assert.equal(values(other, 0), values(first, 0));
    assert.deepEqual(other, edited.splitAnew());
  });

  it("are read again once they are let go", () => {
    const edited = new Edited(text);
    const first = edited.split();
    edited.kept.forget();
    const again = edited.split();
    assert.notEqual(values(again, 0), values(first, 0));
    assert.deepEqual(again, first);
  });

  it("stay while the text is broken", () => {
    const edited = new Edited(text);
    const first = edited.split();
    assert.equal(edited.replace('"layout": ', '"layout" '), undefined);
    const mended = edited.replace('"layout" ', '"layout": ');
    assert.equal(values(mended, 0), values(first, 0));
  });

  it("go with arrays that go", () => {
    const edited = new Edited(text);
    const first = edited.split();
    const list = numbers(300);
    edited.replace(list, "1");
    assert.notEqual(values(edited.replace('"x": 1', `"x": ${list}`), 0), values(first, 0));
  });

  it("are those of the text alone, whatever was edited", () => {
    const piece = fc.constantFrom(
      "1",
      ", ",
      "[",
      "]",
      '"',
      "{",
      "}",
      ":",
      "null",
      "e5",
      numbers(200),
      "",
      ' "x": ',
      "é",
    );
    const change = fc.record({ at: fc.nat(10_000), length: fc.oneof(fc.nat(3), fc.nat(3000)), piece });
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 2 }), { maxLength: 6 }), (edits) => {
        const edited = new Edited(text);
        edited.split();
        for (const edit of edits) {
          const before = edited.text;
          const changes: TextChange[] = [];
          const back: TextChange[] = [];
          let [from, shift] = [0, 0];
          for (const { at, length, piece: inserted } of edit.toSorted((a, b) => a.at - b.at)) {
            const rangeOffset = Math.max(from, at % before.length);
            const rangeLength = Math.min(length, before.length - rangeOffset);
            if (rangeLength < 0) continue;
            const removed = before.slice(rangeOffset, rangeOffset + rangeLength);
            changes.push({ rangeOffset, rangeLength, text: inserted });
            back.push({ rangeOffset: rangeOffset + shift, rangeLength: inserted.length, text: removed });
            shift += inserted.length - rangeLength;
            from = rangeOffset + rangeLength + 1;
          }
          assert.deepEqual(edited.edit(changes), edited.splitAnew());
          // Most edits break the text.
          assert.deepEqual(edited.edit(back), edited.splitAnew());
          assert.equal(edited.text, before);
        }
      }),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 60), interruptAfterTimeLimit: 20_000 },
    );
  });
});
