import { deepEqual, equal } from "node:assert/strict";
import { countsLine, failuresLine, TestOutput } from "../../host/vscode/suites/testOutput.ts";

describe("The output of a test run", () => {
  const read = (...chunks: readonly string[]) => {
    let printed = "";
    const output = new TestOutput((text) => (printed += text));
    for (const chunk of chunks) output.write(chunk);
    output.end();
    return { printed, counts: output.counts, failures: output.failures };
  };
  const line = countsLine({ passes: 3, failures: 1, pending: 2 });

  it("gives the counts and keeps their line to itself", () => {
    const { printed, counts } = read(`  ✔ one\n${line}\n  done\n`);
    deepEqual(counts, { passed: 3, failed: 1, skipped: 2 });
    equal(printed, "  ✔ one\n  done\n");
  });

  it("is read the same however it is cut into chunks", () => {
    const whole = `[test]   ✔ one\n[test] ${line}\nlast words`;
    deepEqual(read(...whole.split("")), read(whole));
    equal(read(whole).printed, "  ✔ one\nlast words\n");
  });

  it("finds the marks behind what a desktop VS Code puts before them", () => {
    const { printed, counts } = read(`[main 12:00:01] [test] ✔ one\n[main 12:00:02] [test] ${line}\n`);
    equal(printed, "✔ one\n");
    deepEqual(counts, { passed: 3, failed: 1, skipped: 2 });
  });

  it("gives what is told of failed tests, which is printed too", () => {
    const run = read(`[test]   1. one\n[test] ${failuresLine}\n[test]   1) one: 2 is not 3\n[test] ${line}\nlater\n`);
    equal(run.failures, "  1) one: 2 is not 3\n");
    equal(run.printed, "  1. one\n  1) one: 2 is not 3\nlater\n");
    equal(read(`  ✔ one\n${line}\n`).failures, "");
  });

  it("has no counts when the run ended early", () => {
    equal(read("  ✔ one\n").counts, undefined);
  });
});
