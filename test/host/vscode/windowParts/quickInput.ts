import { setTimeout } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import { appears, disappears } from "./appears.ts";

/** The box at the top of the window: the palette, quick picks and input boxes. */
export class QuickInput {
  readonly #page: Page;
  /** The whole box, with its titles, buttons and validation messages. */
  readonly box: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.box = page.locator(".quick-input-widget:visible");
    this.#input = this.box.locator("input[type=text]");
  }

  /** Presses a key until it opens the box: a webview that is being loaded has the focus, but loses keys. */
  async open(key: string): Promise<void> {
    do await this.#page.keyboard.press(key);
    while (!(await appears(this.#input)));
  }

  /** What stands in the box: its title, its question, an objection to what was typed. */
  says(text: string, { exact = false } = {}): Locator {
    return this.box.getByText(text, { exact });
  }

  /** Waits until keys reach the box. */
  async focused(): Promise<void> {
    await this.box.locator("input[type=text]:focus").waitFor();
  }

  /** The row that Enter would take, when it contains this text. */
  chosen(text: string): Locator {
    return this.row(text).and(this.#page.locator(".focused"));
  }

  /** A row of the list that contains these texts. */
  rowWith(...texts: readonly string[]): Locator {
    return texts.reduce((rows, text) => rows.filter({ hasText: text }), this.box.locator(".monaco-list-row")).first();
  }

  /** Answers a box that shows dots for what is typed. */
  async enterSecret(text: string): Promise<void> {
    await this.typeSecret(text);
    await this.#page.keyboard.press("Enter");
  }

  async typeSecret(text: string): Promise<void> {
    await this.box.locator("input[type=password]").fill(text);
  }

  /** A row of the list that contains this text. */
  row(text: string): Locator {
    return this.box.locator(".monaco-list-row", { hasText: text }).first();
  }

  /**
   * Chooses a row, again and again until the box goes on: a list that is being drawn loses clicks, and where the pointer rests
   * for a moment a tooltip covers the row.
   */
  async take(what: string | Locator): Promise<void> {
    const row = typeof what === "string" ? this.row(what) : what;
    await row.waitFor();
    const question = await this.#question();
    do {
      await this.#page.mouse.move(5, 5);
      await row.click({ timeout: 5000 }).catch(() => undefined);
    } while (!(await this.#goesOn(question, row)));
  }

  /** What tells the questions apart that come one after the other: title with step, and what stands in the empty box. */
  async #question(): Promise<string> {
    const parts = this.box.locator(".quick-input-title, input[type=text]");
    return (
      await parts.evaluateAll((all) =>
        all.map((each) => {
          const { innerText, placeholder } = each as unknown as { innerText: string; placeholder?: string };
          return `${innerText} ${placeholder ?? ""}`;
        }),
      )
    ).join(" ");
  }

  /** Whether the box is gone or asks something else before long. */
  async #goesOn(question: string, row: Locator): Promise<boolean> {
    for (const end = Date.now() + 5000; Date.now() < end; await setTimeout(20))
      if (!(await row.isVisible()) || (await this.#question()) !== question) return true;
    return false;
  }

  /** Writes this into the box. False where the box is gone before. */
  async type(text: string): Promise<boolean> {
    return this.#input.fill(text, { timeout: 5000 }).then(
      () => true,
      () => false,
    );
  }

  /** Types, waits until the row is there, and chooses it. Types the row's own text unless `typed` is given. */
  async choose(text: string, { typed = text }: { typed?: string } = {}): Promise<void> {
    await this.#input.waitFor();
    await this.#input.fill(typed);
    await this.take(text);
  }

  /** Chooses the row, if it comes to the list. Otherwise closes the box: its list was read before there was such a row. */
  async chooseIfThere(text: string): Promise<boolean> {
    const isThere = (await this.type(text)) && (await appears(this.row(text)));
    if (isThere) await this.take(text);
    else await this.cancel();
    return isThere;
  }

  /** Answers an input box, and not the list before it, which is still closing. */
  async enter(text: string): Promise<void> {
    await this.box.locator(".quick-input-list").waitFor({ state: "hidden" });
    await this.#input.waitFor();
    await this.#input.fill(text);
    await this.#page.keyboard.press("Enter");
  }

  /**
   * Answers VS Code's own file dialog, which is a list with a box above it. Until the dialog has read the folder, it writes
   * into the box itself and mixes that with what was typed. In that case this types anew.
   */
  async enterPath(path: string): Promise<void> {
    await this.box.locator(".monaco-list-row").first().waitFor();
    do {
      await this.#input.fill(path);
      if ((await this.#input.inputValue()) === path) await this.#page.keyboard.press("Enter");
    } while (!(await disappears(this.box)));
  }

  async cancel(): Promise<void> {
    await this.#page.keyboard.press("Escape");
  }
}
