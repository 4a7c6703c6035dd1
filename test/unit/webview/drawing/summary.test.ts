import assert from "node:assert/strict";
import { summarize } from "../../../../webview/drawing/summary.ts";

describe("A drawing in words", () => {
  it("tells a person who does not see the drawing what is on it", () => {
    const data = [{ name: "Oslo" }, { type: "scatter" }, { type: "bar" }];
    const layout = { title: { text: "Rain<br><b>and sun</b>" }, xaxis: { title: { text: "Day" } } };
    assert.equal(
      summarize(data, layout, 2),
      "Rain and sun. 3 traces: scatter ×2, bar; named Oslo; x axis Day; 2 animation frames.",
    );
    assert.equal(summarize([{ type: "pie" }], {}, 0), "1 trace: pie.");
  });
});
