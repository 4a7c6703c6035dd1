import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./until.ts";
import { useWindow } from "./useWindow.ts";

const file = "seedlings.plotly.json";
const text = `{
  "data": [
    {
      "type": "scatter",
      "mode": "lines+markers",
      "name": "bean",
      "x": [1, 2, 3, 4, 5, 6, 7],
      "y": [0.4, 1.1, 2.6, 4.2, 6.0, 7.1, 7.7]
    },
    {
      "type": "scatter",
      "mode": "lines+markers",
      "name": "pea",
      "x": [1, 2, 3, 4, 5, 6, 7],
      "y": [0.7, 1.9, 3.1, 4.0, 4.6, 5.0, 5.2]
    }
  ],
  "layout": {
    "title": { "text": "Height of the seedlings" },
    "xaxis": { "title": { "text": "days" } },
    "yaxis": { "title": { "text": "cm" } }
  }
}
`;
/** Just behind the title's text. */
const endOfTitle = [19, 48] as const;
/** Behind the type of the first trace. */
const endOfType = [4, 23] as const;

describe("A figure file", () => {
  const bench = useWindow({ shared: true, prepare: (folder) => writeFileSync(join(folder, file), text) });

  it("opens as a drawing", async () => {
    const { window } = bench;
    await window.openFile(file);
    await window.preview().drawn();
    await window.preview().title("Height of the seedlings").waitFor();
    assert.equal(await window.preview().drawing.scatterTraces.count(), 2);
    await window.screenshot("figure-drawing");
  });

  it("has its text beside it", async () => {
    const { window } = bench;
    await window.pressEditorAction("Open Text to the Side");
    await window.textEditor(file).part.waitFor();
    assert.ok(await window.preview().graph.isVisible());
    await window.screenshot("figure-text-beside");
  });

  it("follows the text while it is typed, and keeps the zoom", async () => {
    const { window } = bench;
    const preview = window.preview();
    const whole = await preview.range("xaxis");
    await preview.drag({ x: 0.3, y: 0.3 }, { x: 0.7, y: 0.8 });
    const zoomed = await until(
      () => preview.range("xaxis"),
      (range) => String(range) !== String(whole),
    );
    const [from, to] = zoomed as [number, number];
    assert.ok(from > 2 && to < 6, `The zoom shows ${from} to ${to}.`);

    await window.textEditor(file).goTo(...endOfTitle);
    await window.page.keyboard.type("!!!");
    await preview.title("Height of the seedlings!!!").waitFor();
    assert.deepEqual(await preview.range("xaxis"), zoomed);
    await window.screenshot("figure-edited-zoomed");
  });

  it("is saved as it was typed", async () => {
    const { window, folder } = bench;
    await window.save(file);
    const expected = text.replace("Height of the seedlings", "$&!!!");
    await until(
      () => readFileSync(join(folder, file), "utf8"),
      (saved) => saved === expected,
    );
  });

  it("keeps the last good drawing while the text has a syntax error, and leads to its place", async () => {
    const { window } = bench;
    const { banner, drawing } = window.preview();
    await window.textEditor(file).goTo(7, 17);
    await window.textEditor(file).insert(",");
    await banner.getByText("Showing the last good drawing.").waitFor();
    assert.match(await banner.innerText(), /Line 7: /);
    assert.equal(await drawing.scatterTraces.count(), 2);
    await window.screenshot("figure-syntax-error");

    await window.textEditor(file).goTo(1, 1);
    await banner.getByRole("button").click();
    await window.statusBar.cursorIn(7);
    await window.screenshot("figure-syntax-error-place");
  });

  it("draws anew when the error is undone", async () => {
    const { window } = bench;
    const { banner } = window.preview();
    await window.textEditor(file).focus();
    await window.page.keyboard.press("Control+z");
    await banner.waitFor({ state: "hidden" });
    await window.page.keyboard.press("Control+y");
    await banner.waitFor();
    await window.page.keyboard.press("Control+z");
    await banner.waitFor({ state: "hidden" });
    await window.preview().title("Height of the seedlings").waitFor();
  });

  it("draws a trace of another kind as soon as its type is typed, and the first kind again", async () => {
    const { window } = bench;
    const { drawing } = window.preview();
    await window.textEditor(file).goTo(...endOfType);
    await window.page.keyboard.type("polar");
    await drawing.circles.waitFor();
    assert.equal(await drawing.scatterTraces.count(), 1);
    await window.screenshot("figure-other-kind");
    await window.page.keyboard.press("Control+z");
    await drawing.circles.waitFor({ state: "detached" });
    assert.equal(await drawing.scatterTraces.count(), 2);
  });

  it("follows a program that writes the file anew", async () => {
    const { window, folder } = bench;
    await window.closeEditors();
    await window.openFile("sea-temperature.plotly");
    await window.preview().title("Water at the harbour mouth").waitFor({ timeout: 60_000 });
    writeFileSync(
      join(folder, "sea-temperature.plotly"),
      text.replace("Height of the seedlings", "Written by a script"),
    );
    await window.preview().title("Written by a script").waitFor();
  });

  it("may be any JSON file that is asked to be one", async () => {
    const { window } = bench;
    await window.closeEditors();
    await window.sideBar.open("Explorer");
    await window.sideBar.file("seal-ages.json").click();
    await window.textEditor("seal-ages.json").part.waitFor();
    await window.runCommand("Plots: Preview Figure");
    await window.preview().drawn();
    await window.preview().title("Ages of the seals on the outer rocks").waitFor();
    assert.ok(await window.textEditor("seal-ages.json").part.isVisible());
    await window.screenshot("figure-any-json");
  });
});
