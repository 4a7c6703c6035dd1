import type { Locator, Page } from "playwright-core";

/** The line at the bottom of the window. */
export class StatusBar {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The item whose text is or holds this: "Ln 3, Col 7", what an extension says. */
  item(text: string | RegExp): Locator {
    return this.#page.locator(".statusbar-item", { hasText: text });
  }

  /** Waits until the cursor is in this line, counted from 1, with something selected if so wanted. */
  async cursorIn(line: number, { selected = false } = {}): Promise<void> {
    const text = selected ? `^Ln ${line}, Col \\d+ \\(\\d+ selected\\)` : `^Ln ${line}, Col \\d+`;
    await this.item(new RegExp(text)).waitFor();
  }
}
