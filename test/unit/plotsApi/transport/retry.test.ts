import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import type { PlotsClient } from "../../../../src/plotsApi/resources/client.ts";
import { type Clock, realClock, type RetryPolicy, usualRetries } from "../../../../src/plotsApi/transport/retry.ts";
import { assertSentence, clientFor, closeAll, errorOf, serve, valueOf } from "../support.ts";

/** A clock that only pauses move, and that keeps them. */
class TestClock implements Clock {
  time = Date.parse("2026-03-01T12:00:00Z");
  chance = 0;
  readonly pauses: number[] = [];
  /** Called at the beginning of each pause. */
  onPause: () => void = () => undefined;

  now(): number {
    return this.time;
  }

  random(): number {
    return this.chance;
  }

  sleep(milliseconds: number): Promise<void> {
    this.pauses.push(milliseconds);
    this.time += milliseconds;
    this.onPause();
    return Promise.resolve();
  }
}

type Reply = () => Response | Promise<Response>;

const plot = JSON.stringify({ fid: "ada:1", filename: "a plot" });
const good: Reply = () => new Response(plot, { headers: { "Content-Type": "application/json" } });
const status =
  (code: number, headers: Record<string, string> = {}, body = "{}"): Reply =>
  () =>
    new Response(body, { status: code, headers });
const refusedBy =
  (code: string): Reply =>
  () =>
    Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));

