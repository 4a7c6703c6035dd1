import { deepEqual, equal, fail, match } from "node:assert/strict";
import { Uri, window, workspace } from "vscode";
import type { Fetch } from "../../../../src/plotsApi/transport/exchange.ts";
import type { PlotService } from "../../../../src/plotService/service.ts";
import { createFromTable } from "../../../../src/workbench/createPlot/table/createFromTable.ts";
import { workspaceFile } from "../../support/figures.ts";
import { replace, restore } from "../../support/replace.ts";
import { memoryService } from "../../support/services.ts";
import { connectionTo } from "../../support/standIns.ts";
import { answering } from "../../support/steps.ts";
import { closeTabs } from "../../support/tabs.ts";

describe("A figure file from a grid", () => {
  const file = workspaceFile("harbour-from-grid.plotly.json");
  let service: PlotService;
  beforeEach(() => {
    service = memoryService([]);
  });
  afterEach(async () => {
    restore();
    await closeTabs();
    service.close();
    await workspace.fs.delete(file).then(undefined, () => undefined);
  });

  /** What the person is asked, and where the file may go; the service answers unless another does. */
  async function make(place: Uri | undefined, fetch: Fetch = (request) => service.fetch(request)) {
    const connection = connectionTo("http://service.invalid/v2", { fetch, credentials: service.user, username: "me" });
    const cols = {
      month: { data: ["Jan", "Feb", "Mar"], order: 0 },
      water: { data: [4.5, null, 6], order: 1 },
      air: { data: [1, 2, 3], order: 2 },
    };
    const grid = await connection.client.grids.create({ data: { cols }, filename: "Harbour", world_readable: false });
    if (!grid.ok) fail(grid.error.sentence);
    const proposed: string[] = [];
    replace(window, "showSaveDialog", ({ defaultUri }: { defaultUri: Uri }) => {
      proposed.push(defaultUri.path.slice(defaultUri.path.lastIndexOf("/") + 1));
      return Promise.resolve(place);
    });
    const asked = answering("A grid…", grid.value.fid, "Line", "month", ["water", "air"], "A figure file");
    const answer = await createFromTable({
      connect: () => Promise.resolve(connection),
      publish: () => fail("Nothing is published."),
    });
    return { answer, asked, proposed };
  }
  const isThere = () =>
    workspace.fs.stat(file).then(
      () => true,
      () => false,
    );

  it("holds the data of the columns that were chosen, and needs no server to be drawn", async () => {
    const { answer, asked, proposed } = await make(file);
    equal(answer, true);
    deepEqual(proposed, ["Harbour.plotly.json"]);
    deepEqual(JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))), {
      data: [
        { type: "scatter", mode: "lines", name: "water", x: ["Jan", "Feb", "Mar"], y: [4.5, null, 6] },
        { type: "scatter", mode: "lines", name: "air", x: ["Jan", "Feb", "Mar"], y: [1, 2, 3] },
      ],
      layout: {
        title: { text: "Harbour" },
        xaxis: { title: { text: "month" } },
        legend: { orientation: "h", yanchor: "bottom", y: 1.02 },
      },
    });
    match(asked[1]?.question ?? "", /^Id of the grid on /);
    deepEqual(asked[3]?.labels.slice(0, 3), ["month", "water", "air"]);
  });

  it("is not written where the person gives up", async () => {
    await make(undefined);
    equal(await isThere(), false);
  });

  it("is not written where the data cannot be had, which is told before a place is asked for", async () => {
    const said: string[] = [];
    replace(window, "showErrorMessage", (message: string) => Promise.resolve(void said.push(message)));
    const { answer, proposed } = await make(file, (request) =>
      request.url.endsWith("/content") ? new Response("{}", { status: 404 }) : service.fetch(request),
    );
    equal(answer, undefined);
    deepEqual(proposed, []);
    equal(said.length, 1);
    equal(await isThere(), false);
  });
});
