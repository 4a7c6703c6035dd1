import assert from "node:assert/strict";
import * as fc from "fast-check";
import { isContainer } from "../../../../src/figure/model/container.ts";
import { type ExtractedColumn, extractGrid } from "../../../../src/figure/data/grids/extractGrid.ts";
import type { Figure, Json, JsonObject } from "../../../../src/figure/model/figure.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { movableArrays, moveToGrid } from "../../../../src/figure/fixes/gridMove.ts";
import { gridsOf, inlinableReferences, inlineText } from "../../../../src/figure/fixes/inlineText.ts";
import { applyEdits } from "../../../../src/figure/model/fix.ts";
import type { GridContent } from "../../../../src/figure/model/grid.ts";
import recorded from "../../../fixtures/recorded/officialClient.json" with { type: "json" };

function gridOf(columns: readonly ExtractedColumn[]): { grid: GridContent; uids: Map<string, string> } {
  const uids = new Map(columns.map(({ name, order }) => [name, order.toString(16).padStart(6, "0")]));
  const cols = columns.map(({ name, data, order }) => [name, { uid: uids.get(name) ?? "", order, data }] as const);
  return { grid: { cols: Object.fromEntries(cols) }, uids };
}

/** Every array of the text in a grid, and the text then. */
function move(text: string, only: (path: string) => boolean = () => true) {
  const file = readFigureText(text);
  const arrays = movableArrays(file.outline).filter(({ path }) => only(path.join(".")));
  const { columns, undecoded, place } = moveToGrid(file, arrays);
  const { grid, uids } = gridOf(columns);
  return { columns, undecoded, grid, moved: applyEdits(text, place("ann:4", uids)) };
}

function inline(text: string, grid: GridContent | undefined) {
  const file = readFigureText(text);
  const inlined = inlineText(file, inlinableReferences(file.outline), () => grid);
  return { ...inlined, text: applyEdits(text, inlined.edits) };
}

const sample = `{
  "data": [
    {
      "type": "bar",
      "x": ["a", "b"],
      "marker": {"color": [1, 2], "colorscale": [[0, "red"], [1, "blue"]]}
    }
  ],
  "layout": {"xaxis": {"tickvals": [1]}}
}`;

describe("Moving a file's arrays to a grid", () => {
  it("writes references where the arrays stood, and nothing else", () => {
    const { moved, columns } = move(sample);
    assert.equal(
      moved,
      sample
        .replace('"x": ["a", "b"]', '"xsrc": "ann:4:000000"')
        .replace('"color": [1, 2]', '"colorsrc": "ann:4:000001"'),
    );
    assert.deepEqual(columns, [
      { name: "data.0.x", data: ["a", "b"], order: 0 },
      { name: "data.0.marker.color", data: [1, 2], order: 1 },
    ]);
  });

  it("moves one array alone, and one trace alone", () => {
    assert.equal(
      move(sample, (path) => path === "data.0.x").moved,
      sample.replace('"x": ["a", "b"]', '"xsrc": "ann:4:000000"'),
    );
    const two = readFigureText('{"data": [{"x": [1]}, {"x": [2], "y": [3]}]}');
    assert.deepEqual(
      movableArrays(two.outline, ["data", 1]).map(({ path }) => path.join(".")),
      ["data.1.x", "data.1.y"],
    );
  });

  it("replaces a reference that stands beside the array, and arrays under a key written twice", () => {
    assert.equal(
      move('{"data": [{"ysrc": "b:1:c", "name": "n", "y": [1]}]}').moved,
      '{"data": [{"name": "n", "ysrc": "ann:4:000000"}]}',
    );
    assert.equal(
      move('{"data": [{"y": [1], "y": [2], "name": "n"}]}').moved,
      '{"data": [{"ysrc": "ann:4:000000", "name": "n"}]}',
    );
  });

  it("decodes typed arrays, and leaves those that cannot be read", () => {
    const text = '{"data": [{"x": {"dtype": "i1", "bdata": "AQID"}, "y": {"dtype": "c16", "bdata": "AQID"}}]}';
    const { columns, undecoded, moved } = move(text);
    assert.deepEqual(
      columns.map(({ data }) => data),
      [[1, 2, 3]],
    );
    assert.deepEqual(
      undecoded.map(({ error }) => error.code),
      ["unknown-dtype"],
    );
    assert.equal(moved, text.replace('"x": {"dtype": "i1", "bdata": "AQID"}', '"xsrc": "ann:4:000000"'));
  });

  const list = fc.array(fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.boolean()), { maxLength: 5 });
  const table = fc.array(list, { maxLength: 3 });
  const trace: fc.Arbitrary<JsonObject> = fc.record(
    {
      type: fc.constantFrom("scatter", "heatmap", "table", "bar", "surface", "mesh3d", "sankey", "parcoords"),
      x: fc.oneof(list, table),
      y: list,
      z: fc.oneof(list, table),
      name: fc.string(),
      meta: list,
      customdata: table,
      dimensions: fc.array(fc.record({ values: list }), { maxLength: 2 }),
      marker: fc.record(
        { color: fc.oneof(list, fc.constant("red")), line: fc.record({ width: list }) },
        { requiredKeys: [] },
      ),
      cells: fc.record({ values: table }),
    },
    { requiredKeys: [] },
  );
  const figure: fc.Arbitrary<Figure> = fc.record({
    data: fc.array(trace, { maxLength: 4 }),
    layout: fc.constant({ title: { text: "t" }, xaxis: { tickvals: [1, 2] } }),
    frames: fc.array(fc.record({ data: fc.array(trace, { maxLength: 2 }) }), { maxLength: 2 }),
  });

  it("makes the columns and the figure that Create Plot makes, and gives the figure back when inlined", () => {
    fc.assert(
      fc.property(figure, fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { columns, grid, moved } = move(text);
        const extracted = extractGrid(JSON.parse(text) as Figure);
        assert.deepEqual(columns, extracted.columns);
        assert.deepEqual(JSON.parse(moved), extracted.place("ann:4", gridOf(columns).uids));
        const back = inline(moved, grid);
        assert.deepEqual(back.unresolved, []);
        assert.deepEqual(JSON.parse(back.text), JSON.parse(text));
        assert.equal(back.text.includes("\n"), text.includes("\n"));
      }),
      { numRuns: 100 },
    );
  });

  for (const [name, scenario] of Object.entries(recorded.scenarios)) {
    const upload = uploadOf(scenario as readonly RecordedRequest[]);
    if (upload === undefined) continue;
    it(`makes the columns that the official client sent: ${name}`, () => {
      const { text, columns } = upload;
      const { columns: ours, moved } = move(text);
      assert.deepEqual(
        Object.fromEntries(ours.map(({ name: column, data, order }) => [column, { data, order }])),
        columns,
      );
      assert.deepEqual(JSON.parse(moved), JSON.parse(upload.placed));
    });
  }
});