describe("A read that fails", () => {
  const clock = () => new TestClock();

  /** A client whose server replies so, one after the other and then always as the last; and how often it was asked. */
  function client(replies: readonly Reply[], time: Clock, retries: RetryPolicy = usualRetries) {
    let asked = 0;
    const made: PlotsClient = clientFor("https://plots.example.com/v2", {
      clock: time,
      retries,
      fetch: () => (replies[asked++] ?? replies.at(-1)!)(),
    });
    return { plots: made, asked: () => asked };
  }

  for (const code of [429, 500, 502, 503, 504]) {
    it(`with status ${code} is sent again, and comes`, async () => {
      const { plots, asked } = client([status(code), good], clock());
      assert.equal(valueOf(await plots.plots.get("ada:1")).fid, "ada:1");
      assert.equal(asked(), 2);
    });
  }

  for (const code of ["ECONNREFUSED", "ECONNRESET", "EAI_AGAIN", "UND_ERR_SOCKET"]) {
    it(`since there is no connection (${code}) is sent again, and comes`, async () => {
      const { plots, asked } = client([refusedBy(code), good], clock());
      assert.ok((await plots.plots.get("ada:1")).ok);
      assert.equal(asked(), 2);
    });
  }

  it("since its answer broke off is sent again, and comes", async () => {
    const half: Reply = () => new Response('{"fid"', { headers: { "Content-Length": "100" } });
    const { plots, asked } = client([half, good], clock());
    assert.ok((await plots.plots.get("ada:1")).ok);
    assert.equal(asked(), 2);
  });

  for (const code of [400, 401, 403, 404, 409, 413, 422, 501]) {
    it(`with status ${code} is not sent again, for it would be the same`, async () => {
      const { plots, asked } = client([status(code), good], clock());
      errorOf(await plots.plots.get("ada:1"));
      assert.equal(asked(), 1);
    });
  }

  for (const code of ["ENOTFOUND", "DEPTH_ZERO_SELF_SIGNED_CERT", "CERT_HAS_EXPIRED", "ERR_TLS_CERT_ALTNAME_INVALID"]) {
    it(`for good (${code}) is not sent again`, async () => {
      const { plots, asked } = client([refusedBy(code), good], clock());
      assert.equal(errorOf(await plots.plots.get("ada:1")).code, "offline");
      assert.equal(asked(), 1);
    });
  }

  it("is given up after three times, with pauses that grow and are left to chance by half", async () => {
    for (const [chance, pauses] of [
      [0, [200, 400]],
      [0.5, [300, 600]],
    ] as const) {
      const time = clock();
      time.chance = chance;
      const { plots, asked } = client([status(500)], time);
      assert.equal(errorOf(await plots.plots.get("ada:1")).code, "server");
      assert.equal(asked(), 3);
      assert.deepEqual(time.pauses, pauses);
    }
  });

  const wishes: readonly (readonly [what: string, reply: Reply])[] = [
    ["in seconds", status(429, { "Retry-After": "5" })],
    ["as a date", status(503, { "Retry-After": "Sun, 01 Mar 2026 12:00:05 GMT" })],
    ["in words", status(429, {}, '{"detail": "Request was throttled. Expected available in 5.0 seconds."}')],
  ];
  for (const [what, reply] of wishes) {
    it(`waits as long as the server asks for, ${what}`, async () => {
      const time = clock();
      const { plots } = client([reply, good], time);
      assert.ok((await plots.plots.get("ada:1")).ok);
      assert.deepEqual(time.pauses, [5000]);
    });
  }

  it("is not waited for longer than is bearable, but told at once", async () => {
    const time = clock();
    const { plots, asked } = client([status(429, { "Retry-After": "3600" }), good], time);
    const error = errorOf(await plots.plots.get("ada:1"));
    assert.equal(error.code, "throttled");
    assert.equal(error.retryAfter, 3600);
    assertSentence(error.sentence, "in 60 minutes");
    assert.equal(asked(), 1);
    assert.deepEqual(time.pauses, []);
  });

  it("is not sent again once all in all it took too long", async () => {
    const time = clock();
    const slow: Reply = () => {
      time.time += 5000;
      return new Response("{}", { status: 500 });
    };
    const { plots, asked } = client([slow], time);
    errorOf(await plots.plots.get("ada:1"));
    assert.equal(asked(), 2);
  });

  it("ends while it waits, when its asker gives up", async () => {
    const time = clock();
    const controller = new AbortController();
    time.onPause = () => controller.abort();
    const { plots, asked } = client([status(500), good], time);
    assert.equal(errorOf(await plots.plots.get("ada:1", controller.signal)).code, "cancelled");
    assert.equal(asked(), 1);
  });

  it("is never a write, which is sent once", async () => {
    for (const reply of [status(429), status(500), refusedBy("ECONNRESET"), refusedBy("ECONNREFUSED")]) {
      const time = clock();
      const { plots, asked } = client([reply, good], time);
      errorOf(await plots.plots.create({ figure: { data: [] } }));
      assert.equal(asked(), 1);
      assert.deepEqual(time.pauses, []);
    }
  });

  it("pauses for real no longer than its signal lets it", async () => {
    const controller = new AbortController();
    const pause = realClock.sleep(3_600_000, controller.signal);
    controller.abort();
    await pause;
    await realClock.sleep(3_600_000, controller.signal);
    await realClock.sleep(1, new AbortController().signal);
  });
});

