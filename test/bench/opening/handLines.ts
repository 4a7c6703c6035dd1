import type { Frame } from "playwright-core";
import { compare, type Measurement, measured } from "../measurement.ts";
import { BenchWindow } from "./benchWindow.ts";
import { floatsFigure, megabyteFigure } from "./figures.ts";
import { fileOf, writeRounds } from "./openLines.ts";

const before = "Before";
const file = fileOf(0);
const rounds = 5;

/** What is done on the drawing is to be in the text so many milliseconds after it. */
const LIMIT = 100;

/** When the last edit was let go, when the text had it, and when the drawing of that text was there. */
interface Times {
  readonly letGo: number;
  readonly text?: number;
  readonly drawn?: number;
}

const sizes = { "1mb": "1 MB", "20mb": "20 MB" } as const;

export const editToText = (size: keyof typeof sizes) => async (): Promise<Measurement> => {
  const taken: number[] = [];
  await using edited = await EditedTitle.open(size);
  for (let round = 0; round <= rounds; round++) {
    const { letGo, text = Number.NaN } = await edited.write(`Title ${round}`);
    if (round > 0) taken.push(text - letGo);
  }
  return measured(
    `edit-to-text-${size}`,
    `From the key that ends writing a title on the drawing of ${sizes[size]} of floats to the text that has it, against the limit.`,
    taken,
    [LIMIT],
    1,
  );
};

export const editToDrawn = (size: keyof typeof sizes) => async (): Promise<Measurement> => {
  await using edited = await EditedTitle.open(size);
  const { page } = await edited.bench.bare.open(file, before);
  return await compare(
    `edit-to-drawn-${size}`,
    `From the key that ends writing a title on the drawing of ${sizes[size]} of floats to the drawing of the text that has it, against a bare Plotly.relayout of the same figure.`,
    rounds,
    async (round) => {
      const { letGo, drawn = Number.NaN } = await edited.write(`Title ${round}`);
      return drawn - letGo;
    },
    (round) =>
      page.evaluate<number>(`(async () => {
        const begin = performance.now();
        await Plotly.relayout("drawing", "title.text", "Title ${round}");
        return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now() - begin)));
      })()`),
  );
};

/** A figure that is edited on its drawing, and whose page notes when things happen. */
class EditedTitle implements AsyncDisposable {
  readonly bench: BenchWindow;
  readonly #frame: Frame;

  private constructor(bench: BenchWindow, frame: Frame) {
    this.bench = bench;
    this.#frame = frame;
  }

  static async open(size: keyof typeof sizes): Promise<EditedTitle> {
    const bench = await BenchWindow.open(async (folder) => {
      await writeRounds(folder, 0, size === "1mb" ? [megabyteFigure(before)] : floatsFigure(before, 20_000_000));
    });
    await bench.click(file, before);
    const { window } = bench;
    await window.runCommand("Plots: Edit Figure on Its Drawing");
    const preview = window.preview();
    await preview.frame.locator(".edit-bar").waitFor();
    await preview.drawn();
    const frame = await preview.page();
    await frame.evaluate(`{
      globalThis.benchTimes = { letGo: 0 };
      addEventListener("keydown", ({ key }) => {
        if (key === "Enter") globalThis.benchTimes = { letGo: performance.now() };
      }, true);
      addEventListener("message", ({ data }) => {
        if (data?.type !== "edited") return;
        benchTimes.text = performance.now();
        // The figure comes next. plotly.js makes the layout with all its defaults anew each time that it draws.
        const graph = document.querySelector(".drawing.js-plotly-plot");
        const before = graph._fullLayout;
        const look = () => {
          if (graph._fullLayout === before) requestAnimationFrame(look);
          else benchTimes.drawn = performance.now();
        };
        requestAnimationFrame(look);
      });
    }`);
    return new EditedTitle(bench, frame);
  }

  async write(title: string): Promise<Times> {
    const { window } = this.bench;
    // A person's next edit does not come while the version before is still being checked.
    await this.#frame.evaluate("new Promise((done) => setTimeout(done, 1500))");
    const box = await window.preview().graph.locator(".gtitle").boundingBox();
    if (box === null) throw new Error("The drawing has no title.");
    await window.page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
    await window.preview().frame.locator(":focus").first().waitFor();
    await window.page.keyboard.press("Control+a");
    await window.page.keyboard.insertText(title);
    await window.page.keyboard.press("Enter");
    let times: Times = { letGo: 0 };
    while (times.text === undefined || times.drawn === undefined)
      times = await this.#frame.evaluate<Times>("benchTimes");
    return times;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bench[Symbol.asyncDispose]();
  }
}
