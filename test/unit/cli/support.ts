import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const source = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url));

let built: Promise<string> | undefined;

/** The command as one file, which starts several times as fast as its sources. */
async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "plot-files-built-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, "cli.cjs");
  await build({ entryPoints: [source], outfile, bundle: true, platform: "node", format: "cjs", logLevel: "error" });
  return outfile;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** `plot-files` as a process of its own. Nothing of the environment of the tests says who asks a server. */
export async function plotFiles(args: readonly string[], { cwd, input = "", env = {} }: RunOptions = {}): Promise<Ran> {
  const own = { ...process.env, PLOTLY_USERNAME: "", PLOTLY_API_KEY: "", ...env };
  const main = await (built ??= bundle());
  const child = spawn(process.execPath, [main, ...args], { env: own, ...(cwd !== undefined && { cwd }) });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

/** A folder of figures that goes with the test. */
export class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), "plot-files-cli-"));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}
