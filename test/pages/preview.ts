import type { Frame, FrameLocator, Locator } from "playwright-core";
import { Drawing } from "./drawing.ts";

/** A place on the drawing, as parts of the plot area's width and height from its upper left corner. */
export interface PlotPlace {
  readonly x: number;
  readonly y: number;
}

/** What plotly.js keeps on the element that it draws into; only what the tests read. */
interface Graph {
  readonly layout: Readonly<Record<string, { readonly range?: readonly (number | string)[] } | undefined>>;
}

/** A figure's drawing in a custom editor, with the lines above and below it. */
export class Preview {
  readonly frame: FrameLocator;
  /** The element that plotly.js draws into. */
  readonly graph: Locator;
  /** What is in it. */
  readonly drawing: Drawing;
  /** "2 traces"; its tooltip is "Drawn by plotly.js 4.1.1 in 300 ms". */
  readonly status: Locator;
  /** How many points are drawn, where there are more than the screen shows. */
  readonly reduced: Locator;
  /** The line above the drawing while the text cannot be drawn. */
  readonly banner: Locator;
  /** What stands in the drawing's place while there is none. */
  readonly panel: Locator;
  /** What was changed to draw an old figure. */
  readonly notes: Locator;
  /** Why it was drawn again, where somebody else changed it. */
  readonly news: Locator;
  /** The line that counts the problems and unfolds their list. */
  readonly strip: Locator;

  constructor(frame: FrameLocator) {
    this.frame = frame;
    // While a picture is made of the figure, plotly.js draws it a second time, elsewhere.
    this.graph = frame.locator(".drawing.js-plotly-plot");
    this.drawing = new Drawing(this.graph);
    this.status = frame.locator(".status");
    this.reduced = frame.locator(".reduced");
    this.banner = frame.locator(".banner.error");
    this.panel = frame.locator(".panel");
    this.notes = frame.locator(".notes");
    this.strip = frame.locator('.bar > button[aria-controls="problems"]');
    this.news = frame.locator(".news");
  }

  /** Waits until the figure is on the page. */
  async drawn(): Promise<void> {
    await this.status.filter({ hasText: /^\d+ traces?$/ }).waitFor({ timeout: 60_000 });
    await this.graph.locator(".main-svg, canvas").first().waitFor();
    await this.panel.waitFor({ state: "hidden" });
  }

  /** The figure's title, drawn, when it contains this. */
  title(text: string): Locator {
    return this.graph.locator(".gtitle", { hasText: text });
  }

  /** A button around the drawing, by its words. */
  button(name: string): Locator {
    return this.frame.getByRole("button", { name });
  }

  /** A sentence anywhere around the drawing. */
  says(text: string): Locator {
    return this.frame.getByText(text).first();
  }

  /** What a screen reader is told of the drawing. */
  described(text: RegExp): Locator {
    return this.frame.getByRole("img", { name: text });
  }

  /** Waits until the page has the colours of this kind of theme, by the class that VS Code gives its body. */
  async inTheme(bodyClass: string): Promise<void> {
    await this.frame.locator(`body.${bodyClass}`).waitFor();
  }

  /** How wide the place is in which the drawing is shown. */
  async roomWidth(): Promise<number> {
    return (await this.frame.locator(".stage").boundingBox())?.width ?? 0;
  }

  /** The page, for tools that look at all of it. */
  async page(): Promise<Frame> {
    const frame = await (await this.graph.elementHandle())?.ownerFrame();
    if (!frame) throw new Error("The drawing's page is gone.");
    return frame;
  }

  /** The codes of the rows that are in sight, top to bottom. */
  async problemCodes(): Promise<string[]> {
    return await this.frame.locator(".problem:visible .code").allInnerTexts();
  }

  /** The parts of a row: its sentence, its code and its place. */
  problemPart(row: Locator, part: "message" | "code" | "place"): Locator {
    return row.locator(`.${part}`);
  }

  /** A part when the keyboard is on it. */
  focused(part: Locator): Locator {
    return part.and(this.frame.locator(":focus"));
  }

  async isStripUnfolded(): Promise<boolean> {
    return (await this.strip.getAttribute("aria-expanded")) === "true";
  }

  /** A row of the strip's list that contains this: a message, a code, "line 3". */
  problem(text: string | RegExp): Locator {
    return this.problems.filter({ hasText: text }).first();
  }

  get problems(): Locator {
    return this.frame.locator("button.problem");
  }

  async unfoldStrip(): Promise<void> {
    await this.strip.waitFor();
    if (!(await this.isStripUnfolded())) await this.strip.click();
    await this.problems.first().waitFor();
  }

  /** The range that an axis shows now. */
  async range(axis: "xaxis" | "yaxis"): Promise<readonly (number | string)[] | undefined> {
    return await this.graph.evaluate((graph, name) => (graph as unknown as Graph).layout[name]?.range, axis);
  }

  /** Drags over the plot area, as for zooming. */
  async drag(from: PlotPlace, to: PlotPlace): Promise<void> {
    const area = this.drawing.plotArea;
    const { mouse } = this.#page;
    const box = await area.boundingBox();
    if (box === null) throw new Error("The drawing has no plot area that could be dragged over.");
    const at = ({ x, y }: PlotPlace) => [box.x + x * box.width, box.y + y * box.height] as const;
    await mouse.move(...at(from));
    await mouse.down();
    await mouse.move(...at({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }));
    await mouse.move(...at(to));
    await mouse.up();
  }

  get #page() {
    return this.graph.page();
  }
}
