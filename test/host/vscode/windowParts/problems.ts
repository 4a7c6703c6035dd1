import type { Locator, Page } from "playwright-core";
import { appears } from "./appears.ts";

/** The Problems panel. */
export class Problems {
  readonly #focus: () => Promise<void>;
  readonly part: Locator;

  constructor(page: Page, focus: () => Promise<void>) {
    this.#focus = focus;
    this.part = page.locator(".markers-panel");
  }

  /** Opens it, again and again until it shows: a command is lost while the focus still moves. */
  async open(): Promise<void> {
    do await this.#focus();
    while (!(await appears(this.part)));
  }

  /** The rows of files and problems that contain this text: a message, a code, a file's name, "[Ln 3, Col 7]". */
  row(text: string): Locator {
    return this.part.locator(".monaco-list-row", { hasText: text }).first();
  }

  /** The texts of all rows from top to bottom: files, and the problems below them. */
  async texts(): Promise<string[]> {
    return await this.part.locator(".monaco-list-row").allInnerTexts();
  }
}
