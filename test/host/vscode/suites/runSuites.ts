import { parseArgs } from "node:util";
import type { ExtensionUnderTest } from "../extension.ts";
import type { Suite, SuiteOptions } from "./suite.ts";
import { allFailures, type Row, summary, total } from "./summary.ts";
import type { Counts } from "./testOutput.ts";
import { Trouble } from "../trouble.ts";

/** Suites by their names, in the order in which they run. */
export type Suites = Readonly<Record<string, Suite>>;

/**
 * Does the work of `npm test`: builds, runs all suites one after the other, also after one that fails, and tells at the end
 * what failed and how many tests passed. The command line chooses suites and tests. Returns the exit status.
 */
export async function runSuites(suites: Suites, extension: ExtensionUnderTest): Promise<number> {
  const { only, ...options } = commandLine(Object.keys(suites));
  const rows = [await timed("build", () => built(extension, options))];
  for (const [name, suite] of Object.entries(suites)) {
    if (!only.includes(name)) continue;
    console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
    rows.push(await timed(name, () => someTests(name, suite, options)));
  }
  process.stdout.write(allFailures(rows) + summary(rows));
  return total(rows).failed > 0 ? 1 : 0;
}

/** Runs a suite. One in which no test ran is an error, unless a filter left none. */
async function someTests(name: string, suite: Suite, options: SuiteOptions): Promise<Counts> {
  const counts = await suite(options);
  if (options.grep === "" && counts.passed + counts.failed === 0) throw new Trouble(`The suite ${name} ran no test.`);
  return counts;
}

function commandLine(names: readonly string[]): SuiteOptions & { readonly only: readonly string[] } {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string", multiple: true, default: [...names] },
        grep: { type: "string", default: "" },
        desktop: { type: "boolean", default: false },
      },
    });
    const { only } = values;
    if (only.some((name) => !names.includes(name))) throw new Error();
    return { only, grep: values.grep, desktop: values.desktop };
  } catch {
    throw new Trouble(`Usage: npm test -- [--only ${names.join("|")}] [--grep <pattern>] [--desktop]`);
  }
}

/** Builds. Only a failed build counts; the suites then run with what was built. */
async function built(extension: ExtensionUnderTest, { grep }: SuiteOptions): Promise<Counts> {
  await extension.build({ grep });
  return { passed: 0, failed: 0, skipped: 0 };
}

async function timed(name: string, run: () => Promise<Counts>): Promise<Row> {
  const started = Date.now();
  const counts = await run().catch((error: unknown): Counts => {
    console.error(error instanceof Trouble ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  return { name, ...counts, seconds: Math.round((Date.now() - started) / 1000) };
}
