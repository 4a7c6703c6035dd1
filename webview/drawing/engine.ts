import type { Outlines } from "./maps/icons.ts";
import { answerSprites } from "./maps/sprite.ts";
import type { MathJaxForPlotly } from "../math/mathJaxForPlotly.ts";
import type { Plotly } from "./plotly.ts";

declare global {
  interface Window {
    Plotly?: Plotly;
    /** Icons of maps by name. */
    MakiOutlines?: { readonly [name: string]: string };
  }
}

/** The two builds of one plotly.js. The strict one draws four more types of trace without eval, but is larger. */
export type Build = "ordinary" | "strict";

/** Where the page's scripts are, and the nonce that lets them run. */
export interface Scripts {
  readonly nonce: string;
  readonly ordinary: string;
  readonly strict: string;
  /** Folder of `<name>.js`, each of which sets `window.PlotlyGeoAssets.topojson[name]`. */
  readonly maps: string;
  /** Sets `window.MakiOutlines`. */
  readonly icons: string;
  /** Sets `window.MathJax`. */
  readonly math: string;
}

/** Plotly.js and what it needs: each is loaded once, when it is asked for. Only one build is on the page at a time. */
export class Engine {
  readonly #scripts: Scripts;
  readonly #maps = new Map<string, Promise<void>>();
  #build: Build | undefined;
  #icons: Promise<Outlines> | undefined;
  #math: Promise<MathJaxForPlotly | undefined> | undefined;
  #loading: Promise<Plotly> | undefined;

  constructor(scripts: Scripts) {
    this.#scripts = scripts;
  }

  /** Tells whether `load(build)` would replace the plotly.js that is there. The strict build serves both. */
  replaces(build: Build): boolean {
    return this.#build === "ordinary" && build === "strict";
  }

  /** Loads plotly.js. Rejects with a sentence where the script does not arrive. The next call tries again. */
  async load(build: Build): Promise<Plotly> {
    if (!this.#loading || this.replaces(build)) {
      const earlier = this.#loading?.catch(() => undefined);
      this.#build = build;
      this.#loading = (async () => {
        await earlier;
        delete window.Plotly;
        await this.#run(this.#scripts[build]);
        if (!window.Plotly)
          throw new Error("plotly.js could not be started. Reload the window, or install the extension again.");
        return window.Plotly;
      })();
    }
    try {
      return await this.#loading;
    } catch (error) {
      this.#loading = undefined;
      this.#build = undefined;
      throw error;
    }
  }

  /** Names the engine: "plotly.js 4.1.1", or "plotly.js 4.1.1 strict". */
  name(plotly: Plotly): string {
    return `plotly.js ${plotly.version}${this.#build === "strict" ? " strict" : ""}`;
  }

  /** Loads outlines of countries. Resolves to the names of those that did not arrive. */
  async loadMaps(names: readonly string[]): Promise<string[]> {
    const missing: string[] = [];
    const load = async (name: string): Promise<void> => {
      const loading = this.#maps.get(name) ?? this.#run(`${this.#scripts.maps}/${name}.js`);
      this.#maps.set(name, loading);
      try {
        await loading;
      } catch {
        this.#maps.delete(name);
        missing.push(name);
      }
    };
    await Promise.all(names.map(load));
    return missing;
  }

  /** Loads the outlines of icons, and has maps find them. Resolves to none where they do not arrive. */
  async loadIcons(): Promise<Outlines> {
    this.#icons ??= (async () => {
      await this.#run(this.#scripts.icons);
      const outlines = new Map(Object.entries(window.MakiOutlines ?? {}));
      answerSprites(outlines);
      return outlines;
    })();
    try {
      return await this.#icons;
    } catch {
      this.#icons = undefined;
      return new Map();
    }
  }

  /** Has plotly.js draw formulas, or leave texts between dollar signs alone. Resolves to false where MathJax does not arrive. */
  async useMath(wanted: boolean): Promise<boolean> {
    this.#math ??= wanted ? this.#run(this.#scripts.math).then(() => window.MathJax) : undefined;
    try {
      const math = await this.#math;
      if (wanted && math) window.MathJax = math;
      else delete window.MathJax;
      return !wanted || math !== undefined;
    } catch {
      this.#math = undefined;
      return false;
    }
  }

  async #run(url: string): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const script = document.createElement("script");
    script.nonce = this.#scripts.nonce;
    script.src = url;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      script.remove();
      reject(
        new Error(
          `A part of the preview could not be loaded: ${url}. Reload the window, or install the extension again.`,
        ),
      );
    });
    document.head.append(script);
    await promise;
  }
}
