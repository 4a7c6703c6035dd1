import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { SeedServer } from "../../../fixtures/seedServer.ts";
import { seedCredentials, startSeedServer } from "../../../fixtures/seedServer.ts";
import { assertSentence, clientFor, closeAll, errorOf, kept, valueOf } from "../support.ts";

describe("A redirect", () => {
  let server: SeedServer;
  let other: SeedServer;
  beforeEach(async () => {
    server = kept(await startSeedServer());
    other = kept(await startSeedServer());
  });
  afterEach(closeAll);

  it("on the server's own origin is followed, signed as before", async () => {
    server.fail("/v2/plots/bcowden:30", { redirect: "/v2/plots/abibibo:18?x=1", status: 307 });
    const client = clientFor(server.root, { credentials: seedCredentials });
    assert.equal(valueOf(await client.plots.get("bcowden:30")).fid, "abibibo:18");
    assert.equal(server.requests.length, 2);
    assert.ok(server.requests[1]?.authorization);
    assert.equal(server.requests[1]?.headers["plotly-client-platform"], "Plot-Files 1.0");
  });

  it("to another host never takes the credentials along, nor back again", async () => {
    server.fail("/v2/plots/bcowden:30", { redirect: `${other.root}/plots/bcowden:30` });
    other.fail("/v2/plots/bcowden:30", { redirect: `${server.root}/plots/abibibo:18` });
    const client = clientFor(server.root, { credentials: seedCredentials });
    assert.equal(valueOf(await client.plots.get("bcowden:30")).fid, "abibibo:18");
    assert.equal(other.requests.length, 1);
    assert.equal(other.requests[0]?.authorization, undefined);
    assert.equal(other.requests[0]?.headers["plotly-client-platform"], undefined);
    assert.equal(server.requests[1]?.authorization, undefined);
  });

  it("by a relative address stays on the server's origin; one without a scheme may leave it, without the key", async () => {
    const client = clientFor(server.root, { credentials: seedCredentials });
    server.fail("/v2/plots/bcowden:30", { redirect: "./abibibo:18" });
    assert.equal(valueOf(await client.plots.get("bcowden:30")).fid, "abibibo:18");
    assert.equal(server.requests[1]?.path, "/v2/plots/abibibo:18");
    assert.ok(server.requests[1]?.authorization);

    server.fail("/v2/plots/bcowden:30", { redirect: `//${new URL(other.root).host}/v2/plots/abibibo:18` });
    assert.equal(valueOf(await client.plots.get("bcowden:30")).fid, "abibibo:18");
    assert.equal(other.requests[0]?.authorization, undefined);
    assert.equal(other.requests[0]?.headers["plotly-client-platform"], undefined);
  });

  it("of a write is not followed", async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      server.fail("/v2/plots", { redirect: `${other.root}/plots`, status });
      const client = clientFor(server.root, { credentials: seedCredentials });
      const error = errorOf(await client.plots.create({ figure: { data: [] } }));
      assert.equal(error.code, "redirected");
      assertSentence(error.sentence, new URL(server.root).host, new URL(other.root).host);
    }
    assert.equal(other.requests.length, 0);
  });

  it("in a circle ends after five hops", async () => {
    server.fail("/v2/plots", { redirect: "/v2/plots" });
    assert.equal(errorOf(await clientFor(server.root).plots.list()).code, "redirected");
    assert.equal(server.requests.length, 6);
  });

  it("to what is no web address, or with a password in it, is not followed", async () => {
    for (const redirect of ["file:///etc/passwd", "http://", `http://bob:pw@${new URL(other.root).host}/v2/plots`]) {
      server.fail("/v2/plots", { redirect });
      const error = errorOf(await clientFor(server.root).plots.list());
      assert.equal(error.code, "redirected");
      assertSentence(error.sentence);
      assert.doesNotMatch(JSON.stringify(error), /bob|pw@/);
    }
    assert.equal(other.requests.length, 0);
  });

  it("never leads from an encrypted connection to a plain one", async () => {
    let asked = 0;
    const client = clientFor("https://plots.example.com/v2", {
      fetch() {
        asked++;
        return new Response(null, { status: 302, headers: { Location: "http://plots.example.com/v2/plots" } });
      },
    });
    assert.equal(errorOf(await client.plots.list()).code, "redirected");
    assert.equal(asked, 1);
  });
});
