import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { SeedServer } from "../../../fixtures/seedServer.ts";
import { seedCredentials, startSeedServer } from "../../../fixtures/seedServer.ts";
import { clientFor, closeAll, errorOf, kept, valueOf } from "../support.ts";

describe("Paging through plots", () => {
  let server: SeedServer;
  beforeEach(async () => {
    server = kept(await startSeedServer());
  });
  afterEach(closeAll);

  it("brings every plot once and then ends", async () => {
    const pager = clientFor(server.root).plots.pager();
    assert.equal(pager.done, false);
    assert.equal(valueOf(await pager.more()).length, 10);
    assert.equal(pager.done, false);
    // The second page has one plot of the first again.
    assert.deepEqual(
      valueOf(await pager.more()).map(({ fid }) => fid),
      ["mona:4", "mona:2", "r_frank:0"],
    );
    assert.equal(pager.done, true);
    assert.equal(pager.looped, false);
    assert.deepEqual(valueOf(await pager.more()), []);
    assert.equal(pager.items.length, 13);
    assert.equal(server.requests.length, 2);
  });

  it("keeps the order that was asked for", async () => {
    const pager = clientFor(server.root).plots.pager({ orderBy: "-views" });
    valueOf(await pager.more());
    valueOf(await pager.more());
    assert.deepEqual(
      server.requests.map(({ query }) => query.get("order_by")),
      ["-views", "-views"],
    );
  });

  it("reads the feed", async () => {
    const pager = clientFor(server.root).plots.feedPager();
    assert.ok(valueOf(await pager.more()).length > 0);
    assert.equal(pager.done, true);
    assert.equal(server.requests[0]?.path, "/v2/plots/feed");
  });

  it("ends where a page leads back to itself", async () => {
    server.fail("/v2/plots", "looping-next");
    const pager = clientFor(server.root).plots.pager();
    assert.equal(valueOf(await pager.more()).length, 10);
    assert.equal(pager.done, true);
    assert.equal(pager.looped, true);
    assert.deepEqual(valueOf(await pager.more()), []);
    assert.equal(server.requests.length, 1);
  });

  it("ends where the same plots come again under new cursors", async () => {
    server.fail("/v2/plots", "endless-next");
    const pager = clientFor(server.root).plots.pager();
    for (let page = 0; page < 20 && !pager.done; page++) valueOf(await pager.more());
    assert.equal(pager.looped, true);
    assert.equal(pager.items.length, 10);
    assert.equal(server.requests.length, 2);
  });

  it("goes on after an error where it stood", async () => {
    const pager = clientFor(server.root).plots.pager();
    server.fail("/v2/plots", 500);
    assert.equal(errorOf(await pager.more()).code, "server");
    assert.equal(pager.done, false);
    server.fail("/v2/plots", undefined);
    valueOf(await pager.more());
    server.fail("/v2/plots", "half-body");
    assert.equal(errorOf(await pager.more()).code, "half-body");
    assert.equal(pager.items.length, 10);
    server.fail("/v2/plots", undefined);
    assert.equal(valueOf(await pager.more()).length, 3);
  });

  it("asks once when asked twice at the same time", async () => {
    const pager = clientFor(server.root).plots.pager();
    const [one, two] = await Promise.all([pager.more(), pager.more()]);
    assert.deepEqual(one, two);
    assert.equal(server.requests.length, 1);
  });

  for (const [kind, rewrite] of [
    ["absolute", (origin: string) => origin],
    ["relative", () => ""],
    ["schemeless", (origin: string) => origin.replace("http:", "")],
  ] as const) {
    it(`never sends credentials where a link leads (${kind})`, async () => {
      const other = kept(await startSeedServer());
      const seen: string[] = [];
      const client = clientFor(server.root, {
        credentials: seedCredentials,
        async fetch(request) {
          seen.push(new URL(request.url).origin);
          const answer = await fetch(request);
          const body = (await answer.text()).replaceAll("https://api.plot.ly", rewrite(other.origin));
          return new Response(body, { status: answer.status, headers: { "Content-Type": "application/json" } });
        },
      });
      const pager = client.plots.pager();
      while (!pager.done) valueOf(await pager.more());
      assert.deepEqual(other.requests, []);
      assert.deepEqual(seen, [server.origin, server.origin]);
      assert.ok(server.requests.every(({ authorization }) => authorization !== undefined));
    });
  }
});
