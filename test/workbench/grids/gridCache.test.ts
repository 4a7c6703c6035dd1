import { deepEqual, equal, ok } from "node:assert/strict";
import { GridCache } from "../../../src/workbench/grids/gridCache.ts";
import { Seed } from "../support/seed.ts";
import { ChosenServer, connectionTo } from "../support/standIns.ts";

describe("What is known of grids", () => {
  let seed: Seed;
  let chosen: ChosenServer;
  let grids: GridCache;
  beforeEach(async () => {
    seed = await Seed.fresh();
    chosen = new ChosenServer(connectionTo(seed.root));
    grids = new GridCache(chosen.servers);
  });
  afterEach(() => grids.dispose());

  const state = async (fid: string) => (await grids.facts(fid)).facts.state;

  it("is asked once and shared", async () => {
    await Promise.all([grids.facts("mona:5"), grids.facts("mona:5")]);
    const { facts } = await grids.facts("mona:5");
    deepEqual(facts, {
      state: "readable",
      columns: [
        { uid: "a1b2c3", name: "month" },
        { uid: "d4e5f6", name: "mm" },
      ],
    });
    equal((await seed.requests("/grids/mona:5")).length, 1);
    await Promise.all([grids.content("mona:5"), grids.content("mona:5")]);
    equal((await seed.requests("/grids/mona:5/content")).length, 1);
  });

  it("tells a file of another kind from one that is not there", async () => {
    equal(await state("bcowden:30"), "not-a-grid");
    equal(await state("mona:3"), "missing");
  });

  it("tells that a server wants to know who asks", async () => {
    await seed.fail("/grids/mona:5", 401);
    equal(await state("mona:5"), "unreadable");
  });

  it("is nothing while the server does not answer, and is asked again", async () => {
    await seed.fail("/grids/mona:5", 500);
    const { facts, failure } = await grids.facts("mona:5");
    equal(facts.state, "unknown");
    equal(failure?.code, "server");
    await seed.fail("/grids/mona:5", undefined);
    equal(await state("mona:5"), "readable");

    await seed.fail("/grids/mona:5/content", "half-body");
    equal((await grids.content("mona:5")).ok, false);
    await seed.fail("/grids/mona:5/content", undefined);
    ok((await grids.content("mona:5")).ok);
  });

  it("is kept while the grid's modification date stays, and read anew once it is another one", async () => {
    let time = 0;
    grids.dispose();
    const dates = ["2024-01-01T00:00:00Z"];
    const counted = { grid: 0, content: 0 };
    const connection = connectionTo(seed.root, {
      fetch(request) {
        const content = request.url.endsWith("/content");
        counted[content ? "content" : "grid"]++;
        const column = { uid: "a1b2c3", name: "month", order: 0 };
        return content
          ? Response.json({ cols: { month: { ...column, data: [dates.length] } } })
          : Response.json({ fid: "mona:5", date_modified: dates.at(-1), cols: [column] });
      },
    });
    grids = new GridCache(new ChosenServer(connection).servers, { now: () => time });
    const read = async () => {
      const content = await grids.content("mona:5");
      ok(content.ok);
      return content.value.cols["month"]?.data[0];
    };
    equal(await read(), 1);
    equal(await read(), 1);
    deepEqual(counted, { grid: 1, content: 1 });
    for (const wait of [() => (time += 61_000), () => grids.clear()]) {
      wait();
      await Promise.all([read(), read()]);
    }
    deepEqual(counted, { grid: 3, content: 1 });
    dates.push("2024-01-02T00:00:00Z");
    equal(await read(), 1);
    grids.clear();
    equal(await read(), 2);
    deepEqual(counted, { grid: 4, content: 2 });
  });

  it("is read anew each time it is not sure where the server says no date", async () => {
    let contents = 0;
    const connection = connectionTo(seed.root, {
      fetch(request) {
        if (!request.url.endsWith("/content")) return new Response("{}", { status: 500 });
        return Response.json({ cols: { a: { uid: "a1b2c3", order: 0, data: [++contents] } } });
      },
    });
    grids.dispose();
    grids = new GridCache(new ChosenServer(connection).servers);
    ok((await grids.content("mona:5")).ok);
    grids.clear();
    ok((await grids.content("mona:5")).ok);
    equal(contents, 2);
  });

  it("takes no more memory than it may: what was used longest ago goes", async () => {
    const asked: string[] = [];
    const connection = connectionTo(seed.root, {
      fetch(request) {
        const [, fid = "", content] = /grids\/([^/]+)(\/content)?$/.exec(request.url) ?? [];
        if (content === undefined) return Response.json({ fid, date_modified: "2024-01-01T00:00:00Z", cols: [] });
        asked.push(fid);
        // 8,016 bytes each.
        return Response.json({ cols: { a: { uid: "a1b2c3", order: 0, data: Array.from({ length: 1000 }, () => 1) } } });
      },
    });
    grids.dispose();
    grids = new GridCache(new ChosenServer(connection).servers, { limit: 20_000 });
    for (const fid of ["a:1", "a:2", "a:1", "a:3", "a:1", "a:2"]) ok((await grids.content(fid)).ok);
    // The second had to go for the third.
    deepEqual(asked, ["a:1", "a:2", "a:3", "a:2"]);
  });

  it("is each server's own, and forgotten with a sign-in there and nowhere else", async () => {
    const asked: string[] = [];
    const to = (id: string) => ({
      ...connectionTo(seed.root, {
        fetch(request) {
          if (!request.url.endsWith("/content")) return Response.json({ fid: "a:1", date_modified: "2024", cols: [] });
          asked.push(id);
          return Response.json({ cols: { a: { uid: "a1b2c3", order: 0, data: [id] } } });
        },
      }),
      id,
    });
    chosen = new ChosenServer(to("one"), to("two"));
    grids.dispose();
    grids = new GridCache(chosen.servers);
    const first = async (server?: string) => {
      const content = await grids.content("a:1", server);
      return content.ok ? content.value.cols["a"]?.data[0] : content.error.code;
    };
    deepEqual([await first("one"), await first("two"), await first()], ["one", "two", "one"]);
    deepEqual(asked, ["one", "two"]);
    chosen.changed("two");
    deepEqual([await first("one"), await first("two")], ["one", "two"]);
    deepEqual(asked, ["one", "two", "two"]);

    // What is still on its way belongs to who asked.
    const before = first("two");
    chosen.changed("two");
    await before;
    await first("two");
    deepEqual(asked, ["one", "two", "two", "two"]);
  });

  it("is forgotten with the server", async () => {
    await grids.facts("mona:5");
    chosen.use(connectionTo(seed.root));
    await grids.facts("mona:5");
    equal((await seed.requests("/grids/mona:5")).length, 2);
  });

  it("is nothing without a server", async () => {
    const error = { code: "no-server", sentence: "No server.", detail: "" };
    chosen.failure = error;
    deepEqual(await grids.facts("mona:5"), { facts: { state: "unknown" }, failure: error });
    deepEqual(await grids.content("mona:5"), { ok: false, error });
  });
});
