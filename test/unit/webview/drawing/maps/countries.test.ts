import assert from "node:assert/strict";
import { mapsOf } from "../../../../../webview/drawing/maps/countries.ts";
import { drawable } from "../../support.ts";

describe("The outlines of countries that a figure needs", () => {
  it("are none without a map", () => {
    assert.deepEqual(mapsOf(drawable([{ type: "scatter" }], { xaxis: {} })), []);
  });

  it("are the world's by default", () => {
    assert.deepEqual(mapsOf(drawable([{ type: "choropleth" }])), ["world_110m"]);
  });

  it("follow scope and resolution, of each map of its own", () => {
    const layout = { geo: { scope: "south america" }, geo2: { scope: "europe", resolution: 50 } };
    const data = [{ type: "scattergeo" }, { type: "scattergeo", geo: "geo2" }];
    assert.deepEqual(mapsOf(drawable(data, layout)), ["south-america_110m", "europe_50m"]);
  });

  it("follow the template and the projection that has one scope only", () => {
    const template = { layout: { geo: { scope: "asia" } } };
    assert.deepEqual(mapsOf(drawable([{ type: "scattergeo" }], { template })), ["asia_110m"]);
    const geo = { projection: { type: "albers usa" } };
    assert.deepEqual(mapsOf(drawable([{ type: "choropleth" }], { geo })), ["usa_110m"]);
  });

  it("are the world's for a scope that Plotly does not know", () => {
    assert.deepEqual(mapsOf(drawable([{ type: "choropleth" }], { geo: { scope: "../x" } })), ["world_110m"]);
  });

  it("include those that buttons switch to", () => {
    const updatemenus = [{ buttons: [{ method: "relayout", args: [{ "geo.scope": "africa" }] }] }];
    assert.deepEqual(mapsOf(drawable([{ type: "choropleth" }], { updatemenus })), ["world_110m", "africa_110m"]);
  });
});
