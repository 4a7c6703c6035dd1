import { deepEqual, equal, ok } from "node:assert/strict";
import type { PlotService } from "../../../../src/plotService/service.ts";
import { draftOfFigure } from "../../../../src/workbench/createPlot/figureDraft.ts";
import { publish } from "../../../../src/workbench/createPlot/draft/publish.ts";
import { Outlines } from "../../../../src/workbench/figures/outlines.ts";
import type { Connection } from "../../../../src/workbench/servers/connection.ts";
import { deleteFigures, openFigure } from "../../support/figures.ts";
import { connectionToService, memoryService } from "../../support/services.ts";
import { connectionTo } from "../../support/standIns.ts";

describe("Creating a plot on the embedded service", () => {
  let service: PlotService;
  let connection: Connection;
  beforeEach(() => {
    service = memoryService([]);
    connection = connectionToService(service);
  });
  afterEach(async () => {
    service.close();
    await deleteFigures();
  });

  async function draftOf(text: string) {
    const drafted = await draftOfFigure(await openFigure(text), new Outlines());
    ok(drafted?.ok);
    return drafted.draft;
  }
  const text = `{"data": [
    {"type": "heatmap", "x": ["a", "b"], "z": [[1, 2], [3, null]]},
    {"type": "bar", "y": [1], "marker": {"color": [0.5]}}
  ]}`;

  it("leaves a plot that draws the same, and a grid with a column for each array", async () => {
    const published = await publish(await draftOf(text), { name: "Sea", worldReadable: true }, connection, undefined);
    ok(published.ok, published.ok ? "" : published.error.detail);
    const { client } = connection;
    const { fid } = published.plot;

    const stored = await client.plots.content(fid, { validate: true });
    ok(stored.ok);
    const [trace] = stored.value.figure?.data ?? [];
    const grid = /^me:\d+/.exec(String(trace?.["xsrc"]))?.[0] ?? "";
    deepEqual(Object.keys(trace ?? {}), ["type", "xsrc", "zsrc"]);
    const columns = await client.grids.content(grid);
    ok(columns.ok);
    deepEqual(Object.keys(columns.value.cols).toSorted(), ["data.0.x", "data.0.z", "data.1.marker.color", "data.1.y"]);

    const inlined = await client.plots.content(fid, { inlineData: true, validate: true });
    ok(inlined.ok);
    const { x, z } = inlined.value.figure?.data[0] ?? {};
    deepEqual(
      { x, z },
      {
        x: ["a", "b"],
        z: [
          [1, 2],
          [3, null],
        ],
      },
    );
    ok((await client.plots.list()).ok);
  });

  it("is private where the person wants that", async () => {
    const draft = await draftOf(`{"data": []}`);
    const published = await publish(draft, { name: "Mine", worldReadable: false }, connection, undefined);
    ok(published.ok);
    equal(published.plot.world_readable, false);
    const listed = await connection.client.plots.list();
    ok(listed.ok);
    deepEqual(listed.value.results, []);
  });

  it("tells of a name that is taken, and uses the grid for another one", async () => {
    ok((await publish(await draftOf(`{"data": []}`), { name: "Sea", worldReadable: true }, connection, undefined)).ok);
    const draft = await draftOf(text);
    const refused = await publish(draft, { name: "Sea", worldReadable: true }, connection, undefined);
    ok(!refused.ok);
    equal(refused.error.code, "conflict");
    ok(refused.grid);
    const published = await publish(draft, { name: "Sea 2", worldReadable: true }, connection, refused.grid);
    ok(published.ok);
    const stored = await connection.client.plots.content(published.plot.fid, { validate: true });
    ok(stored.ok);
    ok(String(stored.value.figure?.data[0]?.["xsrc"]).startsWith(`${refused.grid.fid}:`));
  });

  it("tells of a name that the grid's takes, too, before anything is made", async () => {
    const publication = { name: "Sea", worldReadable: true };
    ok((await publish(await draftOf(text), publication, connection, undefined)).ok);
    const refused = await publish(await draftOf(text), publication, connection, undefined);
    ok(!refused.ok);
    equal(refused.error.code, "conflict");
    equal(refused.grid, undefined);
  });

  it("is told from which plot it was made, which must be a plot's id", async () => {
    const sent: unknown[] = [];
    const overheard = connectionTo("http://service.invalid/v2", {
      fetch: async (request) => {
        if (request.method === "POST") sent.push(await request.clone().json());
        return service.fetch(request);
      },
      credentials: service.user,
    });
    const publication = { name: "Two", worldReadable: true };
    const draft = await draftOf(`{"data": []}`);
    const refused = await publish({ ...draft, sourceFid: "no id" }, publication, overheard, undefined);
    ok(!refused.ok);
    equal(refused.error.code, "refused");
    const published = await publish({ ...draft, sourceFid: "ada:12" }, publication, overheard, undefined);
    ok(published.ok, published.ok ? "" : published.error.detail);
    deepEqual(
      sent.map((body) => (body as { source_fid?: string }).source_fid),
      ["no id", "ada:12"],
    );
  });
});
