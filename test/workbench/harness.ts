// Mocha keeps the console that it finds, so ours comes first. Its browser build runs in both extension hosts, Node's and
// the web worker's, and needs no files.
import "./console.ts";
import "mocha/mocha.js";
import { countsLine, failuresLine, retryLine } from "../host/vscode/suites/testOutput.ts";

const { Mocha } = globalThis as unknown as { Mocha: typeof import("mocha") };

/** Set by the build from `npm test -- --grep`. */
const grep = process.env["PLOT_FILES_GREP"];

/** Mocha's usual reporter without its own counts, which are told once, for all suites. */
class Reporter extends Mocha.reporters.Spec {
  override epilogue(): void {
    if (this.failures.length === 0) return;
    console.log(failuresLine);
    Mocha.reporters.Base.list(this.failures);
  }
}

/** Runs the test files that `load` imports; rejects when one of their tests failed, as VS Code's test runner expects. */
export async function runMocha(load: () => Promise<unknown>): Promise<void> {
  // A busy machine takes ten times as long as a quiet one.
  // A window may lose a key or an event while another program has the processor. What fails twice fails.
  const mocha = new Mocha({ reporter: Reporter, timeout: 60_000, retries: 1, ...(grep ? { grep } : {}) });
  // Puts describe, it and the hooks where the test files look for them.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await load();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on("retry", (test, error) => console.log(retryLine(test.fullTitle(), error)));
    runner.once("end", () => runner.stats && console.log(countsLine(runner.stats)));
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
