import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import type { ExtensionUnderTest } from "../extension.ts";
import { temporaryFolder } from "../project.ts";
import { copyWorkspace } from "../workspaceCopy.ts";
import { countsOf, type Suite } from "./suite.ts";
import { TestOutput } from "./testOutput.ts";

export interface ExtensionHostOptions {
  /** Node's extension host, or the browser's web worker as on vscode.dev. */
  readonly kind: "node" | "web";
  /** The built bundle that exports `run()`. */
  readonly tests: string;
  /** The script that calls `runAsCode`. It opens the window where no desktop VS Code is asked for. */
  readonly code: string;
  /** Arguments for that script, after VS Code's own switches. */
  readonly switches?: readonly string[];
  /** The desktop VS Code to download, such as "1.105.1"; the newest stable one if it is not given. */
  readonly desktopVersion?: string;
  /** Prepares the workspace and what lies beside it. The result is disposed after the tests. */
  readonly prepare?: (workspace: string) => Promise<AsyncDisposable> | AsyncDisposable | void;
}

/**
 * Makes a suite of tests that run inside VS Code: in an extension host, beside the extension, in a workspace of their own.
 * `build` has put into their bundle which of them run.
 */
export function extensionHost(extension: ExtensionUnderTest, options: ExtensionHostOptions): Suite {
  const { kind, tests, code, switches = [], desktopVersion, prepare } = options;
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
    await using stack = new AsyncDisposableStack();
    stack.defer(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
    const workspace = copyWorkspace(extension.sample, temporary);
    const prepared = await prepare?.(workspace);
    if (prepared !== undefined) stack.use(prepared);
    const downloaded = desktopVersion === undefined ? {} : { version: desktopVersion };
    const succeeded = await runTests({
      ...(desktop ? downloaded : { vscodeExecutablePath: code }),
      extensionDevelopmentPath: extension.root,
      extensionTestsPath: tests,
      launchArgs: [
        workspace,
        "--disable-extensions",
        `--user-data-dir=${join(temporary, "user")}`,
        `--extensions-dir=${join(temporary, "extensions")}`,
        ...(kind === "web" ? ["--extensionDevelopmentKind=web"] : []),
        ...switches,
      ],
      // Our own executable is a script, which needs the Node that runs us.
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
    return countsOf(output, succeeded);
  };
}
