import assert from "node:assert/strict";
import type { Json } from "../../../../src/figure/model/figure.ts";
import { at, keys, list, TestService, textAt } from "../support.ts";

describe("creating a grid", () => {
  it("answers 201 with the grid under file, its columns an array in their order", async () => {
    const service = new TestService();
    const data = { cols: { second: { data: [1, 2], order: 1 }, first: { data: ["a"], order: 0 } } };
    const reply = await service.post("/v2/grids", { data, filename: "numbers", world_readable: true });
    assert.equal(reply.status, 201);
    assert.equal(at(reply, "file", "filetype"), "grid");
    const cols = list(reply, "file", "cols");
    assert.deepEqual(
      cols.map((col) => [at(col, "name"), at(col, "order")]),
      [
        ["first", 0],
        ["second", 1],
      ],
    );
    for (const col of cols) assert.match(textAt(col, "uid"), /^[0-9a-f]{6}$/);
  });

  it("takes the data as a string of JSON, with metadata", async () => {
    const service = new TestService();
    const data = JSON.stringify({ cols: { x: { data: [1] } }, metadata: { exp: "GaAs" } });
    const reply = await service.post("/v2/grids", { data });
    assert.equal(reply.status, 201);
    assert.equal(at(reply, "file", "filename"), "grid from API");
    assert.deepEqual(at(await service.get("/v2/grids/me:0"), "metadata"), { exp: "GaAs" });
  });

  it("refuses a scalar as a column with the recorded words, naming each", async () => {
    const service = new TestService();
    const reply = await service.post("/v2/grids", { data: { cols: { x: { data: 3 }, y: { data: [] }, z: {} } } });
    assert.equal(reply.status, 400);
    assert.equal(at(reply, "detail"), "Column x data is not a list");
    assert.deepEqual(
      list(reply, "errors").map((error) => at(error, "path")),
      ["cols.x.data", "cols.z.data"],
    );
    assert.equal((await service.get("/v2/grids/me:0")).status, 404);
  });

  for (const data of [
    undefined,
    null,
    "",
    "{",
    "[]",
    3,
    {},
    { cols: [] },
    { cols: { x: 1 } },
    { cols: {}, metadata: 1 },
  ]) {
    it(`refuses the data ${JSON.stringify(data)}`, async () => {
      const reply = await new TestService().post("/v2/grids", data === undefined ? {} : { data });
      assert.equal(reply.status, 400);
      assert.equal(at(reply, "errors", 0, "field"), "data");
    });
  }
});

describe("reading a grid", () => {
  const columns: { [name: string]: Json[] } = {
    x: [1, "2", null, [3, 4]],
    "": [],
    "a b/ü": ["", true],
    __proto__x: [0.1],
    "1": [1e300],
  };

  it("gives the columns with their data keyed by name", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid(columns);
    const content = await service.get(`/v2/grids/${fid}/content/`);
    assert.equal(content.headers.get("content-type"), "application/json");
    assert.deepEqual(keys(content), ["cols"]);
    for (const [name, data] of Object.entries(columns)) {
      assert.deepEqual(at(content, "cols", name, "data"), data);
      assert.equal(at(content, "cols", name, "uid"), uids[name]);
    }
  });

  it("gives chosen columns in the order asked for, and all without a choice", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ a: [1], b: [2], c: [3] });
    const chosen = await service.get(`/v2/grids/${fid}/col?uid=${uids["c"]},${uids["a"]}`);
    assert.deepEqual(
      list(chosen, "cols").map((col) => at(col, "data", 0)),
      [3, 1],
    );
    assert.deepEqual(
      list(await service.get(`/v2/grids/${fid}/col`), "cols").map((col) => at(col, "name")),
      ["a", "b", "c"],
    );
    assert.equal((await service.get(`/v2/grids/${fid}/col?uid=${uids["a"]},nosuch`)).status, 404);
  });

  it("shows the first cells in its detail and leaves the data out", async () => {
    const service = new TestService();
    const { fid } = await service.createGrid({ x: Array.from({ length: 1000 }, (_, index) => index) });
    const detail = await service.get(`/v2/grids/${fid}`, { anonymous: true });
    assert.deepEqual(JSON.parse(textAt(detail, "preview")), { x: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
    assert.deepEqual(keys(detail, "cols", 0), ["name", "uid", "order", "length"]);
    assert.ok(textAt(detail, "api_urls", "grids").endsWith(`/v2/grids/${fid}`));
  });

  it("keeps plots and grids apart, and files are both", async () => {
    const service = new TestService();
    const { fid: grid } = await service.createGrid({ x: [1] });
    const plot = await service.createPlot();
    for (const path of [
      `grids/${plot}`,
      `grids/${plot}/content`,
      `grids/${plot}/col`,
      `plots/${grid}`,
      `plots/${grid}/content`,
    ]) {
      assert.equal((await service.get(`/v2/${path}`)).status, 404, path);
    }
    assert.equal(at(await service.get(`/v2/files/${grid}`), "filetype"), "grid");
    assert.equal(at(await service.get(`/v2/files/${plot}`), "filetype"), "plot");
  });
});
