import { deepEqual, equal } from "node:assert/strict";
import { countsLine, TestOutput } from "../../host/testOutput.ts";

describe("The output of a test run", () => {
  const read = (...chunks: readonly string[]) => {
    let printed = "";
    const output = new TestOutput((text) => (printed += text));
    for (const chunk of chunks) output.write(chunk);
    output.end();
    return { printed, counts: output.counts };
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

  it("has no counts when the run ended early", () => {
    equal(read("  ✔ one\n").counts, undefined);
  });
});
