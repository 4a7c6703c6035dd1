import type { Counts, TestOutput } from "./testOutput.ts";

export interface SuiteOptions {
  /** Runs only tests whose full title matches. */
  readonly grep: string;
  /** Runs suites of extension hosts in a desktop VS Code that @vscode/test-electron downloads. */
  readonly desktop: boolean;
}

/** Runs tests, shows what they print, and counts them. */
export type Suite = (options: SuiteOptions) => Promise<Counts>;

/** The counts of a run. One that failed without a failed test, or ended without counts, counts as one failure. */
export function countsOf(output: TestOutput, succeeded: boolean): Counts {
  output.end();
  const counts = { ...(output.counts ?? { passed: 0, failed: 0, skipped: 0 }), failures: output.failures };
  if (output.counts === undefined) console.error("The tests ended before they were all run.");
  return counts.failed === 0 && (!succeeded || output.counts === undefined) ? { ...counts, failed: 1 } : counts;
}
