// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import assert from "node:assert/strict";
import { rangeEdits } from "../../../../webview/editing/gestures.ts";
import { forgetKept, keptViewEdits, viewKinds } from "../../../../webview/editing/keptViewEdits.ts";
import type { FullLayout } from "../../../../webview/editing/moving/plotted.ts";
import type { Plotted, ViewState } from "../../../../webview/drawing/view/viewState.ts";
import { drawable } from "../support.ts";

const axis = (name: string, from: number, to: number, more: object = {}) => ({
  _name: name,
  _id: name.replace("axis", ""),
  _offset: 0,
  _length: 400,
  type: "linear",
  range: [from, to],
  autorange: false,
  l2p: (value: number) => ((value - from) / (to - from)) * 400,
  p2l: (pixels: number) => from + (pixels / 400) * (to - from),
  r2l: Number,
  l2r: (value: number) => value,
  ...more,
});

const full = (more: object = {}): FullLayout => ({
  width: 500,
  height: 500,
  _size: { l: 0, t: 0, w: 400, h: 400 },
  xaxis: axis("xaxis", 1.234_567_89, 9.876_543_21),
  yaxis: axis("yaxis", 0, 10),
  ...more,
});

const zoomed: ViewState = {
  layout: {
    "xaxis.range[0]": { before: 0, now: 1.234_567_89 },
    "xaxis.range[1]": { before: 10, now: 9.876_543_21 },
    "xaxis.autorange": { before: true, now: false },
    "scene.camera": { before: null, now: { eye: { x: 1.123_456_789, y: 1, z: 1 } } },
    dragmode: { before: "zoom", now: "pan" },
    "sliders[0].active": { before: 0, now: 2 },
    "yaxis.range": { before: [0, 10], now: [0, 10] },
  },
  traces: { 1: { visible: { before: true, now: "legendonly" } } },
};

describe("A view that the figure is to keep", () => {
  const written = drawable([{}, {}], { xaxis: { autorange: true } });

  it("is told by its kinds, without the tools that the person has chosen", () => {
    assert.deepEqual(viewKinds(zoomed), ["range", "camera", "visibility", "rest"]);
    assert.deepEqual(viewKinds({ layout: { dragmode: { before: "zoom", now: "pan" } }, traces: {} }), []);
    assert.deepEqual(viewKinds(undefined), []);
    // Zoomed in, and out again.
    const reset = { "yaxis.autorange": { before: null, now: true }, "yaxis.range[0]": { before: null, now: 0.5 } };
    assert.deepEqual(viewKinds({ layout: reset, traces: {} }), []);
  });

  it("is written as short as a pixel can tell, and only what was chosen of it", () => {
    assert.deepEqual(keptViewEdits(zoomed, ["range"], full(), written), [
      { act: "remove", path: ["layout", "xaxis", "autorange"] },
      { act: "set", path: ["layout", "xaxis", "range"], value: [1.23, 9.88] },
    ]);
    assert.deepEqual(keptViewEdits(zoomed, ["camera"], full(), written), [
      { act: "set", path: ["layout", "scene", "camera"], value: { eye: { x: 1.123_457, y: 1, z: 1 } } },
    ]);
    assert.deepEqual(keptViewEdits(zoomed, ["visibility", "rest"], full(), written), [
      { act: "set", path: ["layout", "sliders", 0, "active"], value: 2 },
      { act: "set", path: ["data", 1, "visible"], value: "legendonly" },
    ]);
  });

  it("lets an axis find its range again where the person has zoomed out", () => {
    const out: ViewState = { layout: { "xaxis.autorange": { before: false, now: true } }, traces: {} };
    const layout = full({ xaxis: axis("xaxis", 0, 9, { autorange: true }) });
    const figure = drawable([{}], { xaxis: { range: [2, 3] } });
    assert.deepEqual(keptViewEdits(out, ["range"], layout, figure), [
      { act: "remove", path: ["layout", "xaxis", "range"] },
    ]);
  });

  it("goes to the trace of the text, and to none where a transform has made several of one", () => {
    const hidden: ViewState = {
      layout: {},
      traces: {
        1: { visible: { before: true, now: false } },
        2: { visible: { before: true, now: false } },
      },
    };
    const figure = { ...drawable([{}, {}, {}]), origins: [0, 0, 1] };
    assert.deepEqual(keptViewEdits(hidden, ["visibility"], full(), figure), [
      { act: "set", path: ["data", 1, "visible"], value: false },
    ]);
  });

  it("is no longer the person's", () => {
    const plotted = {
      _fullLayout: {
        _preGUI: { "xaxis.range[0]": 0, "scene.camera": null, dragmode: "zoom" },
        _tracePreGUI: { a: { visible: true } },
      },
      _fullData: [{ uid: "a", index: 0 }],
    } satisfies Plotted;
    forgetKept(plotted, ["range", "visibility"]);
    assert.deepEqual(plotted._fullLayout._preGUI, { "scene.camera": null, dragmode: "zoom" });
    assert.deepEqual(plotted._fullLayout._tracePreGUI, { a: {} });
  });
});

describe("An end of an axis that is dragged", () => {
  it("writes the range, whole, and nothing that a button of the figure did", () => {
    const layout = { ...full(), _preGUI: { "xaxis.range[0]": 0, "xaxis.autorange": true, "yaxis.range": [0, 1] } };
    const plotted = { _fullLayout: layout } as unknown as Plotted;
    assert.deepEqual(rangeEdits({ "xaxis.range[0]": 1.234_567_89, "xaxis2.range[0]": 1 }, plotted, {}), [
      { act: "set", path: ["layout", "xaxis", "range"], value: [1.23, 9.88] },
    ]);
    assert.deepEqual(layout._preGUI, { "yaxis.range": [0, 1] });
    assert.deepEqual(rangeEdits({ "xaxis.range[0]": 1 }, plotted, {}), []);
  });
});
