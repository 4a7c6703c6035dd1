import type { Counts, TestOutput } from "./testOutput.ts";

export interface SuiteOptions {
  /** Runs only tests whose full title matches. */
  readonly grep: string;
  /** Use a desktop VS Code, downloaded by @vscode/test-electron, where the suite runs in an extension host. */
  readonly desktop: boolean;
}

/** Runs its tests, showing what they print, and counts them. */
export type Suite = (options: SuiteOptions) => Promise<Counts>;

/** A run that failed without a failed test, or ended without having counted, counts as one failure. */
export function countsOf(output: TestOutput, succeeded: boolean): Counts {
  output.end();
  const counts = { ...(output.counts ?? { passed: 0, failed: 0, skipped: 0 }), failures: output.failures };
  if (output.counts === undefined) console.error("The tests ended before they were all run.");
  return counts.failed === 0 && (!succeeded || output.counts === undefined) ? { ...counts, failed: 1 } : counts;
}
