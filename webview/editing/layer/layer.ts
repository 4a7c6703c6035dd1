import "./layer.css";
import { element } from "../../parts/element.ts";
import type { Rectangle } from "../moving/boxMovers.ts";

type Point = readonly [number, number];

/** What marks a chosen part, in pixels of the page. */
export interface ChosenMark {
  readonly place: Rectangle | undefined;
  readonly dots: readonly Point[];
  readonly handles: readonly { readonly name: string; readonly at: Point; readonly cursor: string }[];
}

/** What lies over the drawing while it is edited. All places are in pixels of the page. */
export class Layer {
  readonly root = element("div", { class: "editing", hidden: "" });
  readonly #pointed = element("div", { class: "mark pointed", hidden: "" });
  readonly #pointedDots = element("div");
  readonly #chosen = element("div");
  readonly #moving = element("div");
  readonly #cover = element("div", { class: "cover", hidden: "" });

  constructor(...parts: readonly HTMLElement[]) {
    const marks = element(
      "div",
      { "aria-hidden": "true" },
      this.#pointed,
      this.#pointedDots,
      this.#chosen,
      this.#moving,
    );
    this.root.append(marks, this.#cover, ...parts);
  }

  /** `cursor` is that of what can be taken hold of; undefined leaves the pointer to what lies below. */
  showPointed(place: Rectangle | undefined, dots: readonly Point[] = [], cursor?: string): void {
    const isHidden = place === undefined || dots.length > 0;
    if (isHidden && this.#pointed.hidden && dots.length === 0 && this.#pointedDots.childElementCount === 0) return;
    this.#pointed.hidden = isHidden;
    if (!isHidden) this.#put(this.#pointed, place, 3);
    this.#pointed.classList.toggle("taking", cursor !== undefined);
    this.#pointed.style.cursor = cursor ?? "";
    this.#pointedDots.replaceChildren(...dots.map((at) => this.#at(at, "dot of-pointed")));
  }

  showChosen(marks: readonly ChosenMark[]): void {
    this.#chosen.replaceChildren(
      ...marks.flatMap(({ place, dots, handles }) => {
        const made: HTMLElement[] = [];
        if (place !== undefined && dots.length === 0) {
          const mark = element("div", { class: "mark chosen" });
          this.#put(mark, place, 4);
          made.push(mark);
        }
        made.push(...dots.map((at) => this.#at(at, "dot")));
        for (const { name, at, cursor } of handles) {
          const handle = this.#at(at, "handle");
          handle.dataset["handle"] = name;
          handle.style.cursor = cursor;
          made.push(handle);
        }
        return made;
      }),
    );
  }

  /** Moves the marks of what is chosen along with it, by pixels of the page. */
  shiftChosen(right: number, down: number): void {
    const isShifted = right !== 0 || down !== 0;
    this.#chosen.style.translate = isShifted ? `${right}px ${down}px` : "";
    this.#chosen.classList.toggle("shifted", isShifted);
  }

  /** What a drag would make, and the guides that it goes by. */
  showMove(
    outline: { readonly from: Point; readonly to: Point; readonly isLine: boolean } | undefined,
    guides: { readonly x?: number; readonly y?: number } = {},
  ): void {
    const origin = this.#origin();
    const made: Element[] = [];
    if (guides.x !== undefined) {
      const line = element("div", { class: "guide upright" });
      line.style.left = `${guides.x - origin.left}px`;
      made.push(line);
    }
    if (guides.y !== undefined) {
      const line = element("div", { class: "guide level" });
      line.style.top = `${guides.y - origin.top}px`;
      made.push(line);
    }
    if (outline?.isLine === true) made.push(lineBetween(outline.from, outline.to, origin));
    else if (outline !== undefined) {
      const { from, to } = outline;
      const mark = element("div", { class: "outline" });
      const [left, top] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
      this.#put(mark, { left, top, width: Math.abs(to[0] - from[0]), height: Math.abs(to[1] - from[1]) }, 0);
      made.push(mark);
    }
    this.#moving.replaceChildren(...made);
  }

  /** Keeps the pointer from everything else while somebody drags. */
  cover(cursor: string | undefined): void {
    this.#cover.hidden = cursor === undefined;
    this.#cover.style.cursor = cursor ?? "";
  }

  /** Where the layer begins on the page. */
  #origin(): { readonly left: number; readonly top: number } {
    return this.root.getBoundingClientRect();
  }

  #put(mark: HTMLElement, { left, top, width, height }: Rectangle, around: number): void {
    const origin = this.#origin();
    mark.style.left = `${left - origin.left - around}px`;
    mark.style.top = `${top - origin.top - around}px`;
    mark.style.width = `${width + 2 * around}px`;
    mark.style.height = `${height + 2 * around}px`;
  }

  #at([x, y]: Point, kind: string): HTMLElement {
    const origin = this.#origin();
    const made = element("div", { class: kind });
    made.style.left = `${x - origin.left}px`;
    made.style.top = `${y - origin.top}px`;
    return made;
  }
}

function lineBetween(from: Point, to: Point, origin: { readonly left: number; readonly top: number }): Element {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "lines");
  const line = document.createElementNS(space, "line");
  line.setAttribute("x1", String(from[0] - origin.left));
  line.setAttribute("y1", String(from[1] - origin.top));
  line.setAttribute("x2", String(to[0] - origin.left));
  line.setAttribute("y2", String(to[1] - origin.top));
  svg.append(line);
  return svg;
}
