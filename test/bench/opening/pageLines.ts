import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { compare, type Measurement } from "../measurement.ts";
import { BenchWindow } from "./benchWindow.ts";
import { cellsFigure, cloudFigure, lineFigure } from "./figures.ts";

const million = 1_000_000;
const file = "figure.plotly.json";

/** A page of ours or a bare one, with a figure drawn. `left` and so on are those of the plot area. */
interface Drawn {
  readonly page: Page;
  readonly frame: Frame;
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** From the bytes of a million points being in the page, whose engine runs, to the drawing. */
export const line1m = (): Promise<Measurement> =>
  fromBytes("line-1m", "1,000,000 points", 0.5, (title, isMany) => lineFigure(title, isMany ? million : 20));

/** The same of a heat map of 4,000 by 4,000 cells. */
export const heatmap16m = (): Promise<Measurement> =>
  fromBytes("heatmap-16m", "16,000,000 cells", 0.2, (title, isMany) => cellsFigure(title, isMany ? 4000 : 20));

/** `figure` makes the text of a large figure, or of a small one of its kind, which is drawn before it. */
async function fromBytes(
  name: string,
  what: string,
  limit: number,
  figure: (title: string, isMany: boolean) => string,
): Promise<Measurement> {
  const [few, many] = [(round: number) => `Few, ${round}`, (round: number) => `Many, ${round}`];
  await using bench = await BenchWindow.open((folder) => writeFileSync(join(folder, file), figure(few(0), false)));
  const path = join(bench.folder, file);
  await bench.click(file, few(0));
  const frame = await bench.window.preview().page();
  await frame.evaluate(`addEventListener("message", ({ data, timeStamp }) => {
    // The host's first message with bytes in it begins the figure.
    const hasBytes = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value) ||
      (typeof value === "object" && value !== null && Object.values(value).some(hasBytes));
    if (hasBytes(data)) globalThis.benchArrived ??= performance.timeOrigin + timeStamp;
  })`);
  const { page } = await bench.bare.open(file, few(0));
  return await compare(
    name,
    `From the bytes of ${what} in the page, whose engine is there, to the drawing, against decoding, JSON.parse and newPlot in a bare page with the full bundle.`,
    5,
    async (round) => {
      if (round > 0) {
        const again = bench.drawn(few(round));
        writeFileSync(path, figure(few(round), false));
        await again;
      }
      await frame.evaluate("globalThis.benchArrived = undefined");
      const drawn = bench.drawn(many(round));
      writeFileSync(path, figure(many(round), true));
      const { at } = await drawn;
      return at - (await frame.evaluate<number>("globalThis.benchArrived"));
    },
    () =>
      page.evaluate<number>(`fetch("/file/${file}").then((answer) => answer.arrayBuffer()).then(async (bytes) => {
        const begin = performance.now();
        const figure = JSON.parse(new TextDecoder().decode(bytes));
        await Plotly.newPlot("drawing", figure.data, figure.layout);
        return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now() - begin)));
      })`),
    limit,
  );
}

/** The mean frame of a pan: how long each move of the pointer, and its release, hold the page until it has painted. */
export function pan1m(): Promise<Measurement> {
  return onBoth(
    "pan-1m",
    "How long a frame holds the page while a line of 1,000,000 points is panned: the mean of 15 moves of the pointer and its release, each with its painting, against a bare page with the full bundle.",
    lineFigure("A million points", million, { dragmode: "pan" }),
    "A million points",
    `globalThis.benchFrames = [];
     let begun = 0;
     const painted = () => {
       const handled = performance.now() - begun;
       requestAnimationFrame(() => {
         const frame = performance.now();
         // It comes after the frame's painting, and does not wait for the next one.
         const { port1, port2 } = new MessageChannel();
         port1.onmessage = () => benchFrames.push(handled + performance.now() - frame);
         port2.postMessage(undefined);
       });
     };
     let released = false;
     addEventListener("mousemove", () => { begun = performance.now(); }, true);
     addEventListener("mousemove", ({ buttons }) => { if (buttons === 1) painted(); });
     addEventListener("mouseup", () => { begun = performance.now(); released = true; }, true);
     graph.on("plotly_relayout", () => { if (released) painted(); released = false; });`,
    async ({ page, frame, area }) => {
      const count = () => frame.evaluate<number>("benchFrames.length");
      await frame.evaluate("benchFrames.length = 0");
      const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (let move = 1; move <= 15; move++) {
        await page.mouse.move(x + move * 10, y + move * 2);
        while ((await count()) < move);
      }
      await page.mouse.up();
      while ((await count()) < 16);
      const frames = await frame.evaluate<number[]>("benchFrames");
      return frames.reduce((sum, each) => sum + each, 0) / frames.length;
    },
  );
}

/** How long the page answers nothing else while it looks for what is pointed at. */
export function hover1m(): Promise<Measurement> {
  return onBoth(
    "hover-1m",
    "How long a move of the pointer holds the page, among 1,000,000 scattergl points and beside them, against a bare page with the full bundle; mean of 16 moves.",
    cloudFigure("A cloud", million),
    "A cloud",
    `globalThis.benchHeld = undefined;
     let moved = 0;
     addEventListener("mousemove", () => { moved = performance.now(); }, true);
     addEventListener("mousemove", () => { globalThis.benchHeld = performance.now() - moved; });`,
    async ({ page, frame, area }) => {
      let sum = 0;
      for (let move = 0; move < 16; move++) {
        const x = area.x + (area.width * (move + 1)) / 18;
        // The wave fills the middle of the area.
        const y = area.y + (move % 2 === 0 ? 8 : area.height / 2);
        // Plotly looks at the pointer again 50 ms after its last look at the earliest.
        await frame.evaluate("globalThis.benchHeld = undefined; new Promise((done) => setTimeout(done, 100))");
        await page.mouse.move(x, y);
        let held: number | undefined;
        while (held === undefined) held = await frame.evaluate<number | undefined>("globalThis.benchHeld");
        sum += held;
      }
      return sum / 16;
    },
  );
}

/** Opens the figure in both pages once, prepares each by the script, in which `graph` is the drawing, and measures in turn. */
async function onBoth(
  name: string,
  what: string,
  text: string,
  title: string,
  prepare: string,
  measure: (drawn: Drawn) => Promise<number>,
): Promise<Measurement> {
  await using bench = await BenchWindow.open((folder) => writeFileSync(join(folder, file), text));
  await bench.click(file, title);
  const ours = await drawnIn(bench.window.page, await bench.window.preview().page());
  const { page } = await bench.bare.open(file, title);
  const other = await drawnIn(page, page.mainFrame());
  for (const { frame } of [ours, other])
    await frame.evaluate(`{ const graph = document.querySelector(".js-plotly-plot"); ${prepare} }`);
  return await compare(
    name,
    what,
    5,
    () => measure(ours),
    () => measure(other),
    0.2,
  );
}

async function drawnIn(page: Page, frame: Frame): Promise<Drawn> {
  const area = await frame.locator(".nsewdrag").first().boundingBox();
  if (area === null) throw new Error("The drawing has no plot area.");
  return { page, frame, area };
}
