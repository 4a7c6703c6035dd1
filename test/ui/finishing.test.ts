import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AddMenu } from "../pages/addMenu.ts";
import { EditedDrawing } from "../pages/editedDrawing.ts";
import { Inspector } from "../pages/inspector.ts";
import type { PlotPlace } from "../pages/preview.ts";
import { until } from "./until.ts";
import { useWindow } from "./useWindow.ts";

const file = "harvest.plotly.json";
const text = `{
  "data": [
    { "type": "scatter", "mode": "lines+markers", "name": "bean", "x": [1, 2, 3], "y": [2, 4, 30] },
    { "type": "scatter", "mode": "lines+markers", "name": "pea", "x": [1, 2, 3], "y": [1, 1, 2] }
  ],
  "layout": {
    "title": { "text": "Harvest" },
    "xaxis": { "title": { "text": "year" } }
  }
}
`;

/** What is read of the file's figure: any value, by its path. */
type Read = (path: string) => unknown;

/** What people do after opening a figure, by what they ask for in public. */
describe("What a figure is finished with", () => {
  const bench = useWindow({
    prepare(folder) {
      writeFileSync(join(folder, file), text);
      writeFileSync(join(folder, "journal.template.json"), JSON.stringify({ layout: { plot_bgcolor: "#eee" } }));
    },
  });
  let inspector: Inspector;
  let drawing: EditedDrawing;
  let add: AddMenu;

  before(async () => {
    bench.window.page.setDefaultTimeout(75_000);
    await bench.window.openFile(file);
    const preview = bench.window.preview();
    await preview.drawn();
    drawing = new EditedDrawing(preview);
    await drawing.pencil();
    await drawing.ready();
    inspector = new Inspector(preview.frame);
    add = new AddMenu(preview.frame);
    await inspector.part.waitFor();
  });

  /** Waits until the file has this. */
  async function written(isSo: (read: Read) => boolean): Promise<void> {
    const path = join(bench.folder, file);
    await until(
      async () => {
        if ((await bench.window.unsavedTab(file).count()) > 0) await bench.window.save(file);
        return JSON.parse(readFileSync(path, "utf8")) as object;
      },
      (figure) =>
        isSo((at) =>
          at
            .split(".")
            .reduce<unknown>((value, key) => (value as { [key: string]: unknown } | undefined)?.[key], figure),
        ),
    );
  }

  async function clickAt({ x, y }: PlotPlace): Promise<void> {
    const box = await bench.window.preview().drawing.plotArea.boundingBox();
    assert.ok(box);
    await bench.window.page.mouse.click(box.x + x * box.width, box.y + y * box.height);
  }

  it("is a title", async () => {
    await inspector.write("title.text", "Beans and peas");
    await written((read) => read("layout.title.text") === "Beans and peas");
  });

  it("is the font of the title, and its size", async () => {
    await inspector.root.getByRole("textbox", { name: "Title font, size" }).fill("30");
    await bench.window.page.keyboard.press("Enter");
    await written((read) => read("layout.title.font.size") === 30);
  });

  it("is a title of an axis", async () => {
    await inspector.choose("y axis");
    await inspector.write("title.text", "tons");
    await written((read) => read("layout.yaxis.title.text") === "tons");
  });

  it("is a logarithmic axis", async () => {
    await inspector.field("type").selectOption({ label: "log" });
    await written((read) => read("layout.yaxis.type") === "log");
    await inspector.field("type").selectOption({ label: "linear" });
    await written((read) => read("layout.yaxis.type") === "linear");
  });

  it("is the format of an axis' numbers", async () => {
    await inspector.write("tickformat", ".1f");
    await written((read) => read("layout.yaxis.tickformat") === ".1f");
  });

  it("is the range of an axis", async () => {
    await inspector.root.getByRole("textbox", { name: "Range, to" }).first().fill("50");
    await bench.window.page.keyboard.press("Enter");
    await written((read) => read("layout.yaxis.range.1") === 50);
  });

  it("is a reference line", async () => {
    await add.choose("Horizontal Line");
    await clickAt({ x: 0.5, y: 0.5 });
    await written((read) => read("layout.shapes.0.type") === "line" && read("layout.shapes.0.xref") === "x domain");
  });

  it("is a text with an arrow", async () => {
    await add.choose("Text with Arrow");
    await clickAt({ x: 0.3, y: 0.3 });
    await written((read) => read("layout.annotations.0.text") === "Text");
  });

  it("is the colour of a trace, the width of its line and the size of its markers", async () => {
    await inspector.choose("trace 1 “pea”");
    await inspector.write("line.color", "green");
    await written((read) => read("data.1.line.color") === "green");
    await inspector.write("line.width", "4");
    await written((read) => read("data.1.line.width") === 4);
    await inspector.write("marker.size", "12");
    await written((read) => read("data.1.marker.size") === 12);
  });

  it("is a trace that is hidden", async () => {
    await inspector.action("Hide").click();
    await written((read) => read("data.1.visible") === false);
    await inspector.action("Show").click();
    await written((read) => read("data.1.visible") !== false);
  });

  it("is a legend that is moved, or none", async () => {
    await inspector.choose("Figure");
    await inspector.action("Top left").click();
    await written((read) => read("layout.legend.x") === 0.01);
    await inspector.field("showlegend").click();
    await written((read) => read("layout.showlegend") === false);
  });

  it("is a template", async () => {
    await inspector.options.filter({ hasText: "ggplot2" }).click();
    await written((read) => read("layout.template.layout.plot_bgcolor") === "rgb(237,237,237)");
  });

  it("is a template of the workspace", async () => {
    await inspector.options.filter({ hasText: "journal" }).click();
    await written((read) => read("layout.template.layout.plot_bgcolor") === "#eee");
  });

  it("is a size in millimetres", async () => {
    await inspector.root.getByRole("combobox", { name: "Unit" }).selectOption({ label: "mm" });
    await inspector.root.getByRole("textbox", { name: "Width in mm" }).fill("89");
    await bench.window.page.keyboard.press("Enter");
    await written((read) => Math.round(Number(read("layout.width"))) === 336);
  });

  it("is what one undo after the other takes back, until the first text is there to the letter", async () => {
    await bench.window.screenshot("finished");
    const path = join(bench.folder, file);
    await until(
      async () => {
        for (let times = 0; times < 5; times++) await bench.window.runCommand("Undo");
        if ((await bench.window.unsavedTab(file).count()) > 0) await bench.window.save(file);
        return readFileSync(path, "utf8");
      },
      (now) => now === text,
    );
  });
});
