import "./strip.css";
import type { StripGroup, ToWebview } from "../../src/protocol.ts";
import { button, element } from "./element.ts";
import { icon } from "./icons.ts";
import { countProblems, severities } from "./severities.ts";
import { withCode, withoutCode } from "./words.ts";
import { formatNumber } from "../../src/figure/model/counts.ts";

type Told = Extract<ToWebview, { type: "problems" }>;
type Item = StripGroup["items"][number];

export interface StripActions {
  /** The person chose the problem with this id. */
  choose(id: number): void;
  /** The person unfolded or folded the list. */
  folded(open: boolean): void;
  /** The person chose what the tip offers. */
  act(id: string): void;
}

/** The problems below the drawing. A line unfolds to a row for each rule, and a row to the rule's problems. */
export class Strip {
  readonly header = element("button", {
    type: "button",
    class: "fold",
    "aria-expanded": "false",
    "aria-controls": "problems",
  });
  /** What may be worth knowing although nothing is wrong. */
  readonly tip = element("span", { class: "tip", hidden: "" });
  readonly list = element("ul", {
    id: "problems",
    class: "problems",
    role: "list",
    "aria-label": "Problems",
    hidden: "",
  });
  readonly #actions: StripActions;
  /** Whether the person left the list open. Until they touch it, errors and warnings unfold it. */
  #open: boolean | undefined;
  /** The rules whose problems the person unfolded. */
  readonly #unfolded = new Set<string>();
  #active = 0;
  #told: Told = { type: "problems", state: "checking", groups: [] };
  #shown = "";
  #drawable = true;

