import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Figure, Json } from "../../../../src/figure/model/figure.ts";
import type { GridContent } from "../../../../src/figure/model/grid.ts";
import { inlineColumns } from "../../../../src/figure/data/inline/inline.ts";
import { inlineText } from "../../../../src/plotService/content/inlineText.ts";

const UIDS = ["aaaaaa", "bbbbbb", "cccccc"];

const cell = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.constant(null),
);
const column = fc.array(fc.oneof(cell, fc.array(cell, { maxLength: 3 })), { maxLength: 5 });
const selector = fc
  .tuple(
    fc.constantFrom("me:1", "me:2", "nobody:0"),
    fc.constantFrom("", "-"),
    fc.array(fc.constantFrom(...UIDS, "dddddd"), { maxLength: 3 }),
    fc.constantFrom("", "", "", "*", "?names", "?rows=1-", "?row=0"),
  )
  .map(([fid, except, uids, suffix]) => `${fid}:${uids.length === 0 ? "" : except}${uids.join(",")}${suffix}`);
const trace = fc.record(
  {
    type: fc.constantFrom("scatter", "heatmap", "surface", "table"),
    xsrc: selector,
    zsrc: selector,
    x: fc.constant<Json>([7]),
    marker: fc.record({ colorsrc: selector }),
    cells: fc.record({ valuessrc: selector }),
    text: fc.string(),
  },
  { requiredKeys: [] },
);

describe("a figure's data, put in as text", () => {
  it("is what the columns' values would have become", () => {
    fc.assert(
      fc.property(fc.array(trace, { maxLength: 4 }), fc.tuple(column, column, column), (data, columns) => {
        const cols = Object.fromEntries(
          columns.map((cells, order) => [`n${order}`, { uid: UIDS[order] ?? "", order, data: cells }]),
        );
        const content: GridContent = { cols };
        const figure: Figure = JSON.parse(JSON.stringify({ data, layout: {} }));
        const read = (fid: string) => (fid === "nobody:0" ? undefined : content);
        const text = (uid: string) => {
          const found = columns[UIDS.indexOf(uid)];
          return found && JSON.stringify(found);
        };
        const sizes = columns.map((cells, order) => ({ uid: UIDS[order] ?? "", length: cells.length }));
        const spliced = inlineText(figure, (fid) =>
          read(fid) === undefined ? undefined : { content, columns: sizes, text },
        );
        assert.equal(spliced, JSON.stringify(inlineColumns(figure, read).figure));
      }),
    );
  });

  it("does not parse a column that comes out as it is stored", () => {
    const figure: Figure = {
      data: [{ xsrc: "me:1:aaaaaa", zsrc: "me:1:aaaaaa", cells: { valuessrc: "me:1:aaaaaa*" } }],
    };
    const spliced = inlineText(figure, () => ({
      get content(): GridContent {
        throw new Error("This was parsed.");
      },
      columns: [],
      text: () => "[ 1e2 ,$&]",
    }));
    assert.equal(spliced.split("[ 1e2 ,$&]").length, 4);
  });
});
