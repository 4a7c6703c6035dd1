import { deepEqual, equal } from "node:assert/strict";
import { allFailures, summary, total } from "../../host/vscode/suites/summary.ts";

describe("The end of a test run", () => {
  const unit = { name: "unit", passed: 1200, failed: 0, skipped: 0, seconds: 20 };
  const ui = { name: "ui", passed: 71, failed: 2, skipped: 0, seconds: 300 };
  const web = { name: "web", passed: 40, failed: 0, skipped: 3, seconds: 12 };
  const lines = (...rows: Parameters<typeof summary>[0]) => summary(rows).split("\n");

  it("is one plain line of what all suites come to", () => {
    const [last, end] = lines(unit, ui).slice(-2);
    equal(last, "1271 passed, 2 failed");
    equal(end, "", "a line break ends it");
  });

  it("names skipped tests where there are any", () => {
    equal(lines(unit, ui, web).at(-2), "1311 passed, 2 failed, 3 skipped");
    deepEqual(total([unit, ui, web]), { passed: 1311, failed: 2, skipped: 3 });
  });

  it("tells every failure again, below the name of its suite", () => {
    const text = allFailures([unit, { ...ui, failures: "  1) draws: no canvas\n" }, { ...web, failures: "" }]);
    deepEqual(text.split("\n").slice(1), [`── failed in ui ${"─".repeat(48)}`, "  1) draws: no canvas", ""]);
    equal(allFailures([unit, web]), "");
  });

  it("says it once", () => {
    equal(lines(unit, ui, web).filter((line) => /passed,/.test(line)).length, 1);
  });
});
