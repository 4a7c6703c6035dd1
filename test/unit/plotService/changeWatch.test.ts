import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChangeNotice } from "../../../src/plotService/changes.ts";
import { migrate } from "../../../src/plotService/store/migrations/migrate.ts";
import { Store } from "../../../src/plotService/store/store.ts";
import { TestService } from "./support.ts";

describe("notices of changes", () => {
  it("tell at once what this service did to files, and nothing of views and pictures", async () => {
    const service = new TestService();
    const before = await service.createPlot();
    const told: string[] = [];
    const listening = service.service.onDidChange(({ changes, complete }) => {
      assert.ok(complete);
      told.push(...changes.map(({ kind, fid, filetype }) => `${kind} ${filetype} ${fid}`));
    });
    const { fid } = await service.createGrid({ x: [1] });
    await service.get(`/v2/plots/${before}/content`);
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    await service.send("PUT", `/v2/files/${before}/image`, { raw: png, headers: { "content-type": "image/png" } });
    await service.send("PUT", `/v2/plots/${before}`, { body: { figure: { data: [] } } });
    await service.post(`/v2/grids/${fid}/row`, { rows: [[2]] });
    await service.post("/v2/plots", { figure: 3 });
    await service.send("POST", `/v2/plots/${before}/trash`);
    await service.send("DELETE", `/v2/plots/${before}/permanent_delete`);
    assert.deepEqual(told, [
      "created grid me:1",
      "changed plot me:0",
      "changed grid me:1",
      "changed plot me:0",
      "removed plot me:0",
    ]);
    listening.dispose();
    await service.createPlot();
    assert.equal(told.length, 5);
  });

  it("go on when one who listens fails", async () => {
    const service = new TestService();
    const told: ChangeNotice[] = [];
    service.service.onDidChange(() => {
      throw new Error("not my day");
    });
    service.service.onDidChange((notice) => told.push(notice));
    await service.createPlot();
    assert.equal(told.length, 1);
    assert.equal(service.reported.length, 1);
    service.service.close();
  });

  it("come from other processes on the same file too", async () => {
    const folder = mkdtempSync(join(tmpdir(), "notices-"));
    const database = join(folder, "plots.sqlite");
    const [here, there] = [new TestService({ database }), new TestService({ database })];
    try {
      const next = () => {
        const { promise, resolve } = Promise.withResolvers<ChangeNotice>();
        const listening = here.service.onDidChange((notice) => {
          listening.dispose();
          resolve(notice);
        });
        return promise;
      };
      const notice = next();
      const fid = await there.createPlot();
      assert.deepEqual(await notice, { changes: [{ kind: "created", fid, filetype: "plot" }], complete: true });
    } finally {
      here.service.close();
      there.service.close();
      rmSync(folder, { recursive: true });
    }
  });

  it("say when there were more than are kept", () => {
    const { database, keys, changes, files, users } = new Store(":memory:");
    const last = database.write(() => {
      migrate(database, keys);
      const owner = users.ensure("me", 0);
      const common = {
        owner,
        filetype: "plot",
        filename: undefined,
        defaultName: "p",
        parent: -1,
        worldReadable: true,
      };
      let file = files.insert({ ...common, created: 0 });
      for (let time = 1; time < 1500; time++) file = files.touch(file, time);
      return changes.last();
    });
    assert.equal(last, 1500);
    assert.equal(changes.since(0).complete, false);
    assert.equal(changes.since(0).changes.length, 1000);
    assert.deepEqual([changes.since(500).complete, changes.since(500).last], [true, 1500]);
    assert.deepEqual(changes.since(1500), { changes: [], complete: true, last: 1500 });
    database.close();
  });
});
