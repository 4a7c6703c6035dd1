import "./editBar.css";
import type { FromWebview } from "../../src/protocol.ts";
import type { Drawing } from "../drawing/drawing.ts";
import { element } from "../parts/element.ts";
import { Adder } from "./adding/adder.ts";
import { AddMenu } from "./adding/addMenu.ts";
import type { Editing } from "./editing.ts";

/** The tools over a drawing that is edited. They lie on it, so that it keeps its size. */
export class EditBar {
  readonly root: HTMLElement;
  readonly #adder: Adder;

  constructor(drawing: Drawing, editing: Editing, post: (message: FromWebview) => void) {
    const menu = new AddMenu((addition) => this.#adder.begin(addition));
    this.#adder = new Adder(drawing, editing, {
      ask: (sentence) => menu.ask(sentence),
      picture: () => post({ type: "action", id: "addPicture" }),
      trace: (place) => post({ type: "add", ...place }),
    });
    this.root = element(
      "div",
      { class: "edit-bar", role: "toolbar", "aria-label": "Editing", hidden: "" },
      menu.root,
      editing.partBar,
    );
  }

  show(isOn: boolean): void {
    this.root.hidden = !isOn;
    if (!isOn) this.#adder.giveUp();
  }
}
