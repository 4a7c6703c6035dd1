import type { Locator, Page } from "playwright-core";
import { appears } from "./appears.ts";

/** A text editor. */
export class TextEditor {
  readonly #page: Page;
  readonly part: Locator;

  constructor(page: Page, name?: string) {
    this.#page = page;
    const group = name === undefined ? ".editor-group-container.active" : ".editor-group-container";
    const uri = name === undefined ? "" : `[data-uri$="/${encodeURI(name)}"]`;
    this.part = page.locator(`${group} .monaco-editor[role="code"]${uri}`).first();
  }

  async focus(): Promise<void> {
    // In a scrolled text, a click into the first line may hit another editor.
    await this.part.locator(".native-edit-context, textarea.inputarea").first().focus();
  }

  /** Puts the cursor at a line and column, both counted from 1, as in the status bar. */
  async goTo(line: number, column: number): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press("Control+g");
    const input = this.#page.locator(".quick-input-widget:visible input[type=text]");
    await input.fill(`:${line}:${column}`);
    await this.#page.keyboard.press("Enter");
    await input.waitFor({ state: "hidden" });
  }

  /** Puts text in at the cursor, without the closing brackets that the editor adds to keystrokes. */
  async insert(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
  }

  /** Replaces the whole text. */
  async replaceAll(text: string): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press("Control+a");
    await this.insert(text);
  }

  /** The line, or the first of those, that holds this as it is drawn. */
  line(text: string | RegExp): Locator {
    return this.part.locator(".view-line", { hasText: text }).first();
  }

  /** A piece of one colour: a key with its quotes, a number. */
  word(text: string | RegExp): Locator {
    return this.part.locator(".view-line span span", { hasText: text }).first();
  }

  /** What can be done, as it stands above a line. */
  lens(title: string): Locator {
    return this.part.locator(".codelens-decoration a", { hasText: title }).first();
  }

  /** The squares beside the texts of colours. */
  get swatches(): Locator {
    return this.part.locator(".colorpicker-color-decoration");
  }

  /** Points at a swatch until its picker is there, which a swatch that is drawn anew meanwhile does not bring up. */
  async pointAtSwatch(index: number): Promise<Locator> {
    const picker = this.#page.locator(".colorpicker-widget:visible, .standalone-colorpicker:visible").first();
    do {
      await this.#page.mouse.move(5, 5);
      await this.swatches.nth(index).hover();
    } while (!(await appears(picker)));
    return picker;
  }

  /** The box in which a name is changed throughout. */
  get renameBox(): Locator {
    return this.#page.locator(".rename-box input");
  }

  /** The squiggles of one severity that are in sight. */
  squiggles(severity: "error" | "warning" | "info" | "hint"): Locator {
    return this.part.locator(`.squiggly-${severity}`);
  }
}
