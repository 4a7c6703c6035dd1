import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { TextDocument } from "vscode";
import { draftOfFigure } from "../../../src/workbench/createPlot/figureDraft.ts";
import type { PlotDraft } from "../../../src/workbench/createPlot/draft/plotDraft.ts";
import { Outlines } from "../../../src/workbench/figures/outlines.ts";
import { deleteFigures, openFigure } from "../support/figures.ts";

describe("The draft of a plot from a figure file", () => {
  afterEach(deleteFigures);

  async function refused(text: string): Promise<{ sentence: string; marked: string }> {
    const document = await openFigure(text);
    const drafted = await draftOfFigure(document, new Outlines());
    ok(drafted?.ok === false);
    unchanged(document, text);
    return { sentence: drafted.sentence, marked: text.slice(drafted.span.start, drafted.span.end) };
  }
  async function draft(text: string, ending?: string): Promise<PlotDraft> {
    const document = await openFigure(text, ending);
    const drafted = await draftOfFigure(document, new Outlines());
    ok(drafted?.ok, drafted?.ok === false ? drafted.sentence : "");
    unchanged(document, text);
    return drafted.draft;
  }
  function unchanged(document: TextDocument, text: string) {
    equal(document.getText(), text);
    equal(document.version, 1);
    equal(document.isDirty, false);
  }

  const broken: readonly (readonly [what: string, text: string, marked: string, sentence: RegExp])[] = [
    ["with a comma missing", `{"data": [{"y": [1, 2 3]}]}`, "3", /./],
    ["that is empty", "", "", /./],
    ["that holds a Python dict", `{'data': [{'y': [1]}]}`, `'`, /Python/],
    ["with NaN", `{"data": [{"y": [1, NaN]}]}`, "NaN", /NaN/],
    ["without data and layout", `{"points": []}`, "{", /figure/],
    ["whose data is no list", `{"data": {"y": [1]}}`, "{", /list of traces/],
    [
      "with a typed array that cannot be read",
      `{"data": [{"y": {"dtype": "f8", "bdata": "AAA="}}]}`,
      `{"dtype"`,
      /data\[0\]\.y/,
    ],
  ];
  for (const [what, text, marked, sentence] of broken) {
    it(`is refused for a text ${what}, with the place`, async () => {
      const found = await refused(text);
      match(found.sentence, sentence);
      match(found.sentence, /\.$/);
      ok(found.marked.startsWith(marked), `${found.marked} begins with ${marked}`);
    });
  }

  it("moves every array of data into a column named by its path, and refers to it", async () => {
    const text = `{"data": [{"type": "bar", "x": ["a", "b"], "y": {"dtype": "i1", "bdata": "AQI="},
      "marker": {"color": [3, 4]}}], "layout": {"xaxis": {"range": [0, 1]}}}`;
    const { columns, place, document } = await draft(text);
    deepEqual(columns, [
      { name: "data.0.x", data: ["a", "b"], order: 0 },
      { name: "data.0.y", data: [1, 2], order: 1 },
      { name: "data.0.marker.color", data: [3, 4], order: 2 },
    ]);
    ok(document);
    const uids = new Map(columns.map(({ name }, index) => [name, `uid${index}`]));
    deepEqual(place("me:7", uids, "name"), {
      data: [{ type: "bar", xsrc: "me:7:uid0", ysrc: "me:7:uid1", marker: { colorsrc: "me:7:uid2" } }],
      layout: { xaxis: { range: [0, 1] } },
    });
  });

  it("needs no grid where the figure has only references", async () => {
    const { columns, place, sourceFid } = await draft(`{"data": [{"ysrc": "me:1:abc123"}]}`);
    deepEqual(columns, []);
    equal(sourceFid, undefined);
    deepEqual(place("", new Map(), ""), { data: [{ ysrc: "me:1:abc123" }] });
  });

  it("leaves out what is for the page that draws", async () => {
    const { place } = await draft(`{"data": [], "layout": {}, "config": {"responsive": true}, "extra": 1}`);
    deepEqual(place("", new Map(), ""), { data: [], layout: {} });
  });

  it("keeps frames", async () => {
    const { columns, place } = await draft(`{"data": [], "frames": [{"name": "a", "data": [{"y": [1]}]}]}`);
    deepEqual(
      columns.map(({ name }) => name),
      ["frames.0.data.0.y"],
    );
    const placed = place("me:1", new Map([["frames.0.data.0.y", "u1"]]), "");
    deepEqual(placed.frames, [{ name: "a", data: [{ ysrc: "me:1:u1" }] }]);
  });

  it("is called like the file, without its endings", async () => {
    for (const ending of [".plotly.json", ".plotly", ".json"]) {
      match((await draft(`{"data": []}`, ending)).suggestedName, /^test-\d+$/);
    }
  });
});
