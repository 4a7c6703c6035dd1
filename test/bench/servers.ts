import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const serve = new URL("../../src/plotService/serve.ts", import.meta.url).pathname;

/** What a server of ours says of itself when it is there. */
export interface Started {
  readonly url: string;
  readonly users?: readonly { readonly username: string; readonly apiKey: string }[];
}

/** Servers as processes of their own, ended together. */
export class Servers {
  readonly #processes: ChildProcess[] = [];

  /** The listening plot service on a folder. */
  service(folder: string, ...more: readonly string[]): Promise<Started> {
    return this.#start([serve, "--data", folder, "--json", ...more], "");
  }

  /** A script that reads one line and then says where it listens. */
  script(source: string, line: string): Promise<Started> {
    return this.#start(["--eval", source], line);
  }

  end(): void {
    for (const child of this.#processes) child.kill();
  }

  async #start(args: readonly string[], line: string): Promise<Started> {
    const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
    this.#processes.push(child);
    child.stdin.end(`${line}\n`);
    const [said] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    return JSON.parse(said) as Started;
  }
}
