import "./strip.css";
import type { StripItem } from "../src/protocol.ts";
import { element, icon } from "./element.ts";
import { bySeverity, countProblems, severities } from "./severities.ts";

/** The document's problems under the drawing: one line that unfolds to a list. */
export class Strip {
  readonly header = element("button", {
    type: "button",
    class: "fold",
    "aria-expanded": "false",
    "aria-controls": "problems",
  });
  readonly list = element("ul", {
    id: "problems",
    class: "problems",
    role: "list",
    "aria-label": "Problems",
    hidden: "",
  });
  readonly #choose: (id: number) => void;
  readonly #folded: (open: boolean) => void;
  /** As the person left it; until then errors and warnings unfold the list. */
  #open: boolean | undefined;
  #active = 0;
  #shown = "";

  constructor(leftOpen: boolean | undefined, choose: (id: number) => void, folded: (open: boolean) => void) {
    this.#open = leftOpen;
    this.#choose = choose;
    this.#folded = folded;
    this.header.addEventListener("click", () => {
      const open = Boolean(this.list.hidden);
      this.#open = open;
      this.#folded(open);
      this.#fold(open);
    });
    this.list.addEventListener("keydown", (event) => this.#onKey(event));
    this.header.hidden = true;
  }

  show(items: readonly StripItem[], more: number): void {
    const shown = JSON.stringify([items, more]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.header.hidden = false;
    const hadFocus = this.list.contains(document.activeElement);
    const summary = countProblems(items, more);
    const worst = bySeverity.find((severity) => items.some((item) => item.severity === severity));
    const mark = worst ? severityIcon(worst) : icon("check");
    this.header.replaceChildren(icon("chevron-right"), mark, element("span", {}, summary));
    this.header.disabled = items.length === 0;
    this.header.classList.toggle("none", items.length === 0);
    this.#active = Math.min(this.#active, Math.max(0, items.length - 1));
    this.list.replaceChildren(...items.map((item, index) => this.#row(item, index)));
    if (more > 0) this.list.append(element("li", { class: "more" }, `and ${more} more, in the Problems panel.`));
    this.#fold(items.length > 0 && (this.#open ?? (worst === "error" || worst === "warning")));
    if (hadFocus) this.#rows()[this.#active]?.focus();
  }

  #row(item: StripItem, index: number): HTMLLIElement {
    const { severity, message, code, place, id } = item;
    const label = [severities[severity].noun, message, code, place].filter((part) => part !== "").join(", ");
    const row = element(
      "button",
      { type: "button", class: "problem", tabindex: index === this.#active ? "0" : "-1", "aria-label": label },
      severityIcon(severity),
      element("span", { class: "message" }, message),
      element("span", { class: "code" }, code),
      element("span", { class: "place" }, place),
    );
    row.title = message;
    row.addEventListener("click", () => this.#choose(id));
    row.addEventListener("focus", () => this.#activate(index));
    return element("li", {}, row);
  }

  #rows(): HTMLButtonElement[] {
    return [...this.list.querySelectorAll<HTMLButtonElement>("button.problem")];
  }

  #activate(index: number): void {
    this.#rows().forEach((row, i) => (row.tabIndex = i === index ? 0 : -1));
    this.#active = index;
  }

  #onKey(event: KeyboardEvent): void {
    const rows = this.#rows();
    const last = rows.length - 1;
    const next: { [key: string]: number } = {
      ArrowDown: Math.min(last, this.#active + 1),
      ArrowUp: Math.max(0, this.#active - 1),
      Home: 0,
      End: last,
    };
    const target = next[event.key];
    if (target === undefined) {
      if (event.key === "Escape") this.header.focus();
      return;
    }
    event.preventDefault();
    rows[target]?.focus();
  }

  #fold(open: boolean): void {
    this.list.hidden = !open;
    this.header.setAttribute("aria-expanded", String(open));
  }
}

const severityIcon = (severity: StripItem["severity"]): HTMLElement => {
  const made = icon(severities[severity].icon);
  made.classList.add(severity);
  return made;
};
