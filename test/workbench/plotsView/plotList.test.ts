import { deepEqual, equal, match, ok } from "node:assert/strict";
import { commands, type TreeItem } from "vscode";
import seedPage from "../../fixtures/seedPage.json" with { type: "json" };
import type { PlotQuery } from "../../../src/plotsApi/resources/plots.ts";
import { PlotItem } from "../../../src/workbench/treeItems/plotItem.ts";
import { PlotList } from "../../../src/workbench/plotsView/plotList.ts";
import { next } from "../support/events.ts";
import { replace, restore } from "../support/replace.ts";
import { Seed } from "../support/seed.ts";
import { ChosenServer, connectionTo, keptLog } from "../support/standIns.ts";

describe("A list of a server's plots", () => {
  let seed: Seed;
  let chosen: ChosenServer;
  let list: PlotList;
  let query: "feed" | PlotQuery;
  let states: unknown[];
  let messages: (string | undefined)[];
  const { log, lines } = keptLog();

  beforeEach(async () => {
    seed = await Seed.fresh();
    query = {};
    states = [];
    messages = [];
    lines.length = 0;
    replace(commands, "executeCommand", (command: string, key: string, value: unknown) => {
      if (command === "setContext" && key === "tests.state") states.push(value);
      return Promise.resolve();
    });
    chosen = new ChosenServer(connectionTo(seed.root, { timeoutMs: 10_000 }));
    const options = { id: "tests", loadMoreCommand: "tests.more", stateKey: "tests.state", query: () => query };
    list = new PlotList(options, chosen.servers, log);
    list.onDidChangeMessage((message) => messages.push(message));
  });

  afterEach(() => {
    list.dispose();
    restore();
  });

  const plotsOf = (items: readonly TreeItem[]) => items.filter((item) => item instanceof PlotItem);
  const fids = async () => plotsOf(await list.getChildren()).map(({ plot }) => plot.fid);

  it("begins with the server's first page, and says how to get more and how many there are so far", async () => {
    const items = await list.getChildren();
    deepEqual(
      plotsOf(items).map(({ plot }) => plot.fid),
      seedPage.results.map(({ fid }) => fid),
    );
    equal(items.length, 11);
    const more = items.at(-1);
    equal(more?.label, "Load more");
    equal(more?.description, "10 so far");
    equal(more?.command?.command, "tests.more");
    deepEqual(states, ["loading", "ready"]);
  });

  it("grows by a page, each plot once, and ends with the last page", async () => {
    const before = await list.getChildren();
    const changed = next(list.onDidChangeTreeData);
    await list.loadMore();
    await changed;
    const after = await list.getChildren();
    equal(after.length, 13);
    ok(after.every((item) => item instanceof PlotItem));
    // The same items, so that VS Code keeps selection and focus.
    for (const [index, item] of before.slice(0, 10).entries()) equal(after[index], item);
    const [, second] = await seed.requests("/plots", 2);
    deepEqual(second?.query, { cursor: new URL(seedPage.next).searchParams.get("cursor") });
  });

  it("shows the filename where a plot has no title, as all recorded ones, and opens the plot's document", async () => {
    const [item] = await list.getChildren();
    equal(item?.label, "basic_sunburst_chart");
    equal(item?.description, "bcowden · 0 views");
    equal(item?.contextValue, "plot");
    equal(item?.command?.command, "vscode.open");
    equal(String(item?.command?.arguments?.[0]), `plots://${seed.host}/bcowden/30/basic_sunburst_chart.plotly.json`);
  });

  it("keeps each plot's id when it is read again", async () => {
    const idsOf = async () => (await list.getChildren()).map(({ id }) => id);
    const before = await idsOf();
    equal(new Set(before).size, 11);
    list.refresh();
    deepEqual(await idsOf(), before);
  });

  it("asks for the order and the qualities chosen, on every page", async () => {
    query = { orderBy: "-views", minQuality: 2, maxQuality: 8 };
    equal((await fids())[0], "gaurav0:2");
    await list.loadMore();
    const [first, second] = await seed.requests("/plots", 2);
    deepEqual(first?.query, { order_by: "-views", min_quality: "2", max_quality: "8" });
    equal(second?.query["order_by"], "-views");
  });

  it("asks once, however often VS Code asks for its children meanwhile", async () => {
    await Promise.all([list.getChildren(), list.getChildren(), list.getChildren()]);
    equal((await seed.requests("/plots")).length, 1);
  });

  for (const loop of ["looping-next", "endless-next"] as const) {
    it(`ends where the server's pages go round (${loop})`, async () => {
      await seed.fail("/plots", loop);
      await list.getChildren();
      await list.loadMore();
      equal((await list.getChildren()).length, 10);
      ok(lines.some((line) => line.includes("the list ends there")));
      deepEqual(
        messages.filter((message) => message !== undefined),
        [],
      );
    });
  }

  const failures = [
    [401, "error-unauthorized"],
    [403, "error-forbidden"],
    [404, "error-not-found"],
    [429, "error-throttled"],
    [500, "error-server"],
    ["html", "error-not-json"],
    ["half-json", "error-half-body"],
    ["half-body", "error-half-body"],
    ["other-json", "error-unexpected-shape"],
    ["close", "error-offline"],
  ] as const;
  for (const [failure, state] of failures) {
    it(`that cannot be read is empty and says so (${failure}: ${state})`, async () => {
      await seed.fail("/plots", failure);
      deepEqual(await list.getChildren(), []);
      deepEqual(states, ["loading", state]);
      equal(lines.length, 1);
    });
  }

  it("says that a server is silent when its time is over", async () => {
    await seed.fail("/plots", "hang");
    chosen.use(connectionTo(seed.root, { timeoutMs: 200 }));
    deepEqual(await list.getChildren(), []);
    equal(states.at(-1), "error-timeout");
  });

  it("is read after a failure when it is refreshed", async () => {
    await seed.fail("/plots", 500);
    await list.getChildren();
    await seed.fail("/plots", undefined);
    list.refresh();
    equal((await list.getChildren()).length, 11);
    equal(states.at(-1), "ready");
  });

  it("keeps what has been read when the next page fails, says why, and goes on from there", async () => {
    await list.getChildren();
    await seed.fail("/plots", 500);
    await list.loadMore();
    equal((await list.getChildren()).length, 11);
    match(messages.at(-1) ?? "", /^127\.0\.0\.1:\d+ failed with the list of plots \(status 500\)\..+\.$/);
    equal(states.at(-1), "ready");

    await seed.fail("/plots", undefined);
    await list.loadMore();
    equal(messages.at(-1), undefined);
    equal((await list.getChildren()).length, 13);
  });

  it("stops what it reads when it is refreshed, and answers with the new list", async () => {
    await seed.fail("/plots", "hang");
    const items = list.getChildren();
    await seed.requests("/plots", 1);
    await seed.fail("/plots", undefined);
    list.refresh();
    equal((await items).length, 11);
    deepEqual(states, ["loading", "ready"]);
    deepEqual(lines, []);
  });

  it("drops a page that comes after a refresh", async () => {
    await list.getChildren();
    const more = list.loadMore();
    list.refresh();
    await more;
    equal((await list.getChildren()).length, 11);
  });

  it("starts anew with another server", async () => {
    await list.getChildren();
    const changed = next(list.onDidChangeTreeData);
    chosen.use({ ...connectionTo(seed.root), id: "another" });
    await changed;
    const [item] = await list.getChildren();
    match(item?.id ?? "", /another/);
  });

  it("tells that there is no server", async () => {
    chosen.use();
    deepEqual(await list.getChildren(), []);
    equal(states.at(-1), "no-server");
  });

  it("is empty after disposal, also when it is being read", async () => {
    await seed.fail("/plots", "hang");
    const items = list.getChildren();
    await seed.requests("/plots", 1);
    list.dispose();
    deepEqual(await items, []);
  });

  it("shows the feed as the server orders it", async () => {
    query = "feed";
    const order = await fids();
    ok(order.length > 0 && order.every((fid) => !fid.startsWith("gaurav0:")));
    equal((await seed.requests("/plots/feed")).length, 1);
  });
});

