import type { Locator, Page } from "playwright-core";

/** The parts of the open text: the view in the side bar, and where the cursor is among them, above the text. */
export class Outline {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Unfolds the view. */
  async open(): Promise<void> {
    await this.#page.locator(".pane-header", { hasText: "Outline" }).click();
    await this.#page.locator(".outline-tree").waitFor();
  }

  row(text: string | RegExp): Locator {
    return this.#page.locator(".outline-tree .monaco-list-row", { hasText: text }).first();
  }

  breadcrumb(text: string): Locator {
    return this.#page.locator(".breadcrumbs-control .monaco-breadcrumb-item", { hasText: text });
  }
}
