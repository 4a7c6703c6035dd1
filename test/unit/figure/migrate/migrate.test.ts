import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Figure, Json, JsonObject } from "../../../../src/figure/model/figure.ts";
import { migrateFigure } from "../../../../src/figure/migrate/migrate.ts";
import { validate } from "../engine/engine.ts";

function freeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
}

/** All that the tests below migrated, for the engine to look at in one go. */
const seen: Figure[] = [];

/** Migrates a frozen figure, and holds the result to being migrated already. */
function migrate(figure: Figure): { figure: Figure; notes: readonly string[] } {
  const migrated = migrateFigure(freeze(figure));
  const again = migrateFigure(migrated.figure);
  assert.equal(again.figure, migrated.figure, "a migrated figure must need no migration");
  assert.deepEqual(again.notes, []);
  seen.push(migrated.figure);
  return migrated;
}

function migrateTrace(trace: JsonObject): JsonObject {
  const [migrated] = migrate({ data: [trace] }).figure.data;
  assert.ok(migrated !== undefined);
  return migrated;
}

function migrateLayout(layout: JsonObject): JsonObject | undefined {
  return migrate({ data: [{ x: [1], y: [1] }], layout }).figure.layout;
}

describe("reading figures of older Plotly", () => {
  it("gives the very figure back when today's engine reads it as it is", () => {
    const figure: Figure = {
      data: [
        { type: "scatter", x: [1, 2], y: ["rgb(1, 2, 3)", "ff0000"], marker: { color: ["#fff", "red"] } },
        { type: "heatmap", z: [[1]], colorbar: { title: { text: "t" } }, colorscale: "Viridis" },
      ],
      layout: { title: { text: "t" }, xaxis: { title: { text: "x" }, tickmode: "auto" }, colorway: ["#fff", "red"] },
      frames: [{ name: "f", data: [{ y: [1] }], layout: { title: { text: "f" } } }],
    };
    const { figure: migrated, notes } = migrate(figure);
    assert.equal(migrated, figure);
    assert.deepEqual(notes, []);
  });

  it("shares the traces, the layout and all data that it need not change", () => {
    const figure: Figure = {
      data: [
        { type: "scatter", x: [1], y: [1] },
        { type: "heatmapgl", z: [[1, 2]], x: [1, 2] },
      ],
      layout: { xaxis: { title: { text: "x" } } },
    };
    const { figure: migrated } = migrate(figure);
    assert.equal(migrated.data[0], figure.data[0]);
    assert.equal(migrated.data[1]?.["z"], figure.data[1]?.["z"]);
    assert.equal(migrated.data[1]?.["x"], figure.data[1]?.["x"]);
    assert.equal(migrated.layout, figure.layout);
  });

  describe("titles", () => {
    it("reads strings wherever Plotly 1 wrote them", () => {
      const { figure, notes } = migrate({
        data: [
          { type: "heatmap", z: [[1]], colorbar: { title: "Heat" } },
          { type: "scatter", x: [1], y: [1], mode: "markers", marker: { color: [1], colorbar: { title: "Colour" } } },
          { type: "pie", values: [1], title: "Pie", titlefont: { size: 20 }, titleposition: "top left" },
          {
            type: "carpet",
            a: [1, 2],
            b: [1, 2],
            y: [
              [1, 2],
              [1, 2],
            ],
            aaxis: { title: "A", titleoffset: 5 },
          },
        ],
        layout: {
          title: "Main",
          titlefont: { size: 30 },
          xaxis: { title: "Across" },
          yaxis2: { title: 7, titlefont: { color: "red" } },
          scene: { zaxis: { title: "Up" } },
          polar: { radialaxis: { title: "Out" } },
          ternary: { aaxis: { title: "A" } },
          coloraxis: { colorbar: { title: "Shared", titleside: "right" } },
        },
      });
      assert.deepEqual(figure.layout, {
        title: { text: "Main", font: { size: 30 } },
        xaxis: { title: { text: "Across" } },
        yaxis2: { title: { text: 7, font: { color: "red" } } },
        scene: { zaxis: { title: { text: "Up" } } },
        polar: { radialaxis: { title: { text: "Out" } } },
        ternary: { aaxis: { title: { text: "A" } } },
        coloraxis: { colorbar: { title: { text: "Shared", side: "right" } } },
      });
      assert.deepEqual(figure.data[0]?.["colorbar"], { title: { text: "Heat" } });
      assert.deepEqual(figure.data[2]?.["title"], { text: "Pie", font: { size: 20 }, position: "top left" });
      assert.deepEqual(figure.data[3]?.["aaxis"], { title: { text: "A", offset: 5 } });
      assert.deepEqual(notes, [
        "11 titles were read as Plotly 1 and 2 wrote them, as strings.",
        "6 settings of titles (titlefont, titleside, titleposition or titleoffset) were moved into their titles.",
      ]);
    });

    it("says one title in the singular", () => {
      assert.deepEqual(migrate({ data: [{ y: [1] }], layout: { title: "T" } }).notes, [
        "1 title was read as Plotly 1 and 2 wrote it, as a string.",
      ]);
    });

    it("does not speak of the empty titles that Plotly 1 wrote everywhere", () => {
      const { figure, notes } = migrate({ data: [{ y: [1] }], layout: { title: "", xaxis: { title: "" } } });
      assert.deepEqual(figure.layout, { title: { text: "" }, xaxis: { title: { text: "" } } });
      assert.deepEqual(notes, []);
    });

    it("keeps a title's own setting over the old one", () => {
      assert.deepEqual(migrateLayout({ title: { text: "T", font: { size: 1 } }, titlefont: { size: 2 } }), {
        title: { text: "T", font: { size: 1 } },
      });
    });

    it("leaves titles in the author's own data alone", () => {
      const figure: Figure = { data: [{ y: [1], meta: { title: "mine" }, customdata: [{ title: "mine" }] }] };
      assert.equal(migrate(figure).figure, figure);
    });
  });

  it("reads the titles of frames and templates", () => {
    const { figure, notes } = migrate({
      data: [{ type: "heatmap", z: [[1]] }],
      layout: {
        template: {
          data: {
            heatmap: [{ type: "heatmap", colorbar: { title: "H" } }],
            heatmapgl: [{ type: "heatmapgl", colorbar: { ticks: "" } }],
            scattermapbox: [{ type: "scattermapbox", marker: { size: 3 } }],
            pointcloud: [{ type: "pointcloud" }],
          },
          layout: { title: "T", mapbox: { style: "light" }, xaxis: { autotick: true } },
        },
      },
      frames: [{ data: [{ colorbar: { title: "F" } }], layout: { xaxis: { title: "X" } } }],
    });
    assert.deepEqual(figure.layout?.["template"], {
      data: {
        heatmap: [{ type: "heatmap", colorbar: { title: { text: "H" } } }],
        scattermap: [{ type: "scattermap", marker: { size: 3 } }],
      },
      layout: { title: { text: "T" }, map: { style: "light" }, xaxis: { tickmode: "auto" } },
    });
    assert.deepEqual(figure.frames, [
      { data: [{ colorbar: { title: { text: "F" } } }], layout: { xaxis: { title: { text: "X" } } } },
    ]);
    assert.deepEqual(notes, ["2 titles were read as Plotly 1 and 2 wrote them, as strings."]);
  });

  describe("trace types", () => {
    it("draws heatmapgl as a heatmap, smoothed as it was", () => {
      assert.deepEqual(migrateTrace({ type: "heatmapgl", z: [[1, 2]] }), {
        type: "heatmap",
        z: [[1, 2]],
        zsmooth: "fast",
      });
      assert.equal(migrateTrace({ type: "heatmapgl", z: [[1, 2]], zsmooth: false })["zsmooth"], false);
    });

    it("draws contourgl as a contour", () => {
      assert.deepEqual(migrateTrace({ type: "contourgl", z: [[1, 2]] }), { type: "contour", z: [[1, 2]] });
    });

    it("draws a pointcloud as scattergl, its pairs taken apart", () => {
      const marker = { color: "red", sizemin: 1, sizemax: 2, blend: true, border: { color: "blue", arearatio: 0.5 } };
      assert.deepEqual(migrateTrace({ type: "pointcloud", xy: [1, 2, 3, 4], indices: [0, 1], marker }), {
        type: "scattergl",
        mode: "markers",
        x: [1, 3],
        y: [2, 4],
        marker: { color: "red", size: 1.59, line: { color: "blue", width: 1 } },
      });
    });

    it("draws Mapbox traces on maps, each on its own", () => {
      const { figure, notes } = migrate({
        data: [
          { type: "scattermapbox", lat: [1], lon: [2] },
          { type: "densitymapbox", lat: [1], lon: [2], subplot: "mapbox2" },
          { type: "choroplethmapbox", geojson: {}, locations: ["a"], z: [1], subplot: "mapbox" },
        ],
        layout: {
          mapbox: {
            accesstoken: "pk.x",
            style: "mapbox://styles/mapbox/dark-v10",
            center: { lat: 1, lon: 2 },
            zoom: 3,
          },
          mapbox2: { style: "stamen-terrain" },
        },
      });
      assert.deepEqual(
        figure.data.map(({ type, subplot }) => [type, subplot]),
        [
          ["scattermap", undefined],
          ["densitymap", "map2"],
          ["choroplethmap", undefined],
        ],
      );
      assert.deepEqual(figure.layout, {
        map: { style: "dark", center: { lat: 1, lon: 2 }, zoom: 3 },
        map2: { style: "outdoors", center: { lat: 0, lon: 0 }, zoom: 1 },
      });
      assert.deepEqual(notes, [
        "3 Mapbox traces are drawn on MapLibre maps, since Plotly 4 dropped Mapbox.",
        "2 map styles that only Mapbox or Stamen served were replaced by the nearest that are free.",
        "1 map is shown as far out as before Plotly 4, which goes close to the data.",
      ]);
    });

    it("does not let a Mapbox map take the place of a map", () => {
      const { figure } = migrate({
        data: [
          { type: "scattermap", lat: [1], lon: [1] },
          { type: "scattermapbox", lat: [1], lon: [1] },
        ],
        layout: { map: { zoom: 1 }, mapbox: { zoom: 2, style: "open-street-map" } },
      });
      assert.deepEqual(figure.layout, { map: { zoom: 1 }, map2: { zoom: 2, style: "open-street-map" } });
      assert.equal(figure.data[1]?.["subplot"], "map2");
    });

    it("draws the wind rose of Plotly 1 on today's polar axes", () => {
      const { figure, notes } = migrate({
        data: [
          { type: "area", r: [3, 2], t: ["North", "East"], name: "strong", marker: { color: "rgb(1,2,3)", size: 4 } },
          { type: "scatter", mode: "lines", r: [1, 2], t: [0, 90] },
        ],
        layout: {
          orientation: 270,
          radialaxis: { ticksuffix: "%", orientation: -30, range: [0, 3], showline: false },
          angularaxis: { showticklabels: false },
        },
      });
      assert.deepEqual(figure.data, [
        { type: "barpolar", r: [3, 2], theta: ["North", "East"], name: "strong", marker: { color: "rgb(1,2,3)" } },
        { type: "scatterpolar", mode: "lines", r: [1, 2], theta: [0, 90] },
      ]);
      assert.deepEqual(figure.layout, {
        polar: {
          angularaxis: { showticklabels: false, direction: "clockwise", rotation: 90 },
          radialaxis: { ticksuffix: "%", angle: 30, tickangle: 0, range: [0, 3], showline: false, showgrid: false },
          barmode: "overlay",
          bargap: 0,
        },
      });
      assert.deepEqual(notes, ["2 traces of an old polar chart (r and t) are drawn with today's polar traces."]);
    });
  });

  describe("attributes", () => {
    it("turns bars that were lying down by bardir", () => {
      assert.deepEqual(
        migrateTrace({
          type: "bar",
          bardir: "h",
          x: ["a"],
          y: [1],
          ysrc: "ann:1:a",
          hoverinfo: "x+text",
          error_y: { array: [1] },
        }),
        {
          type: "bar",
          orientation: "h",
          y: ["a"],
          x: [1],
          xsrc: "ann:1:a",
          hoverinfo: "y+text",
          error_x: { array: [1] },
        },
      );
      assert.deepEqual(migrateTrace({ type: "bar", bardir: "v", x: ["a"], y: [1] }), { type: "bar", x: ["a"], y: [1] });
    });

    it("puts an error bar's opacity into its colour", () => {
      const trace = migrateTrace({ y: [1], error_y: { array: [1], color: "#f00", opacity: 0.5 } });
      assert.deepEqual(trace["error_y"], { array: [1], color: "rgba(255, 0, 0, 0.5)" });
    });

    it("reads a surface's zmin and zmax", () => {
      assert.deepEqual(migrateTrace({ type: "surface", z: [[1, 2]], zauto: false, zmin: 0, zmax: 3 }), {
        type: "surface",
        z: [[1, 2]],
        cauto: false,
        cmin: 0,
        cmax: 3,
      });
      assert.equal(migrateTrace({ type: "heatmap", z: [[1, 2]], zmin: 0 })["zmin"], 0);
    });

    it("reads an annotation's ref", () => {
      assert.deepEqual(
        migrateLayout({
          annotations: [
            { text: "a", ref: "paper" },
            { text: "b", ref: "data" },
          ],
        }),
        {
          annotations: [
            { text: "a", xref: "paper", yref: "paper" },
            { text: "b", xref: "x", yref: "y" },
          ],
        },
      );
    });

    it("reads an axis's autotick", () => {
      assert.deepEqual(migrateLayout({ xaxis: { autotick: false, dtick: 5 }, yaxis: { autotick: true } }), {
        xaxis: { dtick: 5, tickmode: "linear" },
        yaxis: { tickmode: "auto" },
      });
    });

    it("finds the eye of an old camera", () => {
      const layout = migrateLayout({ scene: { cameraposition: [[0, 0, 0, 1], [0, 0, 0], 2] } });
      assert.deepEqual(layout, {
        scene: { camera: { eye: { x: 0, y: 0, z: 2 }, center: { x: 0, y: 0, z: 0 }, up: { x: 0, y: 0, z: 1 } } },
      });
    });
  });

  describe("buttons and sliders", () => {
    it("write what today's engine reads", () => {
      const layout = migrateLayout({
        updatemenus: [
          {
            buttons: [
              { method: "relayout", args: ["title", "New"] },
              { method: "relayout", args: [{ "xaxis.title": "X", "mapbox.style": "dark", "yaxis.titlefont.size": 9 }] },
              {
                method: "restyle",
                args: [{ type: ["heatmapgl"], "colorbar.title": ["a", "b"], visible: [true, false] }],
              },
            ],
          },
        ],
        sliders: [{ steps: [{ method: "update", args: [{ visible: [true] }, { title: "Step" }] }] }],
      });
      assert.deepEqual(layout?.["updatemenus"], [
        {
          buttons: [
            { method: "relayout", args: ["title.text", "New"] },
            {
              method: "relayout",
              args: [{ "xaxis.title.text": "X", "map.style": "dark", "yaxis.title.font.size": 9 }],
            },
            {
              method: "restyle",
              args: [{ type: ["heatmap"], "colorbar.title.text": ["a", "b"], visible: [true, false] }],
            },
          ],
        },
      ]);
      assert.deepEqual(layout["sliders"], [
        { steps: [{ method: "update", args: [{ visible: [true] }, { "title.text": "Step" }] }] },
      ]);
    });
  });

  const title = fc.oneof(fc.string(), fc.integer(), fc.record({ text: fc.string() }, { noNullPrototype: true }));
  const list = fc.array(fc.oneof(fc.integer(), fc.string(), fc.constant(null)), { maxLength: 6 });
  const color = fc.constantFrom("red", "ff0000", "#abc", "hsv(120, 1, 1)", "rgb(0.1, 0.2, 0.3)", "rgb (1, 2, 3)", "12");
  const transform = fc.oneof(
    fc.record({
      type: fc.constant("filter"),
      target: fc.oneof(fc.constant("x"), list),
      value: fc.integer(),
      operation: fc.constantFrom("=", "<", "[]", "}{"),
    }),
    fc.record({
      type: fc.constant("sort"),
      target: fc.constantFrom("x", "y", "marker.color"),
      order: fc.constantFrom("ascending", "descending"),
    }),
    fc.record({ type: fc.constant("groupby"), groups: list }),
    fc.record({
      type: fc.constant("aggregate"),
      groups: fc.oneof(fc.constant("x"), list),
      aggregations: fc.constant([{ target: "y", func: "sum" }]),
    }),
    fc.record({ type: fc.constantFrom("fit", "moving-average") }),
  );
  const trace = fc.record(
    {
      type: fc.constantFrom("scatter", "bar", "heatmapgl", "pointcloud", "area", "scattermapbox", "surface", "pie"),
      x: list,
      y: list,
      r: list,
      t: list,
      xy: list,
      title,
      titlefont: fc.constant({ size: 3 }),
      bardir: fc.constantFrom("h", "v"),
      zmin: fc.integer(),
      subplot: fc.constantFrom("mapbox", "mapbox2"),
      marker: fc.record(
        { color: fc.oneof(color, fc.array(color, { maxLength: 4 })), colorbar: fc.record({ title }) },
        { requiredKeys: [] },
      ),
      transforms: fc.array(transform, { maxLength: 3 }),
    },
    { requiredKeys: [] },
  );
  const anyFigure = fc.record(
    {
      data: fc.array(trace, { maxLength: 4 }),
      layout: fc.record(
        {
          title,
          titlefont: fc.constant({ size: 3 }),
          xaxis: fc.record({ title, autotick: fc.boolean() }, { requiredKeys: [] }),
          mapbox: fc.record({ style: fc.constantFrom("light", "stamen-toner", "mapbox://styles/a/b") }),
          map: fc.constant({ zoom: 1 }),
          plot_bgcolor: color,
          annotations: fc.array(fc.record({ ref: fc.constantFrom("paper", "data", "other") }), { maxLength: 2 }),
          template: fc.record({ data: fc.constant({ heatmapgl: [{ colorbar: { title: "x" } }] }) }),
        },
        { requiredKeys: [] },
      ),
      frames: fc.array(fc.record({ data: fc.array(trace, { maxLength: 2 }) }), { maxLength: 2 }),
    },
    { requiredKeys: ["data"] },
  );

  it("changes no figure given to it, and leaves nothing to migrate", function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(anyFigure, (generated) => {
        const text = JSON.stringify(generated);
        const figure: Figure = freeze(JSON.parse(text));
        const { figure: migrated, notes } = migrateFigure(figure);
        assert.equal(JSON.stringify(figure), text);
        const again = migrateFigure(freeze(migrated));
        assert.deepEqual(again.notes, []);
        assert.equal(again.figure, migrated);
        for (const note of notes) assert.match(note, /^\d+ [^#]*\.$/);
      }),
      { numRuns: 200 },
    );
  });

  it("stands figures that are none", () => {
    for (const text of ['{"data":null}', '{"data":[null,1,[]],"layout":[]}', '{"data":{},"frames":[null]}', "{}"]) {
      const figure: Figure = JSON.parse(text) as Figure & { readonly [member: string]: Json };
      assert.doesNotThrow(() => migrateFigure(figure), text);
    }
  });

  // Mocha runs nested suites in order, after the tests beside them: here all of the above has been seen.
  describe("for the engine that draws them", () => {
    it("leaves nothing that today's engine does not know", function () {
      // Loading the engine takes seconds on a busy machine.
      this.timeout(30_000);
      const everything: Figure = {
        data: seen.flatMap(({ data }) => data),
        layout: Object.assign({}, ...seen.map(({ layout }) => layout)),
      };
      const complaints = validate(everything)
        .filter(({ code, astr }) => /^(?:schema|object|array|value)$/.test(code) && !astr.endsWith("src"))
        .map(({ msg }) => msg);
      assert.deepEqual(complaints, []);
    });
  });
});
