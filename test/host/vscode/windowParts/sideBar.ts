import type { Locator, Page } from "playwright-core";
import { appears } from "./appears.ts";
import { ContextMenu } from "./contextMenu.ts";
import { Hover } from "./hover.ts";

/** The side bar with its views. A view is a section with a header and a tree. */
export class SideBar {
  readonly #page: Page;
  readonly #menu: ContextMenu;
  readonly part: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#menu = new ContextMenu(page);
    this.part = page.locator(".part.sidebar");
  }

  /** Clicks an icon of the activity bar by its title ("Explorer", "Plots"), unless that container is open already. */
  async open(container: string): Promise<void> {
    const icon = this.icon(container);
    await icon.waitFor();
    if (!(await icon.getAttribute("class"))?.includes("checked")) await icon.click();
    await this.part.locator(".title", { hasText: container }).first().waitFor();
  }

  /** The view of this name, with its description, message and welcome text inside. */
  view(name: string): Locator {
    return this.part.locator(".pane", { has: this.#page.locator(".pane-header .title", { hasText: exactly(name) }) });
  }

  /** Unfolds a view that shows only its header. */
  async expand(name: string): Promise<void> {
    await this.#fold(name, true);
  }

  /** Folds a view to its header, to give the others room. */
  async collapse(name: string): Promise<void> {
    await this.#fold(name, false);
  }

  /** Clicks the header, and again where the click was lost, since other views that come and go move it away. */
  async #fold(name: string, open: boolean): Promise<void> {
    const header = this.view(name).locator(".pane-header");
    const done = header.and(this.#page.locator(`[aria-expanded="${open}"]`));
    do {
      await header.waitFor();
      if ((await done.count()) === 0) await header.click();
      await this.#leave();
    } while (!(await appears(done)));
  }

  /** Moves the pointer to where no tooltip comes up, since those of a header's buttons cover the rows below. */
  async #leave(): Promise<void> {
    const { width = 0, height = 0 } = this.#page.viewportSize() ?? {};
    await this.#page.mouse.move(width / 2, height / 2);
  }

  /** The rows that a view's tree shows now. A long list has only those in sight. */
  rows(view: string): Locator {
    return this.view(view).locator(".monaco-list-row");
  }

  /** The first row of a view's tree that contains this text. */
  row(view: string, text: string): Locator {
    return this.rows(view).filter({ hasText: text }).first();
  }

  /** The names of the rows that are in sight, top to bottom. */
  async names(view: string): Promise<string[]> {
    return await this.rows(view).locator(".label-name").allInnerTexts();
  }

  /** The row that the keyboard is on. */
  focused(view: string): Locator {
    return this.view(view).locator(".monaco-list-row.focused");
  }

  /** What a screen reader says of a row. */
  async spoken(row: Locator): Promise<string> {
    return (await row.getAttribute("aria-label")) ?? "";
  }

  /** The row that was chosen last. */
  selected(view: string): Locator {
    return this.rows(view).and(this.#page.locator(".selected"));
  }

  /** The mark of a row that has problems. */
  badge(row: Locator): Locator {
    return row.locator('[class*="itemBadge"]');
  }

  /** A row when it stands so many levels deep, counted from 1. */
  atLevel(row: Locator, level: number): Locator {
    return row.and(this.#page.locator(`[aria-level="${level}"]`));
  }

  /** Unfolds a row until what is inside shows: a list that is drawn anew meanwhile may fold it again. */
  async unfold(row: Locator, inside: Locator): Promise<void> {
    do {
      await row.waitFor();
      if ((await row.getAttribute("aria-expanded")) === "false") await row.click();
    } while (!(await appears(inside)));
  }

  /** Presses a button on a row, which shows while the pointer is over it. */
  async pressOnRow(row: Locator, button: string): Promise<void> {
    await row.hover();
    await row.locator(`.action-label[aria-label^="${button}"]`).click();
  }

  /** A file or folder of the Explorer, which is to be open. */
  file(name: string): Locator {
    return this.part.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first();
  }

  /** The name of the view that stands first. */
  async firstView(): Promise<string> {
    return await this.part.locator(".pane-header").first().innerText();
  }

  /** The icon of a container in the activity bar, which an extension's own has once the extension is known. */
  icon(container: string): Locator {
    return this.#page.locator(`.activitybar .action-item:has([aria-label^="${container}"])`).first();
  }

  /** Chooses from the context menu of the row with this text. */
  async chooseFromRow(view: string, text: string, title: string): Promise<void> {
    await this.chooseFrom(this.row(view, text), title);
  }

  /** Chooses from the context menu of a row. */
  async chooseFrom(row: Locator, title: string): Promise<void> {
    await this.#menu.choose(title, () => row.click({ button: "right" }));
  }

  /**
   * Drags a row onto another, again and again until `arrived`, since a list that is drawn anew meanwhile moves the target
   * away. The test's own time-out ends it otherwise.
   */
  async drag(row: Locator, onto: Locator, arrived: Locator): Promise<void> {
    for (;;) {
      if ((await row.count()) > 0) await row.dragTo(onto, { timeout: 5000 }).catch(() => undefined);
      if (await appears(arrived)) return;
    }
  }

  /** Chooses from the menu behind the three dots of a view's header. */
  async chooseAction(view: string, title: string): Promise<void> {
    await this.#menu.choose(title, () => this.clickAction(view, "More Actions"));
  }

  /** The tooltip of the row under the pointer. */
  get tooltip(): Hover {
    return new Hover(this.#page);
  }

  /** Takes the pointer off the row, until its tooltip is gone. */
  async leaveRow(): Promise<void> {
    await this.#leave();
    await this.tooltip.part.waitFor({ state: "hidden" });
  }

  /** Clicks a button in a view's header, which shows its buttons while the pointer is over it. */
  async clickAction(view: string, title: string): Promise<void> {
    await this.view(view).locator(".pane-header").hover();
    await this.view(view).locator(`.pane-header .action-label[aria-label^="${title}"]`).click();
  }
}

const exactly = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
