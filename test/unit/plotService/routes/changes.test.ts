import assert from "node:assert/strict";
import { at, list, TestService, textAt } from "../support.ts";

describe("changing a plot", () => {
  for (const method of ["PUT", "PATCH"]) {
    it(`${method} takes any part, answers the bare plot and leaves the rest`, async () => {
      const service = new TestService();
      const fid = await service.createPlot({ filename: "one", figure: { data: [{ type: "bar" }] } });
      const renamed = await service.send(method, `/v2/plots/${fid}`, {
        body: { filename: "two", world_readable: false },
      });
      assert.equal(renamed.status, 200);
      assert.deepEqual(
        [at(renamed, "fid"), at(renamed, "filename"), at(renamed, "world_readable")],
        [fid, "two", false],
      );
      assert.deepEqual(at(renamed, "figure"), { data: [{ type: "bar" }] });
      const redrawn = await service.send(method, `/v2/plots/${fid}/`, {
        body: { figure: { data: [{ type: "pie" }] } },
      });
      assert.deepEqual(at(redrawn, "figure", "data"), [{ type: "pie" }]);
      assert.deepEqual([at(redrawn, "filename"), at(redrawn, "world_readable")], ["two", false]);
      assert.deepEqual((await service.get(`/v2/plots/${fid}/content`)).body, { data: [{ type: "pie" }] });
    });
  }

  it("refuses raw arrays and leaves the plot as it was", async () => {
    const service = new TestService();
    const fid = await service.createPlot({ filename: "one" });
    const reply = await service.send("PUT", `/v2/plots/${fid}`, {
      body: { filename: "two", figure: { data: [{ y: [1], marker: { color: [2] } }] } },
    });
    assert.equal(reply.status, 400);
    assert.deepEqual(
      list(reply, "errors").map((error) => at(error, "path")),
      ["data[0].y", "data[0].marker.color"],
    );
    assert.equal(at(await service.get(`/v2/plots/${fid}`), "filename"), "one");
  });

  it("keeps its own name without a clash, and refuses that of another file of any type with 409", async () => {
    const service = new TestService();
    const fid = await service.createPlot({ filename: "mine" });
    await service.createGrid({ x: [1] }, { filename: "taken" });
    assert.equal((await service.send("PUT", `/v2/plots/${fid}`, { body: { filename: "mine" } })).status, 200);
    const clash = await service.send("PUT", `/v2/plots/${fid}`, { body: { filename: "taken" } });
    assert.deepEqual([clash.status, at(clash, "detail")], [409, "Sorry, a file named 'taken' already exists"]);
  });

  it("takes a figure as a string of JSON, and small changes as a form", async () => {
    const service = new TestService();
    const fid = await service.createPlot();
    const figure = JSON.stringify({ data: [{ type: "box" }] });
    assert.equal((await service.send("PUT", `/v2/plots/${fid}`, { body: { figure } })).status, 200);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const form = await service.send("PATCH", `/v2/files/${fid}`, { raw: "filename=a+b&world_readable=false", headers });
    assert.deepEqual([form.status, at(form, "filename"), at(form, "world_readable")], [200, "a b", false]);
    const json = await service.send("PATCH", `/v2/files/${fid}`, { raw: '{"filename": "c"}', headers });
    assert.equal(at(json, "filename"), "c");
  });

  it("forgets the picture of the figure that was there before", async () => {
    const service = new TestService();
    const fid = await service.createPlot();
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    await service.send("PUT", `/v2/files/${fid}/image`, { raw: png, headers: { "content-type": "image/png" } });
    await service.send("PUT", `/v2/plots/${fid}`, { body: { filename: "same figure" } });
    assert.equal((await service.get(`/v2/files/${fid}/image`)).status, 200);
    await service.send("PUT", `/v2/plots/${fid}`, { body: { figure: { data: [] } } });
    assert.equal((await service.get(`/v2/files/${fid}/image`)).status, 404);
  });
});

describe("somebody else's file", () => {
  it("can be read and not changed when it is public, and is not found when it is private", async () => {
    const service = new TestService();
    const open = await service.createPlot();
    const closed = await service.createPlot({ world_readable: false });
    const tries: [string, string][] = [
      ["PUT", ""],
      ["PATCH", ""],
      ["DELETE", ""],
      ["POST", "/trash"],
      ["POST", "/restore"],
      ["DELETE", "/permanent_delete"],
    ];
    for (const [method, action] of tries) {
      const body = method.startsWith("P") && action === "" ? { body: { filename: "stolen" } } : {};
      assert.equal((await service.send(method, `/v2/plots/${open}${action}`, { as: "eve", ...body })).status, 403);
      assert.equal((await service.send(method, `/v2/plots/${closed}${action}`, { as: "eve", ...body })).status, 404);
      const nobody = await service.send(method, `/v2/plots/${open}${action}`, { anonymous: true, ...body });
      assert.equal(nobody.status, 401);
    }
    assert.equal(at(await service.get(`/v2/plots/${open}`), "filename"), "plot from API");
  });

  it("tells each reader what they may do, and shows one user's private files to no other", async () => {
    const service = new TestService();
    const fid = await service.createPlot({}, { as: "grace" });
    assert.equal(fid, "grace:0");
    assert.equal(at(await service.get(`/v2/plots/${fid}`), "current_user_permission"), "read");
    assert.equal(at(await service.get(`/v2/plots/${fid}`, { as: "grace" }), "current_user_permission"), "write");
    assert.equal(at(await service.get("/v2/users/current", { as: "grace" }), "username"), "grace");
    assert.equal(at(await service.get("/v2/users/grace"), "username"), "grace");
    assert.equal((await service.get("/v2/users/nobody")).status, 404);
  });
});

