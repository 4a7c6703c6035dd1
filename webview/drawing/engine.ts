import type { EnginePart } from "../../src/figure/schema/engineParts.ts";
import { withNeeds } from "../../src/figure/schema/engineParts.ts";
import type { Outlines } from "./maps/icons.ts";
import { answerSprites } from "./maps/sprite.ts";
import type { MathJaxForPlotly } from "../math/mathJaxForPlotly.ts";
import type { Plotly } from "./plotly.ts";

/** What the engine's parts have in common: each lends modules to others, and the first brings plotly.js. */
interface Share {
  readonly modules: unknown[];
  plotly?: Plotly;
}

declare global {
  interface Window {
    /** What starts each part whose script has arrived. */
    EngineParts?: { readonly [part in EnginePart]?: (share: Share) => void };
    /** Icons of maps by name. */
    MakiOutlines?: { readonly [name: string]: string };
  }
}

/** Where the page's scripts are, and the nonce that lets them run. */
export interface Scripts {
  readonly nonce: string;
  /** Folder of `<part>.js`, each of which sets `window.EngineParts[part]`. */
  readonly parts: string;
  /** Folder of `<name>.js`, each of which sets `window.PlotlyGeoAssets.topojson[name]`. */
  readonly maps: string;
  /** Sets `window.MakiOutlines`. */
  readonly icons: string;
  /** Sets `window.MathJax`. */
  readonly math: string;
}

/** Plotly.js and what it needs. Each part is loaded once, when it is asked for. */
export class Engine {
  readonly #scripts: Scripts;
  readonly #arriving = new Map<EnginePart, Promise<void>>();
  readonly #started = new Set<EnginePart>();
  readonly #share: Share = { modules: [] };
  readonly #maps = new Map<string, Promise<void>>();
  #icons: Promise<Outlines> | undefined;
  #math: Promise<MathJaxForPlotly | undefined> | undefined;

  constructor(scripts: Scripts) {
    this.#scripts = scripts;
  }

  /** Plotly.js, once its core has started. */
  get plotly(): Plotly | undefined {
    return this.#share.plotly;
  }

  /**
   * Loads plotly.js with these parts, beside those that are there. Rejects with a sentence where a script does not arrive.
   * The next call tries again.
   */
  async load(parts: Iterable<EnginePart>): Promise<Plotly> {
    const needed = withNeeds(parts);
    await Promise.all(needed.map((part) => this.#arrival(part)));
    for (const part of needed) {
      if (this.#started.has(part)) continue;
      window.EngineParts?.[part]?.(this.#share);
      this.#started.add(part);
    }
    const { plotly } = this.#share;
    if (!plotly) throw new Error("plotly.js could not be started. Reload the window, or install the extension again.");
    return plotly;
  }

  async #arrival(part: EnginePart): Promise<void> {
    let arriving = this.#arriving.get(part);
    if (!arriving) {
      arriving = this.#arrived(part);
      this.#arriving.set(part, arriving);
    }
    try {
      await arriving;
    } catch (error) {
      this.#arriving.delete(part);
      throw error;
    }
  }

  /** Waits for the script that the page brought along, or asks for it. */
  async #arrived(part: EnginePart): Promise<void> {
    if (window.EngineParts?.[part]) return;
    const url = `${this.#scripts.parts}/${part}.js`;
    const brought = document.querySelector<HTMLScriptElement>(`script[data-part="${part}"]`);
    await (brought ? settled(brought, url) : this.#run(url));
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
    const script = document.createElement("script");
    script.nonce = this.#scripts.nonce;
    script.src = url;
    const arrival = settled(script, url);
    document.head.append(script);
    await arrival;
  }
}

/** Resolves when a script has run. Rejects with a sentence where it does not arrive, and takes it off the page. */
async function settled(script: HTMLScriptElement, url: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  script.addEventListener("load", () => resolve());
  script.addEventListener("error", () => {
    script.remove();
    reject(
      new Error(
        `A part of the preview could not be loaded: ${url}. Reload the window, or install the extension again.`,
      ),
    );
  });
  await promise;
}
