import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "../project.ts";
import { countsOf, type Suite } from "./suite.ts";
import { TestOutput } from "./testOutput.ts";

/** Makes a suite of the tests that `<folder>/.mocharc.json` names, in a Node process of its own. The folder's path starts at the checkout. */
export function mochaOnNode(folder: string): Suite {
  const mocha = join(dirname(createRequire(import.meta.url).resolve("mocha/package.json")), "bin", "mocha.js");
  const reporter = join(import.meta.dirname, "countsReporter.ts");
  return async ({ grep }) => {
    const config = join(folder, ".mocharc.json");
    const args = [mocha, "--config", config, "--reporter", reporter, ...(grep === "" ? [] : ["--grep", grep])];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    const output = new TestOutput((text) => process.stdout.write(text));
    child.stdout.setEncoding("utf8").on("data", (text: string) => output.write(text));
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    return countsOf(output, status === 0);
  };
}
