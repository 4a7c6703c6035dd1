import { createReadStream, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { root } from "../../host/paths.ts";
import { SeenInFrames } from "./seenInFrames.ts";

const html = (file: string) => `<!doctype html><meta charset="utf-8">
<body><div id="drawing" style="height:700px"></div>
<script src="/plotly.min.js"></script>
<script>
fetch("/file/${file}").then((answer) => answer.text()).then((text) => {
  const figure = JSON.parse(text);
  return Plotly.newPlot("drawing", figure.data, figure.layout);
});
</script>`;

/** A page with the official full bundle that does the usual with a file: it fetches, parses and draws it. */
export class BarePage implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #close: () => void;
  readonly #seen = new WeakMap<Page, SeenInFrames>();
  readonly address: string;

  private constructor(browser: Browser, address: string, close: () => void) {
    this.#browser = browser;
    this.#close = close;
    this.address = address;
  }

  /** `folder` holds the files. The pages open in `browser`. */
  static async serve(browser: Browser, folder: string): Promise<BarePage> {
    const script = readFileSync(join(root, "node_modules/plotly.js-dist-min/plotly.min.js"));
    const server = createServer(({ url = "/" }, response) => {
      const name = decodeURIComponent(url.split("/").at(-1) ?? "");
      if (url === "/plotly.min.js") response.setHeader("content-type", "text/javascript").end(script);
      else if (url.startsWith("/file/")) createReadStream(join(folder, name)).pipe(response);
      else response.setHeader("content-type", "text/html").end(html(name));
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return new BarePage(browser, address, () => {
      server.close();
      server.closeAllConnections();
    });
  }

  /**
   * Opens a page that remembers nothing, or goes on in that of an earlier call. Resolves to the milliseconds from going there
   * to the figure drawn, and the page.
   */
  async open(
    file: string,
    title: string,
    earlier?: Page,
  ): Promise<{ readonly milliseconds: number; readonly page: Page }> {
    const page = earlier ?? (await this.#browser.newPage({ viewport: { width: 1000, height: 800 } }));
    const seen = this.#seen.get(page) ?? (await SeenInFrames.in(page));
    this.#seen.set(page, seen);
    const drawn = seen.next(title);
    await page.goto(`${this.address}/${file}`);
    const { at, since } = await drawn;
    return { milliseconds: at - since, page };
  }

  /** The same, and closes the page. */
  async draw(file: string, title: string): Promise<number> {
    const { milliseconds, page } = await this.open(file, title);
    await page.context().close();
    return milliseconds;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#close();
  }
}
