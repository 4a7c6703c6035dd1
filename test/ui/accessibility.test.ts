import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { until } from "./until.ts";
import { themes } from "./themes.ts";
import { useWindow } from "./useWindow.ts";

const file = "faulty.plotly.json";
const figure = {
  data: [{ type: "bar", x: ["a", "b"], y: [1, 3], opacty: 1 }],
  layout: { title: "A title of Plotly 2", width: 2000, height: 1200, paper_bgcolor: "navy" },
};

/** What axe-core adds to the page. */
declare const window: { readonly axe: typeof axe };

describe("A figure that is read and worked with by other means than eyes and mouse", () => {
  const bench = useWindow({
    prepare: (folder) => writeFileSync(join(folder, file), JSON.stringify(figure, undefined, 2)),
  });

  before(async () => {
    bench.window.page.setDefaultTimeout(75_000);
    await bench.window.openFile(file);
    await bench.window.preview().drawn();
    await bench.window.preview().problem("unknown-attribute").waitFor();
  });

  for (const [theme, bodyClass] of themes) {
    it(`has nothing that axe objects to in ${theme}`, async () => {
      const preview = bench.window.preview();
      await bench.window.chooseTheme(theme);
      await preview.inTheme(bodyClass);
      const page = await preview.page();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        // The last is no part of what axe looks for unasked.
        window.axe.run({ rules: { "label-content-name-mismatch": { enabled: true } } }),
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
      );
    });
  }

  it("has one stop of the Tab key for the tools on the drawing, and arrows between them", async () => {
    const { page } = bench.window;
    const preview = bench.window.preview();
    const { tools } = preview.drawing;
    const stops = () => preview.drawing.toolStops();
    assert.deepEqual(await stops(), [0]);
    await tools.first().focus();
    await page.keyboard.press("ArrowRight");
    await preview.focused(tools.nth(1)).waitFor({ state: "attached" });
    assert.deepEqual(await stops(), [1]);
    await page.keyboard.press("Enter");
    await preview.drawing.activeTool("pan").waitFor();
    await page.keyboard.press("End");
    await until(stops, ([stop]) => stop !== 1);
    const last = (await tools.count()) - 1;
    assert.deepEqual(await stops(), [last]);
    await page.keyboard.press("ArrowRight");
    await until(stops, ([stop]) => stop === 0);
  });

  it("is shown as a whole where it is larger than its pane", async () => {
    const preview = bench.window.preview();
    const width = () => preview.drawing.width();
    assert.equal(Math.round(await width()), 2000);
    await preview.button("Fit").click();
    const room = await preview.roomWidth();
    await until(width, (now) => now > 0 && now < room);
    await bench.window.screenshot("fitted");
    await preview.button("Actual Size").click();
    await until(width, (now) => Math.round(now) === 2000);
  });

  it("is copied as a picture from the menu on the drawing", async () => {
    const { page } = bench.window;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const { plotArea } = bench.window.preview().drawing;
    await bench.window.contextMenu.choose("Copy Picture", () =>
      plotArea.click({ button: "right", position: { x: 40, y: 40 } }),
    );
    await bench.window.statusBar.item("The picture is on the clipboard.").waitFor();
    await bench.window.screenshot("copied-picture");
  });
});
