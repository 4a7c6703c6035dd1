import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TreeItem, Uri } from "vscode";
import { openPlotService, type PlotService } from "../../../src/plotService/service.ts";
import { PlotsResource } from "../../../src/plotsApi/resources/plots.ts";
import type { PlotQuery } from "../../../src/plotsApi/resources/plots.ts";
import { NewsFeed } from "../../../src/workbench/servers/news.ts";
import { PlotItem } from "../../../src/workbench/treeItems/plotItem.ts";
import { PlotList } from "../../../src/workbench/plotsView/plotList.ts";
import { EmbeddedService } from "../../../src/workbench/servers/embeddedService.ts";
import { next } from "../support/events.ts";
import { replace, restore } from "../support/replace.ts";
import { libraryPlot } from "../support/services.ts";
import { ChosenServer, connectionTo, keptLog } from "../support/standIns.ts";

/** Twenty-five plots, of which the newest are listed first. */
const library = Array.from({ length: 25 }, (_, index) =>
  libraryPlot({
    filename: `plot ${index}`,
    created: `2024-03-${String(index + 1).padStart(2, "0")}T10:00:00Z`,
    feed: true,
  }),
);

describe("A list while others publish", () => {
  let folder: string;
  let embedded: EmbeddedService;
  let news: NewsFeed;
  let list: PlotList;
  let query: "feed" | PlotQuery;
  /** A service of another process on the same database, as another window has it. */
  let other: PlotService;
  const { log } = keptLog();

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "live-list-"));
    const database = join(folder, "plots.sqlite");
    const unasked = () => Promise.reject(new Error("Nobody asked for that."));
    embedded = new EmbeddedService({
      node: {
        open: () => Promise.resolve(openPlotService({ database, library })),
        listen: unasked,
        servesTheSame: unasked,
      },
      storage: Uri.file(folder),
      log,
    });
    const opened = await embedded.open();
    ok(opened.ok);
    other = openPlotService({ database });
    query = {};
    const service = opened.value;
    const options = { fetch: (request: Request) => service.fetch(request), credentials: service.user };
    const chosen = new ChosenServer({ ...connectionTo("http://embedded.invalid/v2", options), id: "embedded" });
    list = new PlotList(
      { id: "tests", loadMoreCommand: "tests.more", stateKey: "tests.state", query: () => query },
      chosen.servers,
      log,
    );
    news = new NewsFeed(embedded);
    news.onDidTell((each) => list.follow(each));
  });
  afterEach(() => {
    list.dispose();
    news.dispose();
    embedded.dispose();
    other.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(method: string, path: string, body?: unknown): Promise<{ file?: { fid: string } }> {
    const { username, apiKey } = other.user;
    const response = await other.fetch(
      new Request(`http://other.invalid/v2/${path}`, {
        method,
        headers: { authorization: `Basic ${btoa(`${username}:${apiKey}`)}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    ok(response.ok, text);
    return text === "" ? {} : (JSON.parse(text) as { file?: { fid: string } });
  }
  const create = async (filename: string, more = {}) =>
    (await ask("POST", "plots", { figure: { data: [] }, filename, world_readable: true, ...more })).file?.fid ?? "";
  const shown = async () => (await list.getChildren()).filter((item): item is PlotItem => item instanceof PlotItem);
  const names = async () => (await shown()).map(({ label }) => label);
  const more = (items: readonly TreeItem[]) => items.at(-1)?.description;

  it("shows a new plot first, and keeps the pages that were read and their very items", async () => {
    await list.getChildren();
    await list.loadMore();
    const before = await shown();
    equal(before.length, 20);
    const changed = next(list.onDidChangeTreeData);
    await create("new one");
    await changed;
    const after = await shown();
    equal(after[0]?.label, "new one");
    deepEqual(after.slice(1), before);
    equal(more(await list.getChildren()), "21 so far");
    await list.loadMore();
    equal((await shown()).length, 26, "the next page follows where it did");
  });

  it("shows more new plots than a page holds, in their order", async () => {
    await list.getChildren();
    const changed = next(list.onDidChangeTreeData);
    for (let index = 0; index < 14; index++) await create(`new ${index}`);
    await changed;
    const expected = [...Array.from({ length: 14 }, (_, index) => `new ${13 - index}`), "plot 24"];
    for (;;) {
      if (JSON.stringify((await names()).slice(0, 15)) === JSON.stringify(expected)) break;
      await next(list.onDidChangeTreeData);
    }
  });

  it("goes on after news that could not be taken in, and reads the list anew for them", async () => {
    await list.getChildren();
    replace(PlotsResource.prototype, "get", () => {
      restore();
      throw new Error("Not this time.");
    });
    for (const name of ["first", "second"]) {
      const changed = next(list.onDidChangeTreeData);
      await create(name);
      await changed;
      equal((await names())[0], name);
    }
  });

  it("renames a plot in its place, and drops what was deleted, thrown away or made private", async () => {
    const fids = await Promise.all(["a", "b", "c", "d"].map((name) => create(name)));
    await list.getChildren();
    const [renamed, deleted, trashed, hidden] = fids;
    const changed = next(list.onDidChangeTreeData);
    await ask("PATCH", `plots/${renamed}`, { filename: "renamed" });
    await ask("DELETE", `plots/${deleted}`);
    await ask("POST", `plots/${trashed}/trash`);
    await ask("PATCH", `plots/${hidden}`, { world_readable: false });
    await changed;
    const now = await names();
    deepEqual(
      ["renamed", "a", "b", "c", "d"].map((name) => now.includes(name)),
      [true, false, false, false, false],
    );
    equal(now.length, 7, "the rest of the page stays");
  });

  it("lets a private plot pass, and grids", async () => {
    const before = await shown();
    await create("mine alone", { world_readable: false });
    await ask("POST", "grids", { data: { cols: { x: { data: [1], order: 0 } } } });
    const changed = next(list.onDidChangeTreeData);
    await create("for all");
    await changed;
    deepEqual((await shown()).slice(1), before);
  });

  it("keeps the feed's order, and drops from it what is gone", async () => {
    query = "feed";
    const before = await shown();
    const changed = next(list.onDidChangeTreeData);
    await create("not hand-picked");
    const { username } = other.user;
    ok(username);
    other.close();
    const mine = openPlotService({ database: join(folder, "plots.sqlite"), username: "ada" });
    const gone = before[3]?.plot.fid ?? "";
    const answer = await mine.fetch(
      new Request(`http://other.invalid/v2/plots/${gone}`, {
        method: "DELETE",
        headers: { authorization: `Basic ${btoa(`ada:${mine.user.apiKey}`)}` },
      }),
    );
    equal(answer.status, 204);
    mine.close();
    await changed;
    deepEqual(await shown(), before.toSpliced(3, 1));
  });

  it("reads nothing before somebody looks", async () => {
    let asked = false;
    list.onDidChangeTreeData(() => (asked = true));
    const told = next(news.onDidTell);
    await create("unseen");
    await told;
    equal(asked, false);
    deepEqual((await names())[0], "unseen");
  });
});
