import assert from "node:assert/strict";
import * as fc from "fast-check";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import { readFigureValue } from "../../../../../src/figure/fixes/tree/figureValue.ts";

function readInPieces(text: string, piece: number): { value: unknown; pauses: number } {
  const { root } = readFigureText(text).structure;
  assert.ok(root !== undefined);
  const steps = readFigureValue(text, root, piece);
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done === true) return { value: step.value, pauses };
  }
}

describe("The value of a figure's text, read in pieces", () => {
  const values = fc.letrec((tie) => ({
    any: fc.oneof({ withCrossShrink: true }, fc.jsonValue({ maxDepth: 2 }), tie("list"), tie("object")),
    list: fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), tie("any"))),
    object: fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom("x", "y", "z", "text", "marker", "__proto__")),
      tie("any"),
    ),
  }));

  it("is what JSON.parse gives, however small the pieces and however the text is laid out", () => {
    const figure = fc.record({ data: fc.array(values.object, { maxLength: 3 }), layout: values.object });
    fc.assert(
      fc.property(figure, fc.integer({ min: 1, max: 40 }), fc.constantFrom("", "  ", "\t"), (made, piece, indent) => {
        const text = JSON.stringify(made, undefined, indent);
        assert.deepEqual(readInPieces(text, piece).value, JSON.parse(text));
      }),
    );
  });

  it("pauses within long lists, in elements that are long themselves too", () => {
    const row = Array.from({ length: 500 }, (_, index) => index);
    const text = JSON.stringify({ data: [{ z: [row, row], text: row.map((each) => `"${each}\\"`) }] });
    const { value, pauses } = readInPieces(text, 100);
    assert.deepEqual(value, JSON.parse(text));
    assert.ok(pauses > 50, `${pauses} pauses`);
  });

  it("is read behind a byte order mark, and is nothing where a part is no JSON", () => {
    assert.deepEqual(readInPieces('\uFEFF{"data": []}', 1).value, { data: [] });
    const text = '{"data": [{"y": [1, 2, 3, 4, 5, 06]}]}';
    assert.equal(readInPieces(text, 4).value, undefined);
  });
});
