import assert from "node:assert/strict";
import type { Json } from "../../../../src/figure/model/figure.ts";
import { at, list, TestService, textAt } from "../support.ts";

async function contentOf(service: TestService, fid: string): Promise<[string, Json | undefined][]> {
  const cols = list(await service.get(`/v2/grids/${fid}/col`), "cols");
  return cols.map((col) => [textAt(col, "name"), at(col, "data")]);
}

describe("a grid's columns", () => {
  for (const encode of [JSON.stringify, (cols: Json) => cols]) {
    it(`can be added, sent as ${encode === JSON.stringify ? "a string" : "a list"}`, async () => {
      const service = new TestService();
      const { fid } = await service.createGrid({ x: [1] });
      const cols = encode([
        { name: "new col", data: [7, 8] },
        { name: "y", data: [[1, 2]] },
      ]);
      const reply = await service.post(`/v2/grids/${fid}/col`, { cols });
      assert.equal(reply.status, 201);
      assert.deepEqual(
        list(reply, "cols").map((col) => [at(col, "name"), at(col, "order")]),
        [
          ["new col", 1],
          ["y", 2],
        ],
      );
      assert.deepEqual(await contentOf(service, fid), [
        ["x", [1]],
        ["new col", [7, 8]],
        ["y", [[1, 2]]],
      ]);
      assert.deepEqual(JSON.parse(textAt(await service.get(`/v2/grids/${fid}`), "preview"))["new col"], [7, 8]);
    });
  }

  it("keep their uids when they get other data, names and places", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ a: [1], b: [2], c: [3] });
    const cols = [
      { data: [20, 21], name: "c" },
      { name: "b", data: [30], order: 0 },
    ];
    const reply = await service.send("PUT", `/v2/grids/${fid}/col?uid=${uids["b"]},${uids["c"]}`, { body: { cols } });
    assert.equal(reply.status, 200);
    assert.deepEqual(
      list(reply, "cols").map((col) => at(col, "uid")),
      [uids["b"], uids["c"]],
    );
    const after = await service.get(`/v2/grids/${fid}/content`);
    assert.deepEqual(at(after, "cols", "c"), { data: [20, 21], order: 2, uid: uids["b"] ?? "" });
    assert.deepEqual(at(after, "cols", "b", "uid"), uids["c"]);
    assert.deepEqual((await contentOf(service, fid)).map(([name]) => name).toSorted(), ["a", "b", "c"]);
  });

  it("can be deleted, and the others close up", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ a: [1], b: [2], c: [3] });
    assert.equal((await service.send("DELETE", `/v2/grids/${fid}/col?uid=${uids["a"]}%2C${uids["b"]}`)).status, 204);
    assert.deepEqual(await contentOf(service, fid), [["c", [3]]]);
    assert.equal(at(await service.get(`/v2/grids/${fid}/col`), "cols", 0, "order"), 0);
  });

  it("have each name once and lists for data; a refusal leaves the grid as it was", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ a: [1], b: [2] });
    const before = await service.get(`/v2/grids/${fid}/content`);
    const taken = await service.post(`/v2/grids/${fid}/col`, {
      cols: [
        { name: "c", data: [] },
        { name: "a", data: [] },
      ],
    });
    assert.equal(taken.status, 409);
    const renamed = { cols: [{ name: "b" }] };
    assert.equal((await service.send("PUT", `/v2/grids/${fid}/col?uid=${uids["a"]}`, { body: renamed })).status, 409);
    const scalar = await service.post(`/v2/grids/${fid}/col`, { cols: [{ name: "c", data: 1 }] });
    assert.deepEqual([scalar.status, at(scalar, "detail")], [400, "Column c data is not a list"]);
    const body = { cols: [{ data: [1] }] };
    assert.equal((await service.send("PUT", `/v2/grids/${fid}/col?uid=nosuch`, { body })).status, 404);
    assert.equal((await service.send("PUT", `/v2/grids/${fid}/col`, { body })).status, 400);
    assert.equal((await service.send("DELETE", `/v2/grids/${fid}/col?uid=`)).status, 400);
    assert.equal((await service.send("DELETE", `/v2/grids/${fid}/col?uid=${uids["a"]},nosuch`)).status, 404);
    assert.equal((await service.get(`/v2/grids/${fid}/content`)).text, before.text);
  });

  it("belong to a grid that is not in the trash", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ a: [1] });
    await service.send("POST", `/v2/grids/${fid}/trash`);
    const body = { cols: [{ data: [1] }] };
    assert.equal((await service.send("PUT", `/v2/grids/${fid}/col?uid=${uids["a"]}`, { body })).status, 404);
  });
});

describe("a grid's rows", () => {
  it("go below the longest column, shorter ones filled up with empty strings", async () => {
    const service = new TestService();
    const { fid } = await service.createGrid({ a: [1, 2], b: [], c: ["x"] });
    const rows = [
      [3, null, { k: "]" }],
      [4, "ü", [1]],
    ];
    const reply = await service.post(`/v2/grids/${fid}/row`, { rows });
    assert.equal(reply.status, 201);
    assert.deepEqual(await contentOf(service, fid), [
      ["a", [1, 2, 3, 4]],
      ["b", ["", "", null, "ü"]],
      ["c", ["x", "", { k: "]" }, [1]]],
    ]);
    assert.equal(at(await service.get(`/v2/grids/${fid}`), "cols", 1, "length"), 4);
    assert.deepEqual(JSON.parse(textAt(await service.get(`/v2/grids/${fid}`), "preview")).a, [1, 2, 3, 4]);
  });

  it("have one cell a column", async () => {
    const service = new TestService();
    const { fid } = await service.createGrid({ a: [1], b: [2] });
    for (const rows of [
      [[1]],
      [
        [1, 2],
        [1, 2, 3],
      ],
      [1],
      1,
    ]) {
      assert.equal((await service.post(`/v2/grids/${fid}/row`, { rows })).status, 400, JSON.stringify(rows));
    }
    assert.deepEqual(await contentOf(service, fid), [
      ["a", [1]],
      ["b", [2]],
    ]);
  });
});

