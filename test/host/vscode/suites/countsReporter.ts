import Mocha from "mocha";
import { countsLine, failuresLine, retryLine } from "./testOutput.ts";

/** Reports as mocha usually does, and hands the counts over at the end. They are told once, for all suites. */
class CountsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on("retry", (test, error) => console.log(retryLine(test.fullTitle(), error)));
    runner.once("end", () => console.log(countsLine(this.stats)));
  }

  override epilogue(): void {
    if (this.failures.length === 0) return;
    console.log(failuresLine);
    Mocha.reporters.Base.list(this.failures);
  }
}

// Mocha loads reporters by `require`, which takes this export from a module.
export { CountsReporter as "module.exports" };
