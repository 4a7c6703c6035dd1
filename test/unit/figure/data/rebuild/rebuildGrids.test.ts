import assert from "node:assert/strict";
import * as fc from "fast-check";
import { isContainer } from "../../../../../src/figure/model/container.ts";
import { findRawArrays } from "../../../../../src/figure/data/arrays/dataWalk.ts";
import type { Figure, Json, JsonObject } from "../../../../../src/figure/model/figure.ts";
import type { GridContent } from "../../../../../src/figure/model/grid.ts";
import { inlineColumns } from "../../../../../src/figure/data/inline/inline.ts";
import {
  type MadeGrid,
  type RebuiltFigure,
  type RebuiltGrid,
  rebuildGrids,
} from "../../../../../src/figure/data/rebuild/rebuildGrids.ts";
import { parseSrc } from "../../../../../src/figure/references/srcReference.ts";

/** The created grids as a server would give them: new fids, new uids. */
function made(grids: readonly RebuiltGrid[]): { made: MadeGrid[]; read: (fid: string) => GridContent | undefined } {
  const contents = new Map<string, GridContent>();
  const list = grids.map(({ columns }, index): MadeGrid => {
    const fid = `new:${index}`;
    const uid = (order: number) => `${index}f${order}`;
    contents.set(fid, {
      cols: Object.fromEntries(columns.map(({ name, data, order }) => [name, { data, order, uid: uid(order) }])),
    });
    return { fid, uids: new Map(columns.map(({ name, order }) => [name, uid(order)])) };
  });
  return { made: list, read: (fid) => contents.get(fid) };
}

/** The placed figure, and what it shows once a server has put the data in. */
function throughServer(rebuilt: RebuiltFigure): { placed: Figure; shown: Figure } {
  const server = made(rebuilt.grids);
  const placed = rebuilt.place(server.made);
  const { figure, unresolved } = inlineColumns(placed, server.read);
  assert.deepEqual(unresolved, []);
  return { placed, shown: figure };
}

/** Without the keys that hold references, which differ from server to server. */
function withoutReferences(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (!isContainer(value)) return value;
  const isReference = (key: string, member: Json) =>
    key.endsWith("src") && typeof member === "string" && parseSrc(member) !== undefined;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => !isReference(key, member))
      .map(([key, member]) => [key, withoutReferences(member)]),
  );
}

function assertSameShown(exported: Figure): RebuiltFigure {
  const rebuilt = rebuildGrids(exported);
  const { placed, shown } = throughServer(rebuilt);
  assert.deepEqual(withoutReferences(shown as JsonObject), withoutReferences(exported as JsonObject));
  assert.deepEqual(findRawArrays(placed), []);
  return rebuilt;
}

const names = ({ grids }: RebuiltFigure) => grids.map(({ columns }) => columns.map(({ name }) => name));

