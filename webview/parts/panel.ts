import "./panel.css";
import { button, element, icon } from "./element.ts";
import { withCode } from "./words.ts";

export interface PanelAction {
  readonly label: string;
  run(): void;
}

/** What stands in the drawing's place while there is none. */
export interface PanelContent {
  readonly kind: "loading" | "empty" | "failed" | "held";
  readonly message: string;
  readonly detail?: string | undefined;
  /** Text as a person would type it, in the editor's font. */
  readonly example?: string;
  readonly actions?: readonly PanelAction[];
}

const icons = { loading: undefined, empty: "graph", failed: "error", held: "graph-scatter" } as const;

/** The sentence, and the buttons, in the drawing's place. */
export class Panel {
  readonly root = element("div", { class: "panel", hidden: "" });
  #shown: PanelContent | undefined;

  get content(): PanelContent | undefined {
    return this.#shown;
  }

  show(content: PanelContent): void {
    this.#shown = content;
    const { kind, message, detail, example, actions = [] } = content;
    this.root.className = `panel ${kind}`;
    this.root.setAttribute("role", kind === "failed" ? "alert" : "status");
    const parts: Node[] = [];
    const picture = icons[kind];
    if (picture !== undefined) parts.push(icon(picture));
    parts.push(element("p", { class: "message" }, ...withCode(message)));
    if (detail !== undefined && detail !== "") parts.push(element("p", { class: "detail" }, ...withCode(detail)));
    if (example !== undefined) parts.push(element("pre", {}, example));
    if (actions.length > 0) {
      const buttons = actions.map((action, i) =>
        button(action.label, i === 0 ? "primary" : "secondary", () => action.run()),
      );
      parts.push(element("div", { class: "actions" }, ...buttons));
    }
    this.root.replaceChildren(...parts);
    this.root.hidden = false;
  }

  hide(): void {
    this.#shown = undefined;
    this.root.hidden = true;
    this.root.replaceChildren();
  }
}
