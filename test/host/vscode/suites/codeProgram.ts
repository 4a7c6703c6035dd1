import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { inWebHost } from "../development.ts";
import { runExtensionTests } from "../extensionTests.ts";
import { type Code, installCode, installNode } from "../install/install.ts";
import { temporaryFolder } from "../project.ts";
import { startServer } from "../server.ts";
import { Trouble } from "../trouble.ts";

/**
 * Stands in for a desktop VS Code's executable, as far as `runTests` of @vscode/test-electron uses it. Opens a window with
 * an extension under development, runs its tests, prints what they print and returns their exit status. `choose` says which
 * VS Code to use, from the switches that the script was called with.
 */
export async function runAsCode(choose: (switches: ReadonlySet<string>) => Code): Promise<number> {
  const { values, positionals } = parseArgs({
    // runTests adds switches for Electron, which mean nothing here.
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: "string" },
      extensionDevelopmentKind: { type: "string" },
      extensionTestsPath: { type: "string" },
      "user-data-dir": { type: "string" },
      "extensions-dir": { type: "string" },
    },
  });
  const path = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? resolve(value) : undefined;
  };
  const [extension, tests, folder] = [path("extensionDevelopmentPath"), path("extensionTestsPath"), positionals[0]];
  if (tests === undefined) throw new Trouble("Say which tests to run: --extensionTestsPath=… names their bundle.");

  const code = choose(new Set(Object.keys(values).filter((name) => values[name] === true)));
  const extensionsFolder = path("extensions-dir");
  const web = values["extensionDevelopmentKind"] === "web" && extension !== undefined;
  await using server = await startServer({
    serverMain: await installCode(console.error, code),
    node: await installNode(console.error, code),
    dataFolder: path("user-data-dir") ?? temporaryFolder("code"),
    settings: web ? inWebHost(extension) : {},
    ...(extensionsFolder === undefined ? {} : { extensionsFolder }),
  });
  const development = {
    tests,
    ...(extension === undefined ? {} : { extension }),
    ...(folder === undefined ? {} : { folder: resolve(folder) }),
  };
  return await runExtensionTests(server, development, (text) => process.stdout.write(text));
}