describe("rebuilding grids from an export", () => {
  it("makes one column of each uid, shared by the traces that refer to it", () => {
    const exported: Figure = {
      data: [
        { type: "scatter", name: "high", xsrc: "ann:7:aaaaaa", x: ["Mon", "Tue"], ysrc: "ann:7:bbbbbb", y: [1, 2] },
        { type: "scatter", name: "low", xsrc: "ann:7:aaaaaa", x: ["Mon", "Tue"], ysrc: "ann:7:cccccc", y: [3, 4] },
      ],
      layout: { title: { text: "Weather" } },
    };
    const rebuilt = assertSameShown(exported);
    assert.deepEqual(rebuilt.grids, [
      {
        source: "ann:7",
        columns: [
          { name: "x", data: ["Mon", "Tue"], order: 0 },
          { name: "y (high)", data: [1, 2], order: 1 },
          { name: "y (low)", data: [3, 4], order: 2 },
        ],
      },
    ]);
    assert.equal(rebuilt.references, 4);
    assert.deepEqual(throughServer(rebuilt).placed, {
      data: [
        { type: "scatter", name: "high", xsrc: "new:0:0f0", ysrc: "new:0:0f1" },
        { type: "scatter", name: "low", xsrc: "new:0:0f0", ysrc: "new:0:0f2" },
      ],
      layout: { title: { text: "Weather" } },
    });
  });

  it("makes a grid of each fid, and one more for arrays without a reference", () => {
    const rebuilt = assertSameShown({
      data: [
        { type: "bar", xsrc: "ann:7:aaaaaa", x: [1], ysrc: "bob:0:bbbbbb", y: [2], marker: { color: ["red"] } },
        { type: "bar", y: [5] },
      ],
    });
    assert.deepEqual(
      rebuilt.grids.map(({ source }) => source),
      ["ann:7", "bob:0", undefined],
    );
    assert.deepEqual(names(rebuilt), [["x (Trace 1)"], ["y (Trace 1)"], ["data.0.marker.color", "data.1.y"]]);
  });

  it("turns the rows of a heatmap back into columns, and the lists of a table are columns already", () => {
    const rebuilt = assertSameShown({
      data: [
        {
          type: "heatmap",
          zsrc: "ann:7:aa,bb,cc",
          z: [
            [1, 2, 3],
            [4, 5, 6],
          ],
        },
        { type: "table", cells: { valuessrc: "ann:8:aa,bb*", values: [["a", "b"], [1]] } },
        { type: "table", cells: { valuessrc: "ann:9:aa*", values: [["only"]] } },
      ],
    });
    assert.deepEqual(
      rebuilt.grids.map(({ columns }) => columns.map(({ data }) => data)),
      [
        [
          [1, 4],
          [2, 5],
          [3, 6],
        ],
        [["a", "b"], [1]],
        [["only"]],
      ],
    );
    assert.deepEqual(names(rebuilt)[0], ["z 1 (Trace 1)", "z 2 (Trace 1)", "z 3 (Trace 1)"]);
  });

  it("finds the ragged column behind rows that were filled up", () => {
    const rebuilt = assertSameShown({
      data: [
        {
          type: "surface",
          xsrc: "ann:7:aa",
          x: [1],
          zsrc: "ann:7:aa,bb",
          z: [
            [1, 4],
            [null, 5],
          ],
        },
      ],
    });
    assert.deepEqual(
      rebuilt.grids[0]?.columns.map(({ data }) => data),
      [[1], [4, 5]],
    );
  });

  it("keeps a list of lists behind one uid as one column", () => {
    const rebuilt = assertSameShown({
      data: [
        {
          type: "heatmap",
          zsrc: "ann:7:aa",
          z: [
            [1, 2],
            [3, 4],
          ],
        },
      ],
    });
    assert.deepEqual(rebuilt.grids[0]?.columns, [
      {
        name: "z",
        data: [
          [1, 2],
          [3, 4],
        ],
        order: 0,
      },
    ]);
  });

  it("takes a whole grid and its names apart", () => {
    const rebuilt = assertSameShown({
      data: [
        {
          type: "heatmap",
          xsrc: "ann:7:?names",
          x: ["State", "Finance", "Food"],
          ysrc: "ann:7:KJ113WD8",
          y: ["AL", "AR"],
          zsrc: "ann:7:",
          z: [
            ["AL", 1, 0],
            ["AR", 0, 1],
          ],
        },
      ],
    });
    assert.deepEqual(rebuilt.grids, [
      {
        source: "ann:7",
        columns: [
          { name: "State", data: ["AL", "AR"], order: 0 },
          { name: "Finance", data: [1, 0], order: 1 },
          { name: "Food", data: [0, 1], order: 2 },
        ],
      },
    ]);
    const { placed } = throughServer(rebuilt);
    assert.equal(placed.data[0]?.["xsrc"], "new:0:0f0,0f1,0f2?names");
  });

  it("keeps the columns of a whole grid apart where they are equal", () => {
    const rebuilt = assertSameShown({
      data: [{ type: "table", cells: { valuessrc: "ann:7:", values: [[0], [0], [1]] } }],
    });
    assert.equal(rebuilt.grids[0]?.columns.length, 3);
  });

  it("names columns as the editor noted them", () => {
    const rebuilt = assertSameShown({
      data: [
        {
          type: "table",
          meta: { columnNames: { cells: { values: "Date - Deaths" }, header: { values: "G" } } },
          cells: {
            valuessrc: "ann:0:88,af*",
            values: [["19-Aug"], [3]],
            font: { colorsrc: "ann:0:9c", color: ["red"], meta: { columnNames: { color: "Colour" } } },
          },
          header: { valuessrc: "ann:0:77", values: ["Date", "Deaths"] },
        },
      ],
    });
    assert.deepEqual(names(rebuilt), [["Date", "Deaths", "Colour", "G"]]);
  });

  it("gives each name once, and takes nothing for a name that the grid would refuse", () => {
    const rebuilt = assertSameShown({
      data: [
        { name: "a", meta: { columnNames: { x: "t", y: "t" } }, xsrc: "ann:7:a1", x: [1], ysrc: "ann:7:b1", y: [2] },
        { name: "\u0000\ud800", xsrc: "ann:7:c1", x: [3], ysrc: "ann:7:d1", y: [4] },
      ],
    });
    const [columns] = names(rebuilt);
    assert.deepEqual(columns?.slice(0, 2), ["t", "t (2)"]);
    for (const name of columns ?? []) assert.ok(name.isWellFormed() && !name.startsWith("\u0000"), name);
  });

  it("tells apart two lists beside one reference", () => {
    const rebuilt = assertSameShown({
      data: [
        { xsrc: "ann:7:aa", x: [1, 2] },
        { xsrc: "ann:7:aa", x: [1, 3] },
      ],
    });
    assert.equal(rebuilt.grids[0]?.columns.length, 2);
  });

  it("takes a list that its reference cannot have given for a column of its own", () => {
    const rebuilt = assertSameShown({
      data: [
        { type: "bar", xsrc: "ann:7:aa,bb", x: [1, 2, 3] },
        { type: "bar", xsrc: "ann:7:aa?rows=1-", x: [8, 9] },
        { type: "bar", xsrc: "ann:7:zz?names", x: ["?", 4] },
      ],
    });
    assert.deepEqual(
      rebuilt.grids[0]?.columns.map(({ data }) => data),
      [
        [1, 2, 3],
        [8, 9],
        ["?", 4],
      ],
    );
  });

  it("keeps a reference to rows where the column is there", () => {
    const rebuilt = assertSameShown({
      data: [{ xsrc: "ann:7:aa?rows=1-", x: [2, 3], ysrc: "ann:7:aa", y: [1, 2, 3] }],
    });
    assert.equal(rebuilt.grids[0]?.columns.length, 1);
    assert.equal(throughServer(rebuilt).placed.data[0]?.["xsrc"], "new:0:0f0?rows=1-");
  });

  it("leaves out references whose data is not there, since their columns are not on the new server", () => {
    const exported: Figure = {
      data: [
        { type: "bar", xsrc: "ann:7:aa", ysrc: "ann:7:bb", y: [1], marker: { color: "red", colorsrc: "ann:7:cc" } },
      ],
      layout: { xaxis: { categoryarraysrc: "RPlotBot:3531:381dc1" } },
    };
    const rebuilt = rebuildGrids(exported);
    assert.deepEqual(rebuilt.notRebuilt, [
      { path: ["data", 0, "xsrc"], src: "ann:7:aa", reason: "no-data" },
      { path: ["data", 0, "marker", "colorsrc"], src: "ann:7:cc", reason: "not-a-list" },
      { path: ["layout", "xaxis", "categoryarraysrc"], src: "RPlotBot:3531:381dc1", reason: "no-data" },
    ]);
    assert.deepEqual(throughServer(rebuilt).placed, {
      data: [{ type: "bar", ysrc: "new:0:0f0", marker: { color: "red" } }],
      layout: { xaxis: {} },
    });
  });

  it("refers to a column that another reference brought, where its own data is missing", () => {
    const rebuilt = rebuildGrids({
      data: [{ type: "bar", xsrc: "ann:7:aa", x: ["a", "b"] }],
      layout: { xaxis: { categoryarraysrc: "ann:7:aa" } },
    });
    assert.deepEqual(throughServer(rebuilt).placed.layout, { xaxis: { categoryarraysrc: "new:0:0f0" } });
    assert.deepEqual(rebuilt.notRebuilt, []);
  });

  it("leaves the data in layouts and object arrays, where not every server puts it in again", () => {
    const exported: Figure = {
      data: [{ type: "parcoords", dimensions: [{ valuessrc: "ann:7:aa", values: [1, 2] }] }],
      layout: { xaxis: { tickvalssrc: "ann:7:bb", tickvals: [0, 1] } },
    };
    const { placed } = throughServer(assertSameShown(exported));
    assert.deepEqual(placed.data, [{ type: "parcoords", dimensions: [{ valuessrc: "new:0:0f0", values: [1, 2] }] }]);
    assert.deepEqual(placed.layout, { xaxis: { tickvalssrc: "new:0:0f1", tickvals: [0, 1] } });
  });

  it("rebuilds what frames refer to, and reads typed arrays", () => {
    const rebuilt = assertSameShown({
      data: [{ type: "scatter", xsrc: "ann:7:aa", x: [1], y: [0] }],
      frames: [{ data: [{ xsrc: "ann:7:bb", x: [2] }] }],
    });
    assert.deepEqual(names(rebuilt), [["x", "x (2)"], ["data.0.y"]]);
    const typed = rebuildGrids({ data: [{ xsrc: "ann:7:aa", x: { dtype: "i1", bdata: "AQID" } }] });
    assert.deepEqual(typed.grids[0]?.columns[0]?.data, [1, 2, 3]);
    assert.deepEqual(throughServer(typed).shown.data[0]?.["x"], [1, 2, 3]);
    const broken = rebuildGrids({ data: [{ type: "bar", x: { dtype: "nope", bdata: "AQID" } }] });
    assert.deepEqual(broken.notRebuilt, [{ path: ["data", 0, "x"], src: "", reason: "undecoded" }]);
  });

  it("leaves alone what merely ends like a reference, and a figure without any", () => {
    const exported: Figure = { data: [{ type: "image", zsrc: "https://example.com/a.png" }], layout: {} };
    const rebuilt = rebuildGrids(exported);
    assert.deepEqual(rebuilt.grids, []);
    assert.deepEqual(rebuilt.place([]), exported);
    assert.deepEqual(
      rebuilt.notRebuilt.map(({ reason }) => reason),
      ["malformed"],
    );
  });

  it("takes only what the API keeps of a figure", () => {
    const rebuilt = rebuildGrids({ data: [], config: { responsive: true }, _source: "somewhere" });
    assert.deepEqual(rebuilt.place([]), { data: [] });
  });

  it("shows, after import and inlining, what the export showed, whatever the references are", () => {
    fc.assert(
      fc.property(exportedFigures, (exported) => {
        const before = JSON.stringify(exported);
        assertSameShown(exported);
        assert.equal(JSON.stringify(exported), before);
      }),
      { numRuns: 300 },
    );
  });
});

