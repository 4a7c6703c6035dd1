import type { Locator, Page } from "playwright-core";
import { appears } from "./appears.ts";

/** The menu that opens by the right mouse button, or by the three dots of a header. */
export class ContextMenu {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  row(title: string): Locator {
    return this.#page.locator(".monaco-menu .action-item", { hasText: title });
  }

  /** Opens it, again and again until it stays, since a list that is being drawn closes it. Chooses the row with this text. */
  async choose(title: string, open: () => Promise<void>): Promise<void> {
    const item = this.row(title);
    for (;;) {
      await open();
      // A new menu ignores clicks for a moment, but takes keys at once.
      await item.hover({ timeout: 5000 }).catch(() => undefined);
      if (await appears(item.and(this.#page.locator(".focused")))) break;
      await this.#page.keyboard.press("Escape");
    }
    await this.#page.keyboard.press("Enter");
  }
}
