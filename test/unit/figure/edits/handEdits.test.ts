import assert from "node:assert/strict";
import type { FigureEdit } from "../../../../src/figure/edits/edit.ts";
import { applyHandEdits, areOfAnother, type AppliedEdits } from "../../../../src/figure/edits/kept/apply.ts";
import {
  readEditsFile,
  editsFileName,
  editsFileSchema,
  writeEditsFile,
} from "../../../../src/figure/edits/kept/editsFile.ts";
import type { HandEdit } from "../../../../src/figure/edits/kept/handEdit.ts";
import { mergedEdits, reversed, withoutEdit } from "../../../../src/figure/edits/kept/merge.ts";
import { handEditsOf } from "../../../../src/figure/edits/kept/record.ts";
import type { Json } from "../../../../src/figure/model/figure.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { editedValue } from "./editedValue.ts";
import { changed } from "./support.ts";

const figure = {
  data: [
    { name: "bean", y: [1, 2], marker: { color: "red" } },
    { name: "pea", y: [3, 4] },
    { type: "bar", y: [5] },
  ],
  layout: {
    title: { text: "Harvest" },
    annotations: [{ text: "frost" }, { text: "rain" }],
    xaxis2: { anchor: "y2" },
    colorway: ["a", "b"],
  },
};

/** What is kept of edits of the figure, one after the other. */
function kept(...edits: readonly FigureEdit[]): readonly HandEdit[] {
  return finished(handEditsOf(readFigureText(JSON.stringify(figure)), [], edits)) ?? [];
}

function applied(to: Json, edits: readonly HandEdit[]): AppliedEdits {
  const result = finished(applyHandEdits(readFigureText(JSON.stringify(to)), [], edits));
  assert.ok(result.ok);
  return result;
}

/** The figure after the hand edits, all of which must apply. */
function after(to: Json, edits: readonly HandEdit[]): Json {
  const result = applied(to, edits);
  assert.deepEqual([result.lost, result.changed, result.already], [[], [], []]);
  return JSON.parse(changed(JSON.stringify(to), result.edits).text) as Json;
}

