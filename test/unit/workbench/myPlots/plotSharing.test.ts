import assert from "node:assert/strict";
import type { Json } from "../../../../src/figure/model/figure.ts";
import { PlotsClient } from "../../../../src/plotsApi/resources/client.ts";
import type { Sharing } from "../../../../src/plotsApi/bodies/sharing.ts";
import { gridsToShare, sharePlot } from "../../../../src/workbench/myPlots/plotSharing.ts";
import { at, list, TestService } from "../../plotService/support.ts";
import { valueOf } from "../../plotsApi/support.ts";

describe("sharing a plot with its data", () => {
  let service: TestService;
  let client: PlotsClient;
  let plot: string;
  let own: string;
  let common: string;

  const src = ({ fid, uids }: { readonly fid: string; readonly uids: { readonly [name: string]: string } }): string =>
    `${fid}:${uids["x"]}`;

  beforeEach(async () => {
    service = new TestService();
    client = clientOf((body) => body);
    const [mine, shared] = [await service.createGrid({ x: [1] }), await service.createGrid({ x: [2] })];
    [own, common] = [mine.fid, shared.fid];
    const figure = { data: [{ xsrc: src(mine), ysrc: src(shared), zsrc: "ada:0:aaaaaa" }] };
    plot = await service.createPlot({ figure });
    await service.createPlot({ figure: { data: [{ xsrc: src(shared) }] } });
  });

  afterEach(() => service.service.close());

  function clientOf(change: (body: Json) => Json): PlotsClient {
    return new PlotsClient({
      root: "http://plots.test/v2",
      platform: "test",
      credentials: service.service.user,
      fetch: async (request) => {
        const response = await service.service.fetch(request);
        const text = await response.text();
        const body: Json = JSON.parse(text === "" ? "null" : text);
        return new Response(JSON.stringify(change(body)), { status: response.status, headers: response.headers });
      },
    });
  }

  const seen = async (fid: string): Promise<boolean> =>
    (await service.get(`/v2/files/${fid}`, { anonymous: true })).status === 200;

  it("knows which grids are the plot's own, and tells its owner alone", async () => {
    const detail = await service.get(`/v2/plots/${plot}`);
    assert.deepEqual([at(detail, "own_grids"), at(detail, "other_grids")], [[own], [common]]);
    const foreign = await service.get(`/v2/plots/${plot}`, { anonymous: true });
    assert.deepEqual([at(foreign, "own_grids"), at(foreign, "other_grids")], [undefined, undefined]);
    assert.ok(!(await service.get("/v2/plots")).text.includes("own_grids"));
    // A plot in the trash claims nothing, and a figure that changes its references changes what is its own.
    await service.post("/v2/plots/me:3/trash", {});
    assert.deepEqual(at(await service.get(`/v2/plots/${plot}`), "own_grids"), [own, common]);
    await service.send("PUT", `/v2/plots/${plot}`, { body: { figure: { data: [] } } });
    assert.deepEqual(at(await service.get(`/v2/plots/${plot}`), "own_grids"), []);
    const copied = await service.post(`/v2/files/${plot}/copy`, {});
    assert.equal(copied.status, 201);
  });

  for (const sharing of ["private", "public", "secret"] satisfies Sharing[]) {
    it(`takes its own grids along and leaves the others as they are: ${sharing}`, async () => {
      const before: Sharing = sharing === "private" ? "public" : "private";
      for (const fid of [plot, own, common]) valueOf(await client.files.share(fid, before));
      const grids = valueOf(await gridsToShare(client, plot, sharing));
      const fids = (files: readonly { readonly fid: string }[]): string[] => files.map(({ fid }) => fid);
      assert.deepEqual([fids(grids.own), fids(grids.others)], [[own], [common]]);
      const { failed } = valueOf(await sharePlot(client, plot, sharing, grids.own));
      assert.deepEqual(failed, []);
      assert.deepEqual(
        [await seen(plot), await seen(own), await seen(common)],
        [sharing === "public", sharing === "public", before === "public"],
      );
      const again = valueOf(await gridsToShare(client, plot, sharing));
      assert.deepEqual([again.own.length, fids(again.others)], [0, [common]]);
      const found = list(await service.get("/v2/search?q=grid", { anonymous: true }), "results").map((file) =>
        at(file, "fid"),
      );
      assert.equal(found.includes(own), sharing === "public");
    });
  }

  it("asks about all grids of the owner where the server does not say whose they are", async () => {
    client = clientOf((body) => {
      if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
      return Object.fromEntries(Object.entries(body).filter(([key]) => !/^(own|other)_grids$/.test(key)));
    });
    const grids = valueOf(await gridsToShare(client, plot, "private"));
    assert.deepEqual([grids.own, grids.others.map(({ fid }) => fid)], [[], [own, common]]);
  });

  it("shares the plot all the same where a grid cannot be, and says which", async () => {
    const grids = valueOf(await gridsToShare(client, plot, "private"));
    await service.send("DELETE", `/v2/grids/${own}`);
    const { failed, plot: shared } = valueOf(await sharePlot(client, plot, "private", grids.own));
    assert.deepEqual([failed.map(({ grid }) => grid.fid), shared.world_readable], [[own], false]);
  });
});
