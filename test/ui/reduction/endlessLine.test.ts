import assert from "node:assert/strict";
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { useWindow } from "../useWindow.ts";

const file = "endless.plotly.json";
const pieces = 51;

/** 51,000,000 numbers of 8 bytes each: more than a page takes at once. One of them is far above the others. */
function write(folder: string): void {
  const numbers = Array.from({ length: 1_000_000 }, (_, index) => `.${index % 9}`).map((each) => `0${each}`);
  const plain = numbers.join();
  const output = openSync(join(folder, file), "w");
  writeSync(output, '{"data": [{"y": [');
  for (let piece = 0; piece < pieces; piece++) {
    const text = piece === 25 ? numbers.with(500_000, "9.5").join() : plain;
    writeSync(output, piece === 0 ? text : `,${text}`);
  }
  writeSync(output, ']}], "layout": {"title": {"text": "Endless"}}}');
  closeSync(output);
}

describe("A line of more points than a page can take", function () {
  this.timeout(120_000);
  const bench = useWindow({ shared: true, prepare: write });

  const said = async (): Promise<string> =>
    (await bench.window.preview().frame.locator(".reduced").textContent()) ?? "";

  it("is drawn from the points that its screen shows", async () => {
    const { window } = bench;
    await window.openFile(file);
    const preview = window.preview();
    await preview.drawn();
    await until(said, (text) => /^51,000,000 points, [\d,]+ drawn/.test(text));
    assert.ok(Number((await preview.range("yaxis"))?.[1]) > 9, "the axis is that of all points");
    await window.screenshot("endless-line");
  });

  it("is in a picture with the points that the picture shows", async () => {
    const { window, folder } = bench;
    await window.runCommand("Plots: Save Picture as SVG");
    await window.quickInput.says("Save Picture").waitFor();
    await window.quickInput.enterPath(join(folder, "endless.svg"));
    await window.notification("Saved endless.svg.").getByRole("button", { name: "Open" }).waitFor();
    const [, path = ""] = /class="js-line" d="([^"]*)"/.exec(readFileSync(join(folder, "endless.svg"), "utf8")) ?? [];
    const heights = [...path.matchAll(/,([\d.-]+)/g)].map(([, height]) => Number(height));
    assert.ok(Math.min(...heights) < Math.max(...heights) / 4, path.slice(0, 200));
    // As many as a picture has that is enlarged.
    assert.ok(path.length > 20_000, String(path.length));
  });

  it("stays drawn from them where all are asked for, and says why", async () => {
    const { window } = bench;
    const { frame } = window.preview();
    await frame.getByRole("button", { name: "Draw All" }).click();
    await frame.getByText("Some of the points are drawn, not all.").waitFor();
    await until(said, (text) => /^51,000,000 points, [\d,]+ drawn.*Draw All/.test(text));
    await window.screenshot("endless-line-all");
  });
});