describe("Inlining a file's references", () => {
  const grid: GridContent = {
    cols: {
      one: { uid: "aaaaaa", order: 0, data: [1, 2] },
      two: { uid: "bbbbbb", order: 1, data: [3, 4] },
    },
  };

  it("writes the columns where the references stood", () => {
    const text = '{\n  "data": [\n    { "type": "bar", "xsrc": "a:1:aaaaaa", "y": [0], "ysrc": "a:1:bbbbbb" }\n  ]\n}';
    const { text: inlined, count } = inline(text, grid);
    assert.equal(
      inlined,
      text.replace('"xsrc": "a:1:aaaaaa", "y": [0], "ysrc": "a:1:bbbbbb"', '"x": [1, 2], "y": [3, 4]'),
    );
    assert.equal(count, 2);
  });

  it("makes rows of the columns of a heatmap, as the service does", () => {
    const text =
      '{"data": [{"type": "heatmap", "zsrc": "a:1:aaaaaa,bbbbbb"}], "frames": [{"data": [{"zsrc": "a:1:"}]}]}';
    assert.equal(
      inline(text, grid).text,
      '{"data": [{"type": "heatmap", "z": [[1, 3], [2, 4]]}], "frames": [{"data": [{"z": [[1, 3], [2, 4]]}]}]}',
    );
  });

  it("leaves what is not there, and says which", () => {
    const text = '{"data": [{"xsrc": "a:1:cccccc", "ysrc": "a:1:aaaaaa"}]}';
    const { text: inlined, unresolved } = inline(text, grid);
    assert.equal(inlined, '{"data": [{"xsrc": "a:1:cccccc", "y": [1, 2]}]}');
    assert.deepEqual(
      unresolved.map(({ src, reason }) => [src, reason]),
      [["a:1:cccccc", "missing-column"]],
    );
    assert.equal(inline(text, undefined).text, text);
    assert.deepEqual(gridsOf(inlinableReferences(readFigureText(text).outline)), ["a:1"]);
  });
});

interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: Json;
}

/** A recorded upload as the file that it was made from: each reference to the new grid replaced by the column sent. */
function uploadOf(requests: readonly RecordedRequest[]) {
  const grid = requests.find(({ method, path }) => method === "POST" && path === "/v2/grids")?.body;
  const plot = requests.find(({ method, path }) => /POST|PUT/.test(method) && path.startsWith("/v2/plots"))?.body;
  if (!isContainer(grid) || !isContainer(plot) || !isContainer(grid["data"]) || !isContainer(plot["figure"]))
    return undefined;
  const columns = grid["data"]["cols"];
  if (!isContainer(columns)) return undefined;
  const { uids } = gridOf(
    Object.entries(columns).map(([name, column]) => ({
      name,
      data: [],
      order: Number((column as JsonObject)["order"]),
    })),
  );
  const restore = (value: Json, path: readonly string[], placed: boolean): Json => {
    if (Array.isArray(value)) return value.map((item, index) => restore(item, [...path, String(index)], placed));
    if (!isContainer(value)) return value;
    return Object.fromEntries(
      inOrder(value, path, columns).map(([key, member]): [string, Json] => {
        if (member !== "$column") return [key, restore(member, [...path, key], placed)];
        const name = [...path, key.slice(0, -3)].join(".");
        return placed
          ? [key, `ann:4:${uids.get(name) ?? ""}`]
          : [key.slice(0, -3), (columns[name] as JsonObject)["data"]!];
      }),
    );
  };
  const figure = plot["figure"];
  return {
    columns,
    text: JSON.stringify(restore(figure, [], false)),
    placed: JSON.stringify(restore(figure, [], true)),
  };
}

/** The client sorts keys as it sends them; the columns tell the order in which it met their arrays. */
function inOrder(value: JsonObject, path: readonly string[], columns: JsonObject): [string, Json][] {
  const place = (key: string): number => {
    const name = [...path, key].join(".");
    const orders = Object.entries(columns)
      .filter(([column]) => column === name.replace(/src$/, "") || column.startsWith(`${name}.`))
      .map(([, column]) => Number((column as JsonObject)["order"]));
    return Math.min(Number.MAX_SAFE_INTEGER, ...orders);
  };
  return Object.entries(value).toSorted(([one], [other]) => place(one) - place(other));
}
