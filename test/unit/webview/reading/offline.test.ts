import assert from "node:assert/strict";
import { keepOffline } from "../../../../webview/reading/offline.ts";
import { drawable } from "../support.ts";

describe("A figure that wants the network", () => {
  it("gets a blank map in the place of tiles, and is told so", () => {
    const figure = drawable([{ type: "scattermap" }], { map: { style: "open-street-map", zoom: 3 } });
    const notes = keepOffline(figure);
    assert.deepEqual(figure.layout["map"], { style: "white-bg", zoom: 3 });
    assert.match(notes.join(" "), /tiles/);
  });

  it("gets a blank map where it names no style, since Plotly's default has tiles", () => {
    const figure = drawable([{ type: "densitymap", subplot: "map2" }]);
    assert.equal(keepOffline(figure).length, 1);
    assert.deepEqual(figure.layout["map2"], { style: "white-bg" });
  });

  it("keeps a style that needs no network, and layers with data of their own", () => {
    const layers = [{ source: { type: "FeatureCollection", features: [] } }];
    const figure = drawable([{ type: "scattermap" }], {
      map: { style: { version: 8, sources: {}, layers: [] }, layers },
    });
    assert.deepEqual(keepOffline(figure), []);
  });

  it("loses layers, pictures and areas by URL, and is told of each", () => {
    const figure = drawable(
      [
        { type: "scattermap" },
        { type: "choropleth", geojson: "https://example.com/a.json" },
        { type: "image", source: "https://example.com/a.png" },
      ],
      {
        map: { style: "white-bg", layers: [{ source: ["https://example.com/{z}/{x}/{y}.png"] }, { type: "circle" }] },
        images: [{ source: "https://example.com/b.png" }, { source: "data:image/png;base64,AA==" }],
      },
    );
    const notes = keepOffline(figure);
    assert.equal(notes.length, 3);
    assert.match(notes.join(" "), /layers.*2 pictures.*areas of trace 1/);
    assert.doesNotMatch(JSON.stringify(figure), /example\.com/);
    assert.match(JSON.stringify(figure), /data:image\/png/);
  });

  it("loses them from templates, frames and buttons too", () => {
    const url = "https://example.com/a.png";
    const figure = drawable(
      [{ type: "scattermap" }],
      {
        map: { style: "white-bg" },
        template: {
          layout: { images: [{ name: "logo", source: url }], imagedefaults: { source: url }, map: { style: "dark" } },
          data: { image: [{ source: url }], choropleth: [{ geojson: url }] },
        },
        updatemenus: [
          { buttons: [{ args: [{ "map.style": "streets", "images[0].source": url }] }] },
          { buttons: [{ args: [{ geojson: url }, { "map.layers[0].source": url }] }] },
        ],
        sliders: [{ steps: [{ args: [{ images: [{ source: url }] }] }] }],
      },
      [{ layout: { images: [{ source: url }], map2: { style: "light", layers: [{ source: url }] } } }],
    );
    const notes = keepOffline(figure);
    assert.deepEqual(
      notes.map((note) => note.split(" ").slice(0, 2).join(" ")),
      ["The map's", "Map layers", "6 pictures", "Areas come"],
    );
    assert.doesNotMatch(JSON.stringify(figure), /example\.com|dark|streets|light/);
  });

  it("keeps what only looks like an address", () => {
    const figure = drawable([
      { type: "sankey", link: { source: ["a", "b"] }, customdata: [{ source: "survey" }] },
      { type: "scatter", meta: { source: "https://example.com", style: "dark" } },
    ]);
    const before = structuredClone(figure);
    assert.deepEqual(keepOffline(figure), []);
    assert.deepEqual(figure, before);
  });

  it("is told nothing of a map in its template that it does not have", () => {
    const template = { layout: { map: { style: "light" }, mapbox: { style: "light" } } };
    assert.deepEqual(keepOffline(drawable([{ type: "scatter" }], { template })), []);
  });

  it("is told nothing of texts on its map, which are drawn in a font of the computer's", () => {
    assert.deepEqual(keepOffline(drawable([{ type: "scattermap", mode: "text" }], { map: { style: "white-bg" } })), []);
  });
});
