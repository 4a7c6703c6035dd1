import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { previewPage } from "../../src/workbench/figureEditor/previewPage.ts";
import { root } from "../host/paths.ts";
import { launchBrowser } from "../host/vscode/browser.ts";
import { Drawing } from "./drawing.ts";

/** Where the pages' scripts are. */
const folders = {
  "/engine/": "dist/engine",
  "/maps/": "dist/plotly/topojson",
  "/whole/": "node_modules/plotly.js-dist-min",
  "/strict/": "node_modules/plotly.js/dist",
};

/** Plotly's own bundles of all types of trace. The strict one needs no eval. */
const bundles = { whole: "/whole/plotly.min.js", strict: "/strict/plotly-strict.min.js" };

/** What draws: the engine's parts, or one of Plotly's own bundles. */
export type EngineName = "parts" | keyof typeof bundles;

const script = `
import { Engine } from "./webview/drawing/engine.ts";
import { mapsOf } from "./webview/drawing/maps/countries.ts";
import { neededParts } from "./webview/reading/neededParts.ts";

const nonce = document.querySelector("script[nonce]").nonce;
const engine = new Engine({ nonce, parts: "/engine", maps: "/maps", icons: "", math: "" });
const graph = document.body.appendChild(document.createElement("div"));
const config = { plotlyServerURL: "", showSendToCloud: false, topojsonURL: "" };

// What a test evaluates may use eval; a task of the page may not.
const inOwnTask = (work) => new Promise((resolve, reject) => setTimeout(() => work().then(resolve, reject)));

window.draw = (figure) => inOwnTask(async () => {
  const whole = { frames: [], ...figure };
  const [plotly] = await Promise.all([window.Plotly ?? engine.load(neededParts(whole)), engine.loadMaps(mapsOf(whole))]);
  await plotly.react(graph, { ...figure, config });
});
window.schema = (parts) => inOwnTask(async () => (window.Plotly ?? (await engine.load(parts))).PlotSchema.get());
`;

/** A browser with pages that have the preview's own policy, each with an engine. */
export class Engines implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #server: Server;
  /** What the policy has refused. */
  readonly refused: string[] = [];

  private constructor(browser: Browser, server: Server) {
    this.#browser = browser;
    this.#server = server;
  }

  static async start(): Promise<Engines> {
    const { outputFiles } = await build({
      stdin: { contents: script, resolveDir: root },
      bundle: true,
      write: false,
      format: "iife",
      target: "es2023",
    });
    const server = createServer(({ url = "", headers }, response) => {
      const folder = Object.entries(folders).find(([path]) => url.startsWith(path));
      if (url === "/page.js") response.setHeader("content-type", "text/javascript").end(outputFiles[0]?.contents);
      else if (folder) {
        const file = join(root, folder[1], url.slice(folder[0].length));
        response.setHeader("content-type", "text/javascript").end(readFileSync(file));
      } else response.setHeader("content-type", "text/html").end(html(url.slice(1), `http://${headers.host ?? ""}`));
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    return new Engines(await launchBrowser(), server);
  }

  async open(engine: EngineName): Promise<EnginePage> {
    const page = await this.#browser.newPage({ viewport: { width: 700, height: 500 } });
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) this.refused.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${engine}`);
    return new EnginePage(page);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }
}

/** A page with one place to draw in. */
export class EnginePage {
  readonly #page: Page;
  readonly drawing: Drawing;

  constructor(page: Page) {
    this.#page = page;
    this.drawing = new Drawing(page.locator("body"));
  }

  /** Draws a figure in the place of the one before. Resolves to a picture of it. */
  async draw(figure: object): Promise<Buffer> {
    const page = this.#page;
    await page.evaluate(`draw(${JSON.stringify(figure)})`);
    await page.mouse.move(690, 490);
    // What WebGL draws comes a few frames later. The picture is done when it stays the same.
    for (let before = await page.screenshot(); ;) {
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      const after = await page.screenshot();
      if (after.equals(before)) return after;
      before = after;
    }
  }

  /** The schema of the engine with these parts. */
  async schema(parts: readonly string[]): Promise<unknown> {
    return await this.#page.evaluate(`schema(${JSON.stringify(parts)})`);
  }

  /** Keeps a part of the engine from arriving, until the function is called that this resolves to. */
  async withhold(part: string): Promise<() => Promise<void>> {
    const address = `**/engine/${part}.js`;
    await this.#page.route(address, (route) => route.abort());
    return () => this.#page.unroute(address);
  }

  async close(): Promise<void> {
    await this.#page.close();
  }
}

function html(engine: string, origin: string): string {
  const nonce = "0123456789abcdef";
  const page = previewPage({
    cspSource: origin,
    nonce,
    script: "/page.js",
    style: "",
    engine: "",
    engineParts: [],
    topojson: "",
    mapIcons: "",
    math: "",
    inspector: "inspector.js",
    theme: "authored",
  });
  const bundle = engine === "whole" || engine === "strict" ? bundles[engine] : undefined;
  return bundle === undefined ? page : page.replace("</head>", `<script nonce="${nonce}" src="${bundle}"></script>$&`);
}