describe("a grid's metadata", () => {
  it("can be changed, with a refresh interval of at least a minute, and the cells cannot", async () => {
    const service = new TestService();
    const { fid } = await service.createGrid({ a: [1] });
    const body = { metadata: { exp: "GaAs" }, refresh_interval: 60, data: { cols: {} } };
    const reply = await service.send("PUT", `/v2/grids/${fid}`, { body });
    assert.deepEqual([at(reply, "metadata"), at(reply, "refresh_interval")], [{ exp: "GaAs" }, 60]);
    assert.deepEqual(await contentOf(service, fid), [["a", [1]]]);
    assert.equal((await service.send("PATCH", `/v2/grids/${fid}`, { body: { refresh_interval: 59 } })).status, 400);
  });
});

describe("uploading a CSV file", () => {
  it("makes a grid of it, numbers as numbers", async () => {
    const service = new TestService();
    const raw = '\uFEFFday,"a, b",,a b\n2024-01-01,1,x,\n2024-01-02,-2.5e3,"y ""z""",\n';
    const headers = { "content-type": "text/csv" };
    const reply = await service.send("POST", "/v2/grids/upload?filename=days&world_readable=false", { raw, headers });
    assert.equal(reply.status, 201);
    assert.deepEqual([at(reply, "file", "filename"), at(reply, "file", "world_readable")], ["days", false]);
    assert.deepEqual(await contentOf(service, textAt(reply, "file", "fid")), [
      ["day", ["2024-01-01", "2024-01-02"]],
      ["a, b", [1, -2500]],
      ["column 3", ["x", 'y "z"']],
      ["a b", [null, null]],
    ]);
  });

  it("reads the file as it is written, and as the query says", async () => {
    const service = new TestService();
    const upload = async (raw: string | Uint8Array<ArrayBuffer>, query = "") => {
      const headers = { "content-type": "text/csv" };
      const reply = await service.send("POST", `/v2/grids/upload?${query}`, { raw, headers });
      return reply.status === 201 ? contentOf(service, textAt(reply, "file", "fid")) : textAt(reply, "detail");
    };
    assert.deepEqual(await upload("Tag;Größe\n31.01.2024;1.234,5\n01.02.2024;\n"), [
      ["Tag", ["2024-01-31", "2024-02-01"]],
      ["Größe", [1234.5, null]],
    ]);
    assert.deepEqual(await upload(Buffer.from("Größe\n1\n", "latin1")), [["Größe", [1]]]);
    assert.deepEqual(await upload(Buffer.from("\uFEFFa\tb\n1\t2\n", "utf16le")), [
      ["a", [1]],
      ["b", [2]],
    ]);
    // Nobody is there to be asked what comes first.
    assert.deepEqual(await upload("d\n01/02/2024\n"), [["d", ["01/02/2024"]]]);
    assert.deepEqual(await upload("d\n01/02/2024\n", "day_first=true"), [["d", ["2024-02-01"]]]);
    assert.deepEqual(await upload("1.234\n2.345\n", "header=false&decimal=,"), [["column 1", [1234, 2345]]]);
    assert.match(JSON.stringify(await upload("a;b,c\nd;e,f\n")), /cut as evenly by comma and semicolon/);
    assert.deepEqual(await upload("a;b,c\nd;e,f\n", "separator=%3B"), [
      ["a", ["d"]],
      ["b,c", ["e,f"]],
    ]);
    assert.deepEqual(await upload("__proto__,a\n1,2\n"), [
      ["column 1", [1]],
      ["a", [2]],
    ]);
    assert.match(
      JSON.stringify(await upload(`${"c,".repeat(20_000)}\n${"1,".repeat(20_000)}\n`)),
      /too large for a grid/,
    );
    const many = await upload(`${"c,".repeat(9_999)}c\n${"1,".repeat(9_999)}1\n`);
    assert.equal(many.length, 10_000);
  });

  it("takes the file and its name from a form", async () => {
    const service = new TestService();
    const form = new FormData();
    form.set("file", new File(["x\n1\n"], "points.csv"));
    const request = new Request("http://plots.test/v2/grids/upload/", {
      method: "POST",
      headers: service.credentials,
      body: form,
    });
    const answer: Json = JSON.parse(await (await service.service.fetch(request)).text());
    assert.equal(at(answer, "file", "filename"), "points.csv");
  });

  it("refuses what is no CSV with a sentence", async () => {
    const service = new TestService();
    for (const raw of ["", 'a,"b\n1', new Uint8Array([0x89, 0x50, 0, 0, 0, 0x41])]) {
      const reply = await service.send("POST", "/v2/grids/upload", { raw, headers: { "content-type": "text/csv" } });
      assert.equal(reply.status, 400);
      assert.match(textAt(reply, "detail"), /^The file is /);
    }
  });
});
