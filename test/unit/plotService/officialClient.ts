import assert from "node:assert/strict";
import { isContainer } from "../../../src/figure/model/container.ts";
import type { Json, JsonObject } from "../../../src/figure/model/figure.ts";
import recorded from "../../fixtures/recorded/officialClient.json" with { type: "json" };
import type { Reply } from "./support.ts";
import { at, list, ORIGIN, textAt, TestService } from "./support.ts";

export type Scenario = keyof typeof recorded.scenarios;

interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly body?: Json;
  /** The fid under which later requests name what this one made. */
  readonly creates?: string;
}

/** The user that the recordings are of. */
const USERNAME = "alice";

/**
 * Sends what the official Python client was seen to send, and takes the answers as its code does: a reference in a
 * figure is filled in from the columns of the last grid, by name.
 */
export class OfficialClient {
  readonly service = new TestService({ username: USERNAME });
  readonly #fids = new Map<string, string>();
  #lastGrid: Json | undefined;

  /** Sends a scenario's requests; the answers, each held to what the client's code reads of it. */
  async replay(scenario: Scenario): Promise<Reply[]> {
    const requests: RecordedRequest[] = JSON.parse(JSON.stringify(recorded.scenarios[scenario]));
    const replies: Reply[] = [];
    for (const request of requests) {
      const reply = await this.#send(request);
      acceptable(request, reply);
      const created = at(reply, "file", "fid");
      if (typeof created === "string" && request.creates !== undefined) this.#fids.set(request.creates, created);
      if (request.path === "/v2/grids" && reply.status === 201) this.#lastGrid = at(reply, "file");
      replies.push(reply);
    }
    return replies;
  }

  /** Ours for a fid of the recording. */
  fid(recordedFid: string): string {
    return this.#fids.get(recordedFid) ?? recordedFid;
  }

  /** Lets a fid of the recording stand for ours. */
  name(recordedFid: string, fid: string): void {
    this.#fids.set(recordedFid, fid);
  }

  #send({ method, path, query, body }: RecordedRequest): Promise<Reply> {
    const named = path.replace(/alice:\d+/, (fid) => this.fid(fid));
    const target = query === undefined ? named : `${named}?${query}`;
    const headers = recorded.headers;
    if (body === undefined) return this.service.send(method, target, { headers });
    return this.service.send(method, target, { headers, raw: JSON.stringify(this.#filledIn(body, [])) });
  }

  #filledIn(value: Json, path: readonly string[]): Json {
    if (value === "$template") return JSON.parse(JSON.stringify(recorded.template));
    if (value === "$column") return this.#reference(path.slice(1).join(".").slice(0, -3));
    if (Array.isArray(value)) return value.map((item, index) => this.#filledIn(item, [...path, String(index)]));
    if (!isContainer(value)) return value;
    const members = Object.entries(value).map(([key, member]) => [key, this.#filledIn(member, [...path, key])]);
    const filled: JsonObject = Object.fromEntries(members);
    return filled;
  }

  #reference(name: string): string {
    const column = list(this.#lastGrid, "cols").find((col) => at(col, "name") === name);
    assert.ok(column !== undefined, `The grid's answer has no column ${name}.`);
    return `${textAt(this.#lastGrid, "fid")}:${textAt(column, "uid")}`;
  }
}

/** What the client's code reads of an answer, by its route. */
function acceptable({ method, path, body }: RecordedRequest, reply: Reply): void {
  if (reply.status >= 400) {
    // It joins the messages with newlines and shows them.
    for (const error of list(reply, "errors")) assert.notEqual(textAt(error, "message"), "");
    assert.equal(textAt(reply, "detail"), textAt(reply, "errors", 0, "message"));
    return;
  }
  const [, , resource = "", , action = ""] = path.split("/");
  if (method === "DELETE") {
    assert.deepEqual([reply.status, reply.text], [204, ""]);
  } else if (path.endsWith("/lookup")) {
    assert.match(textAt(reply, "fid"), /^[^:]+:\d+$/);
    assert.match(textAt(reply, "filetype"), /^(plot|grid|fold)$/);
  } else if (action === "content") {
    if (resource === "plots") list(reply, "data");
    else for (const col of Object.values(Object(at(reply, "cols")))) assert.match(JSON.stringify(col), /"uid":"/);
  } else if (action === "col" && method === "POST") {
    for (const col of list(reply, "cols")) assert.match(textAt(col, "uid"), /^[0-9a-f]{6}$/);
  } else if (method === "POST" && action === "") {
    assert.equal(reply.status, 201);
    acceptableFile(at(reply, "file"), body);
  } else if (method === "PUT") {
    acceptableFile(reply.body, body);
  }
}

/** It cuts the last character of the address and puts the share key behind it. */
function acceptableFile(file: Json | undefined, sent: Json | undefined): void {
  const address = textAt(file, "web_url");
  assert.ok(address.startsWith(`${ORIGIN}/~${USERNAME}/`) && address.endsWith("/"), address);
  if (at(sent, "share_key_enabled") === true) assert.match(textAt(file, "share_key"), /^.{16,}$/);
  const columns = at(sent, "data", "cols");
  if (columns === undefined) return;
  const byOrder = Object.entries(Object(columns)).toSorted(
    ([, one], [, other]) => Number(Object(one).order) - Number(Object(other).order),
  );
  assert.deepEqual(
    list(file, "cols").map((col) => at(col, "name")),
    byOrder.map(([name]) => name),
  );
}
