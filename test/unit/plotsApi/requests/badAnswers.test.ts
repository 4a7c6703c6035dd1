import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { ApiErrorCode } from "../../../../src/plotsApi/errors/apiError.ts";
import type { Failure, SeedServer } from "../../../fixtures/seedServer.ts";
import { seedCredentials, startSeedServer } from "../../../fixtures/seedServer.ts";
import { assertSentence, clientFor, closeAll, errorOf, kept, serve, valueOf } from "../support.ts";

const expected: readonly (readonly [Exclude<Failure, object>, ApiErrorCode, string])[] = [
  [400, "refused", "raw data in data[0].y"],
  [401, "unauthorized", "Bad API key"],
  [403, "forbidden", "permission"],
  [404, "not-found", "Not found"],
  [409, "conflict", "'rating-salary' already exists"],
  [413, "too-large", "smaller"],
  [429, "throttled", "in 5 seconds"],
  [500, "server", "Uh oh"],
  ["html", "not-json", "a web page"],
  ["half-body", "half-body", "broke off"],
  ["half-json", "half-body", "broke off"],
  ["close", "offline", "closed the connection"],
  ["other-json", "unexpected-shape", "results: expected array"],
];

describe("A bad answer", () => {
  let server: SeedServer;
  let host: string;
  beforeEach(async () => {
    server = kept(await startSeedServer());
    host = new URL(server.root).host;
  });
  afterEach(closeAll);

  for (const [failure, code, words] of expected) {
    it(`(${failure}) is said in a whole sentence, and asked for once`, async () => {
      server.fail("/v2/plots", failure);
      const client = clientFor(server.root, { credentials: seedCredentials });
      const error = errorOf(await client.plots.list());
      assert.equal(error.code, code);
      assertSentence(error.sentence, host, words);
      assert.ok(error.detail.includes("/v2/plots"), error.detail);
      if (typeof failure === "number") assert.equal(error.status, failure);
      assert.equal(server.requests.length, 1);

      server.fail("/v2/plots", undefined);
      assert.equal(valueOf(await client.plots.list()).results.length, 10);
    });
  }

  for (const failure of ["html", "half-body", "half-json", 404, 500] as const) {
    it(`(${failure}) to a plot's content is no figure, though it is not parsed`, async () => {
      server.fail("/v2/plots/bcowden:30/content", failure);
      const error = errorOf(await clientFor(server.root).plots.content("bcowden:30"));
      const codes = {
        html: "not-json",
        "half-body": "half-body",
        "half-json": "half-body",
        404: "not-found",
        500: "server",
      };
      assert.equal(error.code, codes[failure]);
      assertSentence(error.sentence, host);
    });
  }

  it("names the field of a figure that is none, where that is asked for", async () => {
    server.fail("/v2/plots/bcowden:30/content", "other-json");
    const client = clientFor(server.root);
    assert.ok((await client.plots.content("bcowden:30")).ok);
    const error = errorOf(await client.plots.content("bcowden:30", { validate: true }));
    assert.equal(error.code, "unexpected-shape");
    assert.deepEqual(error.fields, [{ path: "data", message: "expected array, but it is missing" }]);
  });

  it("to a create carries the server's reason and its place", async () => {
    server.fail("/v2/plots", 400);
    const client = clientFor(server.root, { credentials: seedCredentials });
    const error = errorOf(await client.plots.create({ figure: { data: [{ y: [1] }] } }));
    assert.deepEqual(error.fields?.[0]?.path, "figure.data[0].y");
    assertSentence(error.sentence, "the new plot", "Nothing was changed");
  });

  it("distinguishes a missing sign-in from a wrong one", async () => {
    const anonymous = errorOf(await clientFor(server.root).plots.create({ figure: { data: [] } }));
    assertSentence(anonymous.sentence, "Sign in to it");
    const wrong = { username: "alice", apiKey: "not the key" };
    const refused = errorOf(await clientFor(server.root, { credentials: wrong }).plots.list());
    assertSentence(refused.sentence, "does not accept your user name and API key");
  });

  it("says of a plot that is gone which one", async () => {
    const error = errorOf(await clientFor(server.root).plots.get("bcowden:31"));
    assert.equal(error.code, "not-found");
    assertSentence(error.sentence, "bcowden:31", "deleted");
  });

  it("that is no HTTP is said to be none, and leaves open what a write did", async () => {
    const noise = createServer((socket) => socket.on("error", () => undefined).end("\u0001\u0002noise"));
    await once(noise.listen(0, "127.0.0.1"), "listening");
    const address = noise.address();
    const port = typeof address === "object" ? address?.port : 0;
    const client = clientFor(`http://127.0.0.1:${port}/v2`, { credentials: seedCredentials });
    const error = errorOf(await client.plots.create({ figure: { data: [] } }));
    noise.close();
    assert.equal(error.perhapsDone, true);
    assertSentence(error.sentence, "is not the answer of a web server", "Look before you repeat it");
  });

  it("that does not come at all times out, in head and in body", async () => {
    const client = clientFor(server.root, { timeoutMs: 30 });
    for (const failure of ["hang", "hang-in-body"] as const) {
      server.fail("/v2/plots", failure);
      const error = errorOf(await client.plots.list());
      assert.equal(error.code, "timeout");
      assertSentence(error.sentence, host);
    }
  });

  it("that only drips times out as well", async () => {
    const dripping = await serve((_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      const timer = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(timer));
    });
    const error = errorOf(await clientFor(`${dripping.origin}/v2`, { timeoutMs: 30 }).plots.list());
    assert.equal(error.code, "timeout");
  });

  it("to a write leaves open whether it was done, where nobody knows", async () => {
    const client = clientFor(server.root, { timeoutMs: 200, credentials: seedCredentials });
    for (const failure of ["hang", "half-body", "half-json", "html", "other-json", "close", 500] as const) {
      server.fail("/v2/plots", failure);
      const error = errorOf(await client.plots.create({ figure: { data: [] } }));
      assert.equal(error.perhapsDone, true, String(failure));
      assertSentence(error.sentence, "Look before you repeat it");
    }
    for (const failure of [400, 401, 404, 409, 413, 429] as const) {
      server.fail("/v2/plots", failure);
      const error = errorOf(await client.plots.create({ figure: { data: [] } }));
      assert.equal(error.perhapsDone, undefined, String(failure));
    }
    const before = errorOf(await client.plots.create({ figure: { data: [] } }, AbortSignal.abort()));
    assert.equal(before.code, "cancelled");
    assert.equal(before.perhapsDone, undefined);
    server.fail("/v2/plots", "half-json");
    assert.equal(errorOf(await client.plots.list()).perhapsDone, undefined);
  });

  it("is not waited for any more once cancelled", async () => {
    for (const failure of ["hang", "hang-in-body"] as const) {
      server.fail("/v2/plots", failure);
      const asked = server.requests.length;
      const stop = new AbortController();
      const listing = clientFor(server.root, { timeoutMs: 3e9 }).plots.list({}, stop.signal);
      while (server.requests.length === asked) await new Promise(setImmediate);
      stop.abort();
      const error = errorOf(await listing);
      assert.equal(error.code, "cancelled");
      assertSentence(error.sentence, host);
    }
  });

  it("is not even asked for when cancelled before, and a fetch deaf to signals holds nobody", async () => {
    const client = clientFor(server.root);
    assert.equal(errorOf(await client.plots.list({}, AbortSignal.abort())).code, "cancelled");
    assert.equal(server.requests.length, 0);
    const deaf = clientFor(server.root, { fetch: () => new Promise(() => undefined), timeoutMs: 10 });
    assert.equal(errorOf(await deaf.plots.list()).code, "timeout");
  });

  it("beyond the bound is given up, declared or not", async () => {
    const bound = 100_000;
    let sent = 0;
    const flood = await serve((request, response) => {
      if (request.url?.startsWith("/declared")) response.setHeader("Content-Length", 1e12);
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(10_000, 0x20))) sent += 10_000;
        if (!response.destroyed) response.once("drain", pour);
      };
      pour();
    });
    for (const path of ["/declared/v2", "/streamed/v2"]) {
      const client = clientFor(`${flood.origin}${path}`, { maxBytes: bound });
      const error = errorOf(await client.plots.content("a:0"));
      assert.equal(error.code, "too-large");
      assertSentence(error.sentence, "100000 bytes");
    }
    assert.ok(sent < 1e9);
    assert.ok((await clientFor(server.root, { maxBytes: 1_000_000 }).plots.list()).ok);
  });

  it("shorter than it says is half an answer, over any fetch", async () => {
    const client = clientFor("http://plot-files.local/v2", {
      fetch: () => new Response('{"data": []}', { headers: { "Content-Length": "24" } }),
    });
    assert.equal(errorOf(await client.plots.content("a:0")).code, "half-body");
  });

  it("of an error is read no further than needed, and its status still counts", async () => {
    const endless = await serve((_, response) => {
      response.writeHead(503, { "Retry-After": new Date(Date.now() + 3_600_000).toUTCString() });
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(10_000, 0x61)));
        if (!response.destroyed) response.once("drain", pour);
      };
      pour();
    });
    const error = errorOf(await clientFor(`${endless.origin}/v2`).plots.list());
    assert.equal(error.code, "server");
    assert.ok(error.retryAfter !== undefined && error.retryAfter > 3500 && error.retryAfter <= 3600);
    assertSentence(error.sentence, "in 60 minutes");
    assert.ok(error.detail.length < 1000);
  });

  it("is none at all where nobody listens", async () => {
    const gone = await serve(() => undefined);
    await gone.close();
    const error = errorOf(await clientFor(`${gone.origin}/v2`).plots.list());
    assert.equal(error.code, "offline");
    assertSentence(error.sentence, new URL(gone.origin).host, "Start the server");
    const unknown = errorOf(await clientFor("http://no-such-host.invalid/v2").plots.list());
    assert.equal(unknown.code, "offline");
    assertSentence(unknown.sentence, "no-such-host.invalid");
  });

  it("never brings the credentials into sentence, detail or fields", async () => {
    const key = 'k3y/with+odd"chars';
    const token = Buffer.from(`alice:${key}`).toString("base64");
    const echo = await serve((request, response) => {
      const said = `${request.headers.authorization} is ${key} or ${encodeURIComponent(key)}`;
      const body = JSON.stringify({ errors: [{ message: said, path: key }], detail: said });
      response.writeHead(400, { "Content-Type": "application/json" }).end(body);
    });
    const error = errorOf(
      await clientFor(`${echo.origin}/v2`, { credentials: { username: "alice", apiKey: key } }).plots.list(),
    );
    const text = [error.sentence, error.detail, JSON.stringify(error.fields)].join("\n");
    for (const secret of [key, token, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)]) {
      assert.ok(!text.includes(secret), text);
    }
    assert.match(error.sentence, /\[redacted\]/);
  });

  it("cannot forge lines of the log or break out of its quotation", async () => {
    const liar = await serve((_, response) => {
      response.writeHead(400).end(JSON.stringify({ detail: `first\n[error] forged\u202E${"x".repeat(5000)}` }));
    });
    const error = errorOf(await clientFor(`${liar.origin}/v2`).plots.list());
    assert.doesNotMatch(error.sentence + error.detail, /[\n\u202E]/);
    assert.ok(error.sentence.length < 600 && error.detail.length < 600);
  });

  it("of the keychain sends nothing", async () => {
    const credentials = { read: () => Promise.reject(new Error(`bad key s3cret of ${host}`)) };
    const error = errorOf(await clientFor(server.root, { credentials: credentials.read }).plots.list());
    assert.equal(error.code, "no-credentials");
    assertSentence(error.sentence, host);
    assert.doesNotMatch(JSON.stringify(error), /s3cret/);
    assert.equal(server.requests.length, 0);
  });
});