describe("A read that several ask for at the same time", () => {
  afterEach(closeAll);

  /** A server that answers when it is let. */
  async function slowServer() {
    let asked = 0;
    let gone = 0;
    const arrived = Promise.withResolvers<void>();
    const given = Promise.withResolvers<void>();
    const left = Promise.withResolvers<void>();
    const { origin } = await serve((request, response) => {
      asked++;
      arrived.resolve();
      response.on("close", () => {
        if (response.writableEnded) return;
        gone++;
        left.resolve();
      });
      void given.promise.then(() => response.setHeader("Content-Type", "application/json").end(plot));
      request.resume();
    });
    return {
      root: `${origin}/v2`,
      answer: given.resolve,
      arrived: arrived.promise,
      left: left.promise,
      asked: () => asked,
      gone: () => gone,
    };
  }

  it("is sent once, and anew for who asks later", async () => {
    const server = await slowServer();
    const client = clientFor(server.root);
    const all = [client.plots.get("ada:1"), client.plots.get("ada:1"), client.plots.get("ada:1")];
    await server.arrived;
    server.answer();
    for (const each of all) assert.equal(valueOf(await each).fid, "ada:1");
    assert.equal(server.asked(), 1);
    valueOf(await client.plots.get("ada:1"));
    assert.equal(server.asked(), 2);
  });

  it("goes on when one of them gives up, whoever asked first", async () => {
    const server = await slowServer();
    const client = clientFor(server.root);
    const controller = new AbortController();
    const first = client.plots.get("ada:1", controller.signal);
    const second = client.plots.get("ada:1");
    await server.arrived;
    controller.abort();
    assert.equal(errorOf(await first).code, "cancelled");
    server.answer();
    assert.ok((await second).ok);
    assert.equal(server.asked(), 1);
    assert.equal(server.gone(), 0);
  });

  it("is given up when all of them do", async () => {
    const server = await slowServer();
    const client = clientFor(server.root);
    const controllers = [new AbortController(), new AbortController()];
    const all = controllers.map(({ signal }) => client.plots.get("ada:1", signal));
    await server.arrived;
    for (const controller of controllers) controller.abort();
    for (const each of all) assert.equal(errorOf(await each).code, "cancelled");
    await server.left;
    assert.equal(server.gone(), 1);
  });

  it("is another one for another query, another account, and for a write", async () => {
    let key = "one";
    const seen: string[] = [];
    const client = clientFor("https://plots.example.com/v2", {
      credentials: () => Promise.resolve({ username: "ada", apiKey: key }),
      fetch(request) {
        seen.push(`${request.method} ${new URL(request.url).search} ${request.headers.get("authorization") ?? ""}`);
        return new Response(plot);
      },
    });
    const first = client.plots.content("ada:1");
    const second = client.plots.content("ada:1", { inlineData: true });
    await Promise.all([first, second]);
    assert.equal(new Set(seen).size, 2);
    const before = client.plots.get("ada:1");
    key = "two";
    await Promise.all([before, client.plots.get("ada:1")]);
    assert.ok(new Set(seen).size >= 3);
    seen.length = 0;
    await Promise.all([client.plots.create({ figure: { data: [] } }), client.plots.create({ figure: { data: [] } })]);
    assert.equal(seen.length, 2);
  });
});

describe("A server that cannot be reached", () => {
  const reasons: readonly (readonly [thrown: Error, words: RegExp])[] = [
    [
      errorOfCode("DEPTH_ZERO_SELF_SIGNED_CERT"),
      /is not trusted.+Install the certificate of its issuer.+systemCertificates/,
    ],
    [errorOfCode("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), /is not trusted/],
    [errorOfCode("CERT_HAS_EXPIRED"), /not valid at this time.+clock.+renew/],
    [errorOfCode("ERR_TLS_CERT_ALTNAME_INVALID"), /for another name.+Use the name/],
    [errorOfCode("ERR_SSL_WRONG_VERSION_NUMBER"), /no way to encrypt.+http:\/\//],
    // Chromium, Firefox, Safari.
    [new TypeError("Failed to fetch"), /CORS.+administrator.+VS Code on a computer/],
    [new TypeError("NetworkError when attempting to fetch resource."), /CORS/],
    [new TypeError("Load failed"), /CORS/],
  ];
  for (const [thrown, words] of reasons) {
    it(`says why and what to do (${thrown.cause === undefined ? thrown.message : (thrown.cause as Error).message})`, async () => {
      let asked = 0;
      const client = clientFor("https://plots.example.com/v2", {
        retries: usualRetries,
        clock: new TestClock(),
        fetch() {
          asked++;
          return Promise.reject(thrown);
        },
      });
      const error = errorOf(await client.plots.list());
      assert.equal(error.code, "offline");
      assertSentence(error.sentence, "plots.example.com");
      assert.match(error.sentence, words);
      assert.equal(asked, 1);
    });
  }
});

function errorOfCode(code: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}
