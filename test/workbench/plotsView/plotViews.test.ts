import { deepEqual, equal, match } from "node:assert/strict";
import { commands, EventEmitter, type TreeDataProvider, type TreeItem, window } from "vscode";
import { registerPlotViews, type PlotViews } from "../../../src/workbench/plotsView/plotViews.ts";
import { replace, restore } from "../support/replace.ts";
import { Seed } from "../support/seed.ts";
import { ChosenServer, connectionTo, contextWith, keptLog, MemorySecrets } from "../support/standIns.ts";

interface View {
  description?: string;
  message?: string;
  readonly visible: boolean;
  readonly data: TreeDataProvider<TreeItem>;
  readonly revealed: TreeItem[];
}

describe("The views of plots", () => {
  let seed: Seed;
  let chosen: ChosenServer;
  let registered: PlotViews;
  const views = new Map<string, View>();
  const handlers = new Map<string, () => unknown>();

  beforeEach(async () => {
    seed = await Seed.fresh();
    // The extension under test has the real ones.
    replace(window, "createTreeView", (id: string, { treeDataProvider }: { treeDataProvider: View["data"] }) => {
      const revealed: TreeItem[] = [];
      const reveal = (item: TreeItem) => Promise.resolve(void revealed.push(item));
      const view = {
        visible: true,
        onDidChangeVisibility: new EventEmitter<never>().event,
        data: treeDataProvider,
        revealed,
        reveal,
        dispose: () => undefined,
      };
      views.set(id, view);
      return view;
    });
    replace(commands, "registerCommand", (id: string, run: () => unknown) => {
      handlers.set(id, run);
      return { dispose: () => handlers.delete(id) };
    });
    replace(commands, "executeCommand", () => Promise.resolve());
    chosen = new ChosenServer(connectionTo(seed.root));
    registered = registerPlotViews(
      contextWith(new MemorySecrets()),
      chosen.servers,
      { refresh: () => undefined },
      () => undefined,
      keptLog().log,
    );
  });
  afterEach(() => {
    registered.dispose();
    restore();
  });

  const view = (id: string) => views.get(id)!;
  const run = async (id: string) => await handlers.get(id)?.();
  const labels = async (id: string) => ((await view(id).data.getChildren()) ?? []).map(({ label }) => label);

  it("say which server they show, first since a narrow side bar cuts the end, and how they are sorted", () => {
    equal(view("plots.public").description, `${seed.host} · newest first`);
    equal(view("plots.feed").description, `${seed.host} · hand-picked, in random order`);
  });

  it("leave the header of a narrow side bar to a server with a long name", () => {
    chosen.use({ ...connectionTo(seed.root), label: "plots.department.example.com:8443" });
    equal(view("plots.public").description, "plots.department.example.com:8443");
    equal(view("plots.feed").description, "plots.department.example.com:8443");
  });

  it("leave the servers to their nodes where there are several", () => {
    chosen.use(connectionTo(seed.root), connectionTo("http://127.0.0.1:9/v2"));
    equal(view("plots.public").description, "newest first");
    equal(view("plots.feed").description, "hand-picked, in random order");
  });

  it("say that a service on this computer holds the samples it came with", () => {
    chosen.use({ ...connectionTo(seed.root), embedded: true });
    equal(view("plots.public").description, "samples and yours · newest first");
    equal(view("plots.feed").description, "hand-picked samples, in random order");
  });

  it("are read anew in the order chosen", async () => {
    await labels("plots.public");
    replace(window, "showQuickPick", (items: readonly { label: string }[]) =>
      Promise.resolve(items.find(({ label }) => label === "Most viewed first")),
    );
    await run("plots.sortPublic");
    equal(view("plots.public").description, `${seed.host} · most viewed first`);
    equal((await labels("plots.public"))[0], "plot from API (1)");
  });

  it("are read anew in the qualities chosen", async () => {
    replace(window, "showInputBox", () => Promise.resolve("from 3"));
    await run("plots.filterPublic");
    equal(view("plots.public").description, `${seed.host} · newest first · quality from 3`);
    await labels("plots.public");
    const [request] = await seed.requests("/plots", 1);
    deepEqual(request?.query, { min_quality: "3" });
  });

  it("say above the list why there is no more, and no longer when there is", async () => {
    await labels("plots.public");
    await seed.fail("/plots", 429);
    await run("plots.loadMorePublic");
    match(view("plots.public").message ?? "", /asks for a pause between requests\..+Try again in 5 seconds\.$/);
    await seed.fail("/plots", undefined);
    await run("plots.loadMorePublic");
    equal(view("plots.public").message, "");
    equal((await labels("plots.public")).length, 13);
  });

  it("keep the feed's order until it is refreshed", async () => {
    const order = await labels("plots.feed");
    deepEqual(await labels("plots.feed"), order);
    equal((await seed.requests("/plots/feed")).length, 1);
    await run("plots.refreshFeed");
    await labels("plots.feed");
    equal((await seed.requests("/plots/feed")).length, 2);
  });

  it("show a plot that was just created", async () => {
    await registered.show(seed.host, "st-tse:0");
    deepEqual(
      view("plots.public").revealed.map(({ id }) => id),
      [`plots.public/${seed.host}/st-tse:0`],
    );
  });
});
