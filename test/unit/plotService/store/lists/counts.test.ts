import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { array, assert as check, asyncProperty, constantFrom, nat, record } from "fast-check";
import { Database } from "../../../../../src/plotService/store/database/database.ts";
import { MemoryKeys } from "../../../../../src/plotService/store/accounts/keys.ts";
import { migrate } from "../../../../../src/plotService/store/migrations/migrate.ts";
import { MOST_FOUND } from "../../../../../src/plotService/store/lists/search.ts";
import { at, libraryPlot, list, TestService, textAt } from "../../support.ts";

/** What may be done to one of a few files. */
const step = record({
  file: nat({ max: 5 }),
  what: constantFrom("trash", "restore", "move", "home", "publish", "hide", "rename", "delete", "create", "folder"),
});

describe("the counts of files and what a search looks into", () => {
  it("are what is there, whatever is done to files", async () => {
    await check(
      asyncProperty(array(step, { maxLength: 25 }), async (steps) => {
        const service = new TestService();
        const folder = textAt(await service.post("/v2/folders", { path: "folder" }), "file", "fid");
        const fids = [folder];
        for (const [index, { file, what }] of steps.entries()) {
          const fid = fids[file % fids.length] ?? folder;
          const change = (body: { [name: string]: string | number | boolean }) =>
            service.send("PATCH", `/v2/files/${fid}`, { body });
          if (what === "create") fids.push(await service.createPlot({ filename: `plot ${index}` }));
          else if (what === "folder")
            fids.push(textAt(await service.post("/v2/folders", { path: `f${index}` }), "file", "fid"));
          else if (what === "trash" || what === "restore") await service.post(`/v2/files/${fid}/${what}`, {});
          else if (what === "delete") await service.send("DELETE", `/v2/files/${fid}/permanent_delete`);
          else if (what === "move") await change({ parent: Number(folder.split(":")[1]) });
          else if (what === "home") await change({ parent: -1 });
          else if (what === "rename") await change({ filename: `renamed ${index}` });
          else await change({ world_readable: what === "publish" });
        }
        for (const path of ["home", "all", "trashed", folder]) {
          for (const query of ["", "&filetype=plot", "&user=me"]) {
            for (const anonymous of [false, true]) {
              const reply = await service.get(`/v2/folders/${path}?page_size=1000${query}`, { anonymous });
              // The folder may be gone by then, and others see no more than what is public.
              if (anonymous ? reply.status === 404 || reply.status === 401 : path === folder && reply.status === 404)
                continue;
              const results = list(reply, "children", "results");
              assert.equal(at(reply, "children", "count"), results.length, `${path} ${query}`);
            }
          }
        }
        for (const sent of [{}, { anonymous: true }]) {
          const found = list(await service.get("/v2/search?q=&page_size=1000", sent), "results");
          const seen = await Promise.all(fids.map((fid) => service.get(`/v2/files/${fid}`, sent)));
          const there = seen.filter((reply) => reply.status === 200 && at(reply, "deleted") !== true);
          assert.deepEqual(
            found.map((file) => textAt(file, "fid")).toSorted(),
            there.map((reply) => textAt(reply, "fid")).toSorted(),
          );
        }
        assert.deepEqual(service.reported, []);
        service.service.close();
      }),
      { numRuns: 40 },
    );
  });

  it("are gathered from a database of an older version", async () => {
    const folder = mkdtempSync(join(tmpdir(), "older-"));
    const database = join(folder, "plots.sqlite");
    const old = new Database(database);
    old.write(() => migrate(old, new MemoryKeys(), 3));
    old.script(`
      INSERT INTO users (id, username, joined) VALUES (1, 'me', 0), (2, 'ada', 0);
      INSERT INTO files (id, owner_id, idlocal, filetype, filename, created, modified, world_readable, deleted) VALUES
        (1, 1, 0, 'plot', 'harbour', 0, 0, 1, NULL), (2, 1, 1, 'grid', 'harbour data', 0, 0, 0, NULL),
        (3, 1, 2, 'plot', 'harbour gone', 0, 0, 1, 5), (4, 2, 0, 'plot', 'harbour too', 0, 0, 1, NULL);
      INSERT INTO plots (file_id, figure) VALUES (1, '{}'), (3, '{}'), (4, '{"layout": {"title": "Tides"}}');
      INSERT INTO grids (file_id, metadata, preview) VALUES (2, '{}', '{}');
    `);
    old.close();
    const service = new TestService({ database });
    const names = async (path: string, ...place: string[]): Promise<string[]> =>
      list(await service.get(path), ...place, "results").map((file) => textAt(file, "filename"));
    assert.deepEqual(await names("/v2/search?q=harb"), ["harbour too", "harbour data", "harbour"]);
    assert.deepEqual(await names("/v2/search?q=tides"), ["harbour too"]);
    for (const [view, count] of Object.entries({ home: 2, all: 2, trashed: 1 })) {
      const page = await service.get(`/v2/folders/${view}`);
      assert.equal(at(page, "children", "count"), count, view);
      assert.equal(list(page, "children", "results").length, count, view);
    }
    service.service.close();
    rmSync(folder, { recursive: true });
  });
});

describe("a search", () => {
  it("of nothing is all that may be seen, in pages, of which no more than a thousand files are counted", async () => {
    const library = Array.from({ length: MOST_FOUND + 20 }, (_, index) => libraryPlot({ filename: `same ${index}` }));
    const service = new TestService({ library });
    for (const q of ["", "same"]) {
      const first = await service.get(`/v2/search?q=${q}&page_size=10000`);
      assert.deepEqual(
        [at(first, "count"), list(first, "results").length, at(first, "next")],
        [MOST_FOUND, MOST_FOUND, null],
      );
      const last = await service.get(`/v2/search?q=${q}&page=${MOST_FOUND / 20}`);
      assert.equal(list(last, "results").length, 20);
      assert.equal(at(last, "next"), null);
      assert.equal((await service.get(`/v2/search?q=${q}&page=${MOST_FOUND / 20 + 1}`)).status, 404);
    }
  });

  it("finds words of scripts whose vowels are marks, long words by any beginning, and no facts about files", async () => {
    const service = new TestService();
    const long = "Donaudampfschifffahrtsgesellschaft";
    for (const filename of ["हिन्दी डेटा", long, "public plots", "naïve"]) await service.createPlot({ filename });
    const found = async (q: string): Promise<number> =>
      list(await service.get(`/v2/search?q=${encodeURIComponent(q)}`), "results").length;
    for (const q of ["हिन्", "हिन्दी", "डे", "naive", "nai\u0308v", "publ"]) assert.equal(await found(q), 1, q);
    for (let length = 1; length <= long.length; length++) assert.equal(await found(long.slice(0, length)), 1);
    for (const q of ["o1", "tplot", "\u{e000}tplot"]) assert.equal(await found(q), 0, q);
    assert.equal(await found("\u{e000}"), 4, "nothing of it is a word");
    const many = Array.from({ length: 400 }, (_, index) => `w${index}`).join(" ");
    assert.equal(await found(many), 0);
    assert.equal(await found("type:plot,../x"), 4);
    assert.equal(await found('type:"'), 0);
  });

  it("of a page of files is bounded, and its links lead on", async () => {
    const library = Array.from({ length: 1001 }, (_, index) => libraryPlot({ owner: "me", filename: String(index) }));
    const service = new TestService({ library });
    const page = await service.get("/v2/folders/home?page_size=10000");
    assert.equal(list(page, "children", "results").length, 1000);
    const next = await service.get(textAt(page, "children", "next"));
    assert.equal(list(next, "children", "results").length, 1);
  });
});
