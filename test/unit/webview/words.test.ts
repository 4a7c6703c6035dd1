import assert from "node:assert/strict";
import { countProblems } from "../../../webview/severities.ts";
import { summarize } from "../../../webview/summary.ts";

describe("What the preview says in words", () => {
  it("counts the problems by severity, the gravest first", () => {
    const groups = [
      { severity: "information", count: 1 },
      { severity: "error", count: 1200 },
      { severity: "information", count: 1 },
    ] as const;
    assert.equal(countProblems(groups), "1,200 errors, 2 infos");
    assert.equal(countProblems(groups.slice(0, 1)), "1 info");
    assert.equal(countProblems([]), "No problems");
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
