import assert from "node:assert/strict";
import { at, basic, keys, libraryPlot, list, TestService, textAt } from "../support.ts";

const bothShapes = (message: string) => ({
  errors: [{ code: "UNKNOWN", message, path: null, field: null }],
  detail: message,
});

describe("signing in", () => {
  it("tells who is asking, and answers anonymous readers with an anonymous user", async () => {
    const service = new TestService();
    const me = await service.get("/v2/users/current");
    const nobody = await service.get("/v2/users/current", { anonymous: true });
    assert.deepEqual([me.status, at(me, "username")], [200, "me"]);
    assert.deepEqual([nobody.status, at(nobody, "username")], [200, ""]);
    assert.deepEqual(keys(nobody), keys(me));
  });

  it("refuses a wrong key with 401 and the recorded body, also for what everybody may read", async () => {
    const service = new TestService({ library: [libraryPlot({})] });
    const { username, apiKey } = service.service.user;
    const wrong = [basic(username, "x"), basic("nobody", apiKey), basic("ada", ""), basic(username, ""), basic("", "")];
    for (const headers of wrong) {
      for (const path of ["/v2/users/current", "/v2/plots", "/v2/plots/ada:0"]) {
        const reply = await service.get(path, { anonymous: true, headers });
        assert.equal(reply.status, 401);
        assert.deepEqual(reply.body, bothShapes("Bad API key"));
      }
    }
  });

  it("takes a malformed or another scheme for an anonymous reader", async () => {
    const service = new TestService();
    for (const authorization of ["Bearer abc", "Basic", "Basic %%%", "me:key", `Basic ${btoa("no colon")}`]) {
      const reply = await service.get("/v2/users/current", { anonymous: true, headers: { authorization } });
      assert.deepEqual([reply.status, at(reply, "username")], [200, ""], authorization);
    }
  });

  it("reads Plotly's credentials from the header beside a proxy's", async () => {
    const service = new TestService();
    const headers = { ...basic("proxy", "secret"), "plotly-authorization": service.credentials["authorization"] ?? "" };
    assert.equal(at(await service.get("/v2/users/current", { anonymous: true, headers }), "username"), "me");
  });

  it("refuses anonymous writes with 401 before it looks at what is sent", async () => {
    const service = new TestService();
    for (const path of ["/v2/plots", "/v2/grids"]) {
      const reply = await service.send("POST", path, { anonymous: true, raw: "{" });
      assert.equal(reply.status, 401);
      assert.equal(list(reply, "errors").length, 1);
      assert.equal(at(reply, "detail"), at(reply, "errors", 0, "message"));
    }
  });
});

describe("private files", () => {
  it("are not found by anybody but their owner", async () => {
    const service = new TestService({
      library: [
        libraryPlot({
          worldReadable: false,
          grid: { filename: "g", worldReadable: false, columns: [{ name: "x", data: [1] }] },
        }),
        libraryPlot({ owner: "me", worldReadable: false }),
      ],
    });
    for (const path of [
      "plots/ada:0",
      "plots/ada:0/content",
      "files/ada:0",
      "grids/ada:1",
      "grids/ada:1/content",
      "grids/ada:1/col",
    ]) {
      const reply = await service.get(`/v2/${path}`);
      assert.equal(reply.status, 404, path);
      assert.deepEqual(reply.body, bothShapes("Not found."));
    }
    assert.equal((await service.get("/~ada/0/")).status, 404);
    assert.equal((await service.get("/v2/plots/me:0")).status, 200);
    assert.equal((await service.get("/v2/plots/me:0", { anonymous: true })).status, 404);
  });

  it("open to whoever has the secret link, with the data of the owner's grids", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ x: [1, 2] }, { world_readable: false });
    const figure = { data: [{ xsrc: `${fid}:${uids["x"]}` }] };
    const plot = await service.createPlot({ figure, share_key_enabled: true, world_readable: false });
    const key = textAt(await service.get(`/v2/plots/${plot}`), "share_key");
    const ask = (share: string) =>
      service.get(`/v2/plots/${plot}/content?inline_data=true&share_key=${share}`, { anonymous: true });
    assert.deepEqual(at(await ask(key), "data", 0, "x"), [1, 2]);
    assert.equal((await ask(`${key}x`)).status, 404);
    assert.equal((await ask("")).status, 404);
    assert.equal((await service.get(`/v2/grids/${fid}?share_key=${key}`, { anonymous: true })).status, 404);
  });
});

describe("a public plot whose grid is private", () => {
  const library = [
    libraryPlot({
      figure: { data: [{ xsrc: "@x", ysrc: "@y" }] },
      grid: {
        filename: "g",
        worldReadable: false,
        columns: [
          { name: "x", data: [1, 2] },
          { name: "y", data: [3, 4] },
          { name: "not drawn", data: [5] },
        ],
      },
    }),
  ];

  it("comes with its references and without the data", async () => {
    const service = new TestService({ library });
    const content = await service.get("/v2/plots/ada:0/content?inline_data=true");
    assert.deepEqual(keys(content, "data", 0), ["xsrc", "ysrc"]);
    assert.equal((await service.get("/v2/grids/ada:1")).status, 404);
  });

  it("gives what it draws when asked to map what is unreadable, and no more", async () => {
    const service = new TestService({ library });
    const content = await service.get("/v2/plots/ada:0/content?map_data=unreadable", { anonymous: true });
    assert.deepEqual(keys(content), ["data", "map_data"]);
    assert.deepEqual(keys(content, "map_data"), ["ada:1"]);
    const cols = at(content, "map_data", "ada:1", "cols");
    assert.deepEqual(keys(cols), ["x", "y"]);
    assert.deepEqual(at(cols, "y", "data"), [3, 4]);
    assert.equal(`ada:1:${textAt(cols, "x", "uid")}`, at(content, "data", 0, "xsrc"));
  });

  it("does not give away the private grid of somebody else than the plot's owner", async () => {
    const service = new TestService({ library });
    const plot = await service.createPlot({ figure: { data: [{ xsrc: "ada:1:" }] }, share_key_enabled: true });
    const key = textAt(await service.get(`/v2/plots/${plot}`), "share_key");
    const path = `/v2/plots/${plot}/content?inline_data=true&map_data=unreadable&share_key=${key}`;
    for (const anonymous of [true, false]) {
      const content = await service.get(path, { anonymous });
      assert.deepEqual(content.body, { data: [{ xsrc: "ada:1:" }], map_data: {} });
    }
  });
});
