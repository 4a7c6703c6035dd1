import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Json } from "../../../../src/figure/model/figure.ts";
import type { Reply } from "../support.ts";
import { at, keys, list, TestService, textAt } from "../support.ts";

describe("bad input", () => {
  let service: TestService;

  beforeEach(() => {
    service = new TestService();
  });

  afterEach(() => {
    // Whatever is sent, nothing of it is an error of the service itself.
    assert.deepEqual(service.reported, []);
    service.service.close();
  });

  /** Both shapes of the error, in a whole sentence, without anything of the code that refused. */
  function assertRefused(reply: Reply, status: number, field: string | null, what: string): void {
    assert.equal(reply.status, status, `${what}: ${reply.text.slice(0, 300)}`);
    assert.equal(at(reply, "detail"), at(reply, "errors", 0, "message"), what);
    assert.match(textAt(reply, "detail"), /^[A-Z].*[.]$/, what);
    assert.equal(at(reply, "errors", 0, "field"), field, what);
    assert.doesNotMatch(reply.text, /\.ts\b|node:|\\n/, what);
  }

  it("in names is refused with the name of the field, and names in any script are kept as they are", async () => {
    const bad = ["a/b", "/", "x".repeat(101), "a\u0000b", "a\nb", "\ud800", 3, ["a"], {}];
    for (const filename of bad) {
      for (const path of ["/v2/plots", "/v2/grids"]) {
        const reply = await service.post(path, { figure: { data: [] }, data: { cols: {} }, filename });
        assertRefused(reply, 400, "filename", JSON.stringify(filename));
      }
      if (typeof filename !== "string" || filename.includes("/")) continue;
      assertRefused(await service.post("/v2/folders", { path: `a/${filename}/b` }), 400, "path", filename);
    }
    const deep = Array.from({ length: 101 }, (_, index) => String(index)).join("/");
    assertRefused(await service.post("/v2/folders", { path: deep }), 400, "path", "too deep");
    for (const filename of ["名前", "a:b", "é", "e\u0301", "..", "%2F", "👩‍🔬".repeat(20), "' OR 1=1 --", "-1"]) {
      const fid = await service.createPlot({ filename });
      const found = await service.get(`/v2/plots/lookup?${new URLSearchParams({ path: filename }).toString()}`);
      assert.deepEqual([at(found, "fid"), at(found, "filename")], [fid, filename]);
      const again = await service.post("/v2/grids", { data: { cols: {} }, filename });
      assert.equal(again.status, 409);
      assert.ok(textAt(again, "detail").includes("already exists"));
    }
  });

  it("in fids, uids and numbers of folders is not found or refused, and 0 is a number like any other", async () => {
    const plot = await service.createPlot({ filename: "first" });
    assert.equal(plot, "me:0");
    assert.equal(at(await service.get("/v2/plots/me:0"), "filename"), "first");
    const folder = await service.post("/v2/folders", { path: "second" });
    assert.equal(at(folder, "file", "fid"), "me:1");
    const { fid, uids } = await service.createGrid({ a: [1], b: [2] });
    for (const bad of [
      "me:-0",
      "me:0x0",
      "me:0%20",
      "me:٠",
      "me:1e0",
      ":0",
      "me:",
      "me:0:a",
      "ME:0",
      "me:0%00",
      "me%2f0",
    ]) {
      for (const path of [`plots/${bad}`, `plots/${bad}/content`, `files/${bad}`]) {
        assert.equal((await service.get(`/v2/${path}`)).status, 404, path);
      }
    }
    for (const bad of ["nosuch", `${uids["a"]},nosuch`, "'%22;--", "%00", "*", "-"]) {
      assertRefused(await service.get(`/v2/grids/${fid}/col?uid=${bad}`), 404, "uid", bad);
    }
    // Naming none is asking for all; changing none is refused.
    assert.equal(list(await service.get(`/v2/grids/${fid}/col?uid=`), "cols").length, 2);
    assertRefused(await service.send("DELETE", `/v2/grids/${fid}/col?uid=`), 400, "uid", "none");
    for (const parent of [0, 99, 1.5, 1e300, "x", "1e0", {}]) {
      assertRefused(
        await service.post("/v2/plots", { figure: { data: [] }, parent }),
        400,
        "parent",
        JSON.stringify(parent),
      );
    }
    assertRefused(await service.get("/v2/files/lookup?path=a&parent=x"), 400, "parent", "look-up");
    assertRefused(await service.get(`/v2/files/${plot}/image?image_name=x`), 400, "image_name", "image");
  });

  it("in pages is refused, and a page that is not there is not found", async () => {
    for (const page of ["x", "-1", "1.5", "", "9".repeat(20)]) {
      assertRefused(await service.get(`/v2/folders/home?page=${page}`), 400, "page", page);
    }
    for (const page of ["0", "2", "999999999"]) {
      assert.equal((await service.get(`/v2/folders/home?page=${page}&page_size=999999999`)).status, 404, page);
    }
  });

  it("in columns is refused, naming the place, and nothing of it is kept", async () => {
    const { fid, uids } = await service.createGrid({ a: [1], b: [2] });
    const cases: readonly (readonly [string, string])[] = [
      ["POST", '{"cols": [{"name": "a", "data": [1]}]}'],
      ["POST", '{"cols": [{"name": "c", "data": [1]}, {"name": "c", "data": [2]}]}'],
      ["POST", '{"cols": [{"name": "__proto__", "data": [1]}]}'],
      ["POST", '{"cols": [{"name": "c", "data": {"0": 1}}]}'],
      ["PUT", '{"cols": [{"name": "b"}]}'],
      ["PUT", '{"cols": [{"order": 1.5}]}'],
      ["PUT", '{"cols": [{"order": 1e300}]}'],
      ["PUT", '{"cols": [{"data": "1, 2"}]}'],
      ["PUT", '{"cols": []}'],
    ];
    for (const [method, raw] of cases) {
      const reply = await service.send(method, `/v2/grids/${fid}/col?uid=${uids["a"]}`, { raw });
      assert.ok(reply.status === 400 || reply.status === 409, `${raw}: ${reply.text}`);
    }
    const named = await service.send("POST", "/v2/grids", { raw: '{"data": {"cols": {"__proto__": {"data": [1]}}}}' });
    assertRefused(named, 400, "data", "__proto__");
    const content = await service.get(`/v2/grids/${fid}/content`);
    assert.deepEqual([keys(content, "cols"), at(content, "cols", "a", "data")], [["a", "b"], [1]]);
  });

  it("that is odd and well-formed is kept as it is: ragged, nested, mixed and empty columns, names of objects' own members", async () => {
    const columns: Record<string, Json[]> = {
      constructor: [1],
      toString: [],
      hasOwnProperty: [[1, [2]], { a: [null] }, "x", false],
      "": ["\ud800", "\u0000", "\u2028"],
      名: [1e300, -0, 5e-324],
    };
    const { fid, uids } = await service.createGrid(columns);
    const content = await service.get(`/v2/grids/${fid}/content`);
    for (const [name, data] of Object.entries(columns)) {
      assert.deepEqual(JSON.stringify(at(content, "cols", name, "data")), JSON.stringify(data));
    }
    const figure = { data: Object.values(uids).map((uid) => ({ ysrc: `${fid}:${uid}` })) };
    const plot = await service.createPlot({ figure, filename: "odd" });
    const inlined = await service.get(`/v2/plots/${plot}/content?inline_data=true`);
    assert.deepEqual(
      list(inlined, "data").map((trace) => JSON.stringify(at(trace, "y"))),
      Object.values(columns).map((data) => JSON.stringify(data)),
    );
    assert.equal((await service.createGrid({})).fid, "me:2");
  });

  it("in JSON: the last of equal keys counts, lone surrogates are kept, and what is no UTF-8 is refused", async () => {
    const twice = '{"filename": "one", "filename": "two", "figure": {"data": [{"y": [1]}]}, "figure": {"data": []}}';
    const plot = await service.send("POST", "/v2/plots", { raw: twice });
    assert.deepEqual([plot.status, at(plot, "file", "filename")], [201, "two"]);
    const columns = '{"data": {"cols": {"x": {"data": [1]}, "x": {"data": [2]}}}}';
    const grid = await service.send("POST", "/v2/grids", { raw: columns });
    const content = await service.get(`/v2/grids/${textAt(grid, "file", "fid")}/content`);
    assert.deepEqual(at(content, "cols", "x", "data"), [2]);
    const lone = '{"figure": {"data": [], "layout": {"title": {"text": "\\ud800 half"}}}}';
    const kept = await service.send("POST", "/v2/plots", { raw: lone });
    assert.equal(at(kept, "file", "figure", "layout", "title", "text"), "\ud800 half");
    assert.equal(list(await service.get("/v2/search?q=half"), "results").length, 1);
    const latin = new Uint8Array([...Buffer.from('{"filename": "')].concat([0xe9, 0x22, 0x7d]));
    assertRefused(await service.send("POST", "/v2/plots", { raw: latin }), 400, null, "Latin 1");
    for (const depth of [10_000, 1_000_000]) {
      const deep = `{"figure": {"data": [{"a": ${"[".repeat(depth)}${"]".repeat(depth)}}]}}`;
      assertRefused(await service.send("POST", "/v2/plots", { raw: deep }), 400, null, String(depth));
    }
    const within = `{"figure": {"data": [{"a": ${"[".repeat(400)}${"]".repeat(400)}}]}}`;
    assert.equal((await service.send("POST", "/v2/plots", { raw: within })).status, 201);
  });

  it("as large grids is taken: ten thousand columns, and a column of a million rows", async function () {
    this.timeout(60_000);
    const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`c${index}`, [index]]));
    const { fid, uids } = await service.createGrid(wide);
    const last = await service.get(`/v2/grids/${fid}/col?uid=${uids["c9999"]}`);
    assert.deepEqual(at(last, "cols", 0, "data"), [9999]);
    const row = await service.post(`/v2/grids/${fid}/row`, { rows: [Array.from({ length: 10_000 }, () => 0)] });
    assert.equal(row.status, 201);
    assert.equal(keys(await service.get(`/v2/grids/${fid}/content`), "cols").length, 10_000);
    const plot = await service.createPlot({ figure: { data: [{ type: "heatmap", zsrc: `${fid}:` }] } });
    const inlined = await service.get(`/v2/plots/${plot}/content?inline_data=true`);
    assert.deepEqual(
      list(inlined, "data", 0, "z").map((cells) => list(cells).length),
      [10_000, 10_000],
    );
    const million = Array.from({ length: 1_000_000 }, (_, index) => index);
    const long = await service.createGrid({ x: million });
    assert.equal((await service.post(`/v2/grids/${long.fid}/row`, { rows: [[1], [2]] })).status, 201);
    const detail = await service.get(`/v2/grids/${long.fid}`);
    assert.equal(at(detail, "cols", 0, "length"), 1_000_002);
  });

  it("that asks for more than can be sent at once is told so", async function () {
    this.timeout(60_000);
    const { fid, uids } = await service.createGrid({ x: Array.from({ length: 40_000 }, () => "x".repeat(100)) });
    const data = Array.from({ length: 200 }, () => ({ ysrc: `${fid}:${uids["x"]}` }));
    const plot = await service.createPlot({ figure: { data } });
    assertRefused(await service.get(`/v2/plots/${plot}/content?inline_data=true`), 413, null, "too much");
    assert.equal((await service.get(`/v2/plots/${plot}/content`)).status, 200);
  });
});

describe("an error of the service itself", () => {
  it("is answered in both shapes, none of its own words, reported, and not asked for again by old clients", async () => {
    const folder = mkdtempSync(join(tmpdir(), "broken-"));
    const database = join(folder, "plots.sqlite");
    const service = new TestService({ database });
    const sqlite = new DatabaseSync(database);
    sqlite.exec("DROP TABLE plots");
    sqlite.close();
    const reply = await service.get("/v2/plots");
    assert.equal(reply.status, 400);
    assert.match(textAt(reply, "detail"), /an error of its own/);
    assert.doesNotMatch(reply.text, /Uh oh/);
    assert.equal(at(reply, "errors", 0, "message"), at(reply, "detail"));
    assert.doesNotMatch(reply.text, /no such table|\.ts|SELECT|\\n/);
    assert.match(String(service.reported[0]), /no such table/);
    service.service.close();
    rmSync(folder, { recursive: true });
  });
});
