import assert from "node:assert/strict";
import type { FigureEdit } from "../../../../src/figure/edits/edit.ts";
import type { Json } from "../../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../../src/figure/model/path.ts";
import { changed, edited, refused } from "./support.ts";

const set = (path: FigurePath, value: Json): FigureEdit => ({ act: "set", path, value });
const remove = (...path: FigurePath): FigureEdit => ({ act: "remove", path });
const insert = (path: FigurePath, value: Json): FigureEdit => ({ act: "insert", path, value });
const move = (path: FigurePath, to: number): FigureEdit => ({ act: "move", path, to });
const copy = (path: FigurePath, to: number): FigureEdit => ({ act: "copy", path, to });

const spaced = `{
  "data" : [ {"y":[1,2,  3], "name": "A"},
    {"y": [4]} ],
  "layout": {
      "title": {"text": "Tides"},
      "width":400
  }
}
`;

describe("An edit of a figure's text", () => {
  it("changes the value and leaves every other character", () => {
    assert.equal(edited(spaced, [set(["data", 0, "name"], "B")]), spaced.replace('"A"', '"B"'));
    assert.equal(edited(spaced, [set(["layout", "width"], 500)]), spaced.replace("400", "500"));
  });

  it("is none where the value stands there already", () => {
    const edits = [
      set(["layout", "width"], 400),
      set(["data", 0, "y"], [1, 2, 3]),
      set(["layout", "title"], { text: "Tides" }),
    ];
    assert.deepEqual(changed(spaced, edits).edits, []);
    assert.deepEqual(changed('{"data":[{"x":[1.0,2e0]}]}', [set(["data", 0, "x"], [1, 2])]).edits, []);
  });

  it("makes the containers that are missing", () => {
    assert.equal(
      edited('{"data": []}', [set(["layout", "xaxis", "title", "text"], "Hours")]),
      '{"data": [], "layout": {"xaxis": {"title": {"text": "Hours"}}}}',
    );
    assert.equal(
      edited('{\n\t"data": [],\n\t"layout": {}\n}', [insert(["layout", "annotations", 0], { text: "Here" })]),
      '{\n\t"data": [],\n\t"layout": {\n\t\t"annotations": [\n\t\t\t{\n\t\t\t\t"text": "Here"\n\t\t\t}\n\t\t]\n\t}\n}',
    );
  });

  it("does edits that need each other as one", () => {
    const { text, edits } = changed('{"data":[{"y":[1]},{"y":[2]}],"layout":{"width":1}}', [
      insert(["layout", "annotations", 0], { text: "a" }),
      set(["layout", "annotations", 0, "font", "size"], 12),
      set(["layout", "width"], 2),
      set(["layout", "width"], 3),
      move(["data", 0], 1),
      set(["data", 1, "name"], "first"),
    ]);
    assert.equal(
      text,
      '{"data":[{"y":[2]},{"name":"first","y":[1]}],"layout":{"width":3,"annotations":[{"text":"a","font":{"size":12}}]}}'.replace(
        '{"name":"first","y":[1]}',
        '{"y":[1],"name":"first"}',
      ),
    );
    assert.ok(edits.length <= 4);
  });

  it("moves and copies the text of a trace as it stands", () => {
    const text = '{"data": [\n  {"y": [1,   2,3]},\n  {"y": [4]},\n  {"y": [5]}\n]}';
    assert.equal(
      edited(text, [move(["data", 0], 2)]),
      '{"data": [\n  {"y": [4]},\n  {"y": [5]},\n  {"y": [1,   2,3]}\n]}',
    );
    assert.equal(
      edited(text, [move(["data", 2], 0)]),
      '{"data": [\n  {"y": [5]},\n  {"y": [1,   2,3]},\n  {"y": [4]}\n]}',
    );
    assert.equal(
      edited(text, [copy(["data", 0], 1), set(["data", 1, "name"], "again")]),
      '{"data": [\n  {"y": [1,   2,3]},\n  {"y": [1,   2,3], "name": "again"},\n  {"y": [4]},\n  {"y": [5]}\n]}',
    );
  });

  it("removes objects that become empty, but no trace, no layout, no element", () => {
    const text =
      '{"data": [{"marker": {"line": {"width": 2}}}], "layout": {"shapes": [{"type": "rect"}], "xaxis": {"rangeslider": {"thickness": 0.1}}}}';
    assert.equal(
      edited(text, [remove("data", 0, "marker", "line", "width")]),
      text.replace('{"marker": {"line": {"width": 2}}}', "{}"),
    );
    assert.equal(edited(text, [remove("layout", "shapes", 0, "type")]), text.replace('{"type": "rect"}', "{}"));
    assert.equal(
      edited(text, [remove("layout", "xaxis", "rangeslider", "thickness")]),
      text.replace('{"thickness": 0.1}', "{}"),
    );
    assert.equal(
      edited('{"layout": {"xaxis": {"title": {"text": "a"}}}}', [remove("layout", "xaxis", "title", "text")]),
      '{"layout": {}}',
    );
    assert.deepEqual(changed(text, [remove("layout", "width")]).edits, []);
  });

  it("edits the last of members with the same name, and removes them all", () => {
    const text = '{"data": [], "layout": {"width": 1, "height": 2, "width": 3}}';
    assert.equal(edited(text, [set(["layout", "width"], 4)]), text.replace("3", "4"));
    assert.equal(edited(text, [remove("layout", "width")]), '{"data": [], "layout": {"height": 2}}');
  });

  it("finds its place in lists that the structure does not tell", () => {
    const y = Array.from({ length: 2000 }, (_, index) => index);
    const text = JSON.stringify({ data: [{ y, z: [y, [1, [2, "],"]]] }] });
    const after = edited(text, [
      set(["data", 0, "y", 1500], "a"),
      set(["data", 0, "y", 2000], "end"),
      remove("data", 0, "y", 0),
      set(["data", 0, "z", 1, 1, 0], 5),
      move(["data", 0, "z", 1], 0),
    ]);
    const value = JSON.parse(after) as { data: [{ y: Json[]; z: Json[] }] };
    assert.deepEqual(value.data[0].y, [...y.slice(1, 1500), "a", ...y.slice(1501), "end"]);
    assert.deepEqual(value.data[0].z, [[1, [5, "],"]], y]);
  });

  it("edits the figure within a larger file", () => {
    const text =
      '{"data": {"application/json": 1}, "outputs": [{"fig": {"data": [{"type": "bar", "y": [1]}], "layout": {}}}]}';
    const base = ["outputs", 0, "fig"];
    assert.equal(edited(text, [set(["layout", "width"], 1)], base), text.replace("{}}}", '{"width": 1}}}'));
    assert.match(refused(text, [set(["layout", "width"], 1)], ["outputs", 1]), /There is no figure at `outputs\[1\]`/);
  });

  it("refuses what has no place, and changes nothing then", () => {
    const text = '{"data": [{"y": [1]}], "layout": {"title": {"text": "a"}}}';
    assert.match(
      refused(text, [set(["layout", "width"], 1), set(["data", 3, "name"], "x")]),
      /Nothing was changed. There is no `data\[3\]/,
    );
    assert.match(refused(text, [set(["data", "name"], "x")]), /`data` is a list/);
    assert.match(refused(text, [set(["layout", 0], "x")]), /`layout` is no list/);
    assert.match(refused(text, [move(["data", 0], 5)]), /There is no/);
    assert.match(refused('{"data": [NaN]}', [set(["layout", "width"], 1)]), /The text has a mistake/);
    assert.match(refused('{"data": []', [set(["layout", "width"], 1)]), /The text has a mistake/);
    assert.match(refused("[1]", [set(["layout", "width"], 1)]), /The file has no figure/);
  });
});

describe("An edit of a figure as older Plotly had it", () => {
  const old = '{"data": [], "layout": {"title": "Tides", "titlefont": {"size": 20}, "xaxis": {"title": "Hours"}}}';

  it("rewrites the text of a title whose settings are changed", () => {
    assert.equal(
      edited(old, [set(["layout", "xaxis", "title", "font", "size"], 12)]),
      old.replace('"Hours"', '{"text": "Hours", "font": {"size": 12}}'),
    );
    assert.equal(
      edited(old, [set(["layout", "title", "font", "color"], "red")]),
      '{"data": [], "layout": {"title": {"text": "Tides", "font": {"size": 20, "color": "red"}}, "xaxis": {"title": "Hours"}}}',
    );
    assert.equal(edited(old, [set(["layout", "title", "text"], "Ebb")]), old.replace('"Tides"', '{"text": "Ebb"}'));
  });

  it("removes what is written elsewhere, and rewrites nothing where there is nothing", () => {
    assert.equal(
      edited(old, [remove("layout", "title", "font", "size")]),
      '{"data": [], "layout": {"title": {"text": "Tides"}, "xaxis": {"title": "Hours"}}}',
    );
    assert.equal(
      edited(old, [remove("layout", "xaxis", "title", "text")]),
      old.replace(', "xaxis": {"title": "Hours"}', ""),
    );
    assert.deepEqual(
      changed(old, [remove("layout", "title", "font", "color"), remove("layout", "xaxis", "title", "font")]).edits,
      [],
    );
  });

  it("reads other names of old", () => {
    const text = '{"data": [{"type": "surface", "zmin": 1, "scl": "Jet"}], "layout": {"xaxis1": {"autotick": false}}}';
    assert.equal(
      edited(text, [set(["data", 0, "cmin"], 2)]),
      text.replace('"zmin": 1, "scl": "Jet"', '"scl": "Jet", "cmin": 2'),
    );
    assert.equal(
      edited(text, [set(["layout", "xaxis", "tickmode"], "array")]),
      text.replace('{"xaxis1": {"autotick": false}}', '{"xaxis": {"tickmode": "array"}}'),
    );
    assert.match(
      refused('{"data": [], "layout": {"mapbox": {}}}', [set(["layout", "map", "zoom"], 2)]),
      /Bring the figure up to date first/,
    );
  });
});
