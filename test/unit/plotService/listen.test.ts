import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ListeningService } from "../../../src/plotService/listen.ts";
import { listen } from "../../../src/plotService/listen.ts";
import { libraryPlot, TestService, textAt } from "./support.ts";

describe("the service on a socket", () => {
  let service: TestService;
  let listening: ListeningService;

  beforeEach(async () => {
    const library = Array.from({ length: 12 }, (_, index) => libraryPlot({ filename: String(index) }));
    service = new TestService({ library, maxBody: 100_000 });
    listening = await listen(service.service, { port: 0 });
  });

  afterEach(async () => {
    await listening.close();
    service.service.close();
  });

  /** Over node:http, which sends a Host header of one's choice. */
  async function ask(path: string, headers: Record<string, string>, method = "GET", body = ""): Promise<number> {
    const sent = request(`${listening.url}${path}`, { method, headers });
    sent.end(body);
    const [response] = await once(sent, "response");
    response.resume();
    return Number(response.statusCode);
  }

  it("is followed from page to page by its own links", async () => {
    const first = await fetch(`${listening.url}/v2/plots`);
    const next = textAt(JSON.parse(await first.text()), "next");
    assert.ok(next.startsWith(`${listening.url}/v2/plots?cursor=`));
    assert.equal((await fetch(next)).status, 200);
  });

  it("takes what is written with the key", async () => {
    const body = JSON.stringify({ figure: { data: [] } });
    const sent = { method: "POST", headers: service.credentials, body };
    assert.equal((await fetch(`${listening.url}/v2/plots`, sent)).status, 201);
    assert.equal((await fetch(`${listening.url}/v2/plots`, { method: "POST", body })).status, 401);
  });

  it("answers to its own names alone", async () => {
    const { port } = new URL(listening.url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) assert.equal(await ask("/v2/", { host }), 200);
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", `127.0.0.1:${Number(port) + 1}`]) {
      assert.equal(await ask("/v2/", { host }), 403, host);
    }
  });

  it("is not written to by pages of other origins", async () => {
    const body = JSON.stringify({ figure: { data: [] } });
    for (const origin of ["https://evil.example", "null", `https://${new URL(listening.url).host}`]) {
      assert.equal(await ask("/v2/plots", { ...service.credentials, origin }, "POST", body), 403, origin);
    }
    assert.equal(await ask("/v2/plots", { ...service.credentials, origin: listening.url }, "POST", body), 201);
  });

  it("is used by pages of the origins that are allowed, and lets no other page read", async () => {
    const friend = "https://friend.example";
    const open = await listen(service.service, { port: 0, origins: [friend] });
    const preflight = (origin: string) =>
      fetch(`${open.url}/v2/plots`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization" },
      });
    const asked = await preflight(friend);
    assert.equal(asked.status, 204);
    assert.equal(asked.headers.get("access-control-allow-origin"), friend);
    assert.match(asked.headers.get("access-control-allow-headers") ?? "", /Authorization/);
    const body = JSON.stringify({ figure: { data: [] } });
    const write = (origin: string) =>
      fetch(`${open.url}/v2/plots`, { method: "POST", body, headers: { ...service.credentials, origin } });
    const written = await write(friend);
    assert.deepEqual([written.status, written.headers.get("access-control-allow-origin")], [201, friend]);
    for (const origin of ["https://evil.example", "https://friend.example.evil", "null"]) {
      assert.equal((await write(origin)).status, 403);
      assert.equal((await preflight(origin)).headers.get("access-control-allow-origin"), null);
      const read = await fetch(`${open.url}/v2/plots`, { headers: { origin } });
      assert.deepEqual([read.status, read.headers.get("access-control-allow-origin")], [200, null]);
    }
    await open.close();
  });

  it("takes a body that comes in pieces, and a request that has none and announces none", async () => {
    const headers = { ...service.credentials, "transfer-encoding": "chunked" };
    assert.equal(await ask("/v2/plots", headers, "POST", JSON.stringify({ figure: { data: [] } })), 201);
    const { fid } = await service.createGrid({ x: [1] });
    const sent = request(`${listening.url}/v2/grids/${fid}`, { method: "DELETE", headers: service.credentials });
    sent.removeHeader("transfer-encoding");
    sent.end();
    const [response] = await once(sent, "response");
    assert.equal(response.statusCode, 204);
    response.resume();
    assert.equal((await fetch(`${listening.url}/v2/grids/${fid}`)).status, 404);
  });

  it("refuses a body that is too large without waiting for all of it", async () => {
    const sent = request(`${listening.url}/v2/plots`, { method: "POST", headers: service.credentials });
    sent.on("error", () => undefined);
    for (let round = 0; round < 3; round++) sent.write(" ".repeat(50_000));
    const [response] = await once(sent, "response");
    assert.equal(response.statusCode, 413);
    sent.destroy();
  });

  it("goes on when a client closes half way", async () => {
    const headers = { ...service.credentials, "content-length": "1000" };
    const sent = request(`${listening.url}/v2/plots`, { method: "POST", headers });
    sent.on("error", () => undefined);
    sent.write("{");
    await once(sent, "socket").then(([socket]) => (socket.connecting === true ? once(socket, "connect") : undefined));
    sent.destroy();
    if (!sent.closed) await new Promise((resolve) => sent.once("close", resolve));
    assert.equal(await ask("/v2/plots", {}), 200);
    assert.deepEqual(service.reported, []);
  });

  it("goes on when clients leave in the middle of an answer", async () => {
    const { fid } = await service.createGrid({ x: Array.from({ length: 9000 }, (_, index) => index) });
    for (let round = 0; round < 20; round++) {
      const sent = request(`${listening.url}/v2/grids/${fid}/content`, { headers: service.credentials }).end();
      const [response] = await once(sent, "response");
      response.on("error", () => undefined);
      response.destroy();
      await once(response, "close");
    }
    assert.equal(await ask("/v2/plots", {}), 200);
    assert.deepEqual(service.reported, []);
  });

  it("drops clients that are too slow to ask, to send, or to take the answer", async function () {
    this.timeout(30_000);
    const large = new TestService();
    const cells = Array.from({ length: 50 }, () => "x".repeat(400_000));
    const { fid } = await large.createGrid({ x: cells });
    const hurried = await listen(large.service, {
      port: 0,
      patience: { headers: 100, request: 200, silence: 300 },
    });
    // The server's ends of the connections: a client that reads nothing does not notice that it was dropped.
    const dropped: Promise<unknown>[] = [];
    const accepted = (message: unknown): void => {
      const { socket } = message as { socket: Socket };
      // Not `once`, which rejects for the error that ends the socket.
      dropped.push(new Promise((resolve) => socket.once("close", resolve)));
    };
    subscribe("net.server.socket", accepted);
    const { hostname, port, host } = new URL(hurried.url);
    const { authorization } = large.credentials;
    const begun = [
      `GET /v2/ HTTP/1.1\r\nHost: ${host}\r\n`,
      `POST /v2/plots HTTP/1.1\r\nHost: ${host}\r\nAuthorization: ${authorization}\r\nContent-Length: 1000\r\n\r\n{`,
      // More than the system's buffers hold.
      `GET /v2/grids/${fid}/content HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    ];
    const clients = begun.map((text) => {
      const socket = connect(Number(port), hostname).pause();
      socket.on("error", () => undefined);
      socket.write(text);
      return socket;
    });
    while (dropped.length < begun.length) await new Promise(setImmediate);
    unsubscribe("net.server.socket", accepted);
    await Promise.all(dropped);
    for (const socket of clients) socket.destroy();
    assert.deepEqual(large.reported, []);
    await hurried.close();
    large.service.close();
  });
});

describe("npm run serve", function () {
  // Each of these starts processes, which a busy machine may take long for.
  this.timeout(60_000);
  const script = join(import.meta.dirname, "../../../src/plotService/serve.ts");
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "serve-"));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function serve(...values: string[]) {
    const child = spawn(process.execPath, [script, ...values], { stdio: ["ignore", "pipe", "pipe"] });
    const said: string[] = [];
    createInterface(child.stderr).on("line", (line) => said.push(line));
    return { child, said, lines: createInterface(child.stdout) };
  }

  async function refused(...values: string[]): Promise<string> {
    const { child, said } = serve(...values);
    const [code] = await once(child, "close");
    assert.equal(code, 1);
    return said.join("\n");
  }

  it("prints one line of JSON when it is ready, and stops cleanly", async () => {
    const { child, lines } = serve("--data", join(folder, "new"), "--empty", "--json", "--user", "grace");
    const [line] = await once(lines, "line");
    const ready = JSON.parse(String(line));
    assert.deepEqual(Object.keys(ready), ["url", "username", "apiKey"]);
    const headers = { authorization: `Basic ${btoa(`${ready.username}:${ready.apiKey}`)}` };
    const user = await fetch(`${ready.url}/v2/users/current`, { headers });
    assert.equal(textAt(JSON.parse(await user.text()), "username"), "grace");
    child.kill("SIGINT");
    assert.deepEqual(await once(child, "close"), [0, null]);
  });

  it("says what to do when the port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = String(typeof address === "object" ? address?.port : 0);
    assert.match(await refused("--data", folder, "--port", port), /^Port \d+ is taken by another program\. Choose/);
    taken.close();
  });

  it("says what to do when the folder cannot be made", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    assert.match(await refused("--data", join(file, "below")), /cannot be made .* Choose another one/);
  });

  it("says how it is started when it is not told enough or cannot understand", async () => {
    const [none, port, other] = await Promise.all([
      refused(),
      refused("--data", folder, "--port", "x"),
      refused("--data", folder, "--nonsense"),
    ]);
    assert.match(none, /Say where to keep the plots/);
    assert.match(port, /"x" is no port/);
    assert.match(other, /--nonsense/);
  });
});
