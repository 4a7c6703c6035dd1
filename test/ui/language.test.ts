import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { contrast, parseColor } from "../../webview/theme/colors.ts";
import { appears } from "../host/vscode/windowParts/appears.ts";
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
    settings: { "editor.minimap.enabled": false, "editor.hover.delay": 200 },
    prepare(folder) {
      writeFileSync(join(folder, file), figure);
      writeFileSync(join(folder, "copy.plotly.json"), empty);
    },
  });

  const hover = (text: string): Locator => bench.window.page.locator(".monaco-hover:visible", { hasText: text });
  const suggestion = (text: string): Locator =>
    bench.window.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: text }).first();
  const span = (name: string, text: string | RegExp): Locator =>
    bench.window.textEditor(name).part.locator(".view-line span span", { hasText: text }).first();

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
    const { part } = window.textEditor(file);
    const lens = (text: string) => part.locator(".codelens-decoration a", { hasText: text });
    await lens("Preview").waitFor();
    await lens("Publish…").waitFor();
    await window.screenshot("language-lens");
    await window.textEditor(file).replaceAll(figure.replace('"width"', '"widht"'));
    await lens("1 warning").click();
    await window.page.locator(".statusbar-item", { hasText: /Ln 8, Col .+selected\)/ }).waitFor();
    await window.textEditor(file).replaceAll(figure);
  });

  it("shows under the pointer what an array holds, with a picture", async () => {
    const { window } = bench;
    await window.textEditor(file).goTo(7, 8);
    await span(file, /^"y"$/).hover();
    const shown = hover("48 numbers");
    await shown.locator("img[src^='data:image/svg+xml']").waitFor();
    assert.match(await shown.innerText(), /0\.81 to 4/);
    await window.screenshot("language-hover-array");
  });

  it("shows colours beside their texts, and picks one in its notation", async () => {
    const { window } = bench;
    const { part } = window.textEditor(file);
    await window.page.mouse.move(5, 5);
    const swatches = part.locator(".colorpicker-color-decoration");
    await swatches.nth(2).waitFor();
    assert.equal(await swatches.count(), 3);
    await swatches.nth(1).hover();
    const picker = window.page.locator(".colorpicker-widget:visible, .standalone-colorpicker:visible").first();
    await picker.waitFor();
    await picker.getByText("rgba(214, 39, 40, 0.7)").waitFor();
    await window.screenshot("language-color");
    await window.page.keyboard.press("Escape");
  });

  it("lists traces and axes in the outline, and where the cursor is in the breadcrumbs", async () => {
    const { window } = bench;
    await window.page.mouse.move(5, 5);
    await window.textEditor(file).goTo(15, 20);
    await window.page.locator(".breadcrumbs-control .monaco-breadcrumb-item", { hasText: "Pier" }).waitFor();
    await window.page.locator(".pane-header", { hasText: "Outline" }).click();
    const outline = window.page.locator(".outline-tree");
    await outline
      .locator(".monaco-list-row", { hasText: /Harbour.*scatter, 48 points/ })
      .first()
      .waitFor();
    await window.screenshot("language-outline");
  });

  it("renames an axis throughout", async () => {
    const { window } = bench;
    const editor = window.textEditor(file);
    await editor.goTo(15, 18);
    await window.page.keyboard.press("F2");
    const box = window.page.locator(".rename-box input");
    await box.waitFor();
    assert.equal(await box.inputValue(), "y2");
    await box.fill("y3");
    await window.page.keyboard.press("Enter");
    await editor.part.locator(".view-line", { hasText: /"yaxis":\s"y3"/ }).waitFor();
    await editor.part.locator(".view-line", { hasText: /"yaxis3":/ }).waitFor();
  });

  it("completes a reference: the grid, then its column, whose name then stands behind it", async () => {
    const { window } = bench;
    const { quickInput, page } = window;
    // A grid of one's own, as Create Plot makes it.
    await window.runCommand("Plots: Create Plot…");
    await quickInput.row(file).click();
    await quickInput.box.getByText("Name of the plot").waitFor();
    await quickInput.enter("tides");
    await quickInput.row("Everybody").click();
    await quickInput
      .row("Create")
      .and(quickInput.box.locator(".monaco-list-row", { hasText: "“tides”" }))
      .click();
    await window.tab("tides.plotly.json").nth(1).waitFor();
    await window.closeEditors();

    await openText("copy.plotly.json");
    const editor = window.textEditor("copy.plotly.json");
    await editor.goTo(3, 41);
    await editor.insert(`, "ysrc": ""`);
    await page.keyboard.press("ArrowLeft");
    // The keys are lost on a list that is about to open or close by itself.
    do await page.keyboard.press("Control+Space");
    while (!(await appears(suggestion("tides_grid"), 8000)));
    await suggestion("tides_grid").waitFor();
    await window.screenshot("language-complete-grid");
    await suggestion("tides_grid").click();
    await suggestion("data.0.y").waitFor();
    await suggestion("data.0.y").click({ trial: true });
    await window.screenshot("language-complete-column");
    await suggestion("data.0.y").click();
    await editor.part.locator(".view-line", { hasText: /"ysrc":\s"[^"]+:\d+:[0-9a-z]+/ }).waitFor();
    await editor.part.locator(".view-line", { hasText: /data\.0\.y/ }).waitFor();
  });

  it("shows under the pointer what the column holds, with a picture and its grid", async () => {
    const { window } = bench;
    await span("copy.plotly.json", /:\d+:/).hover();
    const shown = hover("tides_grid");
    await shown.locator("img[src^='data:image/svg+xml']").waitFor();
    assert.match(await shown.innerText(), /48 numbers/);
    await window.screenshot("language-hover-reference");
    await window.page.keyboard.press("Escape");
  });

  it("draws the picture to be seen on dark ground too", async () => {
    const { window } = bench;
    await window.page.mouse.move(5, 5);
    await window.runCommand("Preferences: Color Theme");
    await window.quickInput.choose("Dark Modern");
    await window.page.locator(".monaco-workbench.vs-dark").waitFor();
    await span("copy.plotly.json", /:\d+:/).hover();
    const picture = hover("tides_grid").locator("img[src^='data:image/svg+xml']");
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
    await window.page.mouse.move(5, 5);
    await editor.goTo(3, 55);
    await window.page.keyboard.press("F12");
    await window.tab("tides_grid.grid.json").waitFor();
    await window
      .textEditor("tides_grid.grid.json")
      .part.locator(".view-line", { hasText: /"data\.0\.y":/ })
      .waitFor();
    await window.screenshot("language-grid");
  });
});
