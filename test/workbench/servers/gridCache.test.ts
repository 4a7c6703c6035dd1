import { deepEqual, equal, ok } from "node:assert/strict";
import { GridCache } from "../../../src/workbench/servers/gridCache.ts";
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
