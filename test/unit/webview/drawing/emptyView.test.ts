import assert from "node:assert/strict";
import { isViewEmpty } from "../../../../webview/drawing/view/emptyView.ts";
import type { Plotted } from "../../../../webview/drawing/view/viewState.ts";

/** A drawing whose x axis shows `range`, of data from 0 to 10. */
const drawn = (
  range: readonly unknown[],
  preGUI: Record<string, unknown>,
  r2l: (value: unknown) => number = Number,
): Plotted => ({
  _fullLayout: { xaxis: { range, r2l }, _preGUI: preGUI },
  _fullData: [
    { uid: "a", index: 0, visible: true, _extremes: { x: { min: [{ val: 0 }, { val: 3 }], max: [{ val: 10 }] } } },
    { uid: "b", index: 1, visible: "legendonly", _extremes: { x: { min: [{ val: 90 }], max: [{ val: 99 }] } } },
  ],
});
const byHand = { "xaxis.range[0]": null, "xaxis.range[1]": null, "xaxis.autorange": null };

describe("Looking aside of the data", () => {
  it("is a zoom into where nothing is", () => {
    assert.equal(isViewEmpty(drawn([20, 30], byHand)), true);
    assert.equal(isViewEmpty(drawn([-3, -1], byHand)), true);
    assert.equal(isViewEmpty(drawn([30, 20], byHand)), true, "an axis may run backwards");
  });

  it("is no zoom that holds a part of the data, nor one that holds all", () => {
    for (const range of [
      [2, 3],
      [9, 30],
      [-5, 50],
    ]) {
      assert.equal(isViewEmpty(drawn(range, byHand)), false);
    }
  });

  it("is not what the figure itself says to show", () => {
    assert.equal(isViewEmpty(drawn([20, 30], {})), false);
    assert.equal(isViewEmpty(drawn([20, 30], { "scene.camera": null })), false);
  });

  it("minds that an axis may be of dates", () => {
    const toNumber = (value: unknown) => Date.parse(String(value)) - Date.parse("2024-01-01");
    assert.equal(isViewEmpty(drawn(["2024-02-01", "2024-03-01"], byHand, toNumber)), true);
    assert.equal(isViewEmpty(drawn(["2023-02-01", "2024-03-01"], byHand, toNumber)), false);
  });

  it("is never said where there are no axes, or no data on them", () => {
    assert.equal(isViewEmpty({}), false);
    assert.equal(isViewEmpty({ ...drawn([20, 30], byHand), _fullData: [] }), false);
  });
});