describe("Hand edits that are kept", () => {
  it("tell their part, the attribute, before and after", () => {
    assert.deepEqual(
      kept(
        { act: "set", path: ["data", 0, "marker", "color"], value: "blue" },
        { act: "set", path: ["layout", "title", "font", "size"], value: 20 },
        { act: "remove", path: ["layout", "annotations", 1, "text"] },
      ),
      [
        {
          part: {
            list: "data",
            name: "bean",
            place: 0,
            count: 3,
          },
          attribute: "marker.color",
          before: "red",
          after: "blue",
        },
        { attribute: "layout.title.font.size", after: 20 },
        { part: { list: "layout.annotations", text: "rain", place: 1, count: 2 }, attribute: "text", before: "rain" },
      ],
    );
  });

  it("are one where they are of the same attribute, and none where it is as it was", () => {
    const color = (value: string): FigureEdit => ({ act: "set", path: ["data", 0, "marker", "color"], value });
    assert.equal(kept(color("blue"), color("green"))[0]!.after, "green");
    assert.deepEqual(kept(color("blue"), color("green"), color("red")), []);
    const list = mergedEdits(kept(color("blue")), kept(color("green")));
    assert.equal(list.length, 1);
  });

  it("go into a part that was added by hand, and go with it", () => {
    const add: FigureEdit = { act: "insert", path: ["layout", "annotations", 2], value: { text: "new text" } };
    const list = kept(
      add,
      { act: "set", path: ["layout", "annotations", 2, "text"], value: "sun" },
      { act: "set", path: ["layout", "width"], value: 3 },
      { act: "set", path: ["layout", "annotations", 2, "font", "size"], value: 9 },
    );
    assert.deepEqual(list[0]!.after, { text: "sun", font: { size: 9 } });
    assert.equal(list[0]!.part!.text, "sun");
    assert.equal(list.length, 2);
    assert.deepEqual(kept(add, { act: "remove", path: ["layout", "annotations", 2] }), []);
  });

  it("leave in a part that was added by hand what is drawn though it is empty, as the text does", () => {
    const value = { y: [1], marker: { colorbar: { x: 1 }, line: { width: 1 } } };
    const list = kept(
      { act: "insert", path: ["data", 3], value },
      { act: "remove", path: ["data", 3, "marker", "colorbar", "x"] },
      { act: "remove", path: ["data", 3, "marker", "line", "width"] },
    );
    assert.deepEqual(list[0]!.after, { y: [1], marker: { colorbar: {} } });
  });

  const acts: readonly FigureEdit[] = [
    { act: "set", path: ["data", 0, "marker", "color"], value: "blue" },
    { act: "set", path: ["data", 0, "name"], value: "broad bean" },
    { act: "set", path: ["data", 0, "line", "width"], value: 3 },
    { act: "remove", path: ["data", 1] },
    { act: "insert", path: ["layout", "shapes", 0], value: { type: "rect" } },
    { act: "set", path: ["layout", "annotations", 0, "text"], value: "thaw" },
    { act: "set", path: ["layout", "annotations", 0, "x"], value: 4 },
    { act: "move", path: ["layout", "annotations", 0], to: 1 },
    { act: "insert", path: ["layout", "colorway", 1], value: "c" },
    { act: "set", path: ["layout", "xaxis2", "range"], value: [0, 1] },
  ];

  it("are made again of a figure that is as it was", () => {
    const list = kept(...acts);
    assert.deepEqual(after(figure, list), editedValue(figure, acts));
    const again = applied(editedValue(figure, acts), list.slice(2, 4));
    assert.deepEqual([again.edits, again.already.length], [[], 2]);
  });

  it("are taken back in any order", () => {
    const list = kept(...acts);
    let value = after(figure, list);
    for (const edit of list.toReversed()) value = after(value, [reversed(edit)!]);
    assert.deepEqual(value, { ...figure, layout: { ...figure.layout, shapes: [] } });
    const rest = withoutEdit(list, 1);
    assert.deepEqual(
      after(figure, rest),
      editedValue(
        figure,
        acts.filter((_, index) => index !== 1),
      ),
    );
  });

  it("find their part by its name when traces come, go and change places", () => {
    const list = kept({ act: "set", path: ["data", 1, "marker", "size"], value: 9 });
    const other = {
      data: [
        { name: "oat", y: [1] },
        { name: "pea", y: [9] },
        { name: "bean", y: [1] },
      ],
      layout: {},
    };
    assert.deepEqual(applied(other, list).edits, [{ act: "set", path: ["data", 1, "marker", "size"], value: 9 }]);
    const moved = { ...other, data: other.data.toReversed().slice(1) };
    assert.deepEqual(applied(moved, list).edits[0]!.path.slice(0, 2), ["data", 0]);
  });

  it("are never made of another part, nor where the value has changed, and say so", () => {
    const list = kept(
      { act: "set", path: ["data", 0, "marker", "color"], value: "blue" },
      { act: "set", path: ["data", 2, "width"], value: 1 },
      { act: "set", path: ["layout", "xaxis2", "type"], value: "log" },
      { act: "set", path: ["layout", "title", "text"], value: "Yield" },
    );
    const {
      edits,
      lost,
      changed: differing,
    } = applied({ data: [{ name: "pea" }, { type: "bar", y: [6] }], layout: { title: { text: "Crop" } } }, list);
    assert.deepEqual(edits, []);
    assert.deepEqual(
      lost.map(({ why }) => why),
      [
        "Trace “bean” is not there any more.",
        "Trace 2 has neither a name nor a text, and the list has changed, so that it cannot be told.",
        "There is no `layout.xaxis2` any more.",
      ],
    );
    assert.deepEqual(
      differing.map(({ why, now }) => [why, now]),
      [["`layout.title.text` is not what it was before the edit.", "Crop"]],
    );
    assert.ok(areOfAnother(applied({ data: [] }, list.slice(0, 2))));
  });

  it("see a value that is written as older Plotly had it", () => {
    const list: HandEdit[] = [{ attribute: "layout.title.text", before: "Harvest", after: "Yield" }];
    assert.deepEqual(after({ data: [], layout: { title: "Harvest" } }, list), {
      data: [],
      layout: { title: { text: "Yield" } },
    });
    assert.equal(applied({ data: [], layout: { title: "Crop" } }, list).changed[0]!.now, "Crop");
  });
});

describe("The file of hand edits", () => {
  const list = kept(
    { act: "set", path: ["data", 0, "marker", "color"], value: "blue" },
    { act: "move", path: ["data", 0], to: 2 },
    { act: "remove", path: ["layout", "annotations", 0] },
  );

  it("is read as it was written", () => {
    assert.deepEqual(readEditsFile(writeEditsFile("harvest.plotly.json", list)), {
      ok: true,
      figure: "harvest.plotly.json",
      edits: list,
    });
    assert.deepEqual(
      ["tides.plotly.json", "tides.plotly", "tides.json", "TIDES.PLOTLY.JSON", "tides"].map(editsFileName),
      ["tides.edits.json", "tides.edits.json", "tides.edits.json", "TIDES.edits.json", "tides.edits.json"],
    );
  });

  it("says what is wrong with it", () => {
    const sentence = (text: string): string => {
      const read = readEditsFile(text);
      assert.ok(!read.ok);
      return read.sentence;
    };
    assert.match(sentence("{"), /^The file of edits is not JSON: .+\.$/);
    assert.match(sentence('{"version": 2, "edits": []}'), /later Plot Files/);
    assert.match(
      sentence('{"version": 1, "edits": [{"attribute": "a..b"}]}'),
      /At `edits\[0\]\.attribute`: It is no path\.$/,
    );
    assert.match(sentence('{"version": 1, "edits": [{}]}'), /either `attribute`, `moved` or `copied`\.$/);
    assert.match(sentence('{"data": []}'), /The file is no file of edits/);
    assert.match(sentence("[]"), /The file is no file of edits/);
  });

  it("has a schema of its own", () => {
    const schema = editsFileSchema() as { properties: { [name: string]: object }; required: string[] };
    assert.deepEqual(Object.keys(schema.properties), ["$schema", "version", "figure", "edits"]);
    assert.deepEqual(schema.required, ["version", "edits"]);
  });
});
