import assert from "node:assert/strict";
import { views } from "../pages/plotsBar.ts";
import { until } from "./until.ts";
import { useWindow } from "./useWindow.ts";

/** The codicon's character. */
const smallLock = "\uebe7";

const { publicPlots, feed, figures } = views;

describe("Browsing plots", () => {
  const bench = useWindow();

  before(async () => {
    const { sideBar } = bench.window;
    await sideBar.open("Plots");
    await sideBar.row(publicPlots, "Load more").waitFor({ timeout: 60_000 });
  });

  it("shows ten public plots, the feed and the workspace's figures", async () => {
    const { sideBar } = bench.window;
    // In random order, and only some of its rows are in sight.
    await sideBar.rows(feed).first().waitFor();
    await sideBar.row(figures, "river-flow.plotly.json").waitFor();
    assert.equal(await sideBar.rows(publicPlots).count(), 11);
    assert.match(await sideBar.row(publicPlots, "Load more").innerText(), /10 so far/);
    await sideBar.view(publicPlots).getByText("newest first").waitFor();
    await bench.window.screenshot("browse-start");
  });

  it("reads the next page under the first one", async () => {
    const { sideBar } = bench.window;
    await sideBar.collapse(feed);
    await sideBar.collapse(figures);
    const before = await sideBar.names(publicPlots);
    await sideBar.row(publicPlots, "Load more").click();
    await sideBar.row(publicPlots, "20 so far").waitFor();
    const after = await sideBar.names(publicPlots);
    assert.equal(after.length, 21);
    assert.deepEqual(after.slice(0, 10), before.slice(0, 10));
    assert.equal(new Set(after).size, 21);
  });

  it("draws the plot that is clicked, in a tab that cannot be written to", async () => {
    const { window } = bench;
    const row = window.sideBar.row(publicPlots, "carbon-dioxide-seasons");
    // As people do: who points at a plot before opening it has seen its tooltip without a picture.
    await row.hover();
    await window.sideBar.tooltip.says("ingrid-vale:10 on this computer").waitFor();
    assert.equal(await window.sideBar.tooltip.picture.count(), 0);
    await row.click();
    await window.preview().drawn();
    await window.preview().drawing.scatterTraces.first().waitFor();
    assert.equal(await window.preview().status.innerText(), "2 traces");
    const tooltip = (await window.preview().status.getAttribute("title")) ?? "";
    assert.match(tooltip, /^Drawn by plotly\.js 4\.1\.1 in [\d,]+ ms$/);
    const lock = await window.tabDecoration("carbon-dioxide-seasons.plotly.json");
    assert.equal(lock, JSON.stringify(smallLock));
    await window.screenshot("browse-plot");
  });

  it("shows a plot's picture in its tooltip once it was drawn here", async () => {
    const { window } = bench;
    const row = window.sideBar.row(publicPlots, "carbon-dioxide-seasons");
    const { picture } = window.sideBar.tooltip;
    // The picture is kept when the drawing has come to rest; until then the tooltip has words alone.
    do {
      await window.sideBar.leaveRow();
      await row.hover();
      await window.sideBar.tooltip.says("ingrid-vale:10 on this computer").waitFor();
    } while (!(await picture.isVisible()));
    assert.ok(
      await picture.evaluate((image: unknown) => (image as Image).complete && (image as Image).naturalWidth > 100),
    );
    await window.screenshot("browse-tooltip");
  });

  it("sorts by views", async () => {
    const { sideBar, quickInput } = bench.window;
    await sideBar.clickAction(publicPlots, "Sort");
    await quickInput.choose("Most viewed first");
    await sideBar.view(publicPlots).getByText("most viewed first").waitFor();
    await sideBar.row(publicPlots, "lorenz-attractor").waitFor();
    const counts = (await sideBar.rows(publicPlots).allInnerTexts()).slice(0, 10).map(viewsOf);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
    );
    await bench.window.screenshot("browse-sorted");
  });

  it("filters by quality, says so, and tells what to do when nothing is left", async () => {
    const { sideBar, quickInput } = bench.window;
    const filter = "Filter by Quality…";
    await sideBar.chooseAction(publicPlots, filter);
    await quickInput.enter("8 to 5");
    await quickInput.says("Type two numbers such as").waitFor();
    await quickInput.enter("from 10");
    await sideBar.view(publicPlots).getByText("most viewed first · quality from 10").waitFor();
    await sideBar.row(publicPlots, "Load more").waitFor({ state: "hidden" });
    const few = await until(
      () => sideBar.names(publicPlots),
      ({ length }) => length > 0,
    );
    assert.ok(few.length < 10, `quality from 10 leaves ${few.join(", ")}`);

    await sideBar.chooseAction(publicPlots, filter);
    await quickInput.enter("from 999");
    await sideBar.view(publicPlots).getByText("No public plot has a quality in the chosen range.").waitFor();
    await bench.window.screenshot("browse-filtered-empty");
    await sideBar.view(publicPlots).getByText("Change the Range").click();
    await quickInput.enter("");
    await sideBar.row(publicPlots, "10 so far").waitFor();
  });

  it("keeps the feed's order until it is refreshed", async () => {
    const { window } = bench;
    const { sideBar } = window;
    await sideBar.collapse(publicPlots);
    await sideBar.expand(feed);
    await sideBar.row(feed, "flavour-wheel").waitFor();
    const order = await sideBar.names(feed);
    await sideBar.row(feed, "coffee-tasting").click();
    await window.preview().drawn();
    await sideBar.open("Explorer");
    await sideBar.open("Plots");
    await sideBar.row(feed, "flavour-wheel").waitFor();
    assert.deepEqual(await sideBar.names(feed), order);

    // Fourteen plots: that a shuffle gives the same order is one chance in 87 thousand million.
    await sideBar.clickAction(feed, "Refresh Feed");
    await until(
      () => sideBar.names(feed),
      (now) => now.join() !== order.join() && now.toSorted().join() === order.toSorted().join(),
    );
  });

  it("opens a plot by its id", async () => {
    const { window } = bench;
    await window.runCommand("Plots: Open Plot by Id");
    await window.quickInput.enter("tomas.ferro");
    await window.quickInput.says("Type owner and number").waitFor();
    await window.quickInput.enter("tomas.ferro:2");
    await window.tab("flavour-wheel.plotly.json").waitFor();
    await window.preview().drawn();
    await window.runCommand("Plots: Open Plot by Id");
    await window.quickInput.enter("nobody:77");
    const refusal = window.notification(
      "This computer does not show the plot nobody:77: it was deleted, or it is private.",
    );
    await refusal.waitFor();
    await window.screenshot("browse-missing-plot");
    await refusal.getByRole("button", { name: "Try Again" }).click();
    await window.quickInput.enter("ingrid-vale:12");
    await window.tab("warming-stripes.plotly.json").waitFor();
  });
});

/** What a page's picture tells of itself. */
interface Image {
  readonly complete: boolean;
  readonly naturalWidth: number;
}

const viewsOf = (text: string) =>
  Number(/([\d\u202f]+) views?/.exec(text)?.[1]?.replaceAll("\u202f", "") ?? Number.NaN);
