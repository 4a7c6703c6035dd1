import "./editBar.css";
import type { Drawing } from "../drawing/drawing.ts";
import { element } from "../parts/element.ts";
import { Adder } from "./adding/adder.ts";
import { AddMenu } from "./adding/addMenu.ts";
import type { Editing } from "./editing.ts";

/** The tools over a drawing that is edited. They lie on it, so that it keeps its size. */
export class EditBar {
  readonly root: HTMLElement;
  readonly #adder: Adder;

  /** `ask` has the host ask the person for more, by an id. */
  constructor(drawing: Drawing, editing: Editing, ask: (id: string) => void) {
    const menu = new AddMenu((addition) => this.#adder.begin(addition));
    this.#adder = new Adder(drawing, editing, { ask: (sentence) => menu.ask(sentence), host: ask });
    this.root = element("div", { class: "edit-bar", role: "toolbar", "aria-label": "Editing", hidden: "" }, menu.root);
  }

  show(isOn: boolean): void {
    this.root.hidden = !isOn;
    if (!isOn) this.#adder.giveUp();
  }
}
