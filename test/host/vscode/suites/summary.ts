import type { Counts } from "./testOutput.ts";

/** A suite that was run. */
export interface Row extends Counts {
  readonly name: string;
  readonly seconds: number;
}

/** The failed tests of each suite, below its name. Empty where all passed. */
export function allFailures(rows: readonly Row[]): string {
  return rows
    .filter(({ failures = "" }) => failures.trim() !== "")
    .map(({ name, failures }) => `\n── failed in ${name} ${"─".repeat(50 - name.length)}\n${failures}`)
    .join("");
}

/**
 * The table of the suites. Its last line has the total of all: `N passed, N failed`, and `, N skipped` where tests were left
 * out.
 */
export function summary(rows: readonly Row[]): string {
  const { passed, failed, skipped } = total(rows);
  const cells = rows.map((row) => [row.name, row.passed, row.failed, row.skipped, row.seconds]);
  const table = [["suite", "passed", "failed", "skipped", "seconds"], ...cells].map((line) =>
    line.map((cell, index) => (index === 0 ? `${cell}`.padEnd(12) : `${cell}`.padStart(9))).join(""),
  );
  return `\n${table.join("\n")}\n\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`;
}

export function total(rows: readonly Counts[]): Counts {
  const sum = (count: "passed" | "failed" | "skipped") => rows.reduce((before, row) => before + row[count], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}
