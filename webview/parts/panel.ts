import "./panel.css";
import type { PanelContent } from "./content.ts";
import { button, element } from "./element.ts";
import { icon } from "./icons.ts";
import { withCode } from "./words.ts";

const icons = { loading: undefined, empty: "graph", failed: "error", held: "graph-scatter" } as const;

/** The sentence, and the buttons, in the drawing's place. */
export class Panel<Choice> {
  readonly root = element("div", { class: "panel", hidden: "" });
  #shown: PanelContent<Choice> | undefined;
  readonly #choose: (choice: Choice) => void;

  constructor(choose: (choice: Choice) => void) {
    this.#choose = choose;
  }

  /** Hides the panel where there is no content. */
  show(content: PanelContent<Choice> | undefined): void {
    const before = this.#shown;
    this.#shown = content;
    this.root.hidden = content === undefined;
    // How far something is changes often, and the button below it is to keep the focus.
    if (content?.kind === "loading" && before?.kind === "loading" && sameLabels(before, content)) {
      this.root.querySelector(".message")?.replaceChildren(...withCode(content.message));
      return;
    }
    this.root.replaceChildren(...(content === undefined ? [] : this.#parts(content)));
    if (content === undefined) return;
    this.root.className = `panel ${content.kind}`;
    this.root.setAttribute("role", content.kind === "failed" ? "alert" : "status");
  }

  #parts({ kind, message, detail, example, offers = [] }: PanelContent<Choice>): Node[] {
    const parts: Node[] = [];
    const picture = icons[kind];
    if (picture !== undefined) parts.push(icon(picture));
    parts.push(element("p", { class: "message" }, ...withCode(message)));
    if (detail !== undefined && detail !== "") parts.push(element("p", { class: "detail" }, ...withCode(detail)));
    if (example !== undefined) parts.push(element("pre", {}, example));
    if (offers.length > 0) {
      const buttons = offers.map(({ label, choice }, i) =>
        button(label, i === 0 ? "primary" : "secondary", () => this.#choose(choice)),
      );
      parts.push(element("div", { class: "actions" }, ...buttons));
    }
    return parts;
  }
}

function sameLabels(one: PanelContent<unknown>, other: PanelContent<unknown>): boolean {
  const labels = ({ offers = [] }: PanelContent<unknown>): string => offers.map(({ label }) => label).join("\n");
  return labels(one) === labels(other);
}
