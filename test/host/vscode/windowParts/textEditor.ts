import type { Locator, Page } from "playwright-core";
import { appears } from "./appears.ts";
import { QuickInput } from "./quickInput.ts";

/** A text editor. */
export class TextEditor {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  readonly part: Locator;

  constructor(page: Page, name?: string) {
    this.#page = page;
    this.#quickInput = new QuickInput(page);
    const group = name === undefined ? ".editor-group-container.active" : ".editor-group-container";
    const uri = name === undefined ? "" : `[data-uri$="/${encodeURI(name)}"]`;
    this.part = page.locator(`${group} .monaco-editor[role="code"]${uri}`).first();
  }

  /**
   * Puts the keyboard into it, until VS Code takes it for the active editor. Where a webview had the keyboard before, VS Code
   * hears of that up to a quarter of a second late, and takes the webview for the active editor again.
   */
  async focus(): Promise<void> {
    // In a scrolled text, a click into the first line may hit another editor.
    const input = this.part.locator(".native-edit-context, textarea.inputarea").first();
    const inActiveGroup = this.part.and(this.#page.locator(".editor-group-container.active .monaco-editor"));
    for (;;) {
      await input.focus();
      if (await appears(inActiveGroup)) return;
      // An element that has the keyboard already would not say so again.
      await input.blur();
    }
  }

  /** Puts the cursor at a line and column, both counted from 1, as in the status bar. */
  async goTo(line: number, column: number): Promise<void> {
    const box = this.#quickInput;
    for (;;) {
      await this.focus();
      await box.open("Control+g");
      // The box knows no lines where the active editor has become another one.
      if (
        (await box.type(`:${line}:${column}`)) &&
        (await appears(box.says(`to go to line ${line} at column ${column}`)))
      )
        break;
      await box.cancel();
    }
    await this.#page.keyboard.press("Enter");
    await box.box.waitFor({ state: "hidden" });
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

  /** Presses what stands above a line until that has come of it: a line that is drawn anew under the pointer loses the click. */
  async pressLens(title: string, outcome: Locator): Promise<void> {
    do
      await this.lens(title)
        .click({ timeout: 5000 })
        .catch(() => undefined);
    while (!(await appears(outcome)));
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
