import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CreatePlot } from "../pages/createPlot.ts";
import { useWindow } from "./useWindow.ts";

const file = "tides.plotly.json";
const figure = JSON.stringify(
  {
    data: [
      { type: "scatter", mode: "lines", name: "harbour", x: [0, 3, 6, 9, 12], y: [1.2, 3.4, 4.1, 2.8, 1.1] },
      {
        type: "bar",
        name: "pier",
        x: [0, 3, 6, 9, 12],
        y: [1, 2.9, 3.8, 2.5, 0.9],
        marker: { color: [1, 2, 3, 4, 5] },
      },
    ],
    layout: { title: { text: "Tides of a day" } },
  },
  undefined,
  2,
);
const csv = "day,high,low\n2024-01-01,7.5,1.2\n2024-01-02,8.1,0.4\n2024-01-03,6.9,-1.3\n";

describe("Create Plot", () => {
  const bench = useWindow({
    prepare(folder) {
      writeFileSync(join(folder, file), figure);
      writeFileSync(join(folder, "weather.csv"), csv);
    },
  });

  let create: CreatePlot;

  before(async () => {
    create = new CreatePlot(bench.window);
    await bench.window.openFile(file);
    await bench.window.preview().drawn();
  });

  it("shows what will be sent, and sends nothing when it is cancelled", async () => {
    const { window } = bench;
    const { quickInput } = window;
    await create.start();
    await create.chooseOpenFigure();
    await create.nameIsAsked("this computer");
    await quickInput.enter("tides of a day");
    await quickInput.row("Only me").waitFor();
    await quickInput.take("Everybody");
    await quickInput.says("grid “tides of a day_grid”, 5 columns").waitFor();
    await quickInput.row("data.1.marker.color").waitFor();
    await window.screenshot("create-review");
    await quickInput.cancel();
    await quickInput.box.waitFor({ state: "hidden" });

    await window.sideBar.open("Plots");
    await window.sideBar.rows("Public Plots").first().waitFor();
    assert.equal(await window.sideBar.row("Public Plots", "tides of a day").count(), 0);
  });

  for (const [index, step] of ["the source", "the name", "the readers"].entries()) {
    it(`leaves nothing when it is given up at ${step}`, async () => {
      const { window } = bench;
      const { quickInput } = window;
      await create.start();
      await quickInput.row("publish the figure that is open").waitFor();
      if (index > 0) {
        await create.chooseOpenFigure();
      }
      if (index > 1) {
        await quickInput.enter("given up");
        await quickInput.row("Only me").waitFor();
      }
      await quickInput.cancel();
      await quickInput.box.waitFor({ state: "hidden" });
      assert.equal(await window.notification("").count(), 0);
    });
  }

  it("moves the arrays into a grid, opens the new plot and lists it, and leaves the file as it is", async () => {
    const { window, folder } = bench;
    await create.start();
    await create.publishOpenFigure("tides of a day");
    await window.tab("tides of a day.plotly.json").waitFor();
    await window.preview().drawn();
    await window.preview().title("Tides of a day").waitFor();
    await window.sideBar.row("Public Plots", "tides of a day").waitFor();
    // The list was read since, and what was given up would stand below.
    assert.equal(await window.sideBar.row("Public Plots", "given up").count(), 0);
    await window.screenshot("create-done");
    assert.equal(readFileSync(join(folder, file), "utf8"), figure);
  });

  it("keeps references only in the plot, and no problem is left", async () => {
    const { window } = bench;
    await window.preview().says("No problems").waitFor();
    await window.runCommand("Plots: Open Text to the Side");
    const text = window.textEditor("tides of a day.plotly.json");
    await text.part.getByText("xsrc").first().waitFor();
    assert.match(await text.part.innerText(), /"me:\d+:[0-9a-f]{6}"/);
    await window.screenshot("create-references");
  });

  it("asks for another name where the name is taken", async () => {
    const { window } = bench;
    await window.closeEditors();
    await window.openFile(file);
    await create.start();
    await create.publishOpenFigure("tides of a day");
    await window.quickInput.says("“tides of a day” already exists. Choose another name.").waitFor();
    await window.screenshot("create-name-taken");
    await window.quickInput.enter("tides of a day, again");
    await window.quickInput.take("Only me");
    await window.quickInput.take("“tides of a day, again”");
    await window.tab("tides of a day, again.plotly.json").waitFor();
  });

  it("points at the arrays in the text instead, as errors", async () => {
    const { window } = bench;
    await window.closeEditors();
    await window.openFile(file);
    await create.start();
    await create.chooseOpenFigure();
    await window.quickInput.enter("never made");
    await window.quickInput.take("Everybody");
    await window.quickInput.take("Show the arrays in the text");
    await window.textEditor(file).squiggles("error").first().waitFor();
    await window.screenshot("create-arrays-shown");
  });

  it("makes a plot of a plot that is open, with the same references", async () => {
    const { window } = bench;
    const { quickInput } = window;
    await window.closeEditors();
    await window.sideBar.open("Plots");
    await window.sideBar.row("Public Plots", "carbon-dioxide-seasons").click();
    await window.preview().drawn();
    await create.start();
    await quickInput.take("carbon-dioxide-seasons.plotly.json");
    await quickInput.enter("my forests");
    await quickInput.take("Everybody");
    await quickInput.says("The figure's references stay as they are.").waitFor();
    await window.screenshot("create-from-plot");
    await quickInput.take("“my forests”");
    await window.tab("my forests.plotly.json").waitFor();
    await window.preview().drawn();
    await window.preview().title("The northern forests breathe").waitFor();
    await window.preview().says("No problems").waitFor();
    await window.sideBar.row("Public Plots", "my forests").waitFor();
  });

  it("makes a chart from a CSV file: the table as it is understood, kind, columns, name", async () => {
    const { window } = bench;
    const { quickInput } = window;
    await window.closeEditors();
    await create.start();
    await quickInput.take("weather.csv");
    await quickInput.row("dates").waitFor();
    await quickInput.row("7.5, 8.1, 6.9").waitFor();
    await window.screenshot("create-table");
    await quickInput.take("Use This Table");
    await quickInput.take("How values go up and down");
    await create.chooseColumns("day", "high", "low");
    await window.screenshot("create-columns");
    await window.page.keyboard.press("Enter");
    await quickInput.take("A plot on a server");
    await create.nameIsAsked();
    await quickInput.enter("weather");
    await quickInput.take("Everybody");
    await quickInput.take("“weather”");
    await window.tab("weather.plotly.json").waitFor();
    await window.preview().drawn();
    await window.preview().title("weather").waitFor();
    assert.equal(await window.preview().drawing.scatterTraces.count(), 2);
    await window.screenshot("create-from-csv");
  });

  it("makes a figure file from a CSV file, with the data in it", async () => {
    const { window, folder } = bench;
    const { quickInput } = window;
    await window.closeEditors();
    await create.start();
    await quickInput.take("weather.csv");
    await quickInput.take("Use This Table");
    await quickInput.take("Amounts side by side");
    await create.chooseColumns("day", "high", "low");
    await window.page.keyboard.press("Enter");
    await quickInput.row("A figure file").waitFor();
    await window.screenshot("create-target");
    await quickInput.take("A figure file");
    await window.tab("weather.plotly.json").waitFor();
    await window.preview().drawn();
    await window.preview().title("weather").waitFor();
    const { data } = JSON.parse(readFileSync(join(folder, "weather.plotly.json"), "utf8")) as { data: unknown[] };
    assert.deepEqual(data[0], {
      type: "bar",
      x: ["2024-01-01", "2024-01-02", "2024-01-03"],
      name: "high",
      y: [7.5, 8.1, 6.9],
    });
  });

  it("says which place keeps a file from becoming a plot", async () => {
    const { window } = bench;
    await window.closeEditors();
    await window.openFile("half-written.plotly.json");
    await create.start();
    await window.quickInput.take("publish the figure that is open");
    const refusal = window.notification("No plot can be created from this file.");
    await refusal.waitFor();
    await window.screenshot("create-refused");
    await refusal.getByRole("button", { name: "Show in Text" }).click();
    await window.textEditor("half-written.plotly.json").part.waitFor();
  });
});
