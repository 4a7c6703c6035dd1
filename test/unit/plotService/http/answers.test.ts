import assert from "node:assert/strict";
import { at, keys, list, TestService, textAt } from "../support.ts";

describe("answers of the service", () => {
  it("begin with a map of what there is", async () => {
    const root = await new TestService().get("/v2/", { anonymous: true });
    assert.equal(root.status, 200);
    for (const name of ["plots", "grids"]) assert.ok(keys(root).includes(name));
  });

  it("say in Allow what may be done, as recorded", async () => {
    const service = new TestService();
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      const reply = await service.send(method, "/v2/plots");
      assert.equal(reply.status, 200);
      assert.equal(reply.headers.get("allow"), "GET, POST, HEAD, OPTIONS");
      assert.equal(reply.headers.get("vary"), "Accept");
      assert.equal(reply.headers.get("content-type"), "application/json");
    }
  });

  it("refuse other methods with 405", async () => {
    const service = new TestService();
    await service.createPlot();
    const paths = ["/v2/", "/v2/plots", "/v2/plots/feed", "/v2/plots/me:0/content", "/v2/files/me:0/image", "/~me/0/"];
    for (const path of paths) {
      const reply = await service.send("DELETE", path);
      assert.equal(reply.status, 405, path);
      assert.ok(reply.headers.get("allow")?.includes("GET"), path);
      assert.equal(at(reply, "detail"), 'Method "DELETE" not allowed.');
    }
  });

  it("have both shapes of an error for what is not there", async () => {
    const service = new TestService();
    const fids = ["me", "me:00", "me:-1", "me:0", "a:b:c", "me:9999999999999999999", "%F0%9F", "me%2F..:0"];
    for (const path of ["/v1/plots", "/v2/nothing", ...fids.map((fid) => `/v2/plots/${fid}`)]) {
      const reply = await service.get(path);
      assert.equal(reply.status, 404, path);
      assert.equal(at(reply, "detail"), "Not found.");
      assert.equal(at(reply, "errors", 0, "code"), "UNKNOWN");
    }
  });

  it("name what is wrong with a body", async () => {
    const service = new TestService();
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const bodies = ["{", "[]", "3", "null", '{"figure": {"data": [NaN]}}', `{"figure": {"data": [{"a": ${deep}}]}}`];
    for (const raw of bodies) {
      const reply = await service.send("POST", "/v2/plots", { raw });
      assert.equal(reply.status, 400, raw.slice(0, 50));
      assert.equal(at(reply, "detail"), at(reply, "errors", 0, "message"));
      assert.equal(list(reply, "errors").length, 1);
    }
    assert.deepEqual(service.reported, []);
  });

  it("refuse a body that is too large, whether its length is announced or not", async () => {
    const service = new TestService({ maxBody: 1000 });
    const raw = JSON.stringify({ figure: { data: [], layout: { meta: "x".repeat(1000) } } });
    for (const headers of [{}, { "content-length": String(raw.length) }]) {
      const reply = await service.send("POST", "/v2/plots", { raw, headers });
      assert.equal(reply.status, 413);
      assert.equal(at(reply, "detail"), at(reply, "errors", 0, "message"));
    }
    assert.equal(await service.createPlot(), "me:0");
  });

  it("are refused after the service is closed, however often that is", async () => {
    const service = new TestService();
    service.service.close();
    service.service.close();
    const reply = await service.get("/v2/plots");
    assert.equal(reply.status, 400);
    assert.equal(at(reply, "detail"), "The plot service is closed.");
  });
});

describe("pages for people", () => {
  it("have the figure with its data beside them, where scripts look for it, for whoever may read the plot", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ y: [1, 2] });
    const figure = { data: [{ ysrc: `${fid}:${uids["y"]}` }] };
    const plot = await service.createPlot({ figure, world_readable: false, share_key_enabled: true });
    const detail = await service.get(`/v2/plots/${plot}`);
    const path = `${new URL(textAt(detail, "web_url")).pathname.slice(0, -1)}.json`;
    assert.equal((await service.get(path, { anonymous: true })).status, 404);
    const opened = await service.get(`${path}?share_key=${textAt(detail, "share_key")}`, { anonymous: true });
    assert.deepEqual(at(opened, "data"), [{ ...figure.data[0], y: [1, 2] }]);
    for (const other of ["/~me/0.json", "/~me/99.json", "/~me/x.json"]) {
      assert.equal((await service.get(other)).status, 404, other);
    }
  });

  it("name the plot without running anything, whatever it is called", async () => {
    const service = new TestService();
    await service.createPlot({ filename: "<script>alert(1)<&script>" });
    const page = await service.get("/~me/0/");
    assert.equal(page.status, 200);
    assert.ok(page.headers.get("content-type")?.startsWith("text/html"));
    assert.match(page.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    assert.ok(!page.text.includes("<script"));
    assert.ok(page.text.includes("&lt;script&gt;alert(1)"));
  });
});
