import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { contrast, parseColor } from "../../webview/theme/colors.ts";
import { CreatePlot } from "../pages/createPlot.ts";
import { textSettings } from "./textSettings.ts";
import { useWindow } from "./useWindow.ts";

const file = "tides.plotly.json";

const hours = Array.from({ length: 48 }, (_, hour) => hour);
const height = (hour: number, lag: number) => Number((2.4 + 1.6 * Math.sin((hour - lag) / 1.98)).toFixed(2));

const figure = `{
  "data": [
    {
      "type": "scatter",
      "name": "Harbour",
      "x": [${hours.join(", ")}],
      "y": [${hours.map((hour) => height(hour, 0)).join(", ")}],
      "line": { "color": "#1f77b4", "width": 2 }
    },
    {
      "type": "scatter",
      "name": "Pier",
      "x": [${hours.join(", ")}],
      "y": [${hours.map((hour) => height(hour, 1)).join(", ")}],
      "yaxis": "y2",
      "line": { "color": "rgba(214, 39, 40, 0.7)" }
    }
  ],
  "layout": {
    "title": { "text": "Tides of two days" },
    "paper_bgcolor": "white",
    "xaxis": { "title": { "text": "Hour" } },
    "yaxis2": { "overlaying": "y", "side": "right" }
  }
}
`;

const empty = `{
  "data": [
    { "type": "scatter", "mode": "lines" }
  ]
}
`;

describe("The language of a figure's text", () => {
  const bench = useWindow({
    shared: true,
    settings: textSettings,
    prepare(folder) {
      writeFileSync(join(folder, file), figure);
      writeFileSync(join(folder, "copy.plotly.json"), empty);
    },
  });

  async function openText(name: string): Promise<void> {
    const { window } = bench;
    await window.openFile(name);
    await window.preview().drawn();
    await window.runCommand("View: Reopen Editor With...");
    await window.quickInput.choose("Text Editor");
    await window.textEditor(name).part.waitFor();
  }

  it("offers above the text what can be done, and leads to the first mistake", async () => {
    const { window } = bench;
    await openText(file);
    const editor = window.textEditor(file);
    await editor.lens("Preview").waitFor();
    await editor.lens("Publish…").waitFor();
    await window.screenshot("language-lens");
    await editor.replaceAll(figure.replace('"width"', '"widht"'));
    await editor.pressLens("1 warning", window.statusBar.cursor(8, { selected: true }));
    await editor.replaceAll(figure);
  });

  it("shows under the pointer what an array holds, with a picture", async () => {
    const { window } = bench;
    await window.textEditor(file).goTo(7, 8);
    await window.textEditor(file).word(/^"y"$/).hover();
    const shown = window.hover("48 numbers");
    await shown.picture.waitFor();
    assert.match(await shown.part.innerText(), /0\.81 to 4/);
    await window.screenshot("language-hover-array");
  });

  it("shows colours beside their texts, and picks one in its notation", async () => {
    const { window } = bench;
    const editor = window.textEditor(file);
    const { swatches } = editor;
    await swatches.nth(2).waitFor();
    assert.equal(await swatches.count(), 3);
    const picker = await editor.pointAtSwatch(1);
    await picker.getByText("rgba(214, 39, 40, 0.7)").waitFor();
    await window.screenshot("language-color");
    await window.page.keyboard.press("Escape");
  });

  it("lists traces and axes in the outline, and where the cursor is in the breadcrumbs", async () => {
    const { window } = bench;
    await window.putPointerAside();
    await window.textEditor(file).goTo(15, 20);
    await window.outline.breadcrumb("Pier").waitFor();
    await window.outline.open();
    await window.outline.row(/Harbour.*scatter, 48 points/).waitFor();
    await window.screenshot("language-outline");
  });

  it("renames an axis throughout", async () => {
    const { window } = bench;
    const editor = window.textEditor(file);
    await editor.goTo(15, 18);
    await window.page.keyboard.press("F2");
    const box = editor.renameBox;
    await box.waitFor();
    assert.equal(await box.inputValue(), "y2");
    await box.fill("y3");
    await window.page.keyboard.press("Enter");
    await editor.line(/"yaxis":\s"y3"/).waitFor();
    await editor.line(/"yaxis3":/).waitFor();
  });

  it("completes a reference: the grid, then its column, whose name then stands behind it", async () => {
    const { window } = bench;
    const { quickInput, page, suggestions } = window;
    const create = new CreatePlot(window);
    // A grid of one's own, as Create Plot makes it.
    await create.start();
    await quickInput.take(file);
    await create.nameIsAsked();
    await quickInput.enter("tides");
    await quickInput.take("Everybody");
    await create.create("tides");
    await window.tab("tides.plotly.json").nth(1).waitFor();
    await window.closeEditors();

    await openText("copy.plotly.json");
    const editor = window.textEditor("copy.plotly.json");
    await editor.goTo(3, 41);
    await editor.insert(`, "ysrc": ""`);
    await page.keyboard.press("ArrowLeft");
    await suggestions.open("tides_grid");
    await window.screenshot("language-complete-grid");
    await suggestions.row("tides_grid").click();
    await suggestions.row("data.0.y").waitFor();
    await suggestions.row("data.0.y").click({ trial: true });
    await window.screenshot("language-complete-column");
    await suggestions.row("data.0.y").click();
    await editor.line(/"ysrc":\s"[^"]+:\d+:[0-9a-z]+/).waitFor();
    await editor.line(/data\.0\.y/).waitFor();
  });

  it("shows under the pointer what the column holds, with a picture and its grid", async () => {
    const { window } = bench;
    await window.textEditor("copy.plotly.json").word(/:\d+:/).hover();
    const shown = window.hover("tides_grid");
    await shown.picture.waitFor();
    assert.match(await shown.part.innerText(), /48 numbers/);
    await window.screenshot("language-hover-reference");
    await window.page.keyboard.press("Escape");
  });

  it("draws the picture to be seen on dark ground too", async () => {
    const { window } = bench;
    await window.putPointerAside();
    await window.chooseTheme("Dark Modern");
    await window.inTheme("dark");
    await window.textEditor("copy.plotly.json").word(/:\d+:/).hover();
    const { picture } = window.hover("tides_grid");
    await picture.waitFor();
    await window.screenshot("language-hover-dark");
    const decoded = decodeURIComponent((await picture.getAttribute("src")) ?? "");
    const [, line = ""] = /stroke="(#[\da-f]{6})"/.exec(decoded) ?? [];
    const color = parseColor(line);
    assert.ok(color);
    for (const ground of ["white", "#1f1f1f", "black"])
      assert.ok(contrast(color, parseColor(ground)!) >= 3, `${line} on ${ground}`);
    await window.page.keyboard.press("Escape");
  });

  it("goes to the column in its grid's document", async () => {
    const { window } = bench;
    const editor = window.textEditor("copy.plotly.json");
    await window.putPointerAside();
    await editor.goTo(3, 55);
    await window.page.keyboard.press("F12");
    await window.tab("tides_grid.grid.json").waitFor();
    await window
      .textEditor("tides_grid.grid.json")
      .line(/"data\.0\.y":/)
      .waitFor();
    await window.screenshot("language-grid");
  });
});