describe("A list of several servers' plots", () => {
  let seed: Seed;
  let chosen: ChosenServer;
  let list: PlotList;
  const { log } = keptLog();

  beforeEach(async () => {
    seed = await Seed.fresh();
    replace(commands, "executeCommand", () => Promise.resolve());
    chosen = new ChosenServer(connectionTo(seed.root), { ...connectionTo("http://127.0.0.1:9/v2"), label: "Lab" });
    const options = { id: "tests", loadMoreCommand: "tests.more", stateKey: "tests.state", query: () => ({}) };
    list = new PlotList(options, chosen.servers, log);
  });
  afterEach(() => {
    list.dispose();
    restore();
  });

  /** The nodes, after the plots below all of them were read. */
  async function nodes(): Promise<TreeItem[]> {
    const found = await list.getChildren();
    for (const node of found) await list.getChildren(node);
    return found;
  }

  it("has a node a server, with its plots below", async () => {
    const [first] = await nodes();
    equal(first?.label, seed.host);
    equal(first?.contextValue, "server.remote.anonymous.preferred");
    const plots = await list.getChildren(first);
    equal(plots.length, 11);
    equal(list.getParent(plots[0]!), first);
    equal(plots.at(-1)?.command?.arguments?.[0], chosen.list()[0]);
  });

  it("says at its own node that a server cannot be reached, with a way to try again, and shows the others", async () => {
    const [, second] = await nodes();
    equal(second?.label, "Lab");
    equal(second?.description, "cannot be reached · 127.0.0.1:9");
    const [note, ...more] = await list.getChildren(second);
    deepEqual(more, []);
    equal(note?.label, "Try again");
    equal(note?.command?.command, "plots.retryServer");
    match(note?.accessibilityInformation?.label ?? "", /^127\.0\.0\.1:9 cannot be reached\b/);
    equal((await list.getChildren((await list.getChildren())[0])).length, 11);
  });

  it("reads one server anew and leaves the others alone", async () => {
    const [first] = await nodes();
    await seed.requests("/plots", 1);
    const changed = next(list.onDidChangeTreeData);
    list.refresh("127.0.0.1:9");
    equal((await changed)?.label, "Lab");
    await nodes();
    equal((await seed.requests("/plots")).length, 1);

    list.refresh(seed.host);
    equal((await list.getChildren(first)).length, 11);
    equal((await seed.requests("/plots")).length, 2);
  });

  it("says who one is at a server", async () => {
    chosen.use(connectionTo(seed.root, { username: "alice" }), connectionTo("http://127.0.0.1:9/v2"));
    const [first] = await nodes();
    equal(first?.description, "alice");
    equal(first?.contextValue, "server.remote.signedIn.preferred");
  });

  it("has the plots at its root once a single server is left", async () => {
    await nodes();
    chosen.use(connectionTo(seed.root));
    equal((await list.getChildren()).length, 11);
  });
});
