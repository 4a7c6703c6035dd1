import { element } from "../../parts/element.ts";
import type { FigurePart } from "../figureParts/part.ts";

/** The parts of a figure as a list, which a screen reader reads and a keyboard goes through. It is heard and not seen. */
export class PartList {
  readonly root = element("div", {
    class: "partList unseen",
    role: "listbox",
    tabindex: "0",
    "aria-label": "Parts of the figure",
    "aria-multiselectable": "true",
  });
  #parts: readonly FigurePart[] = [];

  /** `chosen` are the keys of the parts that are. The last of them is the one that the keyboard is at. */
  show(parts: readonly FigurePart[], chosen: readonly string[]): void {
    const isSame =
      parts.length === this.#parts.length &&
      parts.every(({ key, label }, at) => key === this.#parts[at]?.key && label === this.#parts[at]?.label);
    this.#parts = parts;
    if (!isSame)
      this.root.replaceChildren(
        ...parts.map(({ label }, at) => element("div", { role: "option", id: `figure-part-${at}` }, label)),
      );
    for (const [at, option] of [...this.root.children].entries())
      option.setAttribute("aria-selected", String(chosen.includes(parts[at]?.key ?? "")));
    const active = parts.findIndex(({ key }) => key === chosen.at(-1));
    if (active < 0) this.root.removeAttribute("aria-activedescendant");
    else this.root.setAttribute("aria-activedescendant", `figure-part-${active}`);
  }

  focus(): void {
    this.root.focus({ preventScroll: true });
  }
}
