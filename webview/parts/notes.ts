import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { withCode, withoutCode } from "./words.ts";

/** The line that says what was changed in memory in order to draw. It unfolds to a list. */
export class Notes {
  readonly root = element("div", { class: "notes", hidden: "" });
  #shown = "";
  #open = false;

  show(notes: readonly string[]): void {
    const shown = notes.join("\n");
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.root.hidden = notes.length === 0;
    const chevron = icon("chevron-right");
    const line = element("span", { class: "line" }, `Drawn with changes: ${withoutCode(notes.join(" "))}`);
    const header = element("button", { type: "button", class: "fold", "aria-expanded": "false" }, chevron, line);
    const list = element(
      "ul",
      { "aria-label": "Changes made for drawing" },
      ...notes.map((note) => element("li", {}, ...withCode(note))),
    );
    const fold = (): void => {
      list.hidden = !this.#open;
      line.textContent = this.#open
        ? "Drawn with changes; the file is as it was"
        : `Drawn with changes: ${withoutCode(notes.join(" "))}`;
      header.setAttribute("aria-expanded", String(this.#open));
    };
    header.addEventListener("click", () => {
      this.#open = !this.#open;
      fold();
    });
    fold();
    this.root.replaceChildren(header, list);
  }
}
