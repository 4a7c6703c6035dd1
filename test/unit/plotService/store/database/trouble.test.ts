import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createApp } from "../../../../../src/plotService/app.ts";
import { openPlotService, openWhenFree } from "../../../../../src/plotService/service.ts";
import { Database } from "../../../../../src/plotService/store/database/database.ts";
import { FileList } from "../../../../../src/plotService/store/lists/fileList.ts";
import { MemoryKeys } from "../../../../../src/plotService/store/accounts/keys.ts";
import { migrate } from "../../../../../src/plotService/store/migrations/migrate.ts";
import { Store } from "../../../../../src/plotService/store/store.ts";
import { Users } from "../../../../../src/plotService/store/accounts/users.ts";
import { at, eventually, ORIGIN, TestService, textAt } from "../../support.ts";

describe("a plot database in trouble", () => {
  let folder: string;
  let database: string;
  const opened: TestService[] = [];
  const others: DatabaseSync[] = [];

  function open(): TestService {
    const service = new TestService({ database });
    opened.push(service);
    return service;
  }

  /** Another program that has the file open. */
  function other(sql: string): DatabaseSync {
    const sqlite = new DatabaseSync(database);
    others.push(sqlite);
    sqlite.exec(sql);
    return sqlite;
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "trouble-"));
    database = join(folder, "plots.sqlite");
  });

  afterEach(() => {
    for (const sqlite of others.splice(0)) sqlite.close();
    for (const { service } of opened.splice(0)) service.close();
    rmSync(folder, { recursive: true });
  });

  it("is read while another program writes, without a wait for the view that is counted", async () => {
    const service = open();
    const plot = await service.createPlot();
    const writer = other("BEGIN IMMEDIATE");
    // The whole of it goes on without a turn of the event loop in which anything could be waited for.
    let turns = 0;
    const turn = setInterval(() => (turns += 1), 1);
    for (let round = 0; round < 3; round++) {
      assert.equal((await service.get(`/v2/plots/${plot}/content?inline_data=true`)).status, 200);
    }
    clearInterval(turn);
    assert.ok(turns < 50);
    assert.equal(at(await service.get(`/v2/plots/${plot}`), "views"), 0);
    writer.exec("COMMIT");
    await eventually(
      () => service.get(`/v2/plots/${plot}`),
      (reply) => at(reply, "views") === 3,
    );
    assert.deepEqual(service.reported, []);
  });

  it("is written as soon as the other program is done, and everything else goes on until then", async () => {
    const service = open();
    const writer = other("BEGIN IMMEDIATE");
    let done = false;
    const writing = service.createPlot({ filename: "patient" }).finally(() => (done = true));
    // Were the thread held, nothing of this would run before the write has failed.
    for (let round = 0; round < 5; round++) {
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
      assert.equal((await service.get("/v2/plots")).status, 200);
      assert.equal(done, false);
    }
    writer.exec("COMMIT");
    assert.equal(await writing, "me:0");
  });

  it("is said to be busy, with a pause to ask again after, where the other program does not end", async function () {
    this.timeout(30_000);
    const service = open();
    const writer = other("BEGIN IMMEDIATE");
    const reply = await service.post("/v2/plots", { figure: { data: [] } });
    assert.deepEqual([reply.status, reply.headers.get("retry-after")], [503, "1"]);
    assert.deepEqual(service.reported, []);
    writer.exec("ROLLBACK");
    assert.equal(await service.createPlot(), "me:0");
  });

  it("is opened as soon as the other program is done", async () => {
    open().service.close();
    const writer = other("BEGIN IMMEDIATE");
    assert.throws(() => openPlotService({ database }), { name: "OpenError", message: /keeps the file locked/ });
    const opening = openWhenFree({ database });
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    writer.exec("COMMIT");
    (await opening).close();
  });

  it("says that the disk is full, loses nothing by it, and is read all the same", async () => {
    const service = open();
    const plot = await service.createPlot();
    service.service.close();
    const store = new Store(database);
    // SQLite says the same of a file that may not grow as of a disk that takes no more.
    const { page_count: pages } = store.database.get("PRAGMA page_count") ?? {};
    store.database.script(`PRAGMA max_page_count = ${Number(pages) + 1}`);
    const reported: unknown[] = [];
    const app = createApp({
      store,
      now: () => 0,
      webOrigin: undefined,
      maxBody: 1_000_000,
      report: (error) => reported.push(error),
    });
    const ask = async (path: string, method = "GET", body?: string): Promise<Response> =>
      app.fetch(
        new Request(`${ORIGIN}${path}`, { method, headers: service.credentials, ...(body !== undefined && { body }) }),
      );
    const figure = { data: [], layout: { meta: "x".repeat(100_000) } };
    const reply = await ask("/v2/plots", "POST", JSON.stringify({ figure }));
    assert.equal(reply.status, 400);
    const { detail } = (await reply.json()) as { detail: string };
    assert.equal(detail, "Nothing can be kept: the disk is full. Make room and try again.");
    for (let round = 0; round < 3; round++) {
      assert.equal((await ask(`/v2/plots/${plot}/content?inline_data=true`)).status, 200);
    }
    store.views.end();
    assert.deepEqual(reported, []);
    store.database.close();
    assert.equal(openPlotService({ database }).user.username, "me");
  });

  it("is another program's, and nothing is written into it", () => {
    const foreign = new DatabaseSync(database);
    foreign.exec("CREATE TABLE songs (title TEXT); PRAGMA user_version = 0");
    assert.throws(() => open(), { name: "OpenError", message: /is no plot database/ });
    foreign.exec("PRAGMA user_version = 2");
    assert.throws(() => open(), { name: "OpenError", message: /is no plot database/ });
    assert.deepEqual(
      foreign
        .prepare("SELECT name FROM sqlite_schema")
        .all()
        .map(({ name }) => name),
      ["songs"],
    );
    foreign.close();
  });

  it("says so where another window brought it up to a newer version meanwhile", async () => {
    const service = open();
    other("PRAGMA user_version = 1000; DROP TABLE plots");
    const reply = await service.get("/v2/plots");
    assert.equal(reply.status, 400);
    assert.match(textAt(reply, "detail"), /Update Plot Files/);
  });

  it("says that it is damaged, when it is opened and when it is read", () => {
    writeFileSync(database, "SQLite format 3\u0000".padEnd(8192, "spoiled"));
    assert.throws(() => open(), { name: "OpenError", message: /is (damaged|no plot database)/ });
  });

  it("keeps no more statements prepared than there is use for, whatever is asked", () => {
    const sqlite = new Database(":memory:");
    const keys = new MemoryKeys();
    sqlite.write(() => migrate(sqlite, keys));
    const owner = sqlite.write(() => new Users(sqlite, keys).ensure("me", 0));
    const list = new FileList(sqlite);
    const page = (offset: number, limit: number) =>
      list.page({
        scope: { kind: "folder", owner, parent: -1 },
        viewer: owner,
        filetypes: undefined,
        order: "created",
        descending: true,
        offset,
        limit,
      });
    page(0, 20);
    const before = sqlite.prepared;
    for (let offset = 0; offset < 300; offset++) page(offset, 1 + (offset % 50));
    assert.equal(sqlite.prepared, before);
    for (let number = 0; number < 1000; number++) sqlite.get(`SELECT ${number}`);
    assert.ok(sqlite.prepared < 500);
    sqlite.close();
  });
});
