import type { Locator, Page } from "playwright-core";

/** What comes up under the pointer, over a text or a row. */
export class Hover {
  readonly part: Locator;
  /** The picture in it, however it is drawn. */
  readonly picture: Locator;

  /** The one that holds this text, if there may be several. */
  constructor(page: Page, text?: string) {
    this.part = page.locator(".monaco-hover:visible", text === undefined ? {} : { hasText: text });
    this.picture = this.part.locator("img");
  }

  says(text: string): Locator {
    return this.part.getByText(text);
  }
}
