import { spawn } from "node:child_process";
import { globSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { oldestCode } from "./install.ts";
import { root, temporaryFolder } from "./paths.ts";
import { sampleWorkspace } from "./sampleWorkspace.ts";
import { startSeedControl } from "./seedControl.ts";
import { type Counts, TestOutput } from "./testOutput.ts";

export interface SuiteOptions {
  /** Runs only tests whose full title matches. */
  readonly grep: string;
  /** Use a desktop VS Code, downloaded by @vscode/test-electron, where the suite runs in an extension host. */
  readonly desktop: boolean;
}

/** Runs its tests, showing what they print, and counts them. */
export type Suite = (options: SuiteOptions) => Promise<Counts>;

export const suites = {
  unit: mochaOnNode("unit"),
  workbench: extensionHost("node", "workbench", sampleWorkspace),
  /** The same in the oldest VS Code that the manifest admits. */
  oldest: extensionHost("node", "workbench", sampleWorkspace, { oldest: true }),
  web: extensionHost("web", "workbench.web", sampleWorkspace),
  asleep: extensionHost("node", "asleep", withoutFigures),
  ui: mochaOnNode("ui"),
  package: mochaOnNode("package"),
} satisfies Record<string, Suite>;

/** test/<folder>/**, in a Node process of its own. */
function mochaOnNode(folder: string): Suite {
  const mocha = join(dirname(createRequire(import.meta.url).resolve("mocha/package.json")), "bin", "mocha.js");
  const reporter = join(import.meta.dirname, "countsReporter.ts");
  return async ({ grep }) => {
    const config = join("test", folder, ".mocharc.json");
    const args = [mocha, "--config", config, "--reporter", reporter, ...(grep === "" ? [] : ["--grep", grep])];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    const output = new TestOutput((text) => process.stdout.write(text));
    child.stdout.setEncoding("utf8").on("data", (text: string) => output.write(text));
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    return result(output, status === 0);
  };
}

/** The tests of dist/test/<bundle> in an extension host, in a workspace made for them. The build has put the grep in. */
function extensionHost(
  kind: "node" | "web",
  bundle: string,
  makeWorkspace: (parent: string) => string,
  { oldest = false } = {},
): Suite {
  return async ({ desktop }) => {
    const temporary = temporaryFolder(kind);
    const output = new TestOutput((text) => process.stdout.write(text));
    const stdout = new Writable({
      decodeStrings: false,
      write(chunk: Buffer | string, _encoding, done) {
        output.write(chunk.toString());
        done();
      },
    });
    await using seed = await startSeedControl();
    // Beside the workspace, where the tests find it in every host.
    writeFileSync(join(temporary, "seed-server.json"), JSON.stringify({ root: seed.root, control: seed.control }));
    try {
      const succeeded = await runTests({
        ...(desktop
          ? oldest
            ? { version: oldestCode.version.replace("4.", "1.") }
            : {}
          : { vscodeExecutablePath: join(import.meta.dirname, "code.ts") }),
        extensionDevelopmentPath: root,
        extensionTestsPath: join(root, "dist", "test", bundle, "index.js"),
        launchArgs: [
          makeWorkspace(temporary),
          "--disable-extensions",
          `--user-data-dir=${join(temporary, "user")}`,
          `--extensions-dir=${join(temporary, "extensions")}`,
          ...(kind === "web" ? ["--extensionDevelopmentKind=web"] : []),
          ...(oldest ? ["--oldest"] : []),
        ],
        // Our own executable is a script for the Node that runs us.
        extensionTestsEnv: {
          PATH: `${dirname(process.execPath)}${process.platform === "win32" ? ";" : ":"}${process.env["PATH"]}`,
        },
        stdout,
      }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof TestRunFailedError) return false;
          throw error;
        },
      );
      return result(output, succeeded);
    } finally {
      rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

/** What the sample workspace holds beside files with a figure's name. */
function withoutFigures(parent: string): string {
  const folder = sampleWorkspace(parent);
  for (const name of globSync("**/*.{plotly,plotly.json}", { cwd: folder })) rmSync(join(folder, name));
  return folder;
}

/** A run that failed without a failed test, or ended without having counted, counts as one failure. */
function result(output: TestOutput, succeeded: boolean): Counts {
  output.end();
  const counts = { ...(output.counts ?? { passed: 0, failed: 0, skipped: 0 }), failures: output.failures };
  if (output.counts === undefined) console.error("The tests ended before they were all run.");
  return counts.failed === 0 && (!succeeded || output.counts === undefined) ? { ...counts, failed: 1 } : counts;
}
