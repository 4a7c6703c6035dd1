import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database } from "../../../../../src/plotService/store/database/database.ts";
import { MemoryKeys } from "../../../../../src/plotService/store/accounts/keys.ts";
import { migrate } from "../../../../../src/plotService/store/migrations/migrate.ts";
import { at, basic, TestService } from "../../support.ts";

/** The last version in which keys stood in the database as they are. */
const WITH_KEYS = 3;

describe("what a plot database keeps to its owner", () => {
  let folder: string;
  let database: string;
  const opened: TestService[] = [];

  function open(username = "me"): TestService {
    const service = new TestService({ database, username });
    opened.push(service);
    return service;
  }

  const modes = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
    );
  const contents = (but: string): string =>
    readdirSync(folder)
      .filter((name) => name !== but)
      .map((name) => readFileSync(join(folder, name), "latin1"))
      .join();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "private-"));
    database = join(folder, "plots.sqlite");
  });

  afterEach(() => {
    for (const { service } of opened.splice(0)) service.close();
    rmSync(folder, { recursive: true });
  });

  it("is all of its files, which nobody else on the computer may read", async function () {
    if (process.platform === "win32") this.skip();
    const service = open();
    await service.createPlot();
    assert.deepEqual(
      new Set(Object.values(modes())),
      new Set(["600"]),
      "also those that SQLite makes beside it, and the keys",
    );
    assert.equal(readdirSync(folder).length, 4);
  });

  it("is closed to others where an older version left it open", function () {
    if (process.platform === "win32") this.skip();
    open().service.close();
    chmodSync(database, 0o644);
    open();
    assert.equal(modes()["plots.sqlite"], "600");
  });

  it("is the key, which the database itself has not", async () => {
    const service = open();
    const { apiKey } = service.service.user;
    const other = service.service.account("ada").apiKey;
    await service.createPlot();
    for (const key of [apiKey, other]) {
      assert.ok(!contents("plots.sqlite.keys.json").includes(key));
      assert.ok(contents("").includes(key), "it is shown to whoever connects a script");
    }
    service.service.close();
    const again = open();
    assert.deepEqual([again.service.user.apiKey, again.service.account("ada").apiKey], [apiKey, other]);
  });

  it("is a key that an older version wrote into the database: it stays good, and leaves no trace there", async () => {
    const old = new Database(database);
    old.write(() => migrate(old, new MemoryKeys(), WITH_KEYS));
    old.script("INSERT INTO users (username, joined, api_key) VALUES ('me', 0, 'OLDKEYOLDKEYOLDKEY20')");
    old.script("INSERT INTO users (username, joined, api_key) VALUES ('ada', 0, 'ADAKEYADAKEYADAKEY20')");
    old.close();
    assert.ok(contents("").includes("OLDKEYOLDKEYOLDKEY20"));

    const service = open();
    assert.equal(service.service.user.apiKey, "OLDKEYOLDKEYOLDKEY20");
    const asAda = await service.get("/v2/users/current", { headers: basic("ada", "ADAKEYADAKEYADAKEY20") });
    assert.equal(at(asAda, "username"), "ada");
    service.service.close();
    assert.ok(!contents("plots.sqlite.keys.json").includes("KEYOLDKEY"));
    assert.ok(!contents("plots.sqlite.keys.json").includes("KEYADAKEY"));
  });

  it("gets a new key where the file of keys is gone or is none, since the old one cannot be shown any more", async () => {
    const before = open();
    const { apiKey } = before.service.user;
    before.service.close();
    for (const text of [undefined, "no JSON", "[1]"]) {
      if (text === undefined) rmSync(`${database}.keys.json`);
      else writeFileSync(`${database}.keys.json`, text);
      const service = open();
      assert.notEqual(service.service.user.apiKey, apiKey);
      assert.equal(await service.createPlot({ filename: String(text) }), `me:${opened.length - 2}`);
      service.service.close();
    }
  });

  it("keeps a key whose user was not written, as the process ended between the two", () => {
    const keys = new MemoryKeys();
    keys.set("me", "KEPT");
    const sqlite = new Database(":memory:");
    sqlite.write(() => migrate(sqlite, keys));
    assert.equal(keys.of("me"), "KEPT");
    sqlite.close();
    writeFileSync(`${database}.keys.json`, JSON.stringify({ me: "KEPTKEPTKEPTKEPTKEPT" }));
    assert.equal(open().service.user.apiKey, "KEPTKEPTKEPTKEPTKEPT");
  });
});