describe("the trash", () => {
  it("takes a plot out of lists and look-ups, and gives it back", async () => {
    const service = new TestService();
    const fid = await service.createPlot({ filename: "p" });
    const trashed = await service.send("POST", `/v2/plots/${fid}/trash`);
    assert.deepEqual([trashed.status, at(trashed, "deleted"), at(trashed, "fid")], [200, true, fid]);
    assert.deepEqual(list(await service.get("/v2/plots"), "results"), []);
    assert.equal((await service.get("/v2/plots/lookup?path=p")).status, 404);
    assert.equal((await service.get(`/v2/plots/${fid}`, { anonymous: true })).status, 404);
    assert.equal((await service.send("PUT", `/v2/plots/${fid}`, { body: { filename: "q" } })).status, 404);
    const restored = await service.send("POST", `/v2/plots/${fid}/restore`);
    assert.deepEqual([restored.status, at(restored, "deleted")], [200, false]);
    assert.equal((await service.get("/v2/plots/lookup?path=p")).status, 200);
  });

  it("frees the name, so that a file whose name is taken by then cannot come back", async () => {
    const service = new TestService();
    const fid = await service.createPlot({ filename: "p" });
    await service.send("POST", `/v2/plots/${fid}/trash`);
    await service.createPlot({ filename: "p" });
    const reply = await service.send("POST", `/v2/plots/${fid}/restore`);
    assert.equal(reply.status, 409);
    assert.match(textAt(reply, "detail"), /already exists/);
  });

  it("is emptied for good only of what lies in it", async () => {
    const service = new TestService();
    const { fid } = await service.createGrid({ x: [1] });
    assert.equal((await service.send("DELETE", `/v2/grids/${fid}/permanent_delete`)).status, 400);
    await service.send("POST", `/v2/grids/${fid}/trash`);
    const gone = await service.send("DELETE", `/v2/grids/${fid}/permanent_delete`);
    assert.deepEqual([gone.status, gone.text], [204, ""]);
    assert.equal((await service.get(`/v2/grids/${fid}`)).status, 404);
    assert.equal(await service.createPlot(), "me:1", "a number is never given twice");
  });

  it("is passed over by DELETE, after which references lead nowhere and stay", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ x: [1, 2] });
    const src = `${fid}:${uids["x"]}`;
    const plot = await service.createPlot({ figure: { data: [{ xsrc: src }] } });
    assert.deepEqual(
      list(await service.get(`/v2/plots/${plot}/sources`), "results").map((grid) => at(grid, "fid")),
      [fid],
    );
    assert.equal((await service.send("DELETE", `/v2/grids/${fid}`)).status, 204);
    const content = await service.get(`/v2/plots/${plot}/content?inline_data=true`);
    assert.deepEqual(at(content, "data", 0), { xsrc: src });
    assert.equal((await service.send("DELETE", `/v2/plots/${plot}`)).status, 204);
    assert.equal((await service.send("DELETE", `/v2/plots/${plot}`)).status, 404);
  });
});

describe("a secret link", () => {
  it("opens a private plot and its grids to whoever has the key, until sharing ends", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ x: [7] }, { world_readable: false });
    const plot = await service.createPlot({
      figure: { data: [{ xsrc: `${fid}:${uids["x"]}` }] },
      world_readable: false,
    });
    const shared = await service.send("PUT", `/v2/files/${plot}`, {
      body: { share_key_enabled: true, world_readable: false },
    });
    assert.equal(at(shared, "share_key_enabled"), true);
    const key = textAt(shared, "share_key");
    const path = `/v2/plots/${plot}/content?inline_data=true&share_key=${key}`;
    assert.deepEqual(at(await service.get(path, { anonymous: true }), "data", 0, "x"), [7]);
    const again = await service.send("PATCH", `/v2/plots/${plot}`, { body: { share_key_enabled: true } });
    assert.equal(at(again, "share_key"), key);
    await service.send("PATCH", `/v2/plots/${plot}`, { body: { share_key_enabled: false } });
    assert.equal((await service.get(path, { anonymous: true })).status, 404);
    assert.equal((await service.get(`/v2/plots/${plot}?share_key=`, { anonymous: true })).status, 404);
  });
});
