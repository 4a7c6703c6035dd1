import type { Locator, Page } from "playwright-core";
import { appears } from "./appears.ts";

/** The menu of the light bulb, with what can be done at the cursor. */
export class ActionMenu {
  readonly #page: Page;
  readonly part: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.part = page.locator(".action-widget:not(.action-list-submenu-panel)");
  }

  /** Opens it by its key, again and again until the row is there, since the offers follow the problems and these the text. */
  async open(row: string, key = "Control+."): Promise<void> {
    for (;;) {
      await this.#page.keyboard.press(key);
      if (await appears(this.row(row))) return;
      await this.#page.keyboard.press("Escape");
    }
  }

  row(text: string): Locator {
    return this.part.locator(".monaco-list-row.action", { hasText: text }).first();
  }

  async choose(row: string): Promise<void> {
    await this.row(row).click();
    await this.part.waitFor({ state: "hidden" });
  }
}
