import "./banner.css";
import type { BannerContent } from "./content.ts";
import { button, element } from "./element.ts";
import { icon } from "./icons.ts";
import { withCode, withoutCode } from "./words.ts";

const icons = { error: "error", information: "info" } as const;

/** One slim line above the drawing. */
export class Banner<Choice> {
  readonly root: HTMLElement;
  readonly #kind: keyof typeof icons;
  readonly #choose: (choice: Choice) => void;

  /** A screen reader says an error at once, and information when it is idle. */
  constructor(kind: keyof typeof icons, choose: (choice: Choice) => void) {
    this.#kind = kind;
    this.#choose = choose;
    this.root = element("div", { class: `banner ${kind}`, role: kind === "error" ? "alert" : "status", hidden: "" });
  }

  /** Hides the line where there is no content. */
  show(content: BannerContent<Choice> | undefined): void {
    this.root.hidden = content === undefined;
    this.root.replaceChildren(...(content === undefined ? [] : this.#parts(content)));
  }

  #parts({ message, offer, offers = [] }: BannerContent<Choice>): Node[] {
    const text = element("span", { class: "text", title: withoutCode(message) }, ...withCode(message));
    const buttons = [...(offer ? [offer] : []), ...offers].map(({ label, choice }) =>
      button(label, "link", () => this.#choose(choice)),
    );
    return [icon(icons[this.#kind]), text, ...buttons];
  }
}
