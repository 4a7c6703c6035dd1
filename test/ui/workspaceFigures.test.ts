import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { views } from "../pages/plotsBar.ts";
import { useWindow } from "./useWindow.ts";

const { figures } = views;

describe("The figures of the workspace in the side bar", () => {
  const bench = useWindow({
    prepare(folder) {
      mkdirSync(join(folder, "runs", "2026"), { recursive: true });
      cpSync(join(folder, "seal-ages.json"), join(folder, "runs", "2026", "seals.json"));
      writeFileSync(join(folder, "config.json"), '{ "colour": "green" }');
      writeFileSync(
        join(folder, "broken.plotly"),
        '{ "data": [{ "type": "bar", "y": [1], "xsrc": "me:999:abcdef" }] }',
      );
    },
  });
  const row = (text: string) => bench.window.sideBar.row(figures, text);

  before(async () => {
    await bench.window.sideBar.open("Plots");
    for (const other of ["Public Plots", "Feed"]) await bench.window.sideBar.collapse(other);
    await row("seal-ages.json").waitFor();
  });

  it("stand first, by their folders, with plain JSON files that hold one", async () => {
    const { sideBar } = bench.window;
    assert.match(await sideBar.firstView(), /figures in this workspace/i);
    const names = await sideBar.names(figures);
    assert.deepEqual(names, [
      "runs/2026",
      "seals.json",
      "broken.plotly",
      "city-budget.plotly.json",
      "half-written.plotly.json",
      "river-flow.plotly.json",
      "sea-temperature.plotly",
      "seal-ages.json",
    ]);
    await bench.window.screenshot("workspace-figures");
  });

  it("are drawn by a click, also where VS Code would open a text", async () => {
    const { window } = bench;
    await row("seals.json").click();
    await window.preview().drawn();
    await window.preview().title("Ages of the seals").waitFor();
  });

  it("show their picture in the tooltip once they were drawn", async () => {
    const { window } = bench;
    const { picture } = window.sideBar.tooltip;
    // The picture is kept when the drawing has come to rest; until then the tooltip has words alone.
    do {
      await window.sideBar.leaveRow();
      await row("seals.json").hover();
      await window.sideBar.tooltip.says("histogram").waitFor();
    } while (!(await picture.isVisible()));
    await window.screenshot("workspace-figures-tooltip");
    await window.sideBar.leaveRow();
  });

  it("wear their problems as badges", async () => {
    const { window } = bench;
    await row("broken.plotly").click();
    await window.preview().drawn();
    await window.sideBar.badge(row("broken.plotly")).waitFor();
    assert.equal(await window.sideBar.badge(row("city-budget")).count(), 0);
    await window.screenshot("workspace-figures-badge");
  });

  it("are compared with another one that is chosen", async () => {
    const { window } = bench;
    await window.sideBar.chooseFromRow(figures, "city-budget", "Compare With");
    await window.quickInput.choose("river-flow.plotly.json");
    await window.tabTitled("river-flow.plotly.json ↔ city-budget.plotly.json").waitFor();
    await window.screenshot("workspace-figures-compare");
  });
});
