import type { BannerContent } from "./content.ts";
import { button, element } from "./element.ts";

/** How many points and cells of a large figure are drawn, with a button for another number. */
export class ReducedLine<Choice> {
  readonly root = element("span", { class: "reduced", hidden: "" });
  readonly #choose: (choice: Choice) => void;

  constructor(choose: (choice: Choice) => void) {
    this.#choose = choose;
  }

  show(content: BannerContent<Choice> | undefined): void {
    this.root.hidden = content === undefined;
    if (content === undefined) return;
    const { message, offer } = content;
    this.root.title = "A screen has no room for more. What is pointed at, and every picture, is of all of them.";
    const hadFocus = this.root.contains(document.activeElement);
    const press = offer && button(offer.label, "link", () => this.#choose(offer.choice));
    this.root.replaceChildren(message, ...(press ? [" · ", press] : []));
    if (hadFocus) press?.focus();
  }
}
