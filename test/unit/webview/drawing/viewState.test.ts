import assert from "node:assert/strict";
import { applyView, captureView, type Plotted, rememberView } from "../../../../webview/drawing/view/viewState.ts";

/** What Plotly has after the person zoomed, and hid the second trace. */
const zoomed: Plotted = {
  _fullLayout: {
    xaxis: { range: [2, 5], autorange: false },
    scene: { camera: { eye: { x: 9 } } },
    _preGUI: { "xaxis.range[0]": 0, "xaxis.range[1]": 10, "xaxis.autorange": null, "scene.camera.eye.x": null },
    _tracePreGUI: { b: { visible: null } },
  },
  _fullData: [
    { uid: "a", index: 0 },
    { uid: "b", index: 1, visible: "legendonly" },
  ],
};

describe("What the person did to a drawing", () => {
  it("is nothing before they did anything", () => {
    assert.equal(captureView({}), undefined);
    assert.equal(captureView({ _fullLayout: { _preGUI: {}, _tracePreGUI: {} }, _fullData: [] }), undefined);
  });

  it("is put into the figure when its tab is shown again", () => {
    const view = captureView(zoomed);
    assert.ok(view);
    const figure = { data: [{}, {}] as { [key: string]: unknown }[], layout: { xaxis: { range: [0, 10] } } };
    applyView(structuredClone(view), figure);
    assert.deepEqual(figure.layout, {
      xaxis: { range: [2, 5], autorange: false },
      scene: { camera: { eye: { x: 9 } } },
    });
    assert.deepEqual(figure.data, [{}, { visible: "legendonly" }]);
  });

  it("gives way to what the text says anew", () => {
    const view = captureView(zoomed);
    assert.ok(view);
    const layout: { [key: string]: unknown } = { xaxis: { range: [0, 99] } };
    applyView(view, { data: [{}, { visible: true }], layout });
    assert.deepEqual(layout["xaxis"], { range: [2, 99], autorange: false });
  });

  it("is kept by the versions after", () => {
    const view = captureView(zoomed);
    assert.ok(view);
    const graph: Plotted = {
      _fullLayout: { xaxis: { range: [2, 5], autorange: false } },
      _fullData: [{ uid: "x", index: 1 }],
    };
    rememberView(view, graph);
    assert.equal(captureView(graph)?.layout["xaxis.range[0]"]?.before, 0);
    assert.ok(captureView(graph)?.traces["1"]?.["visible"]);
  });

  it("writes into no prototype whatever was stored", () => {
    const layout = {};
    applyView({ layout: { "__proto__.polluted": { before: null, now: true } }, traces: {} }, { data: [], layout });
    assert.equal("polluted" in {}, false);
  });
});
