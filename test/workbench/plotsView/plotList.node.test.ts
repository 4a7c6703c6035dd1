import { deepEqual, equal, ok } from "node:assert/strict";
import { commands } from "vscode";
import { sampleLibrary } from "../../../src/library/sampleLibrary.ts";
import type { PlotService } from "../../../src/plotService/service.ts";
import type { PlotQuery } from "../../../src/plotsApi/resources/plots.ts";
import { PlotItem } from "../../../src/workbench/treeItems/plotItem.ts";
import { PlotList } from "../../../src/workbench/plotsView/plotList.ts";
import { replace, restore } from "../support/replace.ts";
import { connectionToService, memoryService } from "../support/services.ts";
import { ChosenServer, keptLog } from "../support/standIns.ts";

describe("A list of the embedded service's plots", () => {
  let service: PlotService;
  let list: PlotList;
  let state: unknown;

  afterEach(() => {
    list.dispose();
    service.close();
    restore();
  });

  function listOf(query: "feed" | PlotQuery, of = memoryService()): PlotList {
    service = of;
    replace(commands, "executeCommand", (_command: string, _key: string, value: unknown) => {
      state = value;
      return Promise.resolve();
    });
    const options = { id: "tests", loadMoreCommand: "tests.more", stateKey: "tests.state", query: () => query };
    list = new PlotList(options, new ChosenServer(connectionToService(service)).servers, keptLog().log);
    return list;
  }
  const plots = async () => (await list.getChildren()).filter((item) => item instanceof PlotItem);
  const readAll = async () => {
    const pages = [(await plots()).length];
    for (let last = (await list.getChildren()).at(-1); last?.contextValue === "load-more";) {
      await list.loadMore();
      pages.push((await plots()).length);
      last = (await list.getChildren()).at(-1);
    }
    return pages;
  };
  const visible = sampleLibrary().filter(({ worldReadable }) => worldReadable);

  it("comes in pages of ten, every public plot once, the newest first", async () => {
    listOf({});
    const pages = await readAll();
    ok(pages.length > 3);
    for (const [index, count] of pages.slice(0, -1).entries()) equal(count, (index + 1) * 10);
    const found = await plots();
    equal(new Set(found.map(({ plot }) => plot.fid)).size, found.length);
    deepEqual(found.map(({ plot }) => plot.filename).toSorted(), visible.map(({ filename }) => filename).toSorted());
    const created = found.map(({ plot }) => Date.parse(plot.creation_time ?? ""));
    deepEqual(
      created,
      created.toSorted((one, other) => other - one),
    );
  });

  it("comes in the order of views", async () => {
    listOf({ orderBy: "-views" });
    await readAll();
    const views = (await plots()).map(({ plot }) => plot.views ?? 0);
    deepEqual(
      views,
      views.toSorted((one, other) => other - one),
    );
    ok(new Set(views).size > 10);
  });

  it("has only the qualities asked for", async () => {
    listOf({ minQuality: 8 });
    await readAll();
    const expected = visible.filter(({ quality }) => Math.round(quality) >= 8).length;
    ok(expected > 0 && expected < visible.length);
    equal((await plots()).length, expected);
  });

  it("tells a filter that leaves nothing from a service without plots", async () => {
    listOf({ minQuality: 10.5 });
    deepEqual(await list.getChildren(), []);
    equal(state, "filtered");
    list.dispose();
    service.close();

    listOf({}, memoryService([]));
    deepEqual(await list.getChildren(), []);
    equal(state, "empty");
  });

  it("keeps the feed's order until it is refreshed", async () => {
    listOf("feed");
    await readAll();
    const order = (await plots()).map(({ id }) => id);
    equal(order.length, visible.filter(({ feed }) => feed).length);
    deepEqual(
      (await plots()).map(({ id }) => id),
      order,
    );
    const orders = new Set([order.join()]);
    for (let round = 0; round < 5; round++) {
      list.refresh();
      await readAll();
      orders.add((await plots()).map(({ id }) => id).join());
    }
    ok(orders.size > 1, "A refresh brings the picks in another order.");
  });

  it("shows a picture that the service keeps", async () => {
    listOf({});
    const [item] = await plots();
    ok(item);
    const kept = await item.connection.client.pictures.put(item.plot.fid, new Uint8Array(await onePixel()));
    ok(kept.ok, kept.ok ? "" : kept.error.detail);
    const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
    ok((await item.resolveTooltip(token)).value.startsWith("![Picture of the plot](data:image/png;base64,"));
  });
});

async function onePixel(): Promise<ArrayBuffer> {
  const pixel =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
  return (await fetch(pixel)).arrayBuffer();
}
