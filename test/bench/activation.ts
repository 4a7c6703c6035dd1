import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../host/build.ts";
import { runExtensionTests } from "../host/vscode/extensionTests.ts";
import { installCode } from "../host/install.ts";
import { root, temporaryFolder } from "../host/paths.ts";
import { startServer } from "../host/server.ts";
import { type Measurement, measured } from "./measurement.ts";

/** An extension is activated once a window, so every round is a window of its own. */
const windows = 7;

/** What every window with JSON in it pays: `activate()` of the built extension, against an extension that does nothing. */
export async function activationJson(): Promise<Measurement> {
  return measureActivation(
    "activation-json",
    "plot-files.plot-files",
    `activate() with loading, as for any JSON file, in ${windows} windows of a real VS Code, against an extension that does nothing.`,
  );
}

/** The same until the first figure, command or view has woken all parts. */
export async function activation(): Promise<Measurement> {
  return measureActivation(
    "activation",
    "awake",
    `activate() and waking, with loading, in ${windows} windows of a real VS Code, against an extension that does nothing.`,
  );
}

async function measureActivation(name: string, measuredAs: string, what: string): Promise<Measurement> {
  const serverMain = await installCode(console.error);
  await build();
  const temporary = temporaryFolder("bench");
  try {
    const extensionsFolder = join(temporary, "extensions");
    installEmptyExtension(extensionsFolder);
    const folder = join(temporary, "workspace");
    mkdirSync(folder);
    const [ours, other]: [number[], number[]] = [[], []];
    await using server = await startServer({ serverMain, dataFolder: join(temporary, "server"), extensionsFolder });
    const tests = join(root, "dist", "test", "bench", "activation.js");
    let opened = 0;
    for (let window = 0; window <= windows; window++) {
      if (++opened > 4 * windows) throw new Error("In most windows the extension was active before it was asked for.");
      let printed = "";
      const code = await runExtensionTests(server, { folder, extension: root, tests }, (text) => (printed += text));
      if (printed.includes("activation early")) {
        window--;
        continue;
      }
      const result = /activation (\{.*\})/.exec(printed)?.[1];
      if (code !== 0 || result === undefined) throw new Error(`The window did not measure:\n${printed}`);
      if (window === 0) continue;
      const milliseconds = JSON.parse(result) as Record<string, number>;
      ours.push(milliseconds[measuredAs] ?? NaN);
      other.push(milliseconds["plot-files-bench.empty"] ?? NaN);
    }
    return measured(name, what, ours, other);
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

function installEmptyExtension(extensionsFolder: string): void {
  const manifest = { name: "empty", publisher: "plot-files-bench", version: "1.0.0", main: "./main.js" };
  const folder = join(extensionsFolder, `${manifest.publisher}.${manifest.name}-${manifest.version}`);
  mkdirSync(folder, { recursive: true });
  const engines = { vscode: "^1.105.0" };
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ ...manifest, engines, activationEvents: ["onCommand:none"] }),
  );
  writeFileSync(join(folder, "main.js"), "exports.activate = () => {};\n");
}
