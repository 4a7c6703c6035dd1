import assert from "node:assert/strict";
import { array, assert as check, constant, constantFrom, double, integer, oneof, property } from "fast-check";
import { ColorScale } from "../../../../../src/figure/colors/colorScale.ts";
import { evenCellsOf, pictureOf, unevenCellsOf } from "../../../../../src/figure/data/reduce/cellPixels.ts";
import { readCells } from "../../../../../src/figure/data/reduce/cells.ts";
import { finished } from "../../../../../src/figure/text/steps/slices.ts";

const cell = oneof(
  double({ noNaN: true, noDefaultInfinity: true }),
  constantFrom(null, Number.NaN, Infinity, -Infinity),
);

describe("The cells of a heat map", () => {
  it("are numbers and gaps, whatever their rows are", () => {
    check(
      property(
        array(array(cell, { minLength: 1 }), { minLength: 1 }),
        oneof(constant(true), constant(false)),
        (z, typed) => {
          const rows = typed ? z.map((row) => Float64Array.from(row, (value) => value ?? Number.NaN)) : z;
          const read = finished(readCells(rows));
          const wanted = z.map((row) => row.map((value) => (Number.isFinite(value) ? value! : undefined)));
          const numbers = wanted.flat().filter((value) => value !== undefined);
          if (numbers.length === 0) {
            assert.equal(read, undefined);
            return;
          }
          assert.deepEqual(
            read?.rows.map((row) => Array.from(row)),
            wanted,
          );
          assert.deepEqual([read?.lowest, read?.highest], [Math.min(...numbers), Math.max(...numbers)]);
          assert.equal(read?.columns, Math.max(...z.map(({ length }) => length)));
        },
      ),
    );
  });

  it("are kept as they are where nothing is missing", () => {
    const z = [Uint8Array.of(3, 1), [5, 2, 4]];
    const read = finished(readCells(z));
    assert.equal(read?.rows[0], z[0]);
    assert.equal(read?.rows[1], z[1]);
  });

  it("are none that can be drawn from few where there is anything else, or nothing", () => {
    for (const z of [undefined, [], [[]], [1, 2], [[1], "2"], [[1, "2"]], [[true]], [new BigInt64Array(2)], [[[1]]]])
      assert.equal(finished(readCells(z)), undefined);
  });
});

describe("The cells that pixels show", () => {
  it("are those in which the middles of the pixels lie", () => {
    const pixels = { from: 0, pitch: 1, count: 4 };
    const even = { count: 8, from: 0, width: 4, isReversed: false };
    assert.deepEqual([...evenCellsOf({ ...even, count: 7 }, pixels)], [0, 2, 4, 6]);
    assert.deepEqual([...evenCellsOf({ ...even, count: 7, isReversed: true }, pixels)], [6, 4, 2, 0]);
    assert.deepEqual(
      [...evenCellsOf({ ...even, count: 2 }, { from: -1, pitch: 0.5, count: 12 })].join(""),
      "000000111111",
    );
    assert.deepEqual([...evenCellsOf(even, { ...pixels, count: 0 })], []);
  });

  it("are the same told by edges, where no edge is rounded to another pixel", () => {
    check(
      property(integer({ min: 1, max: 60 }), integer({ min: 1, max: 40 }), (count, pixels) => {
        const edges = Float64Array.from({ length: count + 1 }, (_, edge) => (edge * pixels) / count);
        const uneven = unevenCellsOf(edges, pixels)!;
        for (const [pixel, shown] of uneven.entries())
          assert.ok(edges[shown]! <= pixel + 0.5 && edges[shown + 1]! >= pixel + 0.5);
        const back = unevenCellsOf(edges.toReversed(), pixels)!;
        assert.equal(back.length, uneven.length);
        for (const [pixel, shown] of back.entries())
          assert.ok(edges[count - shown]! >= pixel + 0.5 && edges[count - shown - 1]! <= pixel + 0.5);
      }),
    );
  });

  it("are unknown where the edges go back and forth, or one has no place", () => {
    assert.equal(unevenCellsOf([0, 2, 1, 3], 3), undefined);
    assert.equal(unevenCellsOf([Number.NaN, 1, 2], 2), undefined);
    assert.equal(unevenCellsOf([0, Number.NaN, 2], 2), undefined);
  });

  it("have their colours in a picture, with nothing in gaps and in a hole", () => {
    const scale = ColorScale.of(
      [
        [0, "black"],
        [1, "#ff0000"],
      ],
      0,
      2,
      false,
    )!;
    const cells = finished(readCells([[0, 1, null], [2]]))!;
    const shown = (hole?: Parameters<typeof pictureOf>[4]): string[] =>
      [...new Uint32Array(pictureOf(cells, Int32Array.of(0, 1, 2), Int32Array.of(1, 0, 0), scale, hole).buffer)].map(
        (color) => color.toString(16),
      );
    assert.deepEqual(shown(), ["ff0000ff", "0", "0", "ff000000", "ff000080", "0", "ff000000", "ff000080", "0"]);
    assert.deepEqual(shown({ columns: [0, 1], rows: [1, 2] }).slice(3, 6), ["0", "ff000080", "0"]);
  });
});
