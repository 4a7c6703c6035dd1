import { element } from "../../parts/element.ts";
import type { Rectangle } from "../moving/boxMovers.ts";
import { type Mark, marked, toLines, toMarkup } from "./markup.ts";

export interface TextEdited {
  /** The person keeps what they wrote. A sentence says why that cannot be: the editor stays open then, and nothing is lost. */
  keep(value: string): Promise<string | undefined>;
  /** The editor is gone. `byKey`: the keyboard was in it, and goes back to where it was. */
  closed(byKey: boolean): void;
}

export interface OpenText {
  readonly label: string;
  readonly value: string;
  readonly place: Rectangle;
  /** Whose letters it is drawn in, and how large they are on the page for each of the drawing's pixels. */
  readonly element: Element | undefined;
  readonly scale: number;
}

const marks: readonly { readonly mark: Mark; readonly sign: string; readonly title: string }[] = [
  { mark: "b", sign: "B", title: "Bold (Ctrl+B)" },
  { mark: "i", sign: "I", title: "Italic (Ctrl+I)" },
  { mark: "sub", sign: "x₂", title: "Subscript" },
  { mark: "sup", sign: "x²", title: "Superscript" },
  { mark: "a", sign: "Link", title: "Link" },
];

/** A text of the figure that is written anew, in its place. */
export class TextEditor {
  readonly root = element("div", { class: "textEditor", hidden: "" });
  readonly #field = element("textarea", { rows: "1", spellcheck: "false" });
  readonly #why = element("div", { class: "why", role: "alert", hidden: "" });
  #edited: TextEdited | undefined;
  #before = "";

  constructor() {
    const bar = element("div", { class: "marks", role: "toolbar", "aria-label": "Letters" });
    for (const { mark, sign, title } of marks) {
      const made = element("button", {
        type: "button",
        title,
        "aria-label": title,
        "data-mark": mark,
        "data-sign": sign,
      });
      if (mark === "b") made.style.fontWeight = "bold";
      if (mark === "i") made.style.fontStyle = "italic";
      made.addEventListener("click", () => this.#mark(mark));
      // What is selected in the text stays so.
      made.addEventListener("pointerdown", (event) => event.preventDefault());
      made.addEventListener("mousedown", (event) => event.preventDefault());
      bar.append(made);
    }
    this.root.append(bar, this.#field, this.#why);
    this.root.addEventListener("keydown", (event) => this.#onKey(event));
    for (const type of ["keyup", "keypress", "copy", "cut", "paste"])
      this.root.addEventListener(type, (event) => event.stopPropagation());
    this.root.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.root.contains(relatedTarget))) void this.#keep(false);
    });
  }

  get isOpen(): boolean {
    return this.#edited !== undefined;
  }

  open({ label, value, place, element: drawn, scale }: OpenText, edited: TextEdited): void {
    this.#edited = edited;
    this.#before = toLines(value);
    this.root.hidden = false;
    this.#why.hidden = true;
    this.#field.value = this.#before;
    this.#field.setAttribute("aria-label", label);
    const style = drawn && getComputedStyle(drawn);
    this.#field.style.fontFamily = style?.fontFamily ?? "";
    this.#field.style.fontSize = `${Math.max(12, Number.parseFloat(style?.fontSize ?? "13") * scale)}px`;
    this.#field.style.fontWeight = style?.fontWeight ?? "";
    this.#field.style.fontStyle = style?.fontStyle ?? "";
    this.#place(place);
    this.#field.focus({ preventScroll: true });
    this.#field.select();
  }

  /** Ends without keeping anything. */
  close(byKey = false): void {
    const edited = this.#edited;
    if (edited === undefined) return;
    this.#edited = undefined;
    this.root.hidden = true;
    edited.closed(byKey);
  }

  /** In the middle of the text's place, but whole on the page. */
  #place({ left, top, width, height }: Rectangle): void {
    const layer = this.root.parentElement?.getBoundingClientRect();
    if (layer === undefined) return;
    this.root.style.maxWidth = `${layer.width - 8}px`;
    const own = this.root.getBoundingClientRect();
    const field = this.#field.getBoundingClientRect();
    const x = left + width / 2 - layer.left - own.width / 2;
    const y = top + height / 2 - layer.top - (field.top - own.top) - field.height / 2;
    this.root.style.left = `${Math.max(4, Math.min(layer.width - own.width - 4, x))}px`;
    this.root.style.top = `${Math.max(4, Math.min(layer.height - own.height - 4, y))}px`;
  }

  async #keep(byKey: boolean): Promise<void> {
    const edited = this.#edited;
    if (edited === undefined || this.#field.readOnly) return;
    const { value } = this.#field;
    if (value !== this.#before) {
      this.#field.readOnly = true;
      const why = await edited.keep(toMarkup(value));
      this.#field.readOnly = false;
      if (this.#edited !== edited) return;
      if (why !== undefined) {
        this.#why.textContent = why;
        this.#why.hidden = false;
        return;
      }
    }
    this.close(byKey);
  }

  #mark(mark: Mark): void {
    const { value, selectionStart, selectionEnd } = this.#field;
    const made = marked(value, selectionStart, selectionEnd, mark);
    this.#field.setRangeText(made.text, selectionStart, selectionEnd, "preserve");
    this.#field.focus();
    this.#field.setSelectionRange(made.from, made.to);
  }

  /** No key that is meant for the text reaches a shortcut of plotly.js, of the page or of VS Code. */
  #onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    const { key, target } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    if (key === "Escape") this.close(true);
    else if (key === "Enter" && !event.shiftKey && target === this.#field && !event.isComposing) void this.#keep(true);
    else if (isCommand && (key === "b" || key === "i")) this.#mark(key);
    else return;
    event.preventDefault();
  }
}
