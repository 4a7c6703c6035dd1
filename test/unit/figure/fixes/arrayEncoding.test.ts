import assert from "node:assert/strict";
import * as fc from "fast-check";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { toPlainLists, toTypedArrays } from "../../../../src/figure/fixes/arrayEncoding.ts";
import { applyEdits } from "../../../../src/figure/model/fix.ts";

function plain(text: string): string {
  const file = readFigureText(text);
  return applyEdits(text, toPlainLists(file, file.outline.arrays).edits);
}

function typed(text: string): string {
  const file = readFigureText(text);
  return applyEdits(text, toTypedArrays(file, file.outline.arrays).edits);
}

const zOf = (text: string) => (JSON.parse(text) as { data: { z: unknown }[] }).data[0]?.z;

describe("Typed arrays and lists in a file", () => {
  it("become each other where they stand", () => {
    const list = '{"data": [{"type": "bar", "x": [1, 2, 3], "y": [0.5, null, -1], "text": ["a", "b"]}]}';
    const encoded =
      '{"data": [{"type": "bar", "x": {"dtype": "u1", "bdata": "AQID"}, "y": {"dtype": "f4", "bdata": "AAAAPwAAwH8AAIC/"}, "text": ["a", "b"]}]}';
    assert.equal(typed(list), encoded);
    assert.equal(plain(encoded), list);
  });

  it("take the smallest type that holds every number", () => {
    const dtype = (numbers: string) =>
      (zOf(typed(`{"data": [{"type": "heatmap", "z": ${numbers}}]}`)) as { dtype?: string }).dtype;
    assert.deepEqual(
      [
        "[0, 255]",
        "[-1]",
        "[256]",
        "[-200]",
        "[70000]",
        "[-70000]",
        "[0.5]",
        "[0.1]",
        "[5e9]",
        "[-0]",
        "[1, null]",
      ].map(dtype),
      ["u1", "i1", "u2", "i2", "u4", "i4", "f4", "f8", "f4", "f4", "f4"],
    );
    assert.deepEqual(zOf(typed('{"data": [{"type": "heatmap", "z": [[1, 2, 3], [4, 5, 6]]}]}')), {
      dtype: "u1",
      bdata: "AQIDBAUG",
      shape: "2, 3",
    });
  });

  it("are left and told of where they cannot be the other", () => {
    for (const z of ['["a"]', "[[1], [2, 3]]", "[true]", "[[[[1]]]]", "[1e999]", "[1, [2]]"]) {
      const text = `{"data": [{"type": "heatmap", "z": ${z}}]}`;
      const file = readFigureText(text);
      const { edits, left } = toTypedArrays(file, file.outline.arrays);
      assert.deepEqual(edits, [], z);
      assert.equal(left.length, 1, z);
    }
    const file = readFigureText('{"data": [{"x": {"dtype": "c16", "bdata": "AQID"}}]}');
    const { edits, left } = toPlainLists(file, file.outline.arrays);
    assert.deepEqual(edits, []);
    assert.match(left[0] ?? "", /^`data\[0\]\.x` cannot be read\. The dtype "c16"/);
  });

  it("say the same numbers exactly, there and back", () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.float({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.constant(-0),
      fc.constant(null),
    );
    const numbers = fc.oneof(
      fc.array(number),
      fc.tuple(fc.nat(4), fc.nat(4)).chain(([rows, columns]) => {
        const row = fc.array(number, { minLength: columns, maxLength: columns });
        return fc.array(row, { minLength: rows, maxLength: rows });
      }),
    );
    fc.assert(
      fc.property(numbers, (z) => {
        // JSON.stringify would write -0 as 0.
        const written = JSON.stringify(z, (_key, item: unknown) => (Object.is(item, -0) ? "-0" : item)).replaceAll(
          '"-0"',
          "-0",
        );
        const text = `{"data": [{"type": "heatmap", "z": ${written}}]}`;
        const back = plain(typed(text));
        assert.deepEqual(zOf(back), zOf(text));
        assert.equal(typed(back), typed(text));
      }),
      { numRuns: 200 },
    );
  });
});
