import assert from "node:assert/strict";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../host/paths.ts";
import { useWindow } from "./useWindow.ts";

const formulas = {
  data: [
    { type: "scatter", x: [1, 2], y: [1, 4], mode: "markers+text", text: ["$\\mathbb{R}^n$", "plain"] },
    { type: "bar", x: [1, 2], y: [1, 2], name: "from $5 to $10" },
  ],
  layout: {
    title: { text: "$\\int_0^1 x^2\\,\\text{Größe}\\,dx$" },
    xaxis: { tickvals: [1, 2], ticktext: ["$\\pi$", "$2 < 3$"] },
    annotations: [{ text: "$\\frac{1}{$", x: 1, y: 3 }],
  },
};

const icons = {
  data: [{ type: "scattermap", lat: [1, 2], lon: [1, 2], mode: "markers", marker: { symbol: ["bus", "no-such"] } }],
  layout: { map: { center: { lat: 1, lon: 1 }, zoom: 5 } },
};

describe("Formulas, and icons on maps", () => {
  const violations: string[] = [];
  const bench = useWindow({
    shared: true,
    prepare: (folder) => {
      writeFileSync(join(folder, "formulas.plotly.json"), JSON.stringify(formulas));
      writeFileSync(join(folder, "icons.plotly.json"), JSON.stringify(icons));
      copyFileSync(join(root, "test/fixtures/cases/23-mathjax.plotly.json"), join(folder, "mathjax.plotly.json"));
    },
  });

  before(() => {
    bench.window.page.setDefaultTimeout(75_000);
    bench.window.page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) violations.push(message.text());
    });
  });

  it("are drawn in title, axis and legend", async () => {
    const { window } = bench;
    await window.openFile("mathjax.plotly.json");
    const preview = window.preview();
    await preview.drawn();
    for (const part of ["title", "axis title", "legend"] as const)
      await preview.drawing.formulas(part).first().waitFor({ state: "attached" });
    assert.equal(await preview.graph.getByText("$").filter({ visible: true }).count(), 0);
    await window.screenshot("formulas");
  });

  it("stand beside prices, which stay as they are, and mistakes, which are shown as they are written", async () => {
    const { window } = bench;
    await window.closeEditors();
    await window.openFile("formulas.plotly.json");
    const preview = window.preview();
    await preview.drawn();
    assert.equal(await preview.drawing.formulas("ticks").count(), 2);
    assert.equal(await preview.drawing.formulas("points").count(), 1);
    assert.deepEqual(await preview.drawing.legendTexts.allTextContents(), ["trace 0", "from $5 to $10"]);
    await preview.drawing.formulaMistakes.first().waitFor({ state: "attached" });
    await window.screenshot("formulas-and-prices");
  });

  it("are in pictures", async () => {
    const { window, folder } = bench;
    await window.runCommand("Plots: Save Picture as SVG");
    await window.quickInput.says("Save Picture").waitFor();
    await window.quickInput.enterPath(join(folder, "formulas.svg"));
    await window.notification("Saved formulas.svg.").getByRole("button", { name: "Open" }).waitFor();
    const picture = readFileSync(join(folder, "formulas.svg"), "utf8");
    assert.equal(picture.match(/data-math="Y"/g)?.length, 5);
    assert.match(picture, /class="gtitle-math"/);
    assert.match(picture, />from \$5 to \$10</);
    assert.doesNotMatch(picture, /<image|https?:\/\/(?!www\.w3\.org)/);
  });

  it("are drawn on maps from outlines that come with the extension, and that is said where there is none", async () => {
    const { window } = bench;
    await window.closeEditors();
    await window.openFile("icons.plotly.json");
    const preview = window.preview();
    await preview.drawn();
    assert.deepEqual(await preview.drawing.mapIcons("bus", "circle", "no-such"), [true, true, false]);
    await preview.notes
      .getByText(/circles: no-such/)
      .first()
      .waitFor();
    await window.screenshot("icons-on-map");
  });

  it("need no network and no generated code", () => {
    assert.deepEqual(violations, []);
  });
});
