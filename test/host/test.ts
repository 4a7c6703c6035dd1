import { parseArgs } from "node:util";
import { build } from "./build.ts";
import { exitOnSignals } from "./signals.ts";
import { type SuiteOptions, suites } from "./suites.ts";
import { allFailures, type Row, summary, total } from "./summary.ts";
import type { Counts } from "./testOutput.ts";
import { main, Trouble } from "./trouble.ts";

/** `npm test`: every suite, one after the other, whatever became of the one before. At the end it tells again what failed, and what all come to. */
async function test(): Promise<number> {
  const { only, ...options } = commandLine();
  const rows = [await timed("build", () => built(options))];
  for (const name of only) {
    console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
    rows.push(await timed(name, () => someTests(name, options)));
  }
  process.stdout.write(allFailures(rows) + summary(rows));
  return total(rows).failed > 0 ? 1 : 0;
}

/** A suite in which nothing ran has shown nothing, unless a filter left nothing of it. */
async function someTests(name: SuiteName, options: SuiteOptions): Promise<Counts> {
  const counts = await suites[name](options);
  if (options.grep === "" && counts.passed + counts.failed === 0) throw new Trouble(`The suite ${name} ran no test.`);
  return counts;
}

type SuiteName = keyof typeof suites;

function commandLine(): SuiteOptions & { readonly only: readonly SuiteName[] } {
  const names = Object.keys(suites) as SuiteName[];
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string", multiple: true, default: names },
        grep: { type: "string", default: "" },
        desktop: { type: "boolean", default: false },
      },
    });
    const only = names.filter((name) => values.only.includes(name));
    if (values.only.some((name) => !Object.hasOwn(suites, name))) throw new Error();
    return { only, grep: values.grep, desktop: values.desktop };
  } catch {
    throw new Trouble(`Usage: npm test -- [--only ${names.join("|")}] [--grep <pattern>] [--desktop]`);
  }
}

/** The build counts only when it fails: the suites then run with what was built. */
async function built({ grep }: SuiteOptions): Promise<Counts> {
  await build({ grep });
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

exitOnSignals();
await main(test);
