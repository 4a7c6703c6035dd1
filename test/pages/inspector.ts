import type { FrameLocator, Locator } from "playwright-core";

/** The inspector beside the drawing of a figure that is edited. */
export class Inspector {
  readonly root: Locator;
  /** What leads to the list of parts, and names the part that is shown. */
  readonly part: Locator;
  /** Where all attributes are searched. */
  readonly search: Locator;
  /** What is said of the field that has the focus. */
  readonly help: Locator;
  /** The edge that is dragged to make it wider. */
  readonly edge: Locator;
  /** What stands in a list that is open, and the templates. */
  readonly options: Locator;
  /** The parts in their list. */
  readonly parts: Locator;
  /** The line below the drawing has a button for it. */
  readonly button: Locator;
  readonly #frame: FrameLocator;

  constructor(frame: FrameLocator) {
    this.#frame = frame;
    this.root = frame.getByRole("complementary", { name: "Inspector" });
    this.part = this.root.getByRole("button", { name: /^Part: / });
    this.search = this.root.getByRole("textbox", { name: "Search all attributes" });
    this.help = this.root.locator(".help");
    this.edge = this.root.getByRole("separator");
    this.options = this.root.locator("button").and(this.root.getByRole("option"));
    this.parts = this.root.getByRole("listbox", { name: "Parts of the figure" }).getByRole("option");
    this.button = frame.locator(".bar").getByRole("button", { name: "Inspector" });
  }

  /** The first row for an attribute: `line.width`. */
  row(attribute: string): Locator {
    return this.root.locator(`.field[data-attribute="${attribute}"]`).first();
  }

  /** What is typed into, in such a row. */
  field(attribute: string): Locator {
    return this.row(attribute).locator("input:not([type=range]), textarea, select").first();
  }

  /** A button of a row or of the part, by its words. */
  action(name: string | RegExp): Locator {
    return this.root.getByRole("button", { name });
  }

  /** Types into a field and leaves it by Enter. */
  async write(attribute: string, text: string): Promise<void> {
    await this.field(attribute).fill(text);
    await this.field(attribute).press("Enter");
  }

  /** Chooses a part from the list, by what its name contains. */
  async choose(part: string): Promise<void> {
    await this.part.click();
    await this.parts.filter({ hasText: part }).first().click();
    await this.part.filter({ hasText: part }).waitFor();
  }

  /** A part when the keyboard is on it. */
  focused(part: Locator): Locator {
    return part.and(this.#frame.locator(":focus"));
  }
}
