import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { listen } from "./listen.ts";
import { patiently } from "./store/database/patience.ts";
import { OpenError, openWhenFree } from "./service.ts";
import type { Credentials } from "../plotsApi/requests/credentials.ts";
import { messageOf } from "../figure/model/messageOf.ts";

const USAGE = `Usage: npm run serve -- --data DIR [--port N] [--user NAME] [--origin URL] [--empty] [--json]

  --data DIR   folder that keeps the plots; made where there is none
  --port N     port on 127.0.0.1; without it, any free one
  --user NAME  user who has an API key of their own; may come several times; "me" without it
  --origin URL origin whose pages may use the service from a browser; may come several times
  --empty      leave the sample plots out of a new folder
  --json       print the address, the user and the API key as one line of JSON`;

/** A mistake of the person who started the service. The message tells them what to do. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { data, port, usernames, origins, seed, json } = readArguments();
  makeFolder(data);
  const [username = "me", ...others] = usernames;
  const service = await openWhenFree({
    database: join(data, "plots.sqlite"),
    username,
    seed,
    report: (error) => console.error(error),
  });
  const accounts: Credentials[] = [];
  for (const name of others) accounts.push(await patiently(() => service.account(name)));
  const listening = await listen(service, { port, origins }).catch((error: unknown) => {
    service.close();
    throw portError(port, error);
  });
  const { url } = listening;
  const users = [service.user, ...accounts];
  if (json) console.log(JSON.stringify({ url, ...service.user, ...(accounts.length > 0 && { users }) }));
  else {
    const lines = users.map((user) => `\n  user     ${user.username}\n  API key  ${user.apiKey}`);
    console.log(`The plot service is running at ${url}${lines.join("")}`);
  }
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void listening.close().then(() => service.close());
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function readArguments(): {
  data: string;
  port: number;
  usernames: readonly string[];
  origins: readonly string[];
  seed: boolean;
  json: boolean;
} {
  const { values } = parse();
  const { data, port = "0", user = ["me"], origin = [], empty = false, json = false, help = false } = values;
  if (help) {
    console.log(USAGE);
    process.exit(0);
  }
  if (data === undefined || data === "") throw new UsageError(`Say where to keep the plots: --data DIR.\n\n${USAGE}`);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new UsageError(`"${port}" is no port. Give a number from 1 to 65535, or 0 for any free one.`);
  }
  const wrong = origin.find((text) => URL.parse(text)?.origin !== text);
  if (wrong !== undefined) {
    throw new UsageError(`"${wrong}" is no origin. Write it as browsers do, without a slash: https://example.com.`);
  }
  return { data, port: Number(port), usernames: user, origins: origin, seed: !empty, json };
}

function parse() {
  try {
    return parseArgs({
      options: {
        data: { type: "string" },
        port: { type: "string" },
        user: { type: "string", multiple: true },
        origin: { type: "string", multiple: true },
        empty: { type: "boolean" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(`${messageOf(error)}\n\n${USAGE}`);
  }
}

function makeFolder(folder: string): void {
  try {
    // A folder that exists is the person's own and stays as it is. The files in it are private in any case.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new UsageError(`The folder ${folder} cannot be made (${codeOf(error)}). Choose another one for --data.`);
  }
}

function portError(port: number, error: unknown): unknown {
  const code = codeOf(error);
  if (code === "EADDRINUSE") {
    return new UsageError(`Port ${port} is taken by another program. Choose another one with --port.`);
  }
  if (code === "EACCES") return new UsageError(`Port ${port} may not be used. Choose one above 1023 with --port.`);
  return error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}

try {
  await main();
} catch (error) {
  console.error(error instanceof UsageError || error instanceof OpenError ? error.message : error);
  process.exitCode = 1;
}
