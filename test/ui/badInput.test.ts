import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { useWindow } from "./useWindow.ts";

/** Files that cannot be drawn, and what the person reads in the drawing's place. */
const broken: readonly (readonly [title: string, file: string, text: string, sentence: RegExp])[] = [
  ["an empty file", "empty.plotly.json", "", /empty/i],
  [
    "invalid JSON, with its line",
    "comma.plotly.json",
    '{\n  "data": [\n    {"y": [1, 2]}\n  ]\n  "layout": {}\n}',
    /Line 5: /,
  ],
  ["a Python dict", "dict.plotly.json", "{'data': [{'y': [1, None], 'visible': True}]}", /Python/],
  ["numbers that JSON lacks", "nan.plotly.json", '{"data": [\n  {"y": [1, NaN, 3]}\n]}', /Line 2: .*NaN/],
  ["a list instead of a figure", "list.plotly.json", "[1, 2, 3]", /figure/],
  ["an object that is no figure", "other.plotly.json", '{"name": "something else"}', /figure/],
  ["data that is no list", "data.plotly.json", '{"data": {"y": [1, 2]}}', /`?data`?/],
];

/** A figure of one curve in about `bytes` bytes of text: a hundred values a line, as people's own writers do. */
function writeLargeFigure(path: string, bytes: number, more = ""): void {
  const file = openSync(path, "w");
  writeSync(file, '{"layout": {"title": {"text": "Many values"}}, "data": [{"mode": "lines", "y": [\n');
  const line = (from: number) =>
    `${Array.from({ length: 100 }, (_, index) => (Math.sin((from + index) / 900) * 1000).toFixed(4)).join(",")},\n`;
  const piece = Array.from({ length: 100 }, (_, index) => line(index * 100)).join("");
  for (let written = 0; written < bytes; written += piece.length) writeSync(file, piece);
  writeSync(file, `0]${more}}]}\n`);
  closeSync(file);
}

describe("A file that is not as it should be", () => {
  const bench = useWindow({
    shared: true,
    prepare(folder) {
      for (const [, file, text] of broken) writeFileSync(join(folder, file), text);
      writeFileSync(join(folder, "type.plotly.json"), '{"data": [{"type": "scater", "y": [1, 3, 2]}]}');
      writeLargeFigure(join(folder, "large.plotly.json"), 20_000_000);
      writeLargeFigure(join(folder, "huge.plotly.json"), 54_000_000, ',\n"lien": {"width": 1}');
    },
  });

  afterEach(() => bench.window.closeEditors());

  for (const [title, file, , sentence] of broken) {
    it(`says what is wrong: ${title}`, async () => {
      const { window } = bench;
      await window.openFile(file);
      await window.preview().panel.filter({ hasText: sentence }).waitFor();
      await window.screenshot(`bad-${file.replace(/\..*/, "")}`);
    });
  }

  it("is drawn all the same with an unknown trace type, which is named with the nearest one there is", async () => {
    const { window } = bench;
    await window.openFile("type.plotly.json");
    await window.preview().drawn();
    await window.preview().unfoldStrip();
    await window
      .preview()
      .problem(/scater.*scatter/)
      .waitFor();
    await window.screenshot("bad-trace-type");
  });

  it("stays live at 20 MB: it is drawn, and an edit of its text is drawn too", async function () {
    this.timeout(180_000);
    const { window } = bench;
    await window.openFile("large.plotly.json");
    await window.preview().drawn();
    await window.preview().title("Many values").waitFor();
    await window.runCommand("Plots: Open Text to the Side");
    await window.textEditor("large.plotly.json").goTo(1, 42);
    await window.page.keyboard.type("Very ");
    await window.preview().title("Very").waitFor({ timeout: 60_000 });
    await window.screenshot("bad-20-mb");
  });

  it("opens above 50 MB too, where VS Code has no text document for it, and shows a problem's part of it", async function () {
    this.timeout(180_000);
    const { window } = bench;
    await window.openFile("huge.plotly.json");
    await window.preview().title("Many values").waitFor({ timeout: 120_000 });
    // It is checked once it is drawn.
    await window.preview().strip.filter({ hasText: "warning" }).waitFor({ timeout: 60_000 });
    await window.preview().unfoldStrip();
    await window.preview().problem(/lien/).click();
    await window.tabTitled("huge.plotly.json, lines").waitFor();
    await window.textEditor().line('"lien": {"width": 1}').waitFor();
    await window.screenshot("bad-54-mb");
  });
});
