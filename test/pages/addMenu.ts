import type { FrameLocator, Locator } from "playwright-core";

/** The menu “Add” over a drawing that is edited. */
export class AddMenu {
  readonly #bar: Locator;

  constructor(frame: FrameLocator) {
    this.#bar = frame.getByRole("toolbar", { name: "Editing" });
  }

  /** Opens the menu, and chooses what is to be added, by its whole name. */
  async choose(name: string): Promise<void> {
    await this.#bar.getByRole("button", { name: "Add" }).click();
    await this.#bar.getByRole("menuitem", { name, exact: true }).click();
  }
}
