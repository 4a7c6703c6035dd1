import assert from "node:assert/strict";
import type { Reply } from "../support.ts";
import { at, list, TestService, textAt } from "../support.ts";

function names(reply: Reply): string[] {
  return list(reply, "children", "results").map((file) => textAt(file, "filename"));
}

describe("folders", () => {
  it("are made with those on the way, and refuse a second of the name with 400", async () => {
    const service = new TestService();
    const made = await service.post("/v2/folders", { path: "x/y/z" });
    assert.equal(made.status, 201);
    assert.deepEqual([at(made, "file", "filename"), at(made, "file", "filetype")], ["z", "fold"]);
    for (const path of ["x/y/z", "/x/y/z/", "x/y", "x"]) {
      const again = await service.post("/v2/folders/", { path });
      assert.equal(again.status, 400);
      assert.match(textAt(again, "errors", 0, "message"), /already exists/);
    }
    const inside = await service.post("/v2/folders", { path: "w", parent: at(made, "file", "parent") ?? null });
    assert.equal(inside.status, 201);
    const path = await service.get(`/v2/files/${textAt(inside, "file", "fid")}/path`);
    assert.equal(at(path, "path"), "x/y/w");
    for (const wrong of ["", "//", "a".repeat(101)]) {
      assert.equal((await service.post("/v2/folders", { path: wrong })).status, 400);
    }
  });

  it("hold files that are found by their path, as forms write it", async () => {
    const service = new TestService();
    await service.post("/v2/folders", { path: "folder a/sub b" });
    const parent_path = "folder a/sub b";
    const grid = await service.createGrid({ x: [1] }, { filename: "my chart_grid", parent_path });
    const plot = await service.createPlot({ filename: "my chart", parent_path });
    const lookup = (what: string, path: string) => service.get(`/v2/${what}/lookup?path=${path}`);
    const found = await lookup("files", "folder+a%2Fsub+b%2Fmy+chart_grid");
    assert.deepEqual([at(found, "fid"), at(found, "filetype")], [grid.fid, "grid"]);
    assert.equal(at(await lookup("plots", "/folder%20a/sub%20b/my%20chart/"), "fid"), plot);
    assert.equal((await lookup("plots", "folder+a%2Fsub+b%2Fmy+chart_grid")).status, 404);
    assert.equal((await lookup("files", "my+chart")).status, 404);
    assert.equal((await lookup("files", "folder+a%2Fsub+b%2Fmy+chart%2Fdeeper")).status, 404);
    assert.equal((await lookup("folders", "folder+a%2Fsub+b")).status, 200);
    assert.equal((await service.get("/v2/files/lookup")).status, 400);
  });

  it("are looked into for others by user name, as far as these may read", async () => {
    const service = new TestService();
    await service.createPlot({ filename: "open", parent_path: "a" });
    await service.createPlot({ filename: "closed", parent_path: "a", world_readable: false });
    const ask = (path: string) => service.get(`/v2/plots/lookup?user=me&path=${path}&exists=true`, { as: "eve" });
    assert.equal(at(await ask("a/open"), "exists"), true);
    assert.equal((await ask("a/closed")).status, 404);
    assert.equal((await service.get("/v2/plots/lookup?path=a/open", { anonymous: true })).status, 404);
    assert.equal(at(await service.get("/v2/plots/lookup?path=open&parent=0"), "filename"), "open");
  });

  it("are made for a parent_path, and a file in the way is a clash", async () => {
    const service = new TestService();
    const fid = await service.createPlot({ parent_path: "new/folder", filename: "p" });
    assert.equal(at(await service.get(`/v2/files/${fid}/path`), "path"), "new/folder/p");
    const reply = await service.post("/v2/plots", { figure: {}, parent_path: "new/folder/p" });
    assert.equal(reply.status, 409);
    assert.equal((await service.post("/v2/plots", { figure: {}, parent: 0 })).status, 201);
  });

  it("can be renamed and moved, and not into themselves", async () => {
    const service = new TestService();
    const outer = textAt(await service.post("/v2/folders", { path: "a" }), "file", "fid");
    await service.post("/v2/folders", { path: "a/b" });
    const into = await service.send("PATCH", `/v2/folders/${outer}`, { body: { parent: 1 } });
    assert.equal(into.status, 400);
    const plot = await service.createPlot({ filename: "p", parent: 1 });
    await service.send("PATCH", `/v2/folders/${outer}`, { body: { filename: "z" } });
    assert.equal(at(await service.get(`/v2/files/${plot}/path`), "path"), "z/b/p");
    const home = await service.send("PUT", `/v2/files/${plot}`, { body: { parent: -1 } });
    assert.equal(at(home, "parent"), -1);
  });

  it("take along what is in them on the way to the trash, back, and for good", async () => {
    const service = new TestService();
    const folder = textAt(await service.post("/v2/folders", { path: "a" }), "file", "fid");
    const before = await service.createPlot({ filename: "thrown before", parent_path: "a/b" });
    const plot = await service.createPlot({ filename: "p", parent_path: "a/b" });
    await service.send("POST", `/v2/plots/${before}/trash`);
    await service.send("POST", `/v2/folders/${folder}/trash`);
    assert.deepEqual(list(await service.get("/v2/plots"), "results"), []);
    await service.send("POST", `/v2/folders/${folder}/restore`);
    assert.equal((await service.get("/v2/plots/lookup?path=a/b/p")).status, 200);
    assert.equal(at(await service.get(`/v2/plots/${before}`), "deleted"), true);
    await service.send("POST", `/v2/folders/${folder}/trash`);
    assert.equal((await service.send("DELETE", `/v2/folders/${folder}/permanent_delete`)).status, 204);
    for (const fid of [folder, before, plot]) assert.equal((await service.get(`/v2/files/${fid}`)).status, 404);
  });

  it("leave a file that is restored after them at home", async () => {
    const service = new TestService();
    const plot = await service.createPlot({ filename: "p", parent_path: "a" });
    await service.send("POST", `/v2/plots/${plot}/trash`);
    await service.send("DELETE", "/v2/folders/me:0");
    // The folder took along all that was in it, the trash too.
    assert.equal((await service.get(`/v2/plots/${plot}`)).status, 404);
    const other = await service.createPlot({ filename: "q", parent_path: "c" });
    await service.send("POST", `/v2/plots/${other}/trash`);
    await service.send("POST", `/v2/folders/me:2/trash`);
    assert.equal(at(await service.send("POST", `/v2/plots/${other}/restore`), "parent"), -1);
  });
});

