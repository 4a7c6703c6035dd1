import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { Figure } from "../../../../src/figure/model/figure.ts";
import { rebuildGrids } from "../../../../src/figure/data/rebuild/rebuildGrids.ts";
import type { PlotsClient } from "../../../../src/plotsApi/resources/client.ts";
import { fileLabel } from "../../../../src/plotsApi/bodies/file.ts";
import { importFigure, type ImportedPlot } from "../../../../src/workbench/importExport/importFigure.ts";
import type { Result } from "../../../../src/plotsApi/errors/result.ts";
import { openPlotService, type PlotService } from "../../../../src/plotService/service.ts";
import { clientFor, errorOf, valueOf } from "../../plotsApi/support.ts";

const root = "http://plots.test/v2";

const tides: Figure = {
  data: [
    { type: "scatter", name: "high", xsrc: "ann:7:aaaaaa", x: ["Mon", "Tue"], ysrc: "ann:7:bbbbbb", y: [1, 2] },
    {
      type: "heatmap",
      zsrc: "bob:0:aa,bb",
      z: [
        [1, 3],
        [2, 4],
      ],
    },
    { type: "bar", y: [5, 6] },
  ],
  layout: { title: { text: "Tides" } },
};

describe("importing an export into a server, against the service itself", () => {
  let service: PlotService;
  let client: PlotsClient;
  beforeEach(() => {
    service = openPlotService({ database: ":memory:", library: [] });
    client = clientFor(root, { fetch: (request) => service.fetch(request), credentials: service.user });
  });
  afterEach(() => service.close());

  const run = (
    { name = "tides", source = "hash 1", figure = tides, knownFid = "" } = {},
    into = client,
  ): Promise<Result<ImportedPlot>> =>
    importFigure(into, { name, source, figure: rebuildGrids(figure), ...(knownFid !== "" && { knownFid }) });

  const files = async () => {
    const folder = valueOf(await client.files.lookup("Imported"));
    return valueOf(await client.folders.list(folder, { orderBy: "filename", pageSize: 100 })).results.map(fileLabel);
  };

  it("makes a private plot on grids of its own that shows what the export showed", async () => {
    const imported = valueOf(await run());
    assert.equal(imported.filename, "tides");
    assert.equal(imported.isOld, false);
    assert.deepEqual(await files(), ["tides", "tides_grid", "tides_grid 2", "tides_grid 3"]);
    const plot = valueOf(await client.plots.get(imported.fid));
    assert.equal(plot.world_readable, false);
    const { figure } = valueOf(await client.plots.content(imported.fid, { inlineData: true, validate: true }));
    assert.deepEqual(figure?.data[0]?.["x"], ["Mon", "Tue"]);
    assert.deepEqual(figure?.data[1]?.["z"], [
      [1, 3],
      [2, 4],
    ]);
    assert.deepEqual(figure?.data[2]?.["y"], [5, 6]);
    assert.deepEqual(figure?.layout, tides.layout);
    assert.deepEqual(
      valueOf(await client.grids.get(imported.grids[0] ?? "")).cols.map(({ name }) => name),
      ["x (high)", "y (high)"],
    );
  });

  it("makes nothing twice", async () => {
    const first = valueOf(await run());
    const before = await files();
    const second = valueOf(await run());
    assert.deepEqual(second, { fid: first.fid, filename: "tides", isOld: true, grids: [] });
    assert.deepEqual(await files(), before);
  });

  it("knows a plot again that was renamed and moved away, by the fid of the earlier run", async () => {
    const first = valueOf(await run());
    valueOf(await client.files.rename(first.fid, "my tides"));
    valueOf(await client.files.move(first.fid));
    const second = valueOf(await run({ knownFid: first.fid }));
    assert.deepEqual(second, { fid: first.fid, filename: "my tides", isOld: true, grids: [] });
    valueOf(await client.files.trash(first.fid));
    assert.equal(valueOf(await run({ knownFid: first.fid, name: "again" })).isOld, false);
  });

  it("numbers another source of the same name, and knows both again", async () => {
    valueOf(await run());
    const other = { ...tides, layout: { title: { text: "Other" } } };
    const second = valueOf(await run({ source: "hash 2", figure: other }));
    assert.equal(second.filename, "tides (2)");
    assert.equal(second.isOld, false);
    assert.equal(valueOf(await run({ source: "hash 2", figure: other })).fid, second.fid);
    assert.equal((await files()).length, 8);
  });

  it("passes over files of that name that came from elsewhere", async () => {
    valueOf(await client.plots.create({ figure: { data: [] }, filename: "tides", parent_path: "Imported" }));
    const cols = { x: { data: [1], order: 0 } };
    valueOf(await client.grids.create({ data: { cols }, filename: "tides (2)_grid 2", parent_path: "Imported" }));
    const imported = valueOf(await run());
    assert.equal(imported.filename, "tides (3)");
    // What was made for the second name went to the trash again.
    assert.deepEqual(
      (await files()).filter((name) => name.includes("(2)")),
      ["tides (2)_grid 2"],
    );
  });

  it("goes on with the grids of a run that ended before the plot was made", async () => {
    const fails = clientFor(root, {
      credentials: service.user,
      fetch: (request) =>
        request.method === "POST" && request.url.endsWith("/plots")
          ? new Response("no", { status: 503 })
          : service.fetch(request),
    });
    assert.equal(errorOf(await run({}, fails)).code, "server");
    assert.equal((await files()).length, 3);
    const imported = valueOf(await run());
    assert.equal(imported.filename, "tides");
    assert.equal((await files()).length, 4);
  });

  it("knows a figure without data again by what it holds", async () => {
    const figure: Figure = { data: [], layout: { title: { text: "empty" } } };
    const first = valueOf(await run({ figure }));
    assert.equal(valueOf(await run({ figure })).fid, first.fid);
    assert.equal(valueOf(await run({ figure: { data: [] } })).filename, "tides (2)");
  });

  it("goes by name and columns on a server that keeps no marks", async () => {
    const forgetful = clientFor(root, {
      credentials: service.user,
      async fetch(request) {
        const answer = await service.fetch(request);
        if (!/\/grids\b/.test(request.url) || !answer.ok) return answer;
        const text = await answer.text();
        return new Response(text.replace(/"metadata":\{"plot-files":\{[^}]*\}\},?/, ""), answer);
      },
    });
    const first = valueOf(await run({}, forgetful));
    assert.equal(valueOf(await run({}, forgetful)).fid, first.fid);
  });

  it("makes a name of any text", async () => {
    for (const [name, filename] of [
      ["a/b", "a - b"],
      [" \n", "plot"],
      ["é".repeat(200), "é".repeat(100)],
      ["\ud83d\ude00".repeat(120), "\ud83d\ude00".repeat(100)],
      ["half \ud83d", "half \ufffd"],
    ] as const) {
      const imported = valueOf(await run({ name, source: name }));
      assert.equal(imported.filename, filename);
      assert.equal(valueOf(await run({ name, source: name })).isOld, true);
    }
  });

  it("gives up when asked to, with nothing made", async () => {
    const stop = AbortSignal.abort();
    const gone = await importFigure(client, { name: "x", source: "s", figure: rebuildGrids(tides) }, stop);
    assert.equal(errorOf(gone).code, "cancelled");
    assert.deepEqual(valueOf(await client.folders.list("home")).results, []);
  });
});
