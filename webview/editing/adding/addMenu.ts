import "./addMenu.css";
import { element } from "../../parts/element.ts";
import { icon } from "../../parts/icons.ts";
import { type Addition, additions } from "./additions.ts";

/** The button “Add” and its menu. Arrow keys, Home, End and first letters move in it; Escape closes it. */
export class AddMenu {
  readonly root: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #menu: HTMLElement;
  /** What the person is to do next, for what is added by hand. */
  readonly #ask = element("span", { class: "ask", role: "status" });
  readonly #choose: (addition: Addition) => void;

  constructor(choose: (addition: Addition) => void) {
    this.#choose = choose;
    this.#button = element(
      "button",
      { type: "button", class: "tool", "aria-haspopup": "menu", "aria-expanded": "false", title: "Add to the figure" },
      icon("add"),
      "Add",
      icon("chevron-down"),
    );
    this.#menu = element("div", { class: "menu", role: "menu", "aria-label": "Add to the figure", hidden: "" });
    for (const [at, group] of additions.entries()) {
      if (at > 0) this.#menu.append(element("div", { class: "separator", role: "separator" }));
      this.#menu.append(...group.map((addition) => this.#item(addition)));
    }
    this.root = element("div", { class: "add" }, this.#button, this.#menu, this.#ask);
    this.#button.addEventListener("click", () => this.#show(this.#menu.hidden === true));
    this.#button.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") this.#show(true);
    });
    this.#menu.addEventListener("keydown", (event) => this.#onKey(event));
    this.root.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node) || !this.root.contains(relatedTarget)) this.#show(false);
    });
  }

  /** Tells the person what to do next; undefined when there is nothing to do. */
  ask(sentence: string | undefined): void {
    this.#ask.textContent = sentence === undefined ? "" : `${sentence} Escape gives up.`;
  }

  #item(addition: Addition): HTMLElement {
    const item = element("button", { type: "button", role: "menuitem", tabindex: "-1" }, addition.label);
    item.addEventListener("click", () => {
      this.#show(false);
      this.#choose(addition);
    });
    return item;
  }

  #items(): HTMLElement[] {
    return [...this.#menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  #show(isOpen: boolean): void {
    if (this.#menu.hidden === !isOpen) return;
    const hadFocus = this.#menu.contains(document.activeElement);
    this.#menu.hidden = !isOpen;
    this.#button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.#items()[0]?.focus();
    else if (hadFocus) this.#button.focus();
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#items();
    const here = items.indexOf(document.activeElement as HTMLElement);
    const moves: { readonly [key: string]: number } = {
      ArrowDown: (here + 1) % items.length,
      ArrowUp: (here - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key === "Escape") this.#show(false);
    else if (event.key in moves) items[moves[event.key] ?? 0]?.focus();
    else if (/^[a-z]$/i.test(event.key) && !event.ctrlKey && !event.metaKey) {
      const after = [...items.slice(here + 1), ...items.slice(0, here + 1)];
      after.find(({ textContent }) => textContent.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
