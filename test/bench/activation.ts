import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../host/build.ts";
import { installCode } from "../host/install.ts";
import { root, temporaryFolder } from "../host/paths.ts";
import { startServer } from "../host/server.ts";
import { runExtensionTests } from "../host/vscode/extensionTests.ts";
import { type Measurement, measured } from "./measurement.ts";
import { installExtension } from "./opening/installExtension.ts";

/** An extension is activated once a window, so every round is a window of its own. */
const windows = 10;
const limit = 1.2;

/** Milliseconds by what was measured: an extension's id, or "awake". */
type Taken = Record<string, number>;

const empty = "plot-files-bench.empty";

/** What every window with JSON in it pays: `activate()` of the built extension, against an extension that does nothing. */
export async function activationJson(): Promise<Measurement> {
  return compareTaken(
    "activation-json",
    "plot-files.plot-files",
    "activate() with loading, as for any JSON file",
    await measureOnce(),
  );
}

/** The same until the first figure, command or view has woken all parts. */
export async function activation(): Promise<Measurement> {
  return compareTaken("activation", "awake", "activate() and waking, with loading", await measureOnce());
}

function compareTaken(name: string, measuredAs: string, what: string, taken: readonly Taken[]): Measurement {
  const all = (key: string) => taken.map((each) => each[key] ?? NaN);
  const told = `${what}, in ${windows} settled windows of a real VS Code, against an extension that does nothing.`;
  return measured(name, told, all(measuredAs), all(empty), limit);
}

let measuring: Promise<readonly Taken[]> | undefined;

/** Both figures are from the same windows. */
const measureOnce = (): Promise<readonly Taken[]> => (measuring ??= measureActivation());

async function measureActivation(): Promise<readonly Taken[]> {
  const serverMain = await installCode(console.error);
  // The tests are not in the build that ships, which leaves those of the other where they are.
  await build();
  await build({ production: true });
  const temporary = temporaryFolder("bench");
  try {
    const extensionsFolder = join(temporary, "extensions");
    const asleep = { activationEvents: ["onCommand:none"] };
    installExtension(extensionsFolder, "empty", "exports.activate = () => {};\n", asleep);
    installAsleep(extensionsFolder);
    const extension = join(temporary, "development");
    cpSync(join(extensionsFolder, `${empty}-1.0.0`), extension, { recursive: true });
    const manifest = join(extension, "package.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace('"empty"', '"development"'));
    await using server = await startServer({ serverMain, dataFolder: join(temporary, "server"), extensionsFolder });
    const tests = join(root, "dist", "test", "bench", "activation.js");
    const taken: Taken[] = [];
    for (let window = 0; window <= windows; window++) {
      // What comes first finds less in the caches, so each is first in every other window.
      const folder = join(temporary, window % 2 === 0 ? "ours-first" : "empty-first");
      mkdirSync(folder, { recursive: true });
      let printed = "";
      const code = await runExtensionTests(server, { folder, extension, tests }, (text) => (printed += text));
      const result = /activation (\{.*\})/.exec(printed)?.[1];
      if (code !== 0 || result === undefined) throw new Error(`The window did not measure:\n${printed}`);
      if (window > 0) taken.push(JSON.parse(result) as Taken);
    }
    return taken;
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Installs the built extension under a manifest by which nothing activates it but the measurement: VS Code itself opens
 * JSON in most windows as they start.
 */
function installAsleep(extensionsFolder: string): void {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
  // That of a language would activate it with the language.
  const { languages: _, ...contributes } = manifest.contributes;
  const folder = join(extensionsFolder, `${manifest.publisher}.${manifest.name}-${manifest.version}`);
  mkdirSync(folder);
  const asleep = { ...manifest, contributes, activationEvents: ["onCommand:none"] };
  writeFileSync(join(folder, "package.json"), JSON.stringify(asleep));
  for (const name of ["dist", "media"]) symlinkSync(join(root, name), join(folder, name), "junction");
}

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly contributes: Record<string, unknown>;
}
