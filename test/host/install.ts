import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./npm.ts";
import { cache } from "./paths.ts";
import { Trouble } from "./trouble.ts";

/**
 * VS Code's server and web workbench, as the npm package code-server carries them in lib/vscode; the rest of that
 * package is not used. 4.139.1 is VS Code 1.139.1.
 */
const version = "4.139.1";

/** Modules that would need a compiler; ours take their place, so that a machine needs nothing but npm. */
const standIns = ["spdlog", "native-watchdog"];

/** Installs VS Code into .vscode-test once, telling its progress, and returns the path of its server's main script. */
export async function installCode(say: (line: string) => void): Promise<string> {
  const installed = join(cache, `vscode-${version}`);
  const serverMain = join(installed, "out", "server-main.js");
  if (existsSync(installed)) return serverMain;

  const started = Date.now();
  removeAbandoned();
  // Everything happens in a folder of our own, renamed when it is whole: half an install never looks like one.
  const partial = join(cache, `partial-${process.pid}`);
  mkdirSync(partial, { recursive: true });
  try {
    say(`Installing VS Code ${version.replace("4.", "1.")} (once; about a minute and 700 MB under .vscode-test)`);
    say("  1/3 downloading code-server from the npm registry");
    const archive = (await npm(["pack", `code-server@${version}`], partial)).trim().split("\n").at(-1) ?? "";
    say("  2/3 unpacking it");
    unpack(archive, partial);
    const code = join(partial, "package", "lib", "vscode");
    say("  3/3 installing its server's modules");
    await npm(["install", "--omit=dev", "--ignore-scripts"], code);
    for (const name of standIns) {
      const target = join(code, "node_modules", "@vscode", name, "index.js");
      copyFileSync(join(import.meta.dirname, "standIns", `${name}.cjs`), target);
    }
    putInPlace(code, installed);
    say(`  installed in ${Math.round((Date.now() - started) / 1000)} s`);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return serverMain;
}

function unpack(archive: string, folder: string): void {
  const { status, error, stderr } = spawnSync("tar", ["-xzf", archive, "package/lib/vscode"], { cwd: folder });
  if (error) throw new Trouble("The program tar was not found, and VS Code comes as a tar archive. Install tar.");
  if (status !== 0) throw new Trouble(`Unpacking ${archive} failed; is the disk full?\n${stderr.toString()}`);
}

function putInPlace(code: string, installed: string): void {
  try {
    renameSync(code, installed);
  } catch (error) {
    // Another run was installing at the same time and was faster: its copy is as good.
    if (!existsSync(installed)) throw error;
  }
}

/** Removes what an installation left that was stopped half-way, unless it is still going on. */
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
