import assert from "node:assert/strict";
import * as fc from "fast-check";
import { arrayPieces } from "../../../../../src/figure/data/arrays/arrayValues.ts";
import { columnPicture, pictureAddress } from "../../../../../src/figure/data/columns/columnPicture.ts";
import {
  type ColumnSummary,
  ColumnSummarizer,
  countText,
  rangeText,
  summarizeColumn,
} from "../../../../../src/figure/data/columns/columnSummary.ts";
import type { Json } from "../../../../../src/figure/model/figure.ts";
import { scanFigure } from "../../../../../src/figure/text/scan/scan.ts";

const told = (summary: ColumnSummary) => [countText(summary), rangeText(summary)];

describe("What is told of a column", () => {
  it("is how many values it has, of which kind, from where to where", () => {
    assert.deepEqual(told(summarizeColumn([3, null, 1.5, 4.25])), [
      "4 numbers, 1 of them empty",
      "1.5 to 4.25, 2.9167 on average",
    ]);
    assert.deepEqual(told(summarizeColumn(["2024-03-01", "2024-02-01 12:30", "2024-02-28"])), [
      "3 dates",
      "2024-02-01 12:30 to 2024-03-01",
    ]);
    assert.deepEqual(told(summarizeColumn(["a", "b", "a", ""])), ["4 texts, 1 of them empty", undefined]);
    assert.deepEqual(told(summarizeColumn([true])), ["1 boolean", undefined]);
    assert.deepEqual(told(summarizeColumn([1, "a"])), ["2 mixed values", undefined]);
    assert.deepEqual(told(summarizeColumn([])), ["0 values", undefined]);
    assert.deepEqual(told(summarizeColumn([null])), ["1 value, 1 of them empty", undefined]);
    assert.deepEqual(told(summarizeColumn([7, 7])), ["2 numbers", "all 7"]);
  });

  it("takes numbers that are written as texts for numbers, as Plotly does, and the rows of a table together", () => {
    assert.equal(rangeText(summarizeColumn(["10", "9", " 8e1 "])), "9 to 80, 33 on average");
    assert.deepEqual(
      told(
        summarizeColumn([
          [1, 2],
          [3, 6],
        ]),
      ),
      ["4 numbers", "1 to 6, 3 on average"],
    );
  });

  it("takes an object that says a length of its own for an object", () => {
    assert.deepEqual(told(summarizeColumn([{ length: 1e308 }, { length: -1 }])), ["2 objects", undefined]);
  });

  it("has its first values as they are written, and the most frequent texts", () => {
    const summary = summarizeColumn(["b", "a", "b", "c", "b", "a"]);
    assert.deepEqual(summary.first, ['"b"', '"a"', '"b"', '"c"', '"b"', '"a"']);
    assert.deepEqual(summary.frequent.slice(0, 2), [
      { text: "b", count: 3 },
      { text: "a", count: 2 },
    ]);
    assert.equal(summary.distinct, 3);
    assert.equal(summarizeColumn(Array.from({ length: 9000 }, (_, index) => `t${index}`)).distinct, undefined);
  });

  it("is the same however the values come in pieces, and true of them", () => {
    const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 2000 }), fc.nat(2000), (values, cut) => {
        const whole = summarizeColumn(values);
        const pieces = new ColumnSummarizer().add(values.slice(0, cut)).add(values.slice(cut)).summary();
        assert.deepEqual(pieces, whole);
        // Which of 0 and -0 is less is nobody's concern.
        const numbers = values.filter((each) => each !== null).map((each) => each + 0);
        assert.equal(whole.count, values.length);
        assert.equal(whole.gaps, values.length - numbers.length);
        const { range } = whole;
        assert.equal(range === undefined, numbers.length === 0);
        if (range === undefined) return;
        assert.equal(
          range.minimum + 0,
          numbers.reduce((a, b) => Math.min(a, b)),
        );
        assert.equal(
          range.maximum + 0,
          numbers.reduce((a, b) => Math.max(a, b)),
        );
        assert.equal(Math.min(...whole.course.map(({ low }) => low + 0)), range.minimum + 0);
        assert.equal(Math.max(...whole.course.map(({ high }) => high + 0)), range.maximum + 0);
        assert.ok(whole.course.length <= 256);
      }),
    );
  });
});

