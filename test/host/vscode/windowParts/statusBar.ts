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

  /** The item that shows while the cursor is in this line, counted from 1, with something selected if so wanted. */
  cursor(line: number, { selected = false } = {}): Locator {
    const text = selected ? `^Ln ${line}, Col \\d+ \\(\\d+ selected\\)` : `^Ln ${line}, Col \\d+`;
    return this.item(new RegExp(text));
  }

  /** Waits until the cursor is there, as in `cursor`. */
  async cursorIn(line: number, options: { readonly selected?: boolean } = {}): Promise<void> {
    await this.cursor(line, options).waitFor();
  }
}
