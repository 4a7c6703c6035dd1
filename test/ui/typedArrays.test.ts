import assert from "node:assert/strict";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { typesThatLeave, typesWithoutGaps } from "../../src/figure/data/split/leaving.ts";
import { launchBrowser } from "../host/vscode/browser.ts";
import { root } from "../host/paths.ts";

/** What a drawing of a type needs beside x, y and z. */
const extra: Readonly<Record<string, object>> = {
  scattergeo: { geo: { visible: false } },
};

interface Element {
  remove(): void;
}

/** What the page has, as far as it is used here. */
interface Surroundings {
  readonly Plotly: {
    newPlot(graph: Element, data: readonly object[], layout: object): Promise<unknown>;
    toImage(graph: Element, options: object): Promise<string>;
    purge(graph: Element): void;
  };
  readonly document: { createElement(name: string): Element; readonly body: { append(element: Element): void } };
}

/** Draws a trace of the type twice in the page, from lists and from typed arrays: whether the pictures are the same. */
async function isSame(page: Page, type: string, kind: string): Promise<boolean> {
  return await page.evaluate(
    async ([name, array, layout]) => {
      const { Plotly: engine, document } = globalThis as unknown as Surroundings;
      const numbers = (phase: number, least: number, most: number): (number | null)[] =>
        Array.from({ length: 40 }, (_, index) =>
          array === "gaps" && index % 9 === 4
            ? null
            : (array === "Int8Array" ? Math.round : Number)(
                least + ((Math.sin(index * phase) + 1) / 2) * (most - least),
              ),
        );
      const typed = (list: readonly (number | null)[]): unknown =>
        array === "Int8Array"
          ? Int8Array.from(list as number[])
          : Float64Array.from(list, (each) => each ?? Number.NaN);
      const trace = (make: (list: readonly (number | null)[]) => unknown): object => {
        const [x, y, z] = [numbers(1, 0, 50), numbers(2.1, 5, 60), numbers(0.7, 1, 20)];
        const rows = [z, numbers(0.3, 0, 9), numbers(0.9, 3, 30)].map(make);
        const ordered = x.map((_, index) => index);
        const isTable = ["heatmap", "contour", "surface"].includes(name);
        const isLine = name === "scatter" || name === "scattergl";
        return {
          type: name,
          x: make(isTable ? ordered : x),
          ...(isTable ? { z: rows } : { y: make(y), z: make(z) }),
          ...(name === "mesh3d" ? { i: make([0, 1, 2]), j: make([3, 4, 5]), k: make([6, 7, 8]) } : {}),
          ...Object.fromEntries(
            "r theta lat lon a b c".split(" ").map((key, index) => [key, make([x, y, z][index % 3]!)]),
          ),
          ...Object.fromEntries(
            "open high low close".split(" ").map((key, at) => [key, make(numbers(1 + at, 10 * at, 10 * at + 9))]),
          ),
          ...(name === "splom" ? { dimensions: [x, y, z].map((values) => ({ values: make(values) })) } : {}),
          ...(isLine ? { mode: "lines+markers", error_y: { type: "data", array: make(z) }, fill: "tozeroy" } : {}),
          ...(name.startsWith("scatter") && array !== "gaps" ? { marker: { color: make(z), size: make(z) } } : {}),
        };
      };
      const pictures: string[] = [];
      for (const make of [(list: readonly (number | null)[]): unknown => list, typed]) {
        const graph = document.createElement("div");
        document.body.append(graph);
        await engine.newPlot(graph, [trace(make)], { width: 400, height: 300, ...layout });
        pictures.push(await engine.toImage(graph, { format: "png", width: 400, height: 300 }));
        engine.purge(graph);
        graph.remove();
      }
      return pictures[0] === pictures[1];
    },
    [type, kind, extra[type] ?? {}] as const,
  );
}

describe("Typed arrays", () => {
  let browser: Browser;

  before(async () => {
    browser = await launchBrowser();
  });

  after(() => browser.close());

  for (const type of typesThatLeave)
    describe(`of ${type}`, () => {
      let page: Page;

      // A page of its own for each type, since a browser takes WebGL from a page that has had it too often.
      before(async () => {
        page = await browser.newPage();
        await page.addScriptTag({ path: join(root, "node_modules/plotly.js/dist/plotly-strict.min.js") });
      });

      after(() => page.close());

      for (const kind of ["Int8Array", ...(typesWithoutGaps.has(type) ? ["Float64Array"] : ["gaps"])])
        it(`are drawn as lists are: ${kind}`, async () => {
          assert.ok(await isSame(page, type, kind));
        });
    });
});
