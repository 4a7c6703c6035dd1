import assert from "node:assert/strict";
import { countProblems } from "../../../../webview/parts/severities.ts";

describe("The number of problems in words", () => {
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
});
