import type { Page } from "playwright-core";

/** Tells when a thing came up in a page or in a frame of it, by the page's own clock. */
export interface Seen {
  /** The figure's title, or the word of the empty editor. */
  readonly name: string;
  /** Milliseconds since 1970, of the first frame with the thing in it. */
  readonly at: number;
  /** When the frame began, in the same unit. */
  readonly since: number;
}

/** A line, a point, the cells of a heat map, or the ground that WebGL paints on. */
const marks = ".scatterlayer path.js-line[d], .scatterlayer path.point[d], .heatmaplayer image, .gl-container canvas";

/**
 * Looks, before each frame is painted, whether a figure is drawn: its title and its marks. Playwright's own waiting
 * looks up to half a second late into frames within frames. It looks, too, for the word of the empty editor.
 */
const look = `(() => {
  if (location.href.includes("?folder=") || location.href.includes("/?ew=")) return;
  const told = new Set();
  const tell = (name) => {
    if (told.has(name) || typeof benchSaw === "undefined") return;
    told.add(name);
    benchSaw({ name, at: performance.timeOrigin + performance.now(), since: performance.timeOrigin });
  };
  const seek = (document) => {
    for (const graph of document.querySelectorAll(".js-plotly-plot")) {
      const title = graph.querySelector(".gtitle")?.textContent;
      if (title && graph.querySelector("${marks}")) tell(title);
    }
    const word = document.querySelector(".bench-word")?.textContent;
    if (word) tell(word);
    // The content of a webview is written into a frame whose own scripts would not outlive that.
    for (const { contentDocument } of document.querySelectorAll("iframe")) if (contentDocument) seek(contentDocument);
  };
  const eachFrame = () => {
    seek(document);
    requestAnimationFrame(eachFrame);
  };
  requestAnimationFrame(eachFrame);
})()`;

/** What comes up in the frames of a page that begin from now on. */
export class SeenInFrames {
  readonly #waiting = new Set<(seen: Seen) => void>();

  static async in(page: Page): Promise<SeenInFrames> {
    const seen = new SeenInFrames();
    await page.exposeBinding("benchSaw", (_source, each: Seen) => seen.#tell(each));
    await page.addInitScript(look);
    return seen;
  }

  /** Waits for what comes up from now on. Rejects after `seconds`. */
  next(name: string, seconds = 60): Promise<Seen> {
    const { promise, resolve, reject } = Promise.withResolvers<Seen>();
    const hear = (seen: Seen) => {
      if (seen.name === name) resolve(seen);
    };
    this.#waiting.add(hear);
    const timer = setTimeout(() => reject(new Error(`"${name}" did not come up in ${seconds} s.`)), seconds * 1000);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiting.delete(hear);
    });
  }

  #tell(seen: Seen): void {
    for (const hear of this.#waiting) hear(seen);
  }
}
