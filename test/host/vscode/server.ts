import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { Trouble } from "./trouble.ts";

/** A running VS Code server. Disposing of it ends its whole process tree. */
export interface Server extends AsyncDisposable {
  readonly port: number;
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** `127.0.0.1:<port>`: the authority of `vscode-remote:` URIs. */
  readonly authority: string;
  /** Settles when the server has ended, by itself or by us. */
  readonly ended: Promise<void>;
}

export interface ServerOptions {
  /** The path that `installCode` returned. */
  readonly serverMain: string;
  /** The path that `installNode` returned; our own Node unless it is given. */
  readonly node?: string;
  /** The folder of settings, logs, storage and installed extensions. */
  readonly dataFolder: string;
  /** The port; 0 or undefined means any free one. */
  readonly port?: number;
  readonly extensionsFolder?: string;
  /**
   * False for a window as a person has it. Otherwise a page's address may name an extension under development and its
   * tests, and notifications stay in the bell's list and do not pop up.
   */
  readonly automated?: boolean;
  /** Settings of the window, which override the quiet ones. */
  readonly settings?: Record<string, unknown>;
  readonly env?: NodeJS.ProcessEnv;
}

/** The settings of a window in which only the extension asks for attention. */
const quietSettings = {
  "chat.disableAIFeatures": true,
  // A desktop does this too; the web workbench would save by itself.
  "files.autoSave": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "remote.autoForwardPorts": false,
  "git.openRepositoryInParentFolders": "never",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

export async function startServer(options: ServerOptions): Promise<Server> {
  const port = options.port ?? 0;
  if (port !== 0) await insistOnFree(port);
  const settingsFile = join(options.dataFolder, "data", "Machine", "settings.json");
  mkdirSync(dirname(settingsFile), { recursive: true });
  writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2));

  const child = spawn(options.node ?? process.execPath, [options.serverMain, ...switches(options, port)], {
    // Without a gallery, nothing is looked for on the network.
    env: { ...process.env, EXTENSIONS_GALLERY: "{}", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own can be ended as one.
    detached: process.platform !== "win32",
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const endNow = () => endTree(child);
  process.once("exit", endNow);

  const actualPort = await readyPort(child);
  return {
    port: actualPort,
    url: `http://127.0.0.1:${actualPort}`,
    authority: `127.0.0.1:${actualPort}`,
    ended,
    async [Symbol.asyncDispose]() {
      process.off("exit", endNow);
      endTree(child);
      await ended;
    },
  };
}

function switches({ dataFolder, extensionsFolder, automated = true }: ServerOptions, port: number): string[] {
  return [
    "--host=127.0.0.1",
    `--port=${port}`,
    "--without-connection-token",
    "--accept-server-license-terms",
    ...(automated ? ["--enable-smoke-test-driver"] : []),
    "--disable-workspace-trust",
    "--telemetry-level=off",
    `--server-data-dir=${dataFolder}`,
    ...(extensionsFolder === undefined ? [] : [`--extensions-dir=${extensionsFolder}`]),
  ];
}

/** Waits for the line in which the server says where it listens. */
async function readyPort(child: ChildProcess): Promise<number> {
  let output = "";
  return await new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    child.once("close", (status) =>
      reject(new Trouble(`VS Code's server ended with status ${status} before it was ready:\n${output}`)),
    );
  });
}

export async function insistOnFree(port: number): Promise<void> {
  if (await isFree(port)) return;
  throw new Trouble(`Port ${port} is taken by another program. Choose another one with --port.`);
}

export async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return await new Promise((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

function endTree(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The process has ended already.
  }
}
