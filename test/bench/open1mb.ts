import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { build } from "../host/build.ts";
import { launchBrowser } from "../host/vscode/browser.ts";
import { installCode } from "../host/install.ts";
import { root, temporaryFolder } from "../host/paths.ts";
import { startServer } from "../host/server.ts";
import { Window } from "../host/window.ts";
import { compare, type Measurement, time } from "./measurement.ts";

const rounds = 5;

/**
 * From asking for a figure file of 1 MB to its lines being drawn, in a real VS Code window, against a bare page that
 * loads the same Plotly.js and the same file and draws it, in the same kind of browser.
 */
export async function open1mb(): Promise<Measurement> {
  const serverMain = await installCode(console.error);
  await build({ production: true });
  const temporary = temporaryFolder("bench");
  const figure = figureText(1_000_000);
  // A webview keeps nothing from another file's, so each round opens a file of its own.
  for (let round = 0; round <= rounds; round++) writeFileSync(join(temporary, `figure-${round}.plotly.json`), figure);
  try {
    await using server = await startServer({ serverMain, dataFolder: join(temporary, ".server") });
    await using window = await Window.open(server, { folder: temporary, extension: root });
    await using bare = await barePage(figure);
    return await compare(
      "open-1mb",
      "From opening a 1 MB figure file to its lines drawn, in a VS Code window (Quick Open, text model, checks, webview), against a bare page with the same bundle and file.",
      rounds,
      async (round) => {
        await window.page.keyboard.press("Control+P");
        const name = `figure-${round}.plotly.json`;
        await window.quickInput.row(name).or(window.quickInput.box).first().waitFor();
        await window.page.keyboard.type(name);
        await window.quickInput.row(name).waitFor();
        const taken = await time(async () => {
          await window.page.keyboard.press("Enter");
          await window.webview().locator(".scatterlayer .trace path.js-line").first().waitFor();
        });
        await window.runCommand("View: Close All Editors");
        return taken;
      },
      () => bare.draw(),
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Two lines of floats in about `bytes` bytes. */
function figureText(bytes: number): string {
  const length = Math.round(bytes / 40);
  const wave = (phase: number) =>
    Array.from({ length }, (_, index) => Math.sin(index / 500 + phase) + Math.sin(index * 12.9898 + phase) / 20);
  const x = Array.from({ length }, (_, index) => index);
  return JSON.stringify({
    data: [0, 1].map((phase) => ({ type: "scatter", mode: "lines", x, y: wave(phase) })),
    layout: { title: { text: "One megabyte" } },
  });
}

async function barePage(figure: string): Promise<{ draw(): Promise<number> } & AsyncDisposable> {
  const script = readFileSync(join(root, "node_modules/plotly.js-dist-min/plotly.min.js"));
  const html = `<!doctype html><meta charset="utf-8"><body><div id="drawing" style="height:700px"></div>
<script src="/plotly.min.js"></script>
<script>fetch("/figure.json").then((r) => r.json()).then((f) => Plotly.newPlot("drawing", f.data, f.layout)).then(() => { document.title = "drawn"; });</script>`;
  const server = createServer(({ url }, response) => {
    if (url === "/plotly.min.js") response.setHeader("content-type", "text/javascript").end(script);
    else if (url === "/figure.json") response.setHeader("content-type", "application/json").end(figure);
    else response.setHeader("content-type", "text/html").end(html);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await launchBrowser();
  const open = (): Promise<Page> => browser.newPage({ viewport: { width: 1000, height: 800 } });
  return {
    async draw() {
      const page = await open();
      const taken = await time(async () => {
        await page.goto(address);
        await page.locator(".scatterlayer .trace path.js-line").first().waitFor();
      });
      await page.close();
      return taken;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      server.close();
    },
  };
}
