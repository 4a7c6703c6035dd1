import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import type { Reduced } from "../../../webview/drawing/reduction/reduced.ts";
import { root } from "../../host/paths.ts";
import { launchBrowser } from "../../host/vscode/browser.ts";

/** What a drawing shows, and how much of the figure is in it. */
export interface Drawn {
  readonly ranges: readonly unknown[];
  readonly counted: Reduced | undefined;
}

const html = `<!doctype html><meta charset="utf-8"><body style="margin: 0">
<div id="drawing" style="width: 800px; height: 600px"></div>
<script src="/plotly.js"></script><script src="/drawings.js"></script>`;

/** In pixels of the page. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** A bare page in a real browser that draws as the preview does, or every point. */
export class DrawingsPage implements AsyncDisposable {
  readonly page: Page;
  readonly #close: () => Promise<void>;

  private constructor(page: Page, close: () => Promise<void>) {
    this.page = page;
    this.#close = close;
  }

  static async open(): Promise<DrawingsPage> {
    const entry = join(import.meta.dirname, "drawings.ts");
    const made = await build({ entryPoints: [entry], bundle: true, format: "iife", platform: "browser", write: false });
    const files: Record<string, string | Uint8Array> = {
      "/plotly.js": readFileSync(join(root, "node_modules/plotly.js/dist/plotly-strict.min.js")),
      "/drawings.js": made.outputFiles[0]!.contents,
    };
    const server = createServer(({ url = "" }, response) => {
      const type = url in files ? "text/javascript" : "text/html";
      response.setHeader("content-type", type).end(files[url] ?? html);
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return new DrawingsPage(page, async () => {
      await browser.close();
      server.close();
    });
  }

  async do<Name extends keyof Drawings>(name: Name, ...told: Parameters<Drawings[Name]>): Promise<Answer<Name>> {
    const answer = await this.page.evaluate(
      ([what, words]) => {
        const { drawings } = globalThis as unknown as { drawings: Record<string, (...words: unknown[]) => unknown> };
        return drawings[what]!(...words);
      },
      [name, told] as const,
    );
    return answer as Answer<Name>;
  }

  async draw(number: number, reduced: boolean, closer: boolean): Promise<Drawn & { readonly picture: Buffer }> {
    return { ...(await this.do("draw", number, reduced, closer)), picture: await this.picture() };
  }

  /** A whole drawing of this many points may take a slow computer's browser a while to paint. */
  async picture(): Promise<Buffer> {
    return await this.page.screenshot({ timeout: 100_000 });
  }

  /** Taken while the drawing is held with the mouse. It is let go before this ends. */
  async pictureWhilePanned(from: Place, to: Place): Promise<Buffer> {
    await this.do("pan");
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 3 });
    const picture = await this.picture();
    await mouse.up();
    return picture;
  }

  /** The part of all pixels of two pictures in which they differ by more than a shade that is hardly seen. */
  async difference(one: Buffer, other: Buffer): Promise<number> {
    return await this.page.evaluate(
      async (pictures) => {
        const { createImageBitmap, OffscreenCanvas, fetch } = globalThis as unknown as Browser;
        const read = async (picture: string) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
        };
        const [a, b] = [await read(pictures[0]), await read(pictures[1])];
        let differing = 0;
        for (let at = 0; at < a.length; at += 4)
          if ([0, 1, 2].some((channel) => Math.abs(a[at + channel]! - b[at + channel]!) > 32)) differing++;
        return differing / (a.length / 4);
      },
      [one.toString("base64"), other.toString("base64")] as const,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
  }
}

/** What the page's script does. */
interface Drawings {
  draw(number: number, reduced: boolean, closer: boolean): Promise<Drawn>;
  pan(): Promise<void>;
  hover(mode: string): Promise<readonly object[]>;
  drawThousand(isShort: boolean): Promise<{ readonly entries: number }>;
  complete(): Promise<{ readonly entries: number }>;
}

type Answer<Name extends keyof Drawings> = Awaited<ReturnType<Drawings[Name]>>;

/** What a page's script finds. */
interface Browser {
  readonly fetch: (address: string) => Promise<{ blob(): Promise<object> }>;
  readonly createImageBitmap: (picture: object) => Promise<{ readonly width: number; readonly height: number }>;
  readonly OffscreenCanvas: new (
    width: number,
    height: number,
  ) => {
    getContext(kind: "2d"): {
      drawImage(bitmap: object, x: number, y: number): void;
      getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
    };
  };
}
