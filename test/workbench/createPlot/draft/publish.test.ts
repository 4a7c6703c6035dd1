import { deepEqual, equal, match, ok } from "node:assert/strict";
import { CancellationTokenSource, window, workspace } from "vscode";
import seedPage from "../../../fixtures/seedPage.json" with { type: "json" };
import { draftOfFigure } from "../../../../src/workbench/createPlot/figureDraft.ts";
import { publish } from "../../../../src/workbench/createPlot/draft/publish.ts";
import { Outlines } from "../../../../src/workbench/figures/outlines.ts";
import { plotUri } from "../../../../src/workbench/addresses/plotUri.ts";
import { deleteFigures, openFigure } from "../../support/figures.ts";
import { replace, restore } from "../../support/replace.ts";
import { Seed } from "../../support/seed.ts";
import { useServer } from "../../support/settings.ts";
import { connectionTo } from "../../support/standIns.ts";

const credentials = { username: "alice", apiKey: "seed-key-4711" };
const publication = { name: "Tides", worldReadable: false };

describe("Creating a plot on a server at another port", () => {
  let seed: Seed;
  beforeEach(async () => {
    seed = await Seed.fresh();
  });
  afterEach(async () => {
    restore();
    await useServer(undefined);
    await deleteFigures();
  });

  async function draftOf(text: string) {
    const drafted = await draftOfFigure(await openFigure(text), new Outlines());
    ok(drafted?.ok);
    return drafted.draft;
  }
  const sent = async (path: string) =>
    (await seed.requests(path))
      .filter(({ method }) => method === "POST")
      .map(({ body }) => JSON.parse(body) as unknown);

  it("sends the arrays as a grid, then the figure that refers to it", async () => {
    const draft = await draftOf(`{"data": [{"type": "bar", "x": ["a"], "y": [1]}], "layout": {}}`);
    const published = await publish(draft, publication, connectionTo(seed.root, { credentials }), undefined);
    ok(published.ok);
    equal(published.plot.fid, "alice:1");
    deepEqual(await sent("/grids"), [
      {
        data: { cols: { "data.0.x": { data: ["a"], order: 0 }, "data.0.y": { data: [1], order: 1 } } },
        filename: "Tides_grid",
        world_readable: false,
      },
    ]);
    deepEqual(await sent("/plots"), [
      {
        figure: { data: [{ type: "bar", xsrc: "alice:0:c0ffe0", ysrc: "alice:0:c0ffe1" }], layout: {} },
        filename: "Tides",
        world_readable: false,
      },
    ]);
  });

  it("says which plot it was made from", async () => {
    await useServer(seed.root);
    const source = seedPage.results[0]!;
    const document = await workspace.openTextDocument(plotUri(seed.host, source.fid, source.filename));
    const drafted = await draftOfFigure(document, new Outlines());
    ok(drafted?.ok);
    equal(drafted.draft.sourceFid, "bcowden:30");
    equal(drafted.draft.suggestedName, "basic_sunburst_chart");
    ok((await publish(drafted.draft, publication, connectionTo(seed.root, { credentials }), undefined)).ok);
    const [body] = await sent("/plots");
    equal((body as { source_fid?: string }).source_fid, "bcowden:30");
  });

  it("tells the place that the server refuses, and uses the grid for the next try", async () => {
    const draft = await draftOf(`{"data": [{"y": [1, 2]}]}`);
    await seed.fail("/plots", 400);
    const connection = connectionTo(seed.root, { credentials });
    const refused = await publish(draft, publication, connection, undefined);
    ok(!refused.ok);
    equal(refused.error.code, "refused");
    equal(refused.error.fields?.[0]?.path, "figure.data[0].y");
    match(refused.error.sentence, /raw data in data\[0\]\.y/);
    equal(refused.grid?.fid, "alice:0");

    await seed.fail("/plots", undefined);
    ok((await publish(draft, publication, connection, refused.grid)).ok);
    equal((await sent("/grids")).length, 1);
  });

  const failures = [
    [409, "conflict"],
    [401, "unauthorized"],
    [413, "too-large"],
    [429, "throttled"],
    [500, "server"],
    ["html", "not-json"],
    ["close", "offline"],
  ] as const;
  for (const [failure, code] of failures) {
    it(`tells why there is no plot (${failure}: ${code})`, async () => {
      await seed.fail("/grids", failure);
      const draft = await draftOf(`{"data": [{"y": [1, 2]}]}`);
      const published = await publish(draft, publication, connectionTo(seed.root, { credentials }), undefined);
      ok(!published.ok);
      equal(published.error.code, code);
      match(published.error.sentence, /\.$/);
      equal(published.grid, undefined);
      deepEqual(await sent("/plots"), []);
    });
  }

  it("is stopped by the person, and keeps the grid that was made", async () => {
    const draft = await draftOf(`{"data": [{"y": [1, 2]}]}`);
    await seed.fail("/plots", "hang");
    const stop = new CancellationTokenSource();
    replace(window, "withProgress", (_options: unknown, work: (...parts: unknown[]) => unknown) =>
      work({ report: () => undefined }, stop.token),
    );
    const publishing = publish(draft, publication, connectionTo(seed.root, { credentials }), undefined);
    await seed.requests("/plots", 1);
    stop.cancel();
    const published = await publishing;
    ok(!published.ok);
    equal(published.error.code, "cancelled");
    equal(published.grid?.fid, "alice:0");
  });
});