  constructor(leftOpen: boolean | undefined, actions: StripActions) {
    this.#open = leftOpen;
    this.#actions = actions;
    this.header.addEventListener("click", () => {
      const open = Boolean(this.list.hidden);
      this.#open = open;
      this.#actions.folded(open);
      this.#fold(open);
    });
    this.list.addEventListener("keydown", (event) => this.#onKey(event));
    this.#showHeader();
  }

  show(told: Told): void {
    const shown = JSON.stringify(told);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#told = told;
    const { groups } = told;
    const hadFocus = this.list.contains(document.activeElement);
    this.#showHeader();
    this.#showTip();
    this.list.replaceChildren(...groups.map((group) => this.#group(group)));
    this.#activate(Math.max(0, Math.min(this.#active, this.#rows().length - 1)));
    const worst = groups[0]?.severity;
    this.#fold(groups.length > 0 && (this.#open ?? (worst === "error" || worst === "warning")));
    if (hadFocus) this.#rows()[this.#active]?.focus();
  }

  /** Keeps the line from saying "No problems" beside a figure that cannot be drawn. */
  setDrawable(drawable: boolean): void {
    if (this.#drawable === drawable) return;
    this.#drawable = drawable;
    this.#showHeader();
    this.#showTip();
  }

  #showHeader(): void {
    const { groups, state } = this.#told;
    const [worst] = groups;
    this.header.hidden = worst === undefined && this.#drawable && state === "off";
    const [mark, words] =
      worst !== undefined
        ? [severityIcon(worst.severity), countProblems(groups)]
        : !this.#drawable
          ? [severityIcon("error"), "Cannot be drawn"]
          : state === "checking"
            ? [icon("loading"), "Checking…"]
            : [icon("check"), countProblems(groups)];
    this.header.replaceChildren(icon("chevron-right"), mark, element("span", {}, words));
    this.header.disabled = worst === undefined;
    this.header.classList.toggle("none", worst === undefined);
  }

  #showTip(): void {
    const { tip } = this.#told;
    // The tip's offer needs a figure that can be read.
    this.tip.hidden = tip === undefined || !this.#drawable;
    if (tip === undefined) return;
    const { text, action } = tip;
    const words = element("span", { class: "words", title: text }, text);
    this.tip.replaceChildren(
      words,
      ...(action === undefined ? [] : [" · ", button(action.label, "link", () => this.#actions.act(action.id))]),
    );
  }

  /** Makes one row where a rule found one problem, and a row that unfolds where it found more. */
  #group(group: StripGroup): HTMLLIElement {
    const { severity, code, title, count, items } = group;
    const [first] = items;
    if (count === 1 && first !== undefined) return element("li", {}, this.#problem(group, first));
    const key = `${severity} ${code}`;
    const row = this.#row(
      severity,
      icon("chevron-right"),
      severityIcon(severity),
      element("span", { class: "message" }, ...withCode(title)),
      element("span", { class: "count" }, formatNumber(count)),
      element("span", { class: "code" }, code),
    );
    row.classList.add("group");
    const list = element("ul", { role: "list", "aria-label": title }, ...items.map((item) => this.#item(group, item)));
    if (count > items.length) {
      const rest = formatNumber(count - items.length);
      list.append(element("li", { class: "more" }, `and ${rest} more, in the Problems panel.`));
    }
    const unfold = (open: boolean): void => {
      list.hidden = !open;
      row.setAttribute("aria-expanded", String(open));
      if (open) this.#unfolded.add(key);
      else this.#unfolded.delete(key);
    };
    unfold(this.#unfolded.has(key));
    row.addEventListener("click", () => unfold(Boolean(list.hidden)));
    return element("li", {}, row, list);
  }

  #item(group: StripGroup, item: Item): HTMLLIElement {
    const row = this.#problem(group, item);
    row.classList.add("inner");
    return element("li", {}, row);
  }

  #problem({ severity, code }: StripGroup, { id, message, place }: Item): HTMLButtonElement {
    const row = this.#row(
      severity,
      severityIcon(severity),
      element("span", { class: "message" }, ...withCode(message)),
      element("span", { class: "code" }, code),
      element("span", { class: "place" }, place),
    );
    row.title = withoutCode(message);
    row.addEventListener("click", () => this.#actions.choose(id));
    return row;
  }

  /** A screen reader reads what is seen, and the severity in the place of its icon. */
  #row(severity: StripGroup["severity"], ...children: Node[]): HTMLButtonElement {
    const unseen = element("span", { class: "unseen" }, `${severities[severity].noun}: `);
    const row = element("button", { type: "button", class: "problem", tabindex: "-1" }, unseen, ...children);
    row.addEventListener("focus", () => this.#activate(this.#rows().indexOf(row)));
    return row;
  }

  /** The rows that can be seen. */
  #rows(): HTMLButtonElement[] {
    return [...this.list.querySelectorAll<HTMLButtonElement>("button.problem")].filter(
      (row) => row.closest("ul[hidden]") === null || row.closest("ul[hidden]") === this.list,
    );
  }

  #activate(index: number): void {
    this.#rows().forEach((row, i) => (row.tabIndex = i === index ? 0 : -1));
    this.#active = index;
  }

  #onKey(event: KeyboardEvent): void {
    const rows = this.#rows();
    const last = rows.length - 1;
    const row = rows[this.#active];
    const isOpen = row?.getAttribute("aria-expanded");
    const next: { [key: string]: number } = {
      ArrowDown: Math.min(last, this.#active + 1),
      ArrowUp: Math.max(0, this.#active - 1),
      Home: 0,
      End: last,
    };
    const target = next[event.key];
    if (target !== undefined) rows[target]?.focus();
    else if (event.key === "ArrowRight" && isOpen === "false") row?.click();
    else if (event.key === "ArrowLeft" && isOpen === "true") row?.click();
    else if (event.key === "ArrowLeft" && row?.classList.contains("inner") === true)
      row.closest("ul")?.parentElement?.querySelector<HTMLButtonElement>("button.group")?.focus();
    else {
      if (event.key === "Escape") this.header.focus();
      return;
    }
    event.preventDefault();
  }

  #fold(open: boolean): void {
    this.list.hidden = !open;
    this.header.setAttribute("aria-expanded", String(open));
  }
}

const severityIcon = (severity: StripGroup["severity"]): HTMLElement => {
  const made = icon(severities[severity].icon);
  made.classList.add(severity);
  return made;
};
