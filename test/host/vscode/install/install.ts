import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { npm } from "./npm.ts";
import { cache } from "../project.ts";
import { Trouble } from "../trouble.ts";

/** A VS Code, which the npm package code-server has in lib/vscode. The rest of that package is not used. */
export interface Code {
  /** The version of code-server: 4.139.1 is VS Code 1.139.1. */
  readonly version: string;
  /** Versions of its server's modules to use instead of those that it names. */
  readonly instead?: Readonly<Record<string, string>>;
  /** The version of Node that its server needs, where ours is too new for it. */
  readonly node?: string;
}

/** The modules that need a compiler. Stand-ins of ours replace them, so that a machine needs only npm. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  spdlog: ["@vscode/spdlog"],
  "native-watchdog": ["@vscode/native-watchdog", "native-watchdog"],
};

/** Installs VS Code into .vscode-test, once, and shows its progress. Returns the path of its server's main script. */
export async function installCode(say: (line: string) => void, code: Code): Promise<string> {
  const { version, instead = {} } = code;
  const installed = join(cache, `vscode-${version}`);
  const serverMain = join(installed, "out", "server-main.js");
  if (existsSync(installed)) return serverMain;

  const started = Date.now();
  say(`Installing VS Code ${version.replace("4.", "1.")} (once; about a minute and 700 MB under .vscode-test)`);
  await inPartialFolder(async (partial) => {
    say("  1/3 downloading code-server from the npm registry");
    const archive = (await npm(["pack", `code-server@${version}`], partial)).trim().split("\n").at(-1) ?? "";
    say("  2/3 unpacking it");
    unpack(archive, partial);
    const unpacked = join(partial, "package", "lib", "vscode");
    say("  3/3 installing its server's modules");
    for (const name of ["package.json", "npm-shrinkwrap.json"]) replaceModules(join(unpacked, name), instead);
    await npm(["install", "--omit=dev", "--ignore-scripts"], unpacked);
    const modules = join(unpacked, "node_modules");
    for (const [standIn, places] of Object.entries(standIns)) {
      const place = places.find((each) => existsSync(join(modules, each)));
      if (place === undefined) throw new Trouble(`VS Code ${version} has no module ${standIn}; install.ts expects it.`);
      copyFileSync(join(import.meta.dirname, "standIns", `${standIn}.cjs`), join(modules, place, "index.js"));
    }
    putInPlace(unpacked, installed);
  });
  say(`  installed in ${Math.round((Date.now() - started) / 1000)} s`);
  return serverMain;
}

/** The path of the Node that runs a VS Code's server: ours, or the one that it needs, which is installed once. */
export async function installNode(say: (line: string) => void, { node }: Code): Promise<string> {
  if (node === undefined) return process.execPath;
  const installed = join(cache, `node-${node}`);
  const executable = join(installed, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(installed)) return executable;
  say(`Installing Node ${node} (once), under which that VS Code runs`);
  await inPartialFolder(async (partial) => {
    await npm(["install", "--prefix", partial, "--no-save", `node@${node}`], partial);
    putInPlace(partial, installed);
  });
  return executable;
}

/** Installs into a folder of our own and moves it when it is whole, so that half an installation never looks like a whole one. */
async function inPartialFolder(work: (partial: string) => Promise<void>): Promise<void> {
  removeAbandoned();
  const partial = join(cache, `partial-${process.pid}`);
  mkdirSync(partial, { recursive: true });
  try {
    await work(partial);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Changes the versions in a package.json or in npm's lock file; npm then finds out what these versions need. */
function replaceModules(file: string, instead: Readonly<Record<string, string>>): void {
  if (Object.keys(instead).length === 0 || !existsSync(file)) return;
  const content = JSON.parse(readFileSync(file, "utf8")) as Manifest & { readonly packages?: Record<string, Manifest> };
  Object.assign(content.dependencies ?? {}, instead);
  Object.assign(content.packages?.[""]?.dependencies ?? {}, instead);
  for (const name of Object.keys(instead)) delete content.packages?.[`node_modules/${name}`];
  writeFileSync(file, JSON.stringify(content, undefined, 2));
}

interface Manifest {
  readonly dependencies?: Record<string, string>;
}

function unpack(archive: string, folder: string): void {
  const { status, error, stderr } = spawnSync("tar", ["-xzf", archive, "package/lib/vscode"], { cwd: folder });
  if (error) throw new Trouble("The program tar was not found, and VS Code comes as a tar archive. Install tar.");
  if (status !== 0) throw new Trouble(`Unpacking ${archive} failed; is the disk full?\n${stderr.toString()}`);
}

function putInPlace(whole: string, installed: string): void {
  try {
    renameSync(whole, installed);
  } catch (error) {
    // Another run installed the same and was faster: use its copy.
    if (!existsSync(installed)) throw error;
  }
}

/** Removes what is left of installations that were stopped, but not of those that still go on. */
function removeAbandoned(): void {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const pid = /^partial-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
