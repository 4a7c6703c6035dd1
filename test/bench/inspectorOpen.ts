import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../host/paths.ts";
import { launchBrowser } from "../host/vscode/browser.ts";
import { compare, type Measurement } from "./measurement.ts";

const file = (path: string): string => readFileSync(join(root, path), "utf8");

const points = Array.from({ length: 200 }, (_, index) => index);
const figure = {
  data: ["bean", "pea", "lentil"].map((name, row) => ({
    type: "scatter",
    name,
    x: points,
    y: points.map((each) => Math.sin(each / 20 + row)),
  })),
  layout: { title: { text: "Harvest" }, xaxis: { title: { text: "year" } } },
};

/** In the page: draws the figure as it is. Milliseconds. */
const draw = `(async () => {
  const begin = performance.now();
  await Plotly.newPlot("graph", structuredClone(figure));
  return performance.now() - begin;
})()`;

/** In the page: has the inspector's scripts run, shows a trace in it, and lays it out. Milliseconds. */
const open = `(() => {
  const run = (text) => {
    const script = document.createElement("script");
    script.textContent = text;
    document.head.append(script);
  };
  const begin = performance.now();
  run(manual);
  run(inspector);
  const graph = document.getElementById("graph");
  const nothing = () => undefined;
  window.PlotInspector.open(document.getElementById("inspector"), {
    written: figure,
    full: { data: graph._fullData, layout: graph._fullLayout },
    selected: [["data", 1]],
    edit: nothing,
    preview: nothing,
    select: nothing,
  });
  document.getElementById("inspector").getBoundingClientRect();
  return performance.now() - begin;
})()`;

/** The inspector, opened for the first time on a page, its scripts included, against drawing a figure of three lines. */
export async function inspectorOpen(): Promise<Measurement> {
  const browser = await launchBrowser();
  const [plotly, style] = [file("node_modules/plotly.js-dist-min/plotly.min.js"), file("dist/inspector.css")];
  const texts = { figure, manual: file("dist/manual.js"), inspector: file("dist/inspector.js") };
  let page: Page | undefined;
  try {
    return await compare(
      "inspector-open",
      "The inspector of a trace, from its scripts' arrival to its layout, against drawing the figure of 3 lines.",
      15,
      async () => {
        await page?.close();
        page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
        await page.setContent(`<style>${style}</style><div id="graph"></div><div id="inspector"></div>`);
        await page.addScriptTag({ content: plotly });
        await page.evaluate((given) => void Object.assign(globalThis, given), texts);
        await page.evaluate(draw);
        return await page.evaluate<number>(open);
      },
      async () => (await page?.evaluate<number>(draw)) ?? Number.NaN,
    );
  } finally {
    await browser.close();
  }
}
