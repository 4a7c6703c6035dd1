import "./banner.css";
import { button, element, icon } from "./element.ts";
import type { PanelAction } from "./panel.ts";
import { withCode, withoutCode } from "./words.ts";

const icons = { error: "error", information: "info" } as const;

/** One slim line above the drawing. */
export class Banner {
  readonly root: HTMLElement;
  readonly #kind: keyof typeof icons;

  /** An error is said at once by a screen reader; information when it is idle. */
  constructor(kind: keyof typeof icons) {
    this.#kind = kind;
    this.root = element("div", { class: `banner ${kind}`, role: kind === "error" ? "alert" : "status", hidden: "" });
  }

  show(message: string, action?: PanelAction): void {
    const text = element("span", { class: "text", title: withoutCode(message) }, ...withCode(message));
    this.root.replaceChildren(icon(icons[this.#kind]), text);
    if (action) this.root.append(button(action.label, "link", () => action.run()));
    this.root.hidden = false;
  }

  hide(): void {
    this.root.hidden = true;
    this.root.replaceChildren();
  }
}
