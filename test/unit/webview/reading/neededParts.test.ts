import assert from "node:assert/strict";
import { neededParts } from "../../../../webview/reading/neededParts.ts";
import { drawable } from "../support.ts";

describe("The parts of the engine that a figure needs", () => {
  it("are the core alone for scatters, for traces without a type, and for types that Plotly does not know", () => {
    assert.deepEqual(neededParts(drawable([{ type: "scatter" }, {}, { type: "swarm" }])), ["core"]);
    assert.deepEqual(neededParts(drawable([])), ["core"]);
  });

  it("are those of its traces with what these need, in the order in which they start", () => {
    const figure = drawable([{ type: "scatterpolargl" }, { type: "bar" }, { type: "pie" }]);
    assert.deepEqual(neededParts(figure), ["core", "shared", "bars", "pies", "polar", "regl", "gl2d", "polargl"]);
  });

  it("are found in frames", () => {
    const figure = drawable([{}], {}, [{ data: [{ type: "choropleth" }] }, {}]);
    assert.deepEqual(neededParts(figure), ["core", "shared", "places", "geo"]);
  });

  it("are found in what buttons and sliders set", () => {
    const updatemenus = [{ buttons: [{ method: "restyle", args: [{ type: "surface" }, [0]] }] }];
    assert.deepEqual(neededParts(drawable([{}], { updatemenus })), ["core", "shared", "gl3d"]);
    const sliders = [{ steps: [{ method: "restyle", args: ["type", "heatmap"] }] }];
    assert.deepEqual(neededParts(drawable([{}], { sliders })), ["core", "shared", "fields"]);
  });

  it("are those of a scene that has nothing but annotations", () => {
    assert.deepEqual(neededParts(drawable([{}], { scene: { annotations: [{ text: "here" }] } })), [
      "core",
      "shared",
      "gl3d",
    ]);
    assert.deepEqual(neededParts(drawable([{}], { scene: { camera: {} }, polar: {}, geo: {} })), ["core"]);
  });

  it("are those of calendars, wherever one is named", () => {
    const calendars = ["core", "shared", "calendars"];
    assert.deepEqual(neededParts(drawable([{ xcalendar: "jalali" }])), calendars);
    assert.deepEqual(
      neededParts(drawable([{}], { template: { layout: { xaxis: { calendar: "coptic" } } } })),
      calendars,
    );
    const updatemenus = [{ buttons: [{ method: "restyle", args: ["xcalendar", "julian"] }] }];
    assert.deepEqual(neededParts(drawable([{}], { updatemenus })), calendars);
    assert.deepEqual(neededParts(drawable([{ xcalendar: "gregorian" }], { calendar: "gregorian" })), ["core"]);
  });

  it("do not follow from a template for traces that are not there", () => {
    assert.deepEqual(neededParts(drawable([{}], { template: { data: { surface: [{ type: "surface" }] } } })), ["core"]);
  });
});
