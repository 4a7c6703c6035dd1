import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Figure, JsonObject } from "../../../../src/figure/model/figure.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { migratePart, migrateText } from "../../../../src/figure/fixes/migrateText.ts";
import { applyEdits } from "../../../../src/figure/model/fix.ts";
import { migrateFigure } from "../../../../src/figure/migrate/migrate.ts";

/** The text brought up to date, held to reading as the migrated figure does and to needing nothing more. */
function migrated(text: string): string {
  const migration = migrateText(readFigureText(text));
  assert.ok(migration !== undefined, "nothing to migrate");
  const result = applyEdits(text, migration.edits);
  const wanted = migrateFigure(JSON.parse(text) as Figure, { keepUncomputed: true }).figure;
  assert.deepEqual(JSON.parse(result), JSON.parse(JSON.stringify(wanted)));
  assert.equal(migrateText(readFigureText(result)), undefined, "a migrated file must need no migration");
  return result;
}

describe("Bringing a figure file up to date", () => {
  it("rewrites titles and leaves the rest of the text alone", () => {
    const text = `{
  "data": [ {"type":"bar", "y":[1,2,  3]} ],
  "layout": {
    "title": "Tides",
    "xaxis": {
      "title": "Day",
      "titlefont": {
        "size": 14
      },
      "range": [0, 5]
    }
  }
}`;
    assert.equal(
      migrated(text),
      `{
  "data": [ {"type":"bar", "y":[1,2,  3]} ],
  "layout": {
    "title": {"text": "Tides"},
    "xaxis": {
      "title": {"text": "Day", "font": {"size": 14}},
      "range": [0, 5]
    }
  }
}`,
    );
  });

  it("renames a map and its traces without touching their data", () => {
    const text =
      '{"data":[{"type":"scattermapbox","lat":[1, 2],"lon":[3,4]}],"layout":{"mapbox":{"style":"open-street-map","zoom":3}}}';
    assert.equal(
      migrated(text),
      '{"data":[{"type":"scattermap","lat":[1, 2],"lon":[3,4]}],"layout":{"map":{"style":"open-street-map","zoom":3}}}',
    );
  });

  it("lets bars that lie down change x and y by name", () => {
    const text = '{"data": [{"type": "bar", "bardir": "h", "x": ["a", "b"], "y": [1,   2]}]}';
    assert.equal(migrated(text), '{"data": [{"type": "bar", "orientation": "h", "y": ["a", "b"], "x": [1,   2]}]}');
  });

  it("computes transforms where the data is in the file", () => {
    const text = `{"data": [
  {"type": "scatter", "name": "keep", "x": [1, 2], "y": [5, 6]},
  {"type": "scatter", "x": [1, 2, 3, 4], "y": [4, 3, 2, 1], "transforms": [{"type": "filter", "target": "y", "operation": ">", "value": 2}]},
  {"type": "bar", "x": ["p", "q"], "y": [1, 2], "transforms": [{"type": "groupby", "groups": ["a", "b"]}]},
  {"type": "bar", "name": "last", "x": ["p"], "y": [1]}
]}`;
    const result = migrated(text);
    const { data } = JSON.parse(result) as Figure;
    assert.deepEqual(
      data.map(({ y }) => y),
      [[5, 6], [4, 3], [1], [2], [1]],
    );
    assert.equal(result.split("\n").at(1), text.split("\n").at(1));
    assert.equal(result.split("\n").at(-2), text.split("\n").at(-2));
  });

  it("leaves transforms in the file whose data is not there, or stands beside references", () => {
    const filter = '"transforms": [{"type": "filter", "target": "y", "operation": ">", "value": 2}]';
    for (const trace of [
      `{"type": "scatter", "xsrc": "a:1:b", "ysrc": "a:1:c", ${filter}}`,
      `{"type": "scatter", "xsrc": "a:1:b", "y": [1, 2, 3], ${filter}}`,
      `{"type": "scatter", "y": [1], "transforms": [{"type": "myown"}]}`,
      `{"type": "scatter", "transforms": [{"type": "fit", "inputUid": "abc"}]}`,
    ])
      assert.equal(migrateText(readFigureText(`{"data": [${trace}]}`)), undefined, trace);
    const text = `{"data": [{"type": "heatmapgl", "zsrc": "a:1:c", ${filter}}]}`;
    assert.equal(migrated(text), text.replace("heatmapgl", "heatmap").replace("}]}]}", '}], "zsmooth": "fast"}]}'));
  });

  it("says what it changed, and nothing where nothing is to be done", () => {
    const { notes = [] } = migrateText(readFigureText('{"data": [], "layout": {"title": "T"}}')) ?? {};
    assert.deepEqual(notes, ["1 title was read as Plotly 1 and 2 wrote it, as a string."]);
    for (const text of ['{"data": []}', "[1]", '{"data": [', "", '{"data": [{"x": NaN}]}'])
      assert.equal(migrateText(readFigureText(text)), undefined, text);
  });

  describe("in part", () => {
    const text = '{"data": [], "layout": {"title": "T", "xaxis": {"title": "X", "titlefont": {"size": 3}}}}';

    it("changes one axis alone", () => {
      const { edits = [] } = migratePart(readFigureText(text), ["layout", "xaxis"]) ?? {};
      assert.equal(
        applyEdits(text, edits),
        '{"data": [], "layout": {"title": "T", "xaxis": {"title": {"text": "X", "font": {"size": 3}}}}}',
      );
    });

    it("is refused where parts must change together, and where nothing needs it", () => {
      const polar = '{"data": [{"r": [1, 2], "t": [0, 90]}], "layout": {"radialaxis": {"range": [0, 3]}}}';
      assert.equal(migratePart(readFigureText(polar), ["data", 0]), undefined);
      assert.equal(migratePart(readFigureText(text), ["layout", "yaxis"]), undefined);
    });
  });

  it("keeps a byte order mark and line ends", () => {
    const text = '\uFEFF{\r\n  "data": [],\r\n  "layout": {\r\n    "title": "T"\r\n  }\r\n}\r\n';
    const { edits = [] } = migrateText(readFigureText(text)) ?? {};
    assert.equal(applyEdits(text, edits), text.replace('"T"', '{\r\n      "text": "T"\r\n    }'));
  });

  const filter = [{ type: "filter", target: "y", operation: ">", value: 1 }];
  const oldTrace = fc.constantFrom<JsonObject>(
    { type: "bar", x: ["a", "b"], y: [1, 2], name: "as today" },
    { type: "bar", bardir: "h", x: ["a", "b"], y: [1, 2], error_x: { opacity: 0.5, array: [1, 1] } },
    { type: "scattermapbox", subplot: "mapbox2", lat: [1, 2], lon: [3, 4] },
    { type: "heatmapgl", z: [[1], [2]], colorbar: { title: "Heat", titleside: "right" } },
    { type: "pointcloud", x: [1], y: [2] },
    { type: "scatter", x: [1, 2, 3], y: [3, 1, 2], transforms: filter, marker: { size: [1, 2, 3] } },
    { type: "scatter", x: [1, 2], y: [3, 4], transforms: [{ type: "groupby", groups: ["p", "q"] }] },
    {
      type: "scatter",
      x: ["u", "u"],
      y: [3, 4],
      transforms: [{ type: "aggregate", groups: "x", aggregations: [{ target: "y", func: "sum" }] }],
    },
    { type: "scatter", xsrc: "a:1:b", y: [1, 2], transforms: filter },
    { type: "pie", values: [1], title: "P", titlefont: { size: 3 } },
    { r: [1, 2], t: [0, 90] },
    { type: "surface", z: [[1, 2]], zmin: 0, zmax: 3 },
  );
  const oldLayout = fc.record(
    {
      title: fc.constantFrom<unknown>("T", { text: "T" }, ""),
      titlefont: fc.constant({ size: 3 }),
      xaxis: fc.constantFrom<unknown>(
        { title: "X", autotick: false },
        { title: { text: "X" }, titlefont: { size: 2 } },
      ),
      mapbox2: fc.constant({ style: "stamen-toner", accesstoken: "pk" }),
      annotations: fc.constant([{ ref: "paper", text: "a" }, { text: "b" }]),
      scene: fc.constant({ xaxis: { title: "sx" }, cameraposition: [[0.1, 0.2, 0.3, 0.4], [0, 0, 0], 2] }),
      template: fc.constant({ data: { heatmapgl: [{ type: "heatmapgl" }] }, layout: { title: "t" } }),
    },
    { requiredKeys: [] },
  );

  it("gives the migrated figure, whatever is old in it and however it is laid out, and nothing is left to do then", () => {
    const figure = fc.record({ data: fc.array(oldTrace, { maxLength: 6 }), layout: oldLayout });
    fc.assert(
      fc.property(figure, fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        if (migrateText(readFigureText(text)) !== undefined) migrated(text);
      }),
      { numRuns: 100 },
    );
  });
});
