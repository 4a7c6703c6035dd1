import type { Locator, Page } from "playwright-core";
import { appears } from "./appears.ts";

/** The menu that the right button of the mouse opens, or the three dots of a header. */
export class ContextMenu {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  row(title: string): Locator {
    return this.#page.locator(".monaco-menu .action-item", { hasText: title });
  }

  /** Opens it until it stays, since a list that is being drawn closes it, and takes the row that contains this. */
  async choose(title: string, open: () => Promise<void>): Promise<void> {
    const item = this.row(title);
    for (;;) {
      await open();
      // A menu takes no clicks in its first moment, but keys at once.
      await item.hover({ timeout: 5000 }).catch(() => undefined);
      if (await appears(item.and(this.#page.locator(".focused")))) break;
      await this.#page.keyboard.press("Escape");
    }
    await this.#page.keyboard.press("Enter");
  }
}