describe("the pages of a folder", () => {
  it("give every file once, by number, with links that can be followed", async () => {
    const service = new TestService();
    for (let number = 0; number < 7; number++) await service.createPlot({ filename: `p${number}`, parent_path: "a" });
    const seen: string[] = [];
    let url: string | undefined = "/v2/folders/me:0?page_size=3&order_by=filename";
    for (let pages = 0; url !== undefined && pages < 10; pages++) {
      const page = await service.get(url);
      assert.equal(at(page, "children", "count"), 7);
      assert.equal(at(page, "filename"), "a");
      seen.push(...names(page));
      const next = at(page, "children", "next");
      url = typeof next === "string" ? next : undefined;
    }
    assert.deepEqual(seen, ["p0", "p1", "p2", "p3", "p4", "p5", "p6"]);
    assert.equal((await service.get("/v2/folders/me:0?page_size=3&page=4")).status, 404);
    assert.equal((await service.get("/v2/folders/me:0?page=0")).status, 404);
    assert.equal((await service.get("/v2/folders/me:0?page=x")).status, 400);
  });

  it("show home, everything, the trash, stars and secret links, newest first", async () => {
    const service = new TestService();
    await service.createPlot({ filename: "inside", parent_path: "a" });
    const secret = await service.createPlot({ filename: "secret", share_key_enabled: true });
    const gone = await service.createPlot({ filename: "gone" });
    await service.send("POST", `/v2/plots/${gone}/trash`);
    const starred = await service.send("POST", `/v2/files/${secret}/star`);
    assert.deepEqual(at(starred, "stars"), { results: [{ username: "me" }], count: 1 });
    await service.send("POST", `/v2/files/${secret}/star`);
    const views = { home: ["secret", "a"], all: ["secret", "inside", "a"], trashed: ["gone"], starred: ["secret"] };
    for (const [view, files] of Object.entries({ ...views, shared: ["secret"] })) {
      assert.deepEqual(names(await service.get(`/v2/folders/${view}`)).toSorted(), files.toSorted(), view);
    }
    assert.deepEqual(names(await service.get("/v2/folders/all?filetype=plot&order_by=filename")), ["inside", "secret"]);
    assert.equal((await service.send("DELETE", `/v2/files/${secret}/star`)).status, 204);
    assert.deepEqual(names(await service.get("/v2/folders/starred")), []);
    assert.equal((await service.get("/v2/folders/home", { anonymous: true })).status, 401);
  });

  it("show the themes: one's own, and the public ones of others", async () => {
    const service = new TestService();
    for (const [filename, as, members] of [
      ["mine", "me", { world_readable: false }],
      ["public", "grace", {}],
      ["private", "grace", { world_readable: false }],
    ] as const) {
      const fid = await service.createPlot({ filename, ...members }, { as });
      await service.send("PATCH", `/v2/files/${fid}`, { body: { is_theme: true }, as });
    }
    await service.createPlot({ filename: "no theme" });
    const themes = await service.get("/v2/folders/themes_shared?order_by=filename");
    assert.deepEqual(
      list(themes, "children", "results").map((file) => at(file, "filename")),
      ["mine", "public"],
    );
  });

  it("show others what is public alone", async () => {
    const service = new TestService();
    const open = await service.createPlot({ filename: "open" });
    await service.createPlot({ filename: "closed", world_readable: false });
    await service.send("POST", `/v2/files/${open}/star`, { as: "eve" });
    for (const view of ["home", "all"]) {
      assert.deepEqual(names(await service.get(`/v2/folders/${view}?user=me`, { as: "eve" })), ["open"]);
    }
    assert.deepEqual(names(await service.get("/v2/folders/starred", { as: "eve" })), ["open"]);
    await service.send("PATCH", `/v2/files/${open}`, { body: { world_readable: false } });
    assert.deepEqual(names(await service.get("/v2/folders/starred", { as: "eve" })), []);
    assert.equal((await service.get("/v2/folders/trashed?user=me", { as: "eve" })).status, 404);
    assert.equal((await service.get("/v2/folders/home?user=nobody")).status, 404);
  });
});
