import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { cache, environmentVariable } from "./project.ts";
import { Trouble } from "./trouble.ts";

const flags = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // This draws WebGL without a graphics card.
  "--enable-unsafe-swiftshader",
];

/** The channels by which Playwright finds Chrome and Edge. */
const installed = [
  { platform: "darwin", channel: "chrome", path: "/Applications/Google Chrome.app" },
  { platform: "darwin", channel: "msedge", path: "/Applications/Microsoft Edge.app" },
  { platform: "win32", channel: "chrome", path: "C:/Program Files/Google/Chrome/Application/chrome.exe" },
  { platform: "win32", channel: "msedge", path: "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe" },
];

/** The options with which Playwright starts a browser. */
interface Choice {
  readonly executablePath?: string;
  readonly channel?: string;
  readonly env?: Record<string, string>;
}

/** Starts the first browser that this machine can run, without showing it. */
export async function launchBrowser(): Promise<Browser> {
  const choice = await chooseBrowser();
  return await chromium.launch({
    ...choice,
    args: flags,
    // The caller closes it on signals, together with the server.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * The browsers to try, in this order: the one that the project's environment variable names; on Linux x64, the Chromium of
 * the project's npm packages, then the distribution's; elsewhere, an installed Chrome or Edge.
 */
async function chooseBrowser(): Promise<Choice> {
  const { name, value: named } = environmentVariable("BROWSER");
  if (named !== undefined) {
    if (!existsSync(named)) throw new Trouble(`${name} names ${named}, but there is no such file.`);
    return { executablePath: named };
  }
  if (process.platform === "linux") {
    const own = process.arch === "x64" ? await ownChromium() : undefined;
    if (own !== undefined) return own;
    for (const executablePath of ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]) {
      if (starts({ executablePath })) return { executablePath };
    }
    throw new Trouble(`No browser could be started. Install Chromium, or name one by ${name}.`);
  }
  const found = installed.find(({ platform, path }) => platform === process.platform && existsSync(path));
  if (found === undefined) {
    throw new Trouble(`Neither Chrome nor Edge is installed: install one, or name a browser by ${name}.`);
  }
  return { channel: found.channel };
}

/** Unpacks @sparticuz/chromium once. It brings the libraries and fonts that a bare system lacks. */
async function ownChromium(): Promise<Choice | undefined> {
  const archives = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..", "bin");
  const { version } = JSON.parse(readFileSync(join(archives, "..", "package.json"), "utf8")) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(archives, folder);

  const executablePath = join(folder, "chromium");
  const env = { ...definedEnvironment(), FONTCONFIG_FILE: join(folder, "fonts", "fonts.conf") };
  const withLibraries = { ...env, LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  return [env, withLibraries].map((tried) => ({ executablePath, env: tried })).find(starts);
}

/** The configuration of fonts: the system's, if it has any, and those of the package. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

async function unpack(archives: string, folder: string): Promise<void> {
  const partial = join(cache, `partial-${process.pid}`);
  mkdirSync(partial, { recursive: true });
  const temporary = process.env["TMPDIR"];
  // Its `inflate` always unpacks into the system's temporary folder, and takes no other.
  process.env["TMPDIR"] = partial;
  try {
    const { inflate } = await import("@sparticuz/chromium");
    for (const name of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) {
      await inflate(join(archives, name));
    }
    writeFileSync(join(partial, "fonts", "fonts.conf"), fontsConfiguration(folder));
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    if (temporary === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = temporary;
    rmSync(partial, { recursive: true, force: true });
  }
}

function starts({ executablePath, env }: Choice): boolean {
  if (executablePath === undefined || !existsSync(executablePath)) return false;
  return spawnSync(executablePath, ["--version", "--no-sandbox"], { env: env ?? process.env }).status === 0;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
