import { spawn } from "node:child_process";
import { Trouble } from "../trouble.ts";

/** Runs the npm that runs us, under our own Node. Returns what it printed. */
export async function npm(args: readonly string[], cwd: string): Promise<string> {
  const npmCli = process.env["npm_execpath"];
  const [command, first] = npmCli?.endsWith("npm-cli.js") ? [process.execPath, [npmCli]] : ["npm", []];
  const ours = ["--loglevel=error", "--no-audit", "--no-fund", "--fetch-retry-mintimeout=2000", "--fetch-retries=1"];
  const child = spawn(command, [...first, ...args, ...ours], {
    cwd,
    env: environment(),
    shell: command === "npm" && process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (status !== 0) throw explain(args, errors);
  return output;
}

/** The environment without what npm tells its scripts about their project, which would send another npm to the wrong folder. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config_(local_prefix|prefix)|package|lifecycle)/.test(name),
  );
  return Object.fromEntries(kept);
}

/** Makes a sentence of npm's own words, without its stack and its log file. */
function explain(args: readonly string[], errors: string): Trouble {
  const lines = errors
    .split("\n")
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) ?/, ""))
    .filter((line) => !/^\s*at |complete log/.test(line));
  const request = lines.find((line) => line.includes("request to"));
  if (request !== undefined || /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(errors)) {
    return new Trouble(
      "The npm registry could not be reached, and VS Code is installed from there. Check the network, or the proxy and " +
        `registry that npm is set to (npm config list), and start again.\n  ${request ?? lines[0]}`,
    );
  }
  if (errors.includes("ENOSPC")) {
    return new Trouble("The disk is full. VS Code needs about 700 MB under .vscode-test: make room and start again.");
  }
  return new Trouble(`npm ${args.join(" ")} failed:\n${lines.join("\n") || errors}`);
}
