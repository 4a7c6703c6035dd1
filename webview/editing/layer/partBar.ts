import { element } from "../../parts/element.ts";

export interface PartBarEvents {
  editText(): void;
  remove(): void;
}

/** What is chosen, and what can be done with it. It stands in the bar over the drawing. */
export class PartBar {
  readonly root = element("div", { class: "partBar" });
  readonly #chosen = element("span", { class: "chosenPart" });
  readonly #text: HTMLButtonElement;
  readonly #remove: HTMLButtonElement;

  constructor(events: PartBarEvents) {
    this.#text = tool("Edit Text", "Edit the text (F2)", () => events.editText());
    this.#remove = tool("Delete", "Take it out of the figure (Delete)", () => events.remove());
    this.root.append(this.#chosen, this.#text, this.#remove);
    this.show(undefined, false, false);
  }

  show(label: string | undefined, hasText: boolean, canRemove: boolean): void {
    this.#chosen.textContent = label ?? "Click a part to change it";
    this.#chosen.title = label ?? "";
    this.#text.hidden = !hasText;
    this.#remove.hidden = !canRemove;
  }
}

function tool(label: string, title: string, run: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", title }, label);
  made.addEventListener("click", run);
  return made;
}
