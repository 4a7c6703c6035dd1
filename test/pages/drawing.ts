// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a map has no public name
import type { Locator } from "playwright-core";

declare function getComputedStyle(element: unknown): { readonly backgroundColor: string; readonly fill: string };

/** What plotly.js has drawn: its marks, its buttons and what it says under the pointer. */
export class Drawing {
  readonly #graph: Locator;
  /** The buttons above the drawing: zoom, pan and so on. */
  readonly tools: Locator;
  /** Where the person drags to zoom. */
  readonly plotArea: Locator;
  /** The ground that a map is painted on. */
  readonly map: Locator;

  /** `graph` is the element that plotly.js draws into. */
  constructor(graph: Locator) {
    this.#graph = graph;
    this.tools = graph.locator(".modebar-btn");
    this.plotArea = graph.locator(".nsewdrag").first();
    this.map = graph.locator(".maplibregl-canvas");
  }

  /** Lines and points in a plane, a trace each. */
  get scatterTraces(): Locator {
    return this.#graph.locator(".scatterlayer .trace");
  }

  get scatterPoints(): Locator {
    return this.#graph.locator(".scatterlayer .point");
  }

  get scatterLines(): Locator {
    return this.#graph.locator(".scatterlayer path.js-line");
  }

  get bars(): Locator {
    return this.#graph.locator(".barlayer .point");
  }

  /** The circles of polar axes. */
  get circles(): Locator {
    return this.#graph.locator(".polarlayer .polar");
  }

  /** The canvases of scenes in three dimensions. */
  get spaces(): Locator {
    return this.#graph.locator(".gl-container canvas");
  }

  get pointsOnGlobe(): Locator {
    return this.#graph.locator(".scattergeo .point");
  }

  cell(text: string): Locator {
    return this.#graph.locator(".table .cell-text", { hasText: text });
  }

  /** What is said under the pointer. */
  label(text: string): Locator {
    return this.#graph.locator(".hoverlayer .hovertext", { hasText: text });
  }

  /** A button that the figure itself has. */
  button(text: string): Locator {
    return this.#graph.locator(".updatemenu-button", { hasText: text });
  }

  /** The frame that the figure's slider stands at. */
  sliderAt(text: string): Locator {
    return this.#graph.locator(`.slider-group > .slider-label[data-unformatted="${text}"]`);
  }

  get legendTexts(): Locator {
    return this.#graph.locator(".legendtext");
  }

  /** A tool by its title: "Edit the figure". */
  tool(title: string): Locator {
    return this.#graph.locator(`.modebar-btn[data-title="${title}"]`);
  }

  /** A tool when it is switched on. */
  activeTool(name: string): Locator {
    return this.#graph.locator(`.modebar-btn[data-val="${name}"][aria-pressed="true"]`);
  }

  /** Which tools the Tab key stops at, counted from 0. */
  async toolStops(): Promise<number[]> {
    return await this.tools.evaluateAll((all) =>
      all.flatMap((each, i) => ((each as unknown as { readonly tabIndex: number }).tabIndex === 0 ? [i] : [])),
    );
  }

  /** Formulas that are drawn as such in a part. */
  formulas(part: "title" | "axis title" | "ticks" | "legend" | "points" | "annotation"): Locator {
    const places = {
      title: ".g-gtitle",
      "axis title": ".g-xtitle",
      ticks: ".xtick",
      legend: ".legend",
      points: ".textpoint",
      annotation: ".annotation",
    };
    return this.#graph.locator(`${places[part]} g[data-math="Y"]:has(svg path)`);
  }

  /** What of a formula in an annotation could not be read: it stands there in red. */
  get formulaMistakes(): Locator {
    return this.#graph.locator('.annotation g[data-math="Y"] [fill="red"]');
  }

  /** In pixels. */
  async width(): Promise<number> {
    return (await this.#graph.locator(".main-svg").first().boundingBox())?.width ?? 0;
  }

  async height(): Promise<number> {
    return (await this.#graph.locator(".main-svg").first().boundingBox())?.height ?? 0;
  }

  /** The drawing's ground, whose colour is that of the paper. */
  get paper(): Locator {
    return this.#graph.locator(".main-svg").first();
  }

  /** As the page computes them. */
  async colors(): Promise<{ readonly ground: string; readonly title: string }> {
    return await this.#graph.evaluate((element) => {
      const graph = element as unknown as { querySelector(selector: string): unknown };
      return {
        ground: getComputedStyle(graph.querySelector(".main-svg")).backgroundColor,
        title: getComputedStyle(graph.querySelector(".gtitle")).fill,
      };
    });
  }

  /** What is said where the browser has no WebGL. */
  get missingWebGL(): Locator {
    return this.#graph.locator(".no-webgl").or(this.#graph.getByText("WebGL is not supported"));
  }

  /** Whether anything is on the ground that WebGL paints on. */
  async isPaintedByWebGL(): Promise<boolean> {
    return await this.#graph.locator("canvas.gl-canvas-context").evaluate((element) => {
      const canvas = element as unknown as Canvas;
      const empty = canvas.ownerDocument.createElement("canvas");
      empty.width = canvas.width;
      empty.height = canvas.height;
      return canvas.toDataURL() !== empty.toDataURL();
    });
  }

  /** The outlines of countries that are coloured by their values, as SVG paths. */
  async countryOutlines(): Promise<string[]> {
    return await this.#graph
      .locator("path.choroplethlocation")
      .evaluateAll((paths) => paths.map((path) => path.getAttribute("d") ?? ""));
  }

  /** The outline of all land, as an SVG path. */
  async landOutline(): Promise<string> {
    return (await this.#graph.locator(".layer.land path").first().getAttribute("d")) ?? "";
  }

  /** Which of these icons the map has to draw. */
  async mapIcons(...names: readonly string[]): Promise<boolean[]> {
    return await this.#graph.evaluate((graph, asked) => {
      const { map } = (graph as unknown as Mapped)._fullLayout.map._subplot;
      return asked.map((name) => map.hasImage(name));
    }, names);
  }
}

/** What plotly.js keeps of a map. */
interface Mapped {
  readonly _fullLayout: { readonly map: { readonly _subplot: { readonly map: { hasImage(name: string): boolean } } } };
}

interface Canvas {
  width: number;
  height: number;
  readonly ownerDocument: { createElement(name: string): Canvas };
  toDataURL(): string;
}
