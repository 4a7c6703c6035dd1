import { ok } from "node:assert/strict";
import { Uri, workspace } from "vscode";
import type { Failure } from "../../fixtures/seedServer.ts";

export interface SeenRequest {
  readonly method: string;
  /** As it was sent: the colon of a fid is not encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly authorization?: string;
  readonly body: string;
}

/** The seed's server, which the test runner has started: it runs where there is Node, the tests may be in a browser. */
export class Seed {
  /** The v2 root. */
  readonly root: string;
  readonly #control: string;

  private constructor(root: string, control: string) {
    this.root = root;
    this.#control = control;
  }

  /** The server as if nobody had asked it anything yet. */
  static async fresh(): Promise<Seed> {
    const folder = workspace.workspaceFolders?.[0];
    ok(folder, "These tests need a workspace.");
    const file = Uri.joinPath(folder.uri, "..", "seed-server.json");
    const { root, control } = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as {
      root: string;
      control: string;
    };
    const seed = new Seed(root, control);
    await seed.#send("DELETE", "/");
    return seed;
  }

  /** Host and port: the authority of its plots' documents. */
  get host(): string {
    return new URL(this.root).host;
  }

  /** From now on this path below the root fails so, or no more. */
  async fail(path: string, failure: Failure | undefined): Promise<void> {
    await this.#send("PUT", "/failures", { path: `/v2${path}`, failure: failure ?? null });
  }

  /** The requests for this path below the root, but those that browsers send ahead; waits until there are so many. */
  async requests(path: string, count = 0): Promise<SeenRequest[]> {
    for (let asked = count; ; asked++) {
      const query = new URLSearchParams({ path: `/v2${path}`, count: `${asked}` }).toString();
      const response = await this.#send("GET", `/requests?${query}`);
      const requests = ((await response.json()) as SeenRequest[]).filter(({ method }) => method !== "OPTIONS");
      if (requests.length >= count) return requests;
    }
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${this.#control}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    });
    ok(response.ok, `${method} ${path} of the seed server's control: ${response.status}`);
    return response;
  }
}
