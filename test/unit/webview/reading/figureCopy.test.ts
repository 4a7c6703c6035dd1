import assert from "node:assert/strict";
import { copyFigure, keepArrays } from "../../../../webview/reading/figureCopy.ts";

const long = (first: number): number[] => Array.from({ length: 100 }, (_, i) => i + first);

describe("Handing a figure to Plotly", () => {
  it("keeps its ranges and objects from being written into, and shares its data", () => {
    const figure = { data: [{ x: long(0) }], layout: { xaxis: { range: [0, 1] } } };
    const copy = copyFigure(figure);
    assert.deepEqual(copy, figure);
    assert.equal(copy.data[0]?.x, figure.data[0]?.x);
    assert.notEqual(copy.layout.xaxis.range, figure.layout.xaxis.range);
    assert.notEqual(copy.data[0], figure.data[0]);
  });

  it("leaves the prototype alone whatever the text says", () => {
    const copy = copyFigure(JSON.parse(`{"__proto__": {"polluted": true}}`) as object);
    assert.equal("polluted" in copy, false);
  });

  it("keeps arrays that a new version did not change, so that Plotly sees at once what did", () => {
    const before = { data: [{ x: long(0), y: long(1), z: [long(2), long(3)], dimensions: [{ values: long(4) }] }] };
    const after = { data: [{ x: long(0), y: long(9), z: [long(2), long(7)], dimensions: [{ values: long(4) }] }] };
    keepArrays(before, after);
    const [old, now] = [before.data[0], after.data[0]];
    assert.equal(now?.x, old?.x);
    assert.notEqual(now?.y, old?.y);
    assert.deepEqual(now?.y, long(9));
    assert.notEqual(now?.z, old?.z);
    assert.equal(now?.z[0], old?.z[0]);
    assert.equal(now?.dimensions[0]?.values, old?.dimensions[0]?.values);
  });

  it("keeps typed arrays of the same kind and bytes alone", () => {
    const before = { a: new Float64Array([1, 2]), b: new Float64Array([1]), c: new Int32Array([0, 0]) };
    const after: { a: unknown; b: unknown; c: unknown } = {
      a: new Float64Array([1, 2]),
      b: new Float64Array([2]),
      c: new Float64Array([0]),
    };
    keepArrays(before, after);
    assert.equal(after.a, before.a);
    assert.deepEqual(after.b, new Float64Array([2]));
    assert.deepEqual(after.c, new Float64Array([0]));
  });
});