describe("A column's picture", () => {
  it("shows a line of numbers, and bars of texts that are repeated", () => {
    assert.match(columnPicture(summarizeColumn([1, 5, 2])) ?? "", /^<svg .*<circle.*<\/svg>$/);
    assert.match(columnPicture(summarizeColumn(["a", "a", "b", "b", "b", "c"])) ?? "", /<rect.*>b<.*>a</);
    assert.equal(columnPicture(summarizeColumn(["a", "b"])), undefined);
    assert.equal(columnPicture(summarizeColumn([1])), undefined);
    assert.equal(columnPicture(summarizeColumn([])), undefined);
  });

  it("shows the greatest numbers there are, and the least", () => {
    const most = Number.MAX_VALUE;
    assert.match(columnPicture(summarizeColumn([most, -most, 0])) ?? "", /d="M3 3L140 61L277 32"/);
    assert.match(columnPicture(summarizeColumn([0, Number.MIN_VALUE])) ?? "", /d="M3 61L277 3"/);
  });

  it("is sound for any values, and its address fits into Markdown", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        const picture = columnPicture(summarizeColumn(values as Json[]));
        if (picture === undefined) return;
        assert.doesNotMatch(picture, /NaN|undefined|Infinity/);
        assert.doesNotMatch(pictureAddress(picture), /[\s()<>"'|]/);
      }),
    );
    const odd = columnPicture(summarizeColumn(["<b>&\u0000\ud800", "<b>&\u0000\ud800", "x"])) ?? "";
    assert.match(odd, /&lt;b&gt;&amp; \ufffd</);
    assert.ok(decodeURIComponent(pictureAddress(odd).replace(/^[^,]*,/, "")) === odd);
  });
});

describe("The values of an array of data", () => {
  function read(value: string) {
    const text = `{"data": [{"y": ${value}}]}`;
    const [array] = scanFigure(text).arrays;
    assert.ok(array);
    const values: Json[] = [];
    const pieces = arrayPieces(text, array);
    let count = 0;
    for (let piece = pieces.next(); ; piece = pieces.next(), count++) {
      if (piece.done === true) return { values, isAll: piece.value.isAll, count };
      values.push(...Array.from(piece.value));
    }
  }

  /** A report of how so many values differ would take minutes. */
  function assertSame(all: { readonly values: readonly Json[]; readonly isAll: boolean }, list: readonly number[]) {
    assert.ok(all.isAll);
    assert.equal(all.values.length, list.length);
    assert.equal(
      all.values.findIndex((value, index) => value !== list[index]),
      -1,
    );
  }

  it("are read whole where it is short", () => {
    assert.deepEqual(read('[1, null, "a", [2]]'), { values: [1, null, "a", [2]], isAll: true, count: 1 });
  });

  it("are read piece by piece where it is long, tables as one list", () => {
    const list = Array.from({ length: 200_000 }, (_, index) => index / 7);
    const long = read(JSON.stringify(list));
    assertSame(long, list);
    assert.ok(long.count > 5);
    const table = Array.from({ length: 500 }, (_, row) =>
      Array.from({ length: 300 }, (__, column) => row + column / 8),
    );
    const flat = read(JSON.stringify(table, undefined, 1));
    assertSame(flat, table.flat());
  });

  it("of long texts are only the first, which is said", () => {
    const texts = Array.from({ length: 200_000 }, (_, index) => `a, "${index}"`);
    const { values, isAll } = read(JSON.stringify(texts));
    assert.ok(!isAll && values.length > 1000);
    assert.ok(values.every((value, index) => value === texts[index]));
  });

  it("are decoded from base64", () => {
    const numbers = Float64Array.from({ length: 100_000 }, (_, index) => index / 3);
    const bdata = Buffer.from(numbers.buffer).toString("base64");
    const { values, isAll } = read(JSON.stringify({ dtype: "f8", bdata }));
    assertSame({ values, isAll }, Array.from(numbers));
    assert.equal(read('{"dtype": "f8", "bdata": "####"}').isAll, false);
  });
});
