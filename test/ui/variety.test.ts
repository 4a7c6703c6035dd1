import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import type { Request } from "playwright-core";
import { until } from "./until.ts";
import { useWindow } from "./useWindow.ts";

/** Host of what a webview loads; its service worker answers from the extension's own files. */
const resources = /^https:\/\/[^/]*\.vscode-resource\.vscode-cdn\.net\//;
/** What a browser says of whatever a page's policy refuses. */
const refusal = /content security policy/i;
const white = "rgb(255, 255, 255)";
/** The editor's colour in "Default Dark Modern". */
const dark = "rgb(31, 31, 31)";

describe("Figures of every kind", () => {
  const bench = useWindow({ settings: { "workbench.colorTheme": "Default Dark Modern" } });
  const requests: Request[] = [];
  const violations: string[] = [];

  before(async () => {
    const { page, sideBar } = bench.window;
    page.setDefaultTimeout(75_000);
    await sideBar.open("Plots");
    await sideBar.row("Public Plots", "Load more").waitFor();
    page.context().on("request", (request) => requests.push(request));
    // A page's console tells of what its policy has refused, in all frames.
    page.on("console", (message) => {
      if (refusal.test(message.text())) violations.push(message.text());
    });
  });

  /** Opens a plot of the library alone, so that no other drawing is taken for it. */
  async function open(fid: string, filename: string): Promise<void> {
    const { window } = bench;
    await window.closeEditors();
    await window.runCommand("Plots: Open Plot by Id");
    await window.quickInput.enter(fid);
    await window.tab(`${filename}.plotly.json`).waitFor();
    await window.preview().drawn();
  }

  it("draws a figure of 2019, with its title and its fitted line, and says what was changed", async () => {
    const { window } = bench;
    await open("pilar-ruiz:0", "rating-loans");
    const { drawing, notes } = window.preview();
    await window.preview().title("Do good books go out more often?").waitFor();
    assert.equal(await drawing.scatterTraces.count(), 2);
    assert.equal(await drawing.scatterPoints.count(), 64);
    assert.equal(await drawing.scatterLines.count(), 1);
    await notes.getByRole("button").click();
    assert.match(await notes.innerText(), /the file is as it was/);
    await window.screenshot("variety-2019-fit");
  });

  it("draws a map of 2019 without asking for its tiles", async () => {
    const { window } = bench;
    await open("pilar-ruiz:10", "lighthouses");
    const { drawing } = window.preview();
    await window.preview().title("Lights of the archipelago").waitFor();
    await drawing.map.waitFor();
    const canvas = await drawing.map.boundingBox();
    assert.ok(canvas);
    // As the figure's `center` and `zoom` say.
    const world = 512 * 2 ** 9.5;
    const light = mercator(11.02, 58.405);
    const center = mercator(11.27, 58.345);
    const x = canvas.x + canvas.width / 2 + world * (light.x - center.x);
    const y = canvas.y + canvas.height / 2 + world * (light.y - center.y);
    // The map draws in its own time; what is under the pointer is known when it has.
    const label = drawing.label("Yttergrund");
    for (let nudge = 0; !(await label.isVisible()); nudge = 1 - nudge) {
      await window.page.mouse.move(x + nudge, y);
    }
    await window.screenshot("variety-2019-map");
  });

  it("draws WebGL traces without generated code", async () => {
    const { window } = bench;
    await open("asa.lindqvist:2", "hertzsprung-russell");
    const { drawing, status } = window.preview();
    assert.equal(await status.innerText(), "1 trace");
    assert.match((await status.getAttribute("title")) ?? "", /^Drawn by plotly\.js \d+\.\d+\.\d+ in /);
    assert.equal(await drawing.missingWebGL.count(), 0);
    assert.ok(await drawing.isPaintedByWebGL(), "The canvas is empty.");
    await window.screenshot("variety-webgl");
  });

  it("draws countries from the outlines that come with it", async () => {
    const { window } = bench;
    await open("rowan_pace:2", "tea-or-coffee");
    const { drawing } = window.preview();
    const outlines = await drawing.countryOutlines();
    assert.ok(outlines.length > 100, `${outlines.length} countries`);
    assert.deepEqual(
      outlines.filter((outline) => outline.length < 10),
      [],
    );
    assert.ok((await drawing.landOutline()).length > 10_000);
    await window.screenshot("variety-countries");

    await open("ingrid-vale:8", "earthquakes");
    assert.ok((await drawing.pointsOnGlobe.count()) > 100);
    await window.screenshot("variety-earthquakes");
  });

  it("plays a figure's frames", async () => {
    const { window } = bench;
    await open("rowan_pace:0", "wealth-and-health");
    const { drawing } = window.preview();
    await drawing.sliderAt("1955").waitFor();
    const first = drawing.scatterPoints.first();
    const before = await first.getAttribute("transform");
    await window.screenshot("variety-frames-first");
    await drawing.button("▶").click();
    await drawing.sliderAt("2020").waitFor();
    assert.notEqual(await first.getAttribute("transform"), before);
    await window.screenshot("variety-frames-last");
  });

  it("draws a table", async () => {
    const { window } = bench;
    await open("asa.lindqvist:0", "planets");
    await window.preview().drawing.cell("Neptune").waitFor();
    await window.screenshot("variety-table");
  });

  /** The colours of the ground, the title and an axis. */
  const colors = () => bench.window.preview().drawing.colors();

  it("takes the editor's colours on demand, and gives the author's back", async () => {
    const { window } = bench;
    await open("ingrid-vale:10", "carbon-dioxide-seasons");
    const authored = await colors();
    assert.equal(authored.ground, white);
    await window.screenshot("variety-authored");

    await window.runCommand("Plots: Draw in the Editor's Colours");
    const themed = await until(colors, ({ ground }) => ground === dark);
    assert.notEqual(themed.title, authored.title);
    await window.screenshot("variety-editor-colours");

    await window.runCommand("Plots: Draw as Authored");
    assert.deepEqual(await until(colors, ({ ground }) => ground === white), authored);
  });

  /** Saves by the command of this name, as the file that is typed into VS Code's own dialog. */
  async function save(command: string, name: string): Promise<Buffer> {
    const { window, folder } = bench;
    await window.runCommand(command);
    await window.quickInput.says("Save Picture").waitFor();
    await window.screenshot(`variety-save-${name.replace(".", "-")}`);
    await window.quickInput.enterPath(join(folder, name));
    const saved = window.notification(`Saved ${name}.`);
    await saved.getByRole("button", { name: "Open" }).waitFor();
    await window.screenshot(`variety-saved-${name.replace(".", "-")}`);
    return readFileSync(join(folder, name));
  }

  it("saves a sharp PNG as authored, whatever the colours on the screen", async () => {
    const { window } = bench;
    await window.runCommand("Plots: Draw in the Editor's Colours");
    await until(colors, ({ ground }) => ground === dark);
    const { drawing } = window.preview();
    const [width, height] = [await drawing.width(), await drawing.height()];
    const picture = readPng(await save("Plots: Save Picture as PNG", "seasons.png"));
    assert.deepEqual([picture.width, picture.height], [Math.round(2 * width), Math.round(2 * height)]);
    assert.deepEqual(picture.corner, [255, 255, 255]);
  });

  it("saves an SVG that any program can draw", async () => {
    const { window } = bench;
    const text = (await save("Plots: Save Picture as SVG", "seasons.svg")).toString();
    assert.match(text, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(text, /<\/svg>\s*$/);
    assert.match(text, />The northern forests breathe</);
    assert.equal(text.match(/class="legendtext"/g)?.length, 2);
    await window.runCommand("Plots: Draw as Authored");
    await until(colors, ({ ground }) => ground === white);
  });

  it("needs nothing but this computer for all that", async () => {
    await open("asa.lindqvist:0", "planets");
    const outside: string[] = [];
    for (const request of requests) {
      const url = request.url();
      if (/^(data|blob):/.test(url) || new URL(url).hostname === "127.0.0.1") continue;
      const ownFile = resources.test(url) && (await request.response())?.fromServiceWorker() === true;
      if (!ownFile) outside.push(`${request.method()} ${url}`);
    }
    assert.ok(requests.length > 0, "Requests were seen at all.");
    assert.deepEqual(outside, []);
    assert.deepEqual(violations, []);
  });

  it("could not reach another computer if a figure made it try", async () => {
    await open("asa.lindqvist:0", "planets");
    // The policy refuses it, and not that this computer has no network.
    const refused = bench.window.page.waitForEvent("console", {
      predicate: (message) => refusal.test(message.text()) && message.text().includes("https://example.com/"),
    });
    const reached = await bench.window.preview().graph.evaluate(async () => {
      try {
        await fetch("https://example.com/", { mode: "no-cors" });
        return true;
      } catch {
        return false;
      }
    });
    assert.equal(reached, false);
    await refused;
  });
});

/** A place on a map of the world whose sides are 1. */
function mercator(longitude: number, latitude: number) {
  const y = Math.asinh(Math.tan((latitude / 180) * Math.PI));
  return { x: 0.5 + longitude / 360, y: 0.5 - y / (2 * Math.PI) };
}

/** Size in pixels, and the colour of the upper left one. Throws where the bytes are no PNG. */
function readPng(bytes: Buffer) {
  assert.equal(bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
  const data: Buffer[] = [];
  const names: string[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    names.push(name);
    if (name === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  assert.equal(names.at(-1), "IEND");
  // Behind the first line's filter, which has nothing to its left or above to add.
  const corner = [...inflateSync(Buffer.concat(data)).subarray(1, 4)];
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), corner };
}
