import type { Locator, Page } from "playwright-core";
import { appears } from "./appears.ts";

/** The list of what could be written where the cursor is. */
export class Suggestions {
  readonly #page: Page;
  readonly part: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.part = page.locator(".suggest-widget.visible");
  }

  /** Asks for them by the key, until this row is there: keys are lost on a list that opens or closes by itself. */
  async open(row: string): Promise<void> {
    do await this.#page.keyboard.press("Control+Space");
    while (!(await appears(this.row(row), 8000)));
  }

  row(text: string): Locator {
    return this.part.locator(".monaco-list-row", { hasText: text }).first();
  }

  /** Unfolds what is said of the row that is chosen, by the same keys as the list, and waits for this text in it. */
  async unfoldDetails(text: string): Promise<void> {
    const details = this.#page.locator(".suggest-details", { hasText: text });
    while (!(await details.isVisible())) {
      await this.#page.keyboard.press("Control+Space");
      if (await appears(details)) return;
    }
  }
}
