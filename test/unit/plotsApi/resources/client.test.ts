import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { SeedServer } from "../../../fixtures/seedServer.ts";
import { seedCredentials, startSeedServer } from "../../../fixtures/seedServer.ts";
import seedPage from "../../../fixtures/seedPage.json" with { type: "json" };
import { assertSentence, clientFor, closeAll, errorOf, kept, valueOf } from "../support.ts";

describe("PlotsClient", () => {
  let server: SeedServer;
  beforeEach(async () => {
    server = kept(await startSeedServer());
  });
  afterEach(closeAll);

  it("lists the recorded page", async () => {
    const page = valueOf(await clientFor(server.root).plots.list());
    assert.deepEqual(page.results, seedPage.results);
    const [request] = server.requests;
    assert.equal(request?.path, "/v2/plots");
    assert.equal(request?.query.size, 0);
    assert.equal(request?.headers.accept, "application/json");
    assert.equal(request?.headers["plotly-client-platform"], "Plot-Files 1.0");
    assert.equal(request?.authorization, undefined);
  });

  it("passes order and quality on", async () => {
    const client = clientFor(server.root);
    const page = valueOf(await client.plots.list({ orderBy: "-views", minQuality: 2.5, maxQuality: 0 }));
    assert.equal(page.results[0]?.views, Math.max(...seedPage.results.map(({ views }) => views)));
    assert.equal(server.requests[0]?.query.toString(), "order_by=-views&min_quality=2.5&max_quality=0");
  });

  it("turns pages on its own server, wherever the links lead, and never asks for a web page", async () => {
    const client = clientFor(server.root, { credentials: seedCredentials });
    const first = valueOf(await client.plots.list());
    const second = valueOf(await client.plots.list({ page: first.next ?? "" }));
    assert.equal(second.results[0]?.fid, "mona:4");
    assert.equal(second.next, undefined);
    assert.deepEqual([...server.requests[1]!.query.keys()], ["cursor"]);
    assert.equal(server.requests[1]!.query.get("cursor"), new URL(seedPage.next).searchParams.get("cursor"));
    assert.equal(server.requests[1]!.path, "/v2/plots");
    assert.equal(server.requests.length, 2);
  });

  it("takes a root with a trailing slash", async () => {
    const client = clientFor(`${server.root}/`);
    assert.equal(client.root, server.root);
    valueOf(await client.plots.feed());
    assert.equal(server.requests[0]?.path, "/v2/plots/feed");
  });

  it("reads a plot, its content as bytes, its grid and its picture", async () => {
    const client = clientFor(server.root);
    assert.equal(valueOf(await client.plots.get("gaurav0:0")).filename, "plot from API");
    const bare = valueOf(await client.plots.content("gaurav0:0"));
    assert.equal(bare.contentType, "application/json");
    assert.deepEqual(JSON.parse(new TextDecoder().decode(bare.bytes)), seedPage.results[6]?.figure);
    assert.equal(bare.figure, undefined);

    const inline = valueOf(
      await client.plots.content("gaurav0:0", { inlineData: true, mapUnreadable: true, validate: true }),
    );
    assert.deepEqual(inline.figure?.data[0]?.["x"], [0.1, 0.4, 0.4, 0.5, 0.7, 0.9, 1.1]);
    assert.equal(inline.figure?.data[0]?.["xsrc"], "gaurav0:1:e831ac");
    assert.equal(server.requests.at(-1)?.query.toString(), "inline_data=true&map_data=unreadable");

    const grid = valueOf(await client.grids.get("bcowden:31"));
    assert.deepEqual(
      grid.cols.map(({ name, uid }) => [name, uid]),
      [
        ["labels", "7ef4ff"],
        ["values", "3614f4"],
        ["parents", "4e213c"],
      ],
    );
    assert.equal(valueOf(await client.grids.content("bcowden:31")).cols["values"]?.data[1], 14);
    for (const source of ["bcowden:30", `${server.origin}/v2/files/bcowden:30/image?image_name=list-thumb`]) {
      const picture = valueOf(await client.pictures.get(source));
      assert.equal(picture.contentType, "image/png");
      assert.equal(picture.bytes[1], 0x50);
      assert.equal(server.requests.at(-1)?.query.get("image_name"), "list-thumb");
    }
  });

  it("creates grids and plots, and unwraps the new file", async () => {
    const client = clientFor(server.root, { credentials: seedCredentials });
    const cols = { x: { data: [1, 2], order: 0 }, ü: { data: ["a"], order: 1 } };
    const grid = valueOf(await client.grids.create({ data: { cols }, filename: "g" }));
    assert.equal(grid.fid, "alice:0");
    assert.deepEqual(
      grid.cols.map(({ name }) => name),
      ["x", "ü"],
    );
    const figure = { data: [{ type: "bar", xsrc: `${grid.fid}:${grid.cols[0]?.uid}` }] };
    const plot = valueOf(await client.plots.create({ figure, filename: "p", source_fid: "bcowden:30" }));
    assert.equal(plot.fid, "alice:1");
    assert.deepEqual(plot.figure, figure);
    assert.equal(server.requests[1]?.headers["content-type"], "application/json");
    assert.deepEqual(JSON.parse(server.requests[1]?.body ?? ""), { figure, filename: "p", source_fid: "bcowden:30" });
  });

  it("puts a picture, and takes an answer without body for success", async () => {
    const client = clientFor(server.root, { credentials: seedCredentials });
    assert.equal(valueOf(await client.pictures.put("bcowden:30", new Uint8Array([0x89, 0x50]))), undefined);
    assert.equal(server.requests[0]?.method, "PUT");
    assert.equal(server.requests[0]?.path, "/v2/files/bcowden:30/image");
    assert.equal(server.requests[0]?.headers["content-type"], "image/png");
  });

  it("signs each request with the credentials of that moment", async () => {
    let credentials: typeof seedCredentials | undefined;
    const client = clientFor(server.root, { credentials: () => Promise.resolve(credentials) });
    assert.equal(valueOf(await client.users.current()).username, "");
    credentials = seedCredentials;
    assert.equal(valueOf(await client.users.current()).username, "alice");
    credentials = { username: " ", apiKey: "" };
    assert.equal(valueOf(await client.users.current()).username, "");
    assert.deepEqual(
      server.requests.map(({ authorization }) => authorization),
      [undefined, `Basic ${Buffer.from("alice:seed-key-4711").toString("base64")}`, undefined],
    );
  });

  it("sends names and keys beyond ASCII as UTF-8", async () => {
    const credentials = { username: "jörg", apiKey: "schlüssel→" };
    assert.equal(errorOf(await clientFor(server.root, { credentials }).users.current()).code, "unauthorized");
    const sent = server.requests[0]?.authorization?.replace("Basic ", "") ?? "";
    assert.equal(Buffer.from(sent, "base64").toString("utf8"), "jörg:schlüssel→");
  });

  it("works the same over a service in its own process", async () => {
    const seen: string[] = [];
    const client = clientFor("http://plot-files.local/v2", {
      name: "The built-in plot service",
      credentials: seedCredentials,
      fetch(request) {
        seen.push(`${request.method} ${request.url}`);
        if (request.method === "POST") return Response.json({ detail: "No." }, { status: 400 });
        return Response.json({ next: null, previous: null, results: [] });
      },
    });
    assert.deepEqual(valueOf(await client.plots.list()).results, []);
    const error = errorOf(await client.plots.create({ figure: { data: [] } }));
    assert.equal(error.code, "refused");
    assertSentence(error.sentence, "The built-in plot service");
    assert.deepEqual(seen, ["GET http://plot-files.local/v2/plots", "POST http://plot-files.local/v2/plots"]);
  });

  it("asks nothing for what is no id, and nothing of another host for a picture", async () => {
    const client = clientFor(server.root, { credentials: seedCredentials });
    for (const fid of ["", "/users/current", "a:1/x", "a:1?x=1", "bcowden"]) {
      for (const result of [
        await client.plots.get(fid),
        await client.grids.content(fid),
        await client.plots.content(fid),
      ]) {
        const error = errorOf(result);
        assert.equal(error.code, "bad-fid");
        assertSentence(error.sentence, "bcowden:30");
      }
    }
    const elsewhere = kept(await startSeedServer());
    const other = errorOf(await client.pictures.get(`${elsewhere.root}/files/bcowden:30/image`));
    assert.equal(other.code, "elsewhere");
    assertSentence(other.sentence, new URL(elsewhere.root).host);
    for (const url of ["file:///etc/passwd", `http://bob@${new URL(server.root).host}/x`, "data:image/png;base64,AA"]) {
      assert.equal(errorOf(await client.pictures.get(url)).code, "elsewhere");
    }
    assert.deepEqual([...server.requests, ...elsewhere.requests], []);
  });

  it("sends nothing to the cloud that has ended", async () => {
    let asked = 0;
    const client = clientFor("https://api.plotly.com/v2", {
      credentials: seedCredentials,
      fetch() {
        asked++;
        return Response.json({});
      },
    });
    const error = errorOf(await client.plots.list());
    assert.equal(error.code, "retired");
    assertSentence(error.sentence, "31 October 2025");
    assert.equal(asked, 0);
  });

  it("is not built for what is no root", () => {
    for (const root of ["host", "file:///v2", "https://bob:pw@host/v2"])
      assert.throws(() => clientFor(root), TypeError);
  });
});
