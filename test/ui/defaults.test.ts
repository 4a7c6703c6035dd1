import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./until.ts";
import { useWindow } from "./useWindow.ts";

const file = "countries.plotly.json";
const text = `{
  "data": [{ "type": "choropleth", "locations": ["CAN", "MEX"], "z": [1, 2] }],
  "layout": { "title": { "text": "Two countries" } }
}
`;
const newest = "Plotly 4's defaults";
const before = "Defaults of before Plotly 4";

describe("The defaults that a figure is drawn with", () => {
  const bench = useWindow({ shared: true, prepare: (folder) => writeFileSync(join(folder, file), text) });

  it("are named under the drawing and changed there", async () => {
    const { window } = bench;
    await window.openFile(file);
    const preview = window.preview();
    await preview.drawn();
    await preview.button(newest).click();
    const button = preview.button(before);
    await button.waitFor();
    await preview.says("1 map of countries is shown whole, as before Plotly 4").waitFor();
    await window.screenshot("defaults-before-4");
  });

  it("are kept for the document and written by a migration", async () => {
    const { window, folder } = bench;
    await window.closeEditors();
    await window.openFile(file);
    const preview = window.preview();
    await preview.button(before).waitFor();
    await window.runCommand("Plots: Migrate Figure to Current Plotly");
    await window.unsavedTab(file).waitFor();
    await window.runCommand("File: Save");
    await until(
      () => readFileSync(join(folder, file), "utf8"),
      (saved) => saved.includes('"fitbounds": false'),
    );
    await preview.button(before).waitFor({ state: "hidden" });
    assert.equal(await preview.button(newest).isVisible(), false);
  });
});
