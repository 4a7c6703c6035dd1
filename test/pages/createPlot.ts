import type { Window } from "../host/window.ts";

/** The questions of Create Plot, one after the other. */
export class CreatePlot {
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
  }

  async start(): Promise<void> {
    await this.#window.runCommand("Plots: Create Plot…");
  }

  /** Takes the figure that is open. */
  async chooseOpenFigure(): Promise<void> {
    await this.#window.quickInput.take("publish the figure that is open");
    await this.nameIsAsked();
  }

  /** Waits for the question; `where` is the server that the plot goes to. */
  async nameIsAsked(where = ""): Promise<void> {
    await this.#window.quickInput.says(`Name of the plot${where === "" ? "" : ` on ${where}`}`).waitFor();
  }

  /** The last row, which makes the plot of this name. */
  async create(name: string): Promise<void> {
    await this.#window.quickInput.take(this.#window.quickInput.rowWith("Create", `“${name}”`));
  }

  /** Answers all questions for the figure that is open: its name, that everybody may read it, and a last look. */
  async publishOpenFigure(name: string): Promise<void> {
    const { quickInput } = this.#window;
    await this.chooseOpenFigure();
    await quickInput.enter(name);
    await quickInput.take("Everybody");
    await this.create(name);
  }

  /** Chooses the column below, and those above it; Enter goes on. */
  async chooseColumns(below: string, ...above: readonly string[]): Promise<void> {
    const { quickInput } = this.#window;
    await quickInput.take(below);
    await quickInput
      .says("Vertical axis: one column or more")
      .or(quickInput.box.getByPlaceholder("Vertical axis"))
      .waitFor();
    for (const name of above) await quickInput.row(name).click();
  }
}
