import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { disappears } from "./windowParts/appears.ts";
import { type Development, workbenchUrl } from "./development.ts";
import { screenshots } from "./project.ts";
import type { Server } from "./server.ts";
import { ActionMenu } from "./windowParts/actionMenu.ts";
import { ContextMenu } from "./windowParts/contextMenu.ts";
import { Hover } from "./windowParts/hover.ts";
import { Outline } from "./windowParts/outline.ts";
import { Problems } from "./windowParts/problems.ts";
import { QuickInput } from "./windowParts/quickInput.ts";
import { SideBar } from "./windowParts/sideBar.ts";
import { StatusBar } from "./windowParts/statusBar.ts";
import { Suggestions } from "./windowParts/suggestions.ts";
import { TextEditor } from "./windowParts/textEditor.ts";

declare function getComputedStyle(element: unknown, part: string): { readonly content: string };

/** The size in pixels of the page. `zoom` is the number of screen pixels for each of them. */
export interface WindowSize {
  readonly width?: number;
  readonly height?: number;
  readonly zoom?: number;
}

/**
 * A VS Code window, and what a person does in it. Each method waits until what it needs is there, and fails after half a
 * minute. For what the parts do not offer, use `page` with Playwright.
 */
export class Window implements AsyncDisposable {
  readonly page: Page;
  readonly sideBar: SideBar;
  /** The menu that the right button of the mouse opens. */
  readonly contextMenu: ContextMenu;
  /** The menu of the light bulb. */
  readonly actionMenu: ActionMenu;
  readonly problems: Problems;
  readonly quickInput: QuickInput;
  readonly statusBar: StatusBar;
  readonly suggestions: Suggestions;
  readonly outline: Outline;
  readonly #browser: Browser;

  constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
    this.sideBar = new SideBar(page);
    this.contextMenu = new ContextMenu(page);
    this.actionMenu = new ActionMenu(page);
    this.problems = new Problems(page, () => this.runCommand("Problems: Focus on Problems View"));
    this.quickInput = new QuickInput(page);
    this.statusBar = new StatusBar(page);
    this.suggestions = new Suggestions(page);
    this.outline = new Outline(page);
  }

  /** Opens a window that remembers nothing of another one. */
  static async open<Opened>(
    this: new (browser: Browser, page: Page) => Opened,
    server: Server,
    development: Development,
    { width = 1440, height = 900, zoom = 1 }: WindowSize = {},
  ): Promise<Opened> {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({
        viewport: { width, height },
        deviceScaleFactor: zoom,
        // Otherwise, what is closed stays for the time of an animation.
        reducedMotion: "reduce",
      });
      page.setDefaultTimeout(30_000);
      await page.goto(workbenchUrl(server, development));
      await page.locator(".monaco-workbench .statusbar-item").first().waitFor();
      return new this(browser, page);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
  }

  /** Runs a command by its title in the palette: "Plots: Create Plot". */
  async runCommand(title: string): Promise<void> {
    // A box that is on its way out may take the new one along.
    do await this.quickInput.open("F1");
    while (!(await this.quickInput.type(`>${title}`)));
    await this.quickInput.take(title);
  }

  /** Opens a file of the workspace by its name, and waits for its tab. */
  async openFile(name: string): Promise<void> {
    // VS Code may have read the list of files before this one was there.
    do await this.quickInput.open("Control+p");
    while (!(await this.quickInput.chooseIfThere(name)));
    await this.tab(name).first().waitFor();
  }

  /** Chooses a colour theme by its name. */
  async chooseTheme(name: string): Promise<void> {
    await this.runCommand("Preferences: Color Theme");
    await this.quickInput.choose(name);
  }

  /** Waits until the window is drawn in a theme of this kind. */
  async inTheme(kind: "dark" | "light"): Promise<void> {
    await this.page.locator(`.monaco-workbench.${kind === "dark" ? "vs-dark" : "vs"}`).waitFor();
  }

  /** Presses the button above the active editor that is called so. */
  async pressEditorAction(title: string): Promise<void> {
    await this.page.locator(`.editor-actions [aria-label^="${title}"]`).click();
  }

  /** A tab whose title holds this, where it is no file's name. */
  tabTitled(text: string) {
    return this.page.locator(".tabs-container .tab", { hasText: text });
  }

  /** The tab of a file that has changes which are not saved. */
  unsavedTab(name: string) {
    return this.tab(name).and(this.page.locator(".dirty"));
  }

  /** Saves a changed file by the key, again and again until its tab says so: a webview that is being loaded loses keys. */
  async save(name: string): Promise<void> {
    const unsaved = this.unsavedTab(name);
    await unsaved.first().waitFor();
    do await this.page.keyboard.press("Control+s");
    while (!(await disappears(unsaved)));
  }

  /** The names of the files whose tabs are open, in their order. */
  async tabNames(): Promise<string[]> {
    const tabs = await this.page.locator(".tabs-container .tab").all();
    return Promise.all(tabs.map(async (tab) => (await tab.getAttribute("data-resource-name")) ?? ""));
  }

  /** What stands behind a tab's title where its file cannot be written to: the character of an icon. */
  async tabDecoration(name: string): Promise<string> {
    const label = this.tab(name).locator(".monaco-icon-label");
    return await label.evaluate((element) => getComputedStyle(element, "::after").content);
  }

  /** What comes up under the pointer and holds this text. */
  hover(text: string): Hover {
    return new Hover(this.page, text);
  }

  /** Takes the pointer to where nothing comes up under it. */
  async putPointerAside(): Promise<void> {
    await this.page.mouse.move(5, 5);
  }

  /** The tab of an editor, by the file's name. */
  tab(name: string) {
    return this.page.locator(`.tabs-container .tab[data-resource-name="${name}"]`);
  }

  /** The text editor of a file, or the active one where no file is named. */
  textEditor(name?: string): TextEditor {
    return new TextEditor(this.page, name);
  }

  /** The content of a visible webview, counted from the left. */
  webview(index = 0): FrameLocator {
    const outer = this.page.locator("iframe.webview.ready:visible").nth(index);
    return outer.contentFrame().frameLocator("#active-frame");
  }

  /** Closes all tabs, and throws unsaved changes away. */
  async closeEditors(): Promise<void> {
    await this.runCommand("View: Close All Editors");
    const question = this.dialog("Do you want to save");
    const none = this.page.locator(".editor-group-container.empty");
    await question.or(none).first().waitFor();
    if (await question.isVisible()) await question.getByRole("button", { name: "Don't Save" }).click();
    await none.waitFor();
  }

  /** A notification whose text contains this; its buttons are inside. */
  notification(text: string) {
    return this.page.locator(".notification-list-item", { hasText: text });
  }

  /** A modal dialog whose text contains this; its buttons are inside. */
  dialog(text: string) {
    return this.page.locator(".monaco-dialog-box", { hasText: text });
  }

  /** Keeps a picture of the window, or of one part of it, as .vscode-test/screenshots/<name>.png. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(screenshots, { recursive: true });
    const path = join(screenshots, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}
