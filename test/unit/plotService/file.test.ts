import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { at, libraryPlot, list, TestService, textAt } from "./support.ts";

describe("plots kept in a file", () => {
  let folder: string;
  let database: string;
  const opened: TestService[] = [];

  function open(options: ConstructorParameters<typeof TestService>[0] = {}): TestService {
    const service = new TestService({ database, ...options });
    opened.push(service);
    return service;
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "plots-"));
    database = join(folder, "plots.sqlite");
  });

  afterEach(() => {
    for (const { service } of opened.splice(0)) service.close();
    rmSync(folder, { recursive: true });
  });

  it("are all there after closing and opening again, under the same key", async () => {
    const before = open({ library: [libraryPlot({})] });
    const { fid } = await before.createGrid({ x: [1, 2] });
    const plot = await before.createPlot({ filename: "kept" });
    const [key, detail] = [before.service.user.apiKey, (await before.get(`/v2/plots/${plot}`)).text];
    before.service.close();
    const after = open({ library: [libraryPlot({ filename: "another" })] });
    assert.equal(after.service.user.apiKey, key);
    assert.match(key, /^[A-Za-z0-9]{20}$/);
    assert.equal((await after.get(`/v2/plots/${plot}`)).text, detail);
    assert.deepEqual(at(await after.get(`/v2/grids/${fid}/content`), "cols", "x", "data"), [1, 2]);
    const names = list(await after.get("/v2/plots"), "results").map((item) => textAt(item, "filename"));
    assert.deepEqual(names, ["kept", "untitled"], "a library is written once");
  });

  it("are shared by two services on one file", async () => {
    const [one, other] = [open(), open()];
    assert.equal(one.service.user.apiKey, other.service.user.apiKey);
    const fids: string[] = [];
    for (let round = 0; round < 20; round++) fids.push(await (round % 2 === 0 ? one : other).createPlot());
    assert.deepEqual(
      fids,
      Array.from({ length: 20 }, (_, index) => `me:${index}`),
    );
    assert.deepEqual((await one.get("/v2/plots")).body, (await other.get("/v2/plots")).body);
  });

  it("survive several processes that open a new file and write at once", async function () {
    // A busy machine may take long to start processes.
    this.timeout(60_000);
    const writer = join(import.meta.dirname, "writer.ts");
    const answers = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const child = fork(writer, [database, "25"], { stdio: ["ignore", "inherit", "ignore", "ipc"] });
        const [message] = await once(child, "message");
        await once(child, "exit");
        return list(JSON.parse(String(message)));
      }),
    );
    const fids = answers.flat().map(String);
    assert.equal(new Set(fids).size, 75);
    const service = open();
    for (const fid of fids) assert.equal((await service.get(`/v2/plots/${fid}`)).status, 200);
  });

  it("give every number and name once while a write fails half way", async () => {
    const service = open();
    const other = new DatabaseSync(database);
    other.exec("CREATE TRIGGER refuse BEFORE INSERT ON plots BEGIN SELECT RAISE(ABORT, 'no'); END");
    const reply = await service.post("/v2/plots", { figure: { data: [] }, filename: "half" });
    assert.equal(reply.status, 400);
    assert.match(textAt(reply, "detail"), /an error of its own/);
    assert.ok(!reply.text.includes("RAISE") && !reply.text.includes(".ts"));
    assert.equal(service.reported.length, 1);
    other.exec("DROP TRIGGER refuse");
    other.close();
    assert.equal(await service.createPlot({ filename: "half" }), "me:0");
  });

  it("are not opened when the file is something else, newer, or cannot be there", () => {
    writeFileSync(database, "This is a letter and no database. ".repeat(100));
    assert.throws(() => open(), { name: "OpenError", message: /is no plot database/ });
    const newer = join(folder, "newer.sqlite");
    const sqlite = new DatabaseSync(newer);
    sqlite.exec("PRAGMA user_version = 1000");
    sqlite.close();
    assert.throws(() => open({ database: newer }), { name: "OpenError", message: /Update Plot Files/ });
    const nowhere = join(folder, "no", "such", "folder.sqlite");
    assert.throws(() => open({ database: nowhere }), { name: "OpenError", message: /no such folder/ });
  });
});
