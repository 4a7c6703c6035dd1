import assert from "node:assert/strict";
import { countProblems } from "../../../webview/severities.ts";
import { summarize } from "../../../webview/summary.ts";

describe("What the preview says in words", () => {
  it("counts the problems by severity, the gravest first", () => {
    const items = (["information", "error", "information", "error", "error"] as const).map((severity) => ({
      severity,
    }));
    assert.equal(countProblems(items, 0), "3 errors, 2 infos");
    assert.equal(countProblems(items.slice(0, 1), 40), "1 info and 40 more");
    assert.equal(countProblems([], 0), "No problems");
  });

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