const cell = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom("a", "b", null));
const columnData = fc.oneof(
  { weight: 4, arbitrary: fc.array(cell, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(fc.array(cell, { maxLength: 2 }), { maxLength: 3 }) },
);
const uids = ["aa", "bb", "cc", "dd"];
const source: fc.Arbitrary<GridContent> = fc.array(columnData, { minLength: 1, maxLength: 4 }).map((columns) => ({
  cols: Object.fromEntries(columns.map((data, order) => [`col ${order}`, { uid: uids[order] ?? "", order, data }])),
}));
const selector = fc
  .tuple(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.uniqueArray(fc.constantFrom(...uids), { minLength: 1, maxLength: 3 }).map((list) => list.join()),
      },
      fc.constantFrom("", "-aa", "-bb,cc"),
    ),
    fc.oneof({ weight: 4, arbitrary: fc.constant("") }, fc.constantFrom("*", "?names", "?rows=1-", "?row=0")),
  )
  .map((parts) => parts.join(""));
const reference = fc.tuple(fc.constantFrom("ann:7:", "bob:0:"), selector).map((parts) => parts.join(""));
const trace: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      type: fc.constantFrom("scatter", "heatmap", "table", "parcoords"),
      xsrc: reference,
      ysrc: reference,
      zsrc: reference,
      text: fc.array(cell, { maxLength: 2 }),
      marker: fc.record({ colorsrc: reference }, { requiredKeys: [] }),
      cells: fc.record({ valuessrc: reference }, { requiredKeys: [] }),
      dimensions: fc.array(fc.record({ valuessrc: reference }), { maxLength: 2 }),
    },
    { requiredKeys: ["type"] },
  )
  .map((record) => ({ ...record }));
const exportedFigures: fc.Arbitrary<Figure> = fc
  .record(
    {
      data: fc.array(trace, { maxLength: 3 }),
      layout: fc.record({ xaxis: fc.record({ tickvalssrc: reference }, { requiredKeys: [] }) }),
      frames: fc.array(
        fc.record({ data: fc.array(trace, { maxLength: 2 }) }).map((frame) => ({ ...frame })),
        { maxLength: 2 },
      ),
      one: source,
      other: source,
    },
    { requiredKeys: ["data", "one", "other"] },
  )
  .map(({ one, other, ...figure }) => {
    const grids = new Map([
      ["ann:7", one],
      ["bob:0", other],
    ]);
    return inlineColumns(figure, (fid) => grids.get(fid)).figure;
  });
