import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { Inspector } from "../pages/inspector.ts";
import { themes } from "./themes.ts";
import { until } from "./until.ts";
import { useWindow } from "./useWindow.ts";

const file = "beans.plotly.json";
const text = `{
  "data": [
    { "type": "scatter", "name": "bean", "x": [1, 2, 3], "y": [2, 4, 3] },
    { "type": "scatter", "name": "pea", "x": [1, 2, 3], "y": [1, 1, 2] }
  ],
  "layout": { "title": "Harvest", "xaxis": { "title": { "text": "year" } } }
}
`;

/** What axe-core adds to the page. */
declare const window: { readonly axe: typeof axe };

/** What is read of the file's figure. */
interface Figure {
  readonly data: readonly {
    readonly type: string;
    readonly name: string;
    readonly opacity?: number;
    readonly line?: { readonly width?: number; readonly dash?: string };
  }[];
  readonly layout: {
    readonly title: { readonly text: string; readonly font?: { readonly size?: number } };
    readonly width?: number;
    readonly template?: object;
    readonly legend?: { readonly x?: number };
  };
}

describe("The inspector", () => {
  const bench = useWindow({ prepare: (folder) => writeFileSync(join(folder, file), text) });
  let inspector: Inspector;

  before(async () => {
    bench.window.page.setDefaultTimeout(75_000);
    await bench.window.openFile(file);
    const preview = bench.window.preview();
    await preview.drawn();
    await preview.drawing.tool("Edit the figure").click();
    inspector = new Inspector(preview.frame);
    await inspector.part.waitFor();
  });

  /** The figure as it is written, once it is as it should be. */
  async function written(isSo: (figure: Figure) => boolean): Promise<Figure> {
    const path = join(bench.folder, file);
    return await until(async () => {
      if ((await bench.window.unsavedTab(file).count()) > 0) await bench.window.save(file);
      return JSON.parse(readFileSync(path, "utf8")) as Figure;
    }, isSo);
  }

  it("opens with the figure, and writes its title as a small edit, which one undo takes back", async () => {
    const page = bench.window;
    assert.equal(await inspector.field("title.text").inputValue(), "Harvest");
    await inspector.write("title.text", "Beans and peas");
    await page.preview().title("Beans and peas").waitFor();
    const figure = await written(({ layout }) => layout.title.text === "Beans and peas");
    assert.deepEqual(figure.layout.title, { text: "Beans and peas" });
    await page.runCommand("Undo");
    await page.preview().title("Harvest").waitFor();
  });

  it("shows another part from the list, and says of a value where it comes from", async () => {
    await inspector.choose("trace 0 “bean”");
    await inspector.field("line.width").focus();
    await inspector.help.filter({ hasText: "Plotly’s default." }).waitFor();
    await inspector.help.filter({ hasText: "Sets the line width (in px)." }).waitFor();
    await inspector.write("line.width", "5");
    await inspector.help.filter({ hasText: "Written here." }).waitFor();
    await written(({ data }) => data[0]?.line?.width === 5);
    await inspector.row("line.width").hover();
    await inspector.action("Reset Line width").click();
    await inspector.help.filter({ hasText: "Plotly’s default." }).waitFor();
    await written(({ data }) => data[0]?.line === undefined);
  });

  it("refuses what Plotly would not take, at the field, and writes nothing", async () => {
    await inspector.write("line.width", "wide");
    await inspector.root.getByRole("alert").filter({ hasText: "must be a number" }).waitFor();
    await inspector.write("line.width", "");
    await inspector.root.getByRole("alert").waitFor({ state: "hidden" });
    assert.equal(await bench.window.unsavedTab(file).count(), 0);
  });

  it("finds attributes by words of their description", async () => {
    await inspector.search.fill("amount of smoothing");
    await inspector.row("line.smoothing").waitFor();
    await inspector.search.press("Escape");
    await inspector.row("line.smoothing").waitFor({ state: "hidden" });
  });

  it("chooses a dash by its picture", async () => {
    await inspector.action(/^Line dash: /).click();
    await inspector.options.and(inspector.root.getByRole("option", { name: "dot", exact: true })).click();
    await written(({ data }) => data[0]?.line?.dash === "dot");
  });

  it("changes several traces at once", async () => {
    await inspector.part.click();
    await inspector.parts.filter({ hasText: "pea" }).click({ modifiers: ["Control"] });
    await bench.window.page.keyboard.press("Escape");
    await inspector.part.filter({ hasText: "2 traces" }).waitFor();
    assert.equal(await inspector.field("name").getAttribute("placeholder"), "several values");
    await inspector.write("opacity", "0.5");
    await written(({ data }) => data.every(({ opacity }) => opacity === 0.5));
  });

  it("draws a trace as another type, after saying what it loses", async () => {
    await inspector.choose("trace 0 “bean”");
    await inspector.action(/^Type: scatter/).click();
    const bar = inspector.options.filter({ hasText: /^barloses/ });
    assert.match(await bar.innerText(), /line/);
    await bar.click();
    const figure = await written(({ data }) => data[0]?.type === "bar");
    assert.equal(figure.data[0]?.line, undefined);
    await bench.window.preview().drawing.bars.first().waitFor();
  });

  it("has sizes, templates and the place of the legend for the figure", async () => {
    await inspector.choose("Figure");
    await inspector.options.filter({ hasText: "plotly_dark" }).click();
    await written(({ layout }) => layout.template !== undefined);
    await inspector.root
      .getByRole("combobox", { name: "For a journal" })
      .selectOption({ label: "single column: 89 mm, 7 pt" });
    const { layout } = await written(({ layout: { width } }) => width === 336);
    assert.equal(layout.title.font?.size, 10.67);
    await inspector.action("Top left").click();
    await written(({ layout: { legend } }) => legend?.x === 0.01);
    await bench.window.screenshot("inspector");
  });

  it("is used by the keyboard alone: the list, the field that names the part, its value", async () => {
    const { page } = bench.window;
    await inspector.part.focus();
    await page.keyboard.press("Enter");
    await inspector.parts.first().waitFor();
    await inspector.focused(inspector.parts.filter({ hasText: "Figure" })).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await inspector.focused(inspector.parts.filter({ hasText: "pea" })).waitFor();
    await page.keyboard.press("Enter");
    await inspector.part.filter({ hasText: "pea" }).waitFor();
    await inspector.focused(inspector.part).waitFor();
    await page.keyboard.press("F2");
    await inspector.focused(inspector.field("name")).waitFor();
    await page.keyboard.type("chickpea");
    await page.keyboard.press("Enter");
    await written(({ data }) => data[1]?.name === "chickpea");
  });

  it("keeps its width, and is closed and opened by its button", async () => {
    const width = async () => (await inspector.root.boundingBox())?.width ?? 0;
    const before = await width();
    await inspector.edge.focus();
    await bench.window.page.keyboard.press("ArrowLeft");
    await until(width, (now) => now > before);
    await inspector.button.click();
    await inspector.root.waitFor({ state: "hidden" });
    await inspector.button.click();
    await inspector.part.waitFor();
    assert.ok((await width()) > before);
  });

  for (const [theme, bodyClass] of themes) {
    it(`has nothing that axe objects to in ${theme}`, async () => {
      const preview = bench.window.preview();
      await bench.window.chooseTheme(theme);
      await preview.inTheme(bodyClass);
      const page = await preview.page();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        window.axe.run(".inspector-pane", { rules: { "label-content-name-mismatch": { enabled: true } } }),
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
      );
      await bench.window.screenshot(`inspector-${bodyClass}`);
    });
  }
});
