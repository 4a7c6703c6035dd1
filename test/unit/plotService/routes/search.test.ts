import assert from "node:assert/strict";
import { at, libraryPlot, list, TestService, textAt } from "../support.ts";

async function found(service: TestService, q: string, as?: string): Promise<string[]> {
  const reply = await service.get(`/v2/search?q=${encodeURIComponent(q)}`, as === undefined ? {} : { as });
  assert.equal(reply.status, 200, reply.text);
  assert.equal(at(reply, "count"), list(reply, "results").length);
  return list(reply, "results").map((file) => textAt(file, "filename"));
}

describe("search", () => {
  it("finds words of names, headings and owners from their beginning, in any language", async () => {
    const service = new TestService({ library: [libraryPlot({ filename: "Überlauf der Flüsse", owner: "ada" })] });
    const figure = { data: [], layout: { title: { text: "Rainfall in <b>Bergen</b>" } } };
    const fid = await service.createPlot({ filename: "weather 2024", figure });
    await service.createGrid({ x: [1] }, { filename: "weather data" });
    assert.deepEqual(await found(service, "uber flus"), ["Überlauf der Flüsse"]);
    assert.deepEqual(await found(service, "ada"), ["Überlauf der Flüsse"]);
    assert.deepEqual(await found(service, "berg rain"), ["weather 2024"]);
    assert.deepEqual(await found(service, "weather"), ["weather data", "weather 2024"]);
    assert.deepEqual(await found(service, "weather type:plot"), ["weather 2024"]);
    assert.deepEqual(await found(service, "owner:me 2024"), ["weather 2024"]);
    assert.deepEqual(await found(service, "owner:nobody"), []);
    await service.send("PUT", `/v2/plots/${fid}`, { body: { figure: { data: [], layout: { title: "Snow" } } } });
    assert.deepEqual(await found(service, "rainfall"), []);
    assert.deepEqual(await found(service, "snow"), ["weather 2024"]);
    await service.send("PATCH", `/v2/files/${fid}`, { body: { filename: "winter" } });
    assert.deepEqual(await found(service, "weather"), ["weather data"]);
    await service.send("DELETE", `/v2/plots/${fid}`);
    assert.deepEqual(await found(service, "snow"), []);
  });

  it("finds one's own private files and nobody else's", async () => {
    const service = new TestService();
    await service.createPlot({ filename: "plain" });
    await service.createPlot({ filename: "plain secret", world_readable: false });
    assert.deepEqual(await found(service, "plain"), ["plain secret", "plain"]);
    assert.deepEqual(await found(service, "plain public:false"), ["plain secret"]);
    assert.deepEqual(await found(service, "plain public:true"), ["plain"]);
    assert.deepEqual(await found(service, "plain", "eve"), ["plain"]);
  });

  it("takes whatever is typed for words, never for a language of its own", async () => {
    const service = new TestService();
    await service.createPlot({ filename: 'a "b" OR c' });
    for (const q of ['"', "a AND", "NEAR(", "x*", "filename:a", "-", "(", "a'b", "{}", "^a", "\u0000"]) {
      await found(service, q);
    }
    assert.deepEqual(await found(service, 'b" OR c'), ['a "b" OR c']);
    assert.deepEqual(await found(service, ""), ['a "b" OR c']);
  });

  it("comes in pages", async () => {
    const service = new TestService();
    for (let number = 0; number < 5; number++) await service.createPlot({ filename: `same ${number}` });
    const page = await service.get("/v2/search?q=same&page_size=2&page=2");
    assert.deepEqual(
      list(page, "results").map((file) => at(file, "filename")),
      ["same 2", "same 1"],
    );
    const next = new URL(textAt(page, "next"));
    assert.deepEqual([next.searchParams.get("page"), next.searchParams.get("q")], ["3", "same"]);
  });
});

describe("what has no picture here", () => {
  it("says how to get one instead, with 404", async () => {
    const service = new TestService();
    const reply = await service.post("/v2/images", { figure: { data: [], layout: {} }, format: "png" });
    assert.equal(reply.status, 404);
    assert.match(textAt(reply, "errors", 0, "message"), /open it in the editor, and choose "Save Picture as PNG…"/);
  });
});

describe("copying", () => {
  it("makes a file of one's own, with its grids when asked to", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ x: [1, 2], y: [3] }, { filename: "data" });
    const figure = { data: [{ xsrc: `${fid}:${uids["x"]}`, zsrc: `${fid}:${uids["x"]},${uids["y"]}*` }] };
    const plot = await service.createPlot({ filename: "original", figure });
    const shallow = await service.post(`/v2/files/${plot}/copy`, {}, { as: "grace" });
    assert.equal(shallow.status, 201);
    assert.deepEqual(
      [at(shallow, "file", "owner"), at(shallow, "file", "filename"), at(shallow, "file", "figure")],
      ["grace", "original copy", figure],
    );
    const deep = await service.post(`/v2/files/${plot}/copy`, { deep_copy: true }, { as: "grace" });
    const src = textAt(deep, "file", "figure", "data", 0, "xsrc");
    assert.match(src, /^grace:\d+:/);
    await service.send("DELETE", `/v2/grids/${fid}`);
    const copied = textAt(deep, "file", "fid");
    const content = await service.get(`/v2/files/${copied}/content?inline_data=true`, { as: "grace" });
    assert.deepEqual(
      [at(content, "data", 0, "x"), at(content, "data", 0, "z")],
      [
        [1, 2],
        [[1, 2], [3]],
      ],
    );
    assert.equal(at(deep, "file", "filename"), "original copy (1)");
  });

  it("refuses folders, and what cannot be read is not found", async () => {
    const service = new TestService();
    await service.post("/v2/folders", { path: "a" });
    const closed = await service.createPlot({ world_readable: false });
    assert.equal((await service.post("/v2/files/me:0/copy", {})).status, 400);
    assert.equal((await service.post(`/v2/files/${closed}/copy`, {}, { as: "eve" })).status, 404);
  });
});
