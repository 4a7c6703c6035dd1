import type { Json, JsonObject } from "../../../src/figure/model/figure.ts";
import type { LibraryPlot } from "../../../src/library/libraryPlot.ts";
import type { PlotService, PlotServiceOptions } from "../../../src/plotService/service.ts";
import { openPlotService, openWhenFree } from "../../../src/plotService/service.ts";

export const ORIGIN = "http://plots.test:8080";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, or undefined where it is none. */
  readonly body: Json | undefined;
}

export interface Sent {
  readonly body?: Json;
  /** Instead of `body`: text as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Send no credentials. */
  readonly anonymous?: boolean;
  /** Send the credentials of this user. */
  readonly as?: string;
}

/** A service in memory with what is asked of it over requests. */
export class TestService {
  readonly service: PlotService;
  /** What the service reported as errors of its own. */
  readonly reported: unknown[] = [];

  constructor(options: Partial<PlotServiceOptions> = {}, service?: PlotService) {
    this.service = service ?? openPlotService(withDefaults(options, this.reported));
  }

  /** On a file that other processes open and write at the same time. */
  static async whenFree(options: Partial<PlotServiceOptions>): Promise<TestService> {
    return new TestService(options, await openWhenFree(withDefaults(options, [])));
  }

  async send(method: string, path: string, sent: Sent = {}): Promise<Reply> {
    const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    const request = new Request(path.startsWith("http") ? path : `${ORIGIN}${path}`, {
      method,
      headers: { ...(sent.anonymous === true ? {} : this.#credentialsOf(sent.as)), ...sent.headers },
      ...(body !== undefined && { body }),
    });
    const response = await this.service.fetch(request);
    const text = await response.text();
    const isJson = response.headers.get("content-type") === "application/json" && text !== "";
    return { status: response.status, headers: response.headers, text, body: isJson ? parse(text) : undefined };
  }

  get(path: string, sent: Sent = {}): Promise<Reply> {
    return this.send("GET", path, sent);
  }

  post(path: string, body: Json, sent: Sent = {}): Promise<Reply> {
    return this.send("POST", path, { ...sent, body });
  }

  get credentials(): Record<string, string> {
    return basic(this.service.user.username, this.service.user.apiKey);
  }

  #credentialsOf(username: string | undefined): Record<string, string> {
    if (username === undefined) return this.credentials;
    return basic(username, this.service.account(username).apiKey);
  }

  /** The fid of a new plot. */
  async createPlot(members: JsonObject = {}, sent: Sent = {}): Promise<string> {
    const reply = await this.post("/v2/plots", { figure: { data: [] }, ...members }, sent);
    if (reply.status !== 201) throw new Error(reply.text);
    return textAt(reply, "file", "fid");
  }

  /** The fid of a new grid, and its columns' uids by name. */
  async createGrid(columns: { readonly [name: string]: readonly Json[] }, members: JsonObject = {}) {
    const cols = Object.entries(columns).map(([name, data], order): [string, Json] => [name, { data, order }]);
    const reply = await this.post("/v2/grids", { data: { cols: Object.fromEntries(cols) }, ...members });
    if (reply.status !== 201) throw new Error(reply.text);
    const uids = list(reply, "file", "cols").map((col): [string, string] => [textAt(col, "name"), textAt(col, "uid")]);
    return { fid: textAt(reply, "file", "fid"), uids: Object.fromEntries(uids) };
  }
}

function withDefaults(options: Partial<PlotServiceOptions>, reported: unknown[]): PlotServiceOptions {
  return { database: ":memory:", library: [], report: (error) => reported.push(error), ...options };
}

/** Asks again and again until the answer is the one wanted, as of what is done after an answer. */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  isWanted: (value: Value) => boolean,
): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (isWanted(value)) return value;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

export function basic(username: string, key: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${username}:${key}`).toString("base64")}` };
}

/** What stands at a path of an answer's body, or of a value. */
export function at(from: Reply | Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let value: Json | undefined = isReply(from) ? from.body : from;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
  }
  return value;
}

export function list(from: Reply | Json | undefined, ...path: readonly (string | number)[]): readonly Json[] {
  const value = at(from, ...path);
  if (!Array.isArray(value)) throw new Error(`There is no list at ${path.join(".")}.`);
  return value;
}

export function keys(from: Reply | Json | undefined, ...path: readonly (string | number)[]): string[] {
  return Object.keys(Object(at(from, ...path)));
}

export function textAt(from: Reply | Json | undefined, ...path: readonly (string | number)[]): string {
  const value = at(from, ...path);
  if (typeof value !== "string") throw new Error(`There is no text at ${path.join(".")}.`);
  return value;
}

function isReply(value: Reply | Json | undefined): value is Reply {
  return typeof value === "object" && value !== null && "headers" in value && value.headers instanceof Headers;
}

function parse(json: string): Json {
  const value: Json = JSON.parse(json);
  return value;
}

/** A plot of a library, with what a test does not care about filled in. */
export function libraryPlot(plot: Partial<LibraryPlot>): LibraryPlot {
  return {
    owner: "ada",
    filename: "untitled",
    created: "2024-05-01T10:00:00.000000Z",
    modified: "2024-05-02T10:00:00Z",
    views: 0,
    quality: 5,
    feed: false,
    worldReadable: true,
    figure: { data: [] },
    ...plot,
  };
}
