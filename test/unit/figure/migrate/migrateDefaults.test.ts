import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import type { Figure, JsonObject } from "../../../../src/figure/model/figure.ts";
import { migrateFigure } from "../../../../src/figure/migrate/migrate.ts";
import { validate } from "../engine/engine.ts";

const cases = new URL("../../../fixtures/cases/", import.meta.url);

function caseFile(name: string): Figure {
  return JSON.parse(readFileSync(new URL(name, cases), "utf8")) as Figure;
}

const country: JsonObject = { type: "choropleth", locations: ["CAN"], z: [1] };
const point: JsonObject = { type: "scattermap", lat: [1], lon: [1] };
const matrix: JsonObject = {
  type: "splom",
  dimensions: [
    { label: "a", values: [1] },
    { values: [2], axis: { type: "log" } },
  ],
};
const overlaying = { yaxis2: { overlaying: "y", side: "right" } };

function drawnBefore4(figure: Figure): Figure {
  const { figure: migrated } = migrateFigure(figure, { writtenFor: "before-4" });
  assert.equal(migrateFigure(migrated, { writtenFor: "before-4" }).figure, migrated);
  assert.deepEqual(validate(migrated), []);
  return migrated;
}

/** Expectations are those of plotly.js 2.35.3 and 1.58.5, drawn beside 4.1.1. */
describe("defaults that Plotly 4 changed", () => {
  it("are those of before in figures that show their age", () => {
    const map = migrateFigure(caseFile("20-mapbox-noview.plotly.json"));
    assert.deepEqual(map.figure.layout?.["map"], { style: "white-bg", center: { lat: 0, lon: 0 }, zoom: 1 });
    const axes = migrateFigure(caseFile("21-old-y2.plotly.json"));
    assert.deepEqual(axes.figure.layout?.["yaxis2"], {
      title: { text: "b" },
      overlaying: "y",
      side: "right",
      tickmode: "auto",
    });
    const countries = migrateFigure(caseFile("22-old-choropleth.plotly.json"));
    assert.deepEqual(countries.figure.layout?.["geo"], { fitbounds: false });
    for (const { figure, notes, defaults } of [map, axes, countries]) {
      assert.deepEqual(defaults, { writtenFor: "before-4", saidBy: "figure", unchosen: "before-4" });
      assert.match(notes.at(-1) ?? "", /as before Plotly 4/);
      assert.equal(migrateFigure(figure).figure, figure);
    }
  });

  const marks: { readonly [mark: string]: Partial<Figure> } = {
    "a title that is a text": { layout: { title: "Old" } },
    "an empty one": { layout: { xaxis: { title: "" } } },
    "the template of plotly.py before 7": {
      layout: { template: { data: { scattermapbox: [{ type: "scattermapbox" }] } } },
    },
    "a template of Chart Studio": { layout: { template: { themeRef: "PLOTLY_WHITE" } } },
    "Chart Studio's settings": { config: { linkText: "Edit" } },
    "what Chart Studio keeps of columns": { data: [{ y: [1], meta: { columnNames: { y: "b" } } }] },
    "an old name": { data: [{ type: "heatmap", z: [[1]], scl: "Jet" }] },
  };
  for (const [mark, part] of Object.entries(marks)) {
    it(`show in ${mark}`, () => {
      const { defaults } = migrateFigure({ ...part, data: [country, ...(part.data ?? [])] }, { otherwise: "newest" });
      assert.deepEqual(defaults, { writtenFor: "before-4", saidBy: "figure", unchosen: "before-4" });
    });
  }

  it("are today's, or those that the setting names, where the figure does not show its age", () => {
    const figure: Figure = { data: [country, { y: [1], marker: { color: "ff0000" } }] };
    assert.deepEqual(migrateFigure(figure).defaults, { writtenFor: "newest", saidBy: "setting", unchosen: "newest" });
    const before = migrateFigure(figure, { otherwise: "before-4" });
    assert.deepEqual(before.defaults, { writtenFor: "before-4", saidBy: "setting", unchosen: "before-4" });
    assert.deepEqual(before.figure.layout, { geo: { fitbounds: false } });
  });

  it("are those that a person chose, whatever the figure shows", () => {
    const figure: Figure = { data: [country], layout: { title: "Old" } };
    const { figure: migrated, defaults } = migrateFigure(figure, { writtenFor: "newest" });
    assert.deepEqual(defaults, { writtenFor: "newest", saidBy: "person", unchosen: "before-4" });
    assert.deepEqual(migrated.layout, { title: { text: "Old" } });
  });

  it("make no difference, and nothing is told of them, where the figure states all of it", () => {
    const figure: Figure = {
      data: [country, point, { y: [1], yaxis: "y2" }],
      layout: { geo: { fitbounds: "geojson" }, map: { zoom: 3 }, yaxis2: { overlaying: "y", dtick: 5 }, title: "Old" },
    };
    assert.equal(migrateFigure(figure).defaults, undefined);
    assert.equal(migrateFigure({ data: [{ y: [1] }] }, { otherwise: "before-4" }).defaults, undefined);
  });

  it("of a map of countries are left alone where the figure says where to look", () => {
    for (const geo of [{ center: { lon: 3 } }, { projection: { scale: 2 } }, { fitbounds: "locations" }])
      assert.equal(migrateFigure({ data: [country], layout: { geo } }, { writtenFor: "before-4" }).defaults, undefined);
    const template = { layout: { geo: { fitbounds: "locations" } } };
    assert.equal(
      migrateFigure({ data: [country], layout: { template } }, { writtenFor: "before-4" }).defaults,
      undefined,
    );
    const scoped = drawnBefore4({ data: [{ ...country, geo: "geo2" }], layout: { geo2: { scope: "europe" } } });
    assert.deepEqual(scoped.layout, { geo2: { scope: "europe", fitbounds: false } });
  });

  it("of the ticks of an overlaying axis are left alone where it says which, or shows categories", () => {
    const tick = (axis: JsonObject): unknown =>
      migrateFigure(
        { data: [{ y: [1], yaxis: "y2" }], layout: { yaxis2: { overlaying: "y", ...axis } } },
        { writtenFor: "before-4" },
      ).defaults;
    for (const axis of [
      { tickmode: "sync" },
      { dtick: 1 },
      { tickvals: [1] },
      { type: "category" },
      { overlaying: false },
    ])
      assert.equal(tick(axis), undefined, JSON.stringify(axis));
    assert.notEqual(tick({ nticks: 3 }), undefined);
  });

  it("of a scatter matrix are written into each dimension that says nothing", () => {
    const { data } = drawnBefore4({ data: [matrix] });
    assert.deepEqual(data[0]?.["dimensions"], [
      { label: "a", values: [1], axis: { matches: false } },
      { values: [2], axis: { type: "log", matches: false } },
    ]);
    const chosen = { type: "splom", dimensions: [{ values: [1], axis: { matches: true } }] };
    assert.equal(migrateFigure({ data: [chosen] }, { writtenFor: "before-4" }).defaults, undefined);
  });

  it("hold for all subplots that the traces are drawn in, and share data with the figure", () => {
    const figure: Figure = {
      data: [
        country,
        { ...point, subplot: "map2" },
        { type: "scattergeo", geo: "geo3", lon: [1], lat: [1] },
        { y: [1] },
        { y: [1], yaxis: "y2" },
      ],
      layout: overlaying,
    };
    const { layout, data } = drawnBefore4(figure);
    assert.deepEqual(layout, {
      yaxis2: { overlaying: "y", side: "right", tickmode: "auto" },
      geo: { fitbounds: false },
      geo3: { fitbounds: false },
      map2: { center: { lat: 0, lon: 0 }, zoom: 1 },
    });
    assert.equal(data[0], country);
  });

  it("change nothing else, whatever else stands in the figure", () => {
    const anyTrace = fc.constantFrom(country, point, matrix, { y: [1] }, { type: "bar", y: [1] });
    const anyLayout = fc.record(
      {
        yaxis2: fc.constantFrom(overlaying.yaxis2, {}),
        geo: fc.constantFrom({}, { fitbounds: false }, { center: { lat: 1 } }),
        map: fc.constantFrom({}, { zoom: 0 }, { center: { lat: 1, lon: 2 } }),
        width: fc.nat(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(anyTrace, { maxLength: 3 }), anyLayout, (data, layout) => {
        const figure: Figure = { data, layout };
        const newest = migrateFigure(figure, { writtenFor: "newest" });
        assert.equal(newest.figure, figure);
        const { figure: before, notes, defaults } = migrateFigure(figure, { writtenFor: "before-4" });
        assert.equal(defaults === undefined, before === figure);
        assert.equal(notes.length > 0, before !== figure);
        for (const [key, value] of Object.entries(layout)) {
          const after = before.layout?.[key];
          if (typeof value === "object") assert.deepEqual({ ...(after as JsonObject), ...value }, after);
          else assert.equal(after, value);
        }
      }),
    );
  });
});
