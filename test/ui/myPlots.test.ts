import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { views } from "../pages/plotsBar.ts";
import { useWindow } from "./useWindow.ts";

const { mine } = views;

/** As Chart Studio exported it: the data beside the references to where it came from. */
function exported(title: string, heights: readonly number[]) {
  const days = ["Mon", "Tue", "Wed", "Thu"];
  return {
    data: [
      { type: "scatter", name: "high", xsrc: "ann:7:aaaaaa", x: days, ysrc: "ann:7:bbbbbb", y: heights },
      { type: "bar", name: "boats", xsrc: "ann:7:aaaaaa", x: days, ysrc: "ann:7:cccccc", y: [3, 4, 2, 6] },
    ],
    layout: { title: { text: title }, xaxis: { categoryarraysrc: "ann:9:dddddd" } },
    frames: [],
  };
}

describe("One's own plots", () => {
  const bench = useWindow({
    prepare(folder) {
      mkdirSync(join(folder, "exports"));
      const write = (name: string, content: unknown) =>
        writeFileSync(join(folder, "exports", name), JSON.stringify(content));
      write("spring tide.json", exported("Spring tide", [4.1, 4.6, 4.9, 4.4]));
      write("neap tide.json", exported("Neap tide", [2.1, 2.6, 2.2, 2]));
      write("notes.json", { by: "Ann" });
    },
  });
  const row = (text: string) => bench.window.sideBar.row(mine, text);
  const unfold = (text: string, inside: Locator) => bench.window.sideBar.unfold(row(text), inside);
  const press = (text: string, button: string) => bench.window.sideBar.pressOnRow(row(text), button);

  it("come from a folder of exports, and a report says what was not understood", async () => {
    const { window } = bench;
    // Menus have the extension's commands once its icon is there.
    await window.sideBar.open("Plots");
    await window.sideBar.open("Explorer");
    await window.sideBar.chooseFrom(window.sideBar.file("exports"), "Import Chart Studio Export");
    const report = window.webview();
    await report.getByText("2 plots imported, 1 file was not imported").waitFor({ timeout: 60_000 });
    await report.getByText("whose data is not in the export").first().waitFor();
    await window.screenshot("mine-report");
  });

  it("stand in folders, with what shows them drawn", async () => {
    const { window } = bench;
    await window.closeEditors();
    await window.sideBar.open("Plots");
    for (const other of ["Public Plots", "Feed", "Figures in this Workspace"]) await window.sideBar.collapse(other);
    await window.sideBar.expand(mine);
    await unfold("Imported", row("spring tide_grid"));
    await window.sideBar
      .rows(mine)
      .filter({ hasText: /^spring tide$/ })
      .click();
    await window.preview().drawn();
    await window.preview().title("Spring tide").waitFor();
    await window.screenshot("mine-plot");
    await row("spring tide_grid").click();
    await window.tab("spring tide_grid.grid.json").waitFor();
    await window.textEditor().part.getByText("y (high)").waitFor();
  });

  it("get a folder, and are moved there from the menu and by mouse", async () => {
    const { window } = bench;
    await window.sideBar.clickAction(mine, "New Folder");
    await window.quickInput.enter("tides/june");
    await window.quickInput.says("A name cannot contain “/”").waitFor();
    await window.quickInput.enter("tides of june");
    await row("tides of june").waitFor();
    await window.sideBar.chooseFromRow(mine, "neap tide_grid", "Move to Folder");
    await window.screenshot("mine-move");
    await window.quickInput.take("tides of june");
    await unfold("tides of june", row("neap tide_grid"));
    const plot = window.sideBar.rows(mine).filter({ hasText: /^neap tide$/ });
    // A level deeper than at home.
    await window.sideBar.drag(plot, row("tides of june"), window.sideBar.atLevel(plot, 2));
    await window.sideBar.chooseFromRow(mine, "Imported", "Move to Folder");
    await window.quickInput.row("tides of june").waitFor();
    await window.quickInput.cancel();
  });

  it("are renamed and starred", async () => {
    const { window } = bench;
    // A folder that has just taken something in may be folded.
    await unfold("tides of june", row("neap tide_grid"));
    await window.sideBar.chooseFrom(window.sideBar.rows(mine).filter({ hasText: /^neap tide$/ }), "Rename");
    await window.quickInput.enter("neap tide, quiet");
    await row("neap tide, quiet").waitFor();
    await press("neap tide, quiet", "Add Star");
    await row("neap tide, quiet").getByText("★").waitFor();
    await unfold("Starred", window.sideBar.rows(mine).filter({ hasText: "neap tide, quiet" }).nth(1));
    await window.screenshot("mine-starred");
    assert.equal(await window.sideBar.rows(mine).filter({ hasText: "neap tide, quiet" }).count(), 2);
  });

  it("go to the trash and come back, or are deleted for good after a question", async () => {
    const { window } = bench;
    await press("spring tide_grid", "Move to Trash");
    await row("spring tide_grid").waitFor({ state: "hidden" });
    await unfold("Trash", row("spring tide_grid"));
    await press("spring tide_grid", "Restore");
    await row("The trash is empty").waitFor();
    await row("spring tide_grid").waitFor();
    await press("spring tide_grid", "Move to Trash");
    await row("The trash is empty").waitFor({ state: "hidden" });
    await window.sideBar.chooseFromRow(mine, "spring tide_grid", "Delete Permanently");
    const question = window.dialog("Delete “spring tide_grid” permanently?");
    await question.getByText("Plots that use the grid will lose their data.").waitFor();
    await window.screenshot("mine-delete");
    await question.getByRole("button", { name: "Delete Permanently" }).click();
    await row("The trash is empty").waitFor();
    assert.equal(await row("spring tide_grid").count(), 0);
  });

  it("are found as one types, and opened", async () => {
    const { window } = bench;
    await window.closeEditors();
    await window.runCommand("Plots: Search Plots…");
    // What is typed before the box is there is lost.
    await window.quickInput.says("Search Plots", { exact: true }).waitFor();
    await window.page.keyboard.type("quie nea", { delay: 20 });
    await window.quickInput.row("neap tide, quiet").waitFor();
    await window.page.keyboard.press("Control+a");
    await window.page.keyboard.type("carb");
    await window.quickInput.row("carbon-dioxide-seasons").waitFor();
    await window.screenshot("mine-search");
    await window.page.keyboard.press("Enter");
    await window.preview().drawn();
    await window.tab("carbon-dioxide-seasons.plotly.json").waitFor();
  });
});
