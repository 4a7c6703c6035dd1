import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build as bundle } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { engineParts } from "../../src/figure/schema/engineParts.ts";
import { traceTypes } from "../../src/figure/schema/traceTypes.ts";
import { previewPage } from "../../src/workbench/figureEditor/previewPage.ts";
import { root } from "../host/paths.ts";
import { launchBrowser } from "../host/vscode/browser.ts";
import { everyType, figureOf } from "./everyType.ts";

/** Where each engine's own scripts are. The whole bundles are Plotly's own; the strict one needs no eval. */
const folders = {
  "/engine/": "dist/engine",
  "/maps/": "dist/plotly/topojson",
  "/whole/": "node_modules/plotly.js-dist-min",
  "/strict/": "node_modules/plotly.js/dist",
};
const wholeBundles = { whole: "/whole/plotly.min.js", strict: "/strict/plotly-strict.min.js" };
const withoutEval = new Set(["scattergl", "scatterpolargl", "splom", "parcoords"]);

/** What the page does: `draw` with the engine's parts, or with the bundle that the page has brought along. */
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
  await plotly.Plots?.previousPromises?.(graph);
});
window.schema = (parts) => inOwnTask(async () => (window.Plotly ?? (await engine.load(parts))).PlotSchema.get());
`;

describe("The engine in parts", () => {
  let server: Server;
  let browser: Browser;
  let origin = "";
  const refused: string[] = [];

  before(async () => {
    const { outputFiles } = await bundle({
      stdin: { contents: script, resolveDir: root },
      bundle: true,
      write: false,
      format: "iife",
      target: "es2023",
    });
    server = createServer(({ url = "" }, response) => {
      const folder = Object.entries(folders).find(([path]) => url.startsWith(path));
      if (url === "/page.js") response.setHeader("content-type", "text/javascript").end(outputFiles[0]?.contents);
      else if (folder) {
        const [path, from] = folder;
        response
          .setHeader("content-type", "text/javascript")
          .end(readFileSync(join(root, from, url.slice(path.length))));
      } else response.setHeader("content-type", "text/html").end(html(url.slice(1)));
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  /** A page with the preview's own policy, and one of Plotly's bundles where it is named. */
  function html(name: string): string {
    const nonce = "0123456789abcdef";
    const bundled = name in wholeBundles ? wholeBundles[name as keyof typeof wholeBundles] : undefined;
    return previewPage({
      cspSource: origin,
      nonce,
      script: "/page.js",
      style: "",
      engine: "",
      engineParts: [],
      topojson: "",
      mapIcons: "",
      math: "",
      theme: "authored",
    }).replace("</head>", bundled === undefined ? "$&" : `<script nonce="${nonce}" src="${bundled}"></script>$&`);
  }

  async function open(name: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 700, height: 500 } });
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) refused.push(message.text());
    });
    await page.goto(`${origin}/${name}`);
    return page;
  }

  const draw = async (page: Page, figure: object): Promise<Buffer> => {
    await page.evaluate(`draw(${JSON.stringify(figure)})`);
    await page.mouse.move(690, 490);
    // What WebGL draws comes a few frames later. The picture is done when it stays the same.
    for (let before = await page.screenshot(); ;) {
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      const after = await page.screenshot();
      if (after.equals(before)) return after;
      before = after;
    }
  };

  it("has a figure for every type of trace in this test", () => {
    assert.deepEqual(Object.keys(everyType).toSorted(), traceTypes.toSorted());
  });

  for (const type of traceTypes) {
    it(`draws ${type} as Plotly's whole bundle does, to the pixel`, async () => {
      const figure = figureOf(type);
      const pages = await Promise.all([open("parts"), open(withoutEval.has(type) ? "strict" : "whole")]);
      const [parts, whole] = await Promise.all(pages.map((page) => draw(page, figure)));
      const hasMarks = await pages[0].locator(".no-webgl").count();
      await Promise.all(pages.map((page) => page.close()));
      assert.equal(hasMarks, 0);
      assert.ok(parts!.equals(whole!), `${type} differs`);
      assert.deepEqual(refused, []);
    });
  }

  it("draws dates of another calendar", async () => {
    const x = ["1403-01-01", "1403-06-31", "1403-12-30"];
    const figure = { data: [{ x, y: [1, 3, 2], xcalendar: "jalali" }], layout: { xaxis: { calendar: "jalali" } } };
    const pages = await Promise.all([open("parts"), open("whole")]);
    const [parts, whole] = await Promise.all(pages.map((page) => draw(page, figure)));
    await Promise.all(pages.map((page) => page.close()));
    assert.ok(parts!.equals(whole!));
  });

  it("draws one figure after another in the same place, each with the parts that come for it", async () => {
    const types = ["scatter", "bar", "surface", "heatmap", "pie", "scattergeo", "sankey", "scatterpolar", "violin"];
    const pages = await Promise.all([open("parts"), open("whole")]);
    for (const type of types) {
      const [parts, whole] = await Promise.all(pages.map((page) => draw(page, figureOf(type))));
      assert.ok(parts!.equals(whole!), `${type} differs`);
    }
    await Promise.all(pages.map((page) => page.close()));
  });

  it("draws WebGL after WebGL in the same place", async () => {
    const [parts, whole] = await Promise.all([open("parts"), open("strict")]);
    for (const type of ["scattergl", "splom", "scatterpolargl", "scatter3d", "scattergl", "scatter", "splom"]) {
      const after = await draw(parts, figureOf(type));
      assert.ok(after.equals(await draw(whole, figureOf(type))), `${type} differs`);
    }
    await Promise.all([parts.close(), whole.close()]);
    assert.deepEqual(refused, []);
  });

  it("says which part does not come, draws without it meanwhile, and asks for it again", async () => {
    const page = await open("parts");
    const stop = "**/engine/gl3d.js";
    await page.route(stop, (route) => route.abort());
    await assert.rejects(
      draw(page, figureOf("surface")),
      /could not be loaded: \/engine\/gl3d\.js\. Reload the window/,
    );
    await draw(page, figureOf("bar"));
    await page.unroute(stop);
    await draw(page, figureOf("surface"));
    assert.equal(await page.locator(".gl-container canvas").count(), 1);
    await page.close();
  });

  it("has the schema of Plotly's whole bundle once all parts are there", async () => {
    const pages = await Promise.all([open("parts"), open("whole")]);
    const [parts, whole] = await Promise.all(
      pages.map(async (page) => {
        const schema: unknown = await page.evaluate(`schema(${JSON.stringify(engineParts)})`);
        await page.close();
        return JSON.parse(JSON.stringify(schema, withoutTexts)) as object;
      }),
    );
    assert.deepEqual(parts, whole);
  });
});

/** Leaves out the few texts that Plotly's own build forgets to take away. */
const withoutTexts = (key: string, value: unknown): unknown => (key === "description" ? undefined : value);
