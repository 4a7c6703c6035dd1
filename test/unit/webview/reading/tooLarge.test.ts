import assert from "node:assert/strict";
import { tooLarge } from "../../../../webview/reading/tooLarge.ts";

const many = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe("Asking before a very large drawing", () => {
  it("asks for more than 50,000 markers, over all traces", () => {
    const trace = { type: "scatter", mode: "markers", y: many(30_000) };
    assert.equal(tooLarge([trace]), undefined);
    assert.match(tooLarge([trace, trace]) ?? "", /60,000 markers/);
  });

  it("asks for more than 10,000 bars", () => {
    assert.equal(tooLarge([{ type: "bar", x: many(10_000) }]), undefined);
    assert.match(tooLarge([{ type: "bar", x: many(10_001) }]) ?? "", /10,001 bars/);
  });

  it("counts typed arrays as well", () => {
    assert.match(tooLarge([{ type: "bar", x: new Float64Array(20_000) }]) ?? "", /20,000 bars/);
  });

  it("draws lines, WebGL points and heat maps of any size at once", () => {
    assert.equal(tooLarge([{ y: many(100_000) }]), undefined);
    assert.equal(tooLarge([{ mode: "lines", y: many(100_000) }]), undefined);
    assert.equal(tooLarge([{ type: "scattergl", mode: "markers", y: many(100_000) }]), undefined);
    assert.equal(tooLarge([{ type: "heatmap", z: many(100_000) }]), undefined);
  });

  it("does not count what is hidden", () => {
    assert.equal(tooLarge([{ type: "bar", x: many(20_000), visible: "legendonly" }]), undefined);
  });
});
