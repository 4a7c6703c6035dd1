import assert from "node:assert/strict";
import * as fc from "fast-check";
import { columnUses } from "../../../../../src/figure/references/columnUses.ts";
import type { Json } from "../../../../../src/figure/model/figure.ts";
import { columnAt, columnSpan, formatGrid } from "../../../../../src/figure/data/grids/gridText.ts";
import { LinePlaces } from "../../../../../src/figure/text/outline/linePlaces.ts";
import { scanFigure } from "../../../../../src/figure/text/scan/scan.ts";

describe("A grid as a document", () => {
  it("is JSON of the same content, whatever the columns are called and hold", () => {
    const column = fc.record({ name: fc.string({ unit: "binary" }), data: fc.array(fc.jsonValue()) });
    fc.assert(
      fc.property(fc.uniqueArray(column, { selector: ({ name }) => name, maxLength: 6 }), (columns) => {
        const cols = Object.fromEntries(
          columns.map(({ name, data }, order) => [name, { uid: `c0ffe${order}`, order, data: data as Json[] }]),
        );
        const text = formatGrid({ cols });
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify({ cols })));
        for (const [order, { name }] of columns.entries()) {
          const span = columnSpan(text, `c0ffe${order}`)!;
          assert.equal(JSON.parse(text.slice(span.start, span.end)), name);
          assert.equal(columnAt(text, span.start), `c0ffe${order}`);
          assert.equal(columnAt(text, text.indexOf(`"c0ffe${order}"`)), `c0ffe${order}`);
        }
        assert.equal(columnSpan(text, "none"), undefined);
        assert.equal(columnAt(text, 0), undefined);
      }),
    );
  });

  it("has its columns in their order and many values on a line", () => {
    const data = Array.from({ length: 100 }, (_, index) => index);
    const text = formatGrid({ cols: { 2: { uid: "b", order: 1, data: [1, null] }, x: { uid: "a", order: 0, data } } });
    assert.ok(text.indexOf('"x"') < text.indexOf('"2"'));
    assert.match(text, /"data": \[1, null\]/);
    assert.ok(text.split("\n").length < 30 && text.split("\n").every((line) => line.length < 130));
  });
});

describe("What refers to a column", () => {
  const text = JSON.stringify({
    data: [
      { xsrc: "me:1:abc", ysrc: "me:1:abd,abc", zsrc: "me:11:abc" },
      { xsrc: "me:1:", ysrc: "me:1:-abc", textsrc: "me:1:-abd", idssrc: "nonsense" },
    ],
  });
  const found = (uid?: string) =>
    columnUses(scanFigure(text), { fid: "me:1", uid }).map(({ start, end }) => text.slice(start, end));

  it("is every reference that names it, or takes the whole grid or all columns but others", () => {
    assert.deepEqual(found("abc"), ["abc", "abc", '"me:1:"', '"me:1:-abd"']);
    assert.equal(found().length, 5);
  });
});

describe("Lines of a text", () => {
  it("are counted as editors count them", () => {
    const places = new LinePlaces("a\r\nbc\rd\n\ne");
    assert.deepEqual(
      [0, 3, 4, 6, 8, 9, 10].map((offset) => Object.values(places.at(offset)).join(":")),
      ["0:0", "1:0", "1:1", "2:0", "3:0", "4:0", "4:1"],
    );
  });
});
