import type { Locator } from "playwright-core";
import type { Preview } from "./preview.ts";

/** A point of the window, in its pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The parts that the tests take hold of, as plotly.js draws them. */
const parts = {
  title: ".gtitle",
  subtitle: ".gtitle-subtitle",
  "x title": ".xtitle",
  "x ticks": ".xtick >> nth=2",
  "legend title": ".legendtitletext",
  "legend entry": ".legendtext >> nth=0",
  "colour bar": ".cbfills",
  "colour bar title": ".cbtitle text",
  note: '.annotation[data-index="1"] .annotation-text',
  "arrow text": '.annotation[data-index="0"] .annotation-text',
  rectangle: '.shapelayer path[data-index="0"]',
  image: ".main-svg image",
  point: ".scatterlayer .trace:first-child .point >> nth=2",
  "right end of x": ".edrag",
} as const;

export type PartName = keyof typeof parts;

/** A drawing that is edited with the hand. */
export class EditedDrawing {
  readonly #preview: Preview;
  /** What is chosen, in the bar over the drawing: "Title “Ferries”". */
  readonly chosen: Locator;
  /** The editor of a text, in its place. */
  readonly text: Locator;
  /** What stands by it where a text could not be kept. */
  readonly textTrouble: Locator;
  readonly marks: Locator;
  readonly handles: Locator;
  /** The lines that a part is aligned with while it is dragged. */
  readonly guides: Locator;
  /** The parts of the figure for keyboard and screen reader. */
  readonly list: Locator;
  /** plotly.js tells how to zoom out again. */
  readonly hint: Locator;
  /** Why something was not written. */
  readonly notice: Locator;

  constructor(preview: Preview) {
    const { frame } = preview;
    this.#preview = preview;
    this.chosen = frame.locator(".chosenPart");
    this.text = frame.locator(".textEditor textarea");
    this.textTrouble = frame.locator(".textEditor .why");
    this.marks = frame.locator(".editing .mark.chosen");
    this.handles = frame.locator(".editing .handle");
    this.guides = frame.locator(".editing .guide");
    this.list = frame.getByRole("listbox", { name: "Parts of the figure" });
    this.hint = frame.locator(".notifier-note");
    this.notice = frame.locator(".banner.information");
  }

  /** Waits until the drawing can be edited. */
  async ready(): Promise<void> {
    await this.#preview.frame.locator(".editing:not([hidden])").waitFor();
    await this.list.getByRole("option").first().waitFor({ state: "attached" });
  }

  /** Presses the pencil on the drawing. */
  async pencil(): Promise<void> {
    // plotly.js shows its buttons under the pointer alone.
    await this.#preview.frame.locator('.modebar-btn[data-title="Edit the figure"]').dispatchEvent("click");
  }

  /** What plotly.js was given to draw. */
  async given(): Promise<{ readonly data: readonly object[]; readonly layout: object }> {
    return await this.#preview.graph.evaluate((graph) => {
      const { data, layout } = graph as unknown as { readonly data: readonly object[]; readonly layout: object };
      return { data: [...data], layout };
    });
  }

  part(name: PartName): Locator {
    return this.#preview.graph.locator(parts[name]).first();
  }

  /** The middle of a part. */
  async middle(name: PartName): Promise<Point> {
    // plotly.js takes a part away and draws it anew.
    await this.part(name).waitFor();
    const box = await this.part(name).boundingBox();
    if (box === null) throw new Error(`The ${name} is not drawn.`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async click(name: PartName): Promise<void> {
    const { x, y } = await this.middle(name);
    await this.#mouse.click(x, y);
  }

  async doubleClick(name: PartName): Promise<void> {
    const { x, y } = await this.middle(name);
    await this.#mouse.dblclick(x, y);
  }

  /** Takes hold of a part and moves it, without letting go. */
  async take(name: PartName, by: Point): Promise<void> {
    await this.#take(await this.middle(name), by);
  }

  /** The same with a handle of what is chosen. */
  async takeHandle(name: string, by: Point): Promise<void> {
    const handle = this.#preview.frame.locator(`.handle[data-handle="${name}"]`);
    const box = await handle.boundingBox();
    if (box === null) throw new Error(`There is no ${name} to take hold of.`);
    await this.#take({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, by);
  }

  async letGo(): Promise<void> {
    await this.#mouse.up();
  }

  async drag(name: PartName, by: Point): Promise<void> {
    await this.take(name, by);
    await this.letGo();
  }

  async #take({ x, y }: Point, by: Point): Promise<void> {
    await this.#mouse.move(x, y);
    await this.#mouse.down();
    await this.#mouse.move(x + by.x / 2, y + by.y / 2);
    await this.#mouse.move(x + by.x, y + by.y);
  }

  get #mouse() {
    return this.#preview.graph.page().mouse;
  }
}
