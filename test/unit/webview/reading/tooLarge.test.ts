import assert from "node:assert/strict";
import type { Attributes } from "../../../../webview/reading/attributes.ts";
import { tooLarge as tooLargeFigure } from "../../../../webview/reading/tooLarge.ts";

const tooLarge = (data: Attributes[], layout: Attributes = {}): string | undefined =>
  tooLargeFigure({ data, layout, frames: [] });

const many = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe("Asking before a very large drawing", () => {
  it("asks for more than 50,000 markers, over all traces", () => {
    const trace = { type: "scatter", mode: "markers", marker: { opacity: 0.5 }, y: many(30_000) };
    assert.equal(tooLarge([trace]), undefined);
    assert.match(tooLarge([trace, trace]) ?? "", /60,000 markers/);
  });

  it("asks for more than 10,000 bars", () => {
    assert.equal(tooLarge([{ type: "bar", x: many(10_000) }]), undefined);
    assert.match(tooLarge([{ type: "bar", x: many(10_001) }]) ?? "", /10,001 bars/);
  });

  it("says what would help", () => {
    for (const trace of [
      { type: "bar", x: many(20_000) },
      { type: "pie", values: many(20_000) },
      { type: "scattergeo", mode: "markers", lon: many(60_000) },
    ])
      assert.match(tooLarge([trace]) ?? "", /\. .*(draws|drawn)/, trace.type);
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

  it("draws markers at once that are opaque and alike, since it leaves out those below others", () => {
    const plain = { type: "scatter", mode: "markers", x: many(100_000), y: new Float64Array(100_000) };
    assert.equal(tooLarge([plain]), undefined);
    assert.equal(tooLarge([plain], { xaxis: { type: "log" } }), undefined);
    assert.equal(tooLarge([{ ...plain, x: plain.x.map(() => "2024-01-01 10:00") }]), undefined);
    for (const marker of [
      { color: many(100_000) },
      { size: many(100_000) },
      { opacity: 0.9 },
      { color: "rgba(0, 0, 0, 0.5)" },
      { color: "#00000080" },
      { symbol: "x" },
      { line: { width: 1 } },
    ])
      assert.match(tooLarge([{ ...plain, marker }]) ?? "", /100,000 markers/);
    assert.match(tooLarge([{ ...plain, mode: "lines+markers" }]) ?? "", /100,000 markers/);
    assert.match(tooLarge([{ ...plain, x: plain.x.map(String) }]) ?? "", /100,000 markers/);
    assert.match(tooLarge([plain], { xaxis: { type: "category" } }) ?? "", /100,000 markers/);
    const template = { data: { scatter: [{ marker: { opacity: 0.2 } }] } };
    assert.match(tooLarge([plain], { template }) ?? "", /100,000 markers/);
    const few = { ...plain, x: many(10_000), y: many(10_000) };
    assert.match(tooLarge(Array.from({ length: 6 }, () => few)) ?? "", /60,000 markers/);
  });

  it("does not count what is hidden", () => {
    assert.equal(tooLarge([{ type: "bar", x: many(20_000), visible: "legendonly" }]), undefined);
  });
});
