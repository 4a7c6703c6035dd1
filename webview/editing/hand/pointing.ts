import { partAt } from "../figureParts/figureParts.ts";
import type { FigurePart } from "../figureParts/part.ts";
import { isIn } from "../figureParts/surface.ts";
import type { Drag } from "./dragging.ts";
import type { Handle, Mover } from "../moving/mover.ts";

export interface PointingEvents {
  readonly isOn: boolean;
  parts(): readonly FigurePart[];
  /** The part whose marks the pointer is at, such as those of a trace, and else what lies behind everything there. */
  partBehind(x: number, y: number): FigurePart | undefined;
  /** A handle of what is chosen. */
  handle(name: string): { readonly part: FigurePart; readonly handle: Handle } | undefined;
  pointed(part: FigurePart | undefined): void;
  /** `isMore`: beside what is chosen already. */
  choose(part: FigurePart | undefined, isMore: boolean): void;
  editText(part: FigurePart): void;
  drag(part: FigurePart, mover: Mover, handle: Handle | undefined): Drag | undefined;
  dropped(drag: Drag): void;
  /** The pointer is pressed on an end of an axis, or elsewhere. */
  axisEnd(isPressed: boolean): void;
}

/** A press that goes less far, in pixels of the page, is a click. */
const least = 4;
/** So long after a click, in milliseconds, another one makes it two. */
const double = 450;

interface Press {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly part: FigurePart | undefined;
  readonly dragged: FigurePart | undefined;
  readonly handle: Handle | undefined;
  /** plotly.js has nothing to do with it. */
  readonly isOurs: boolean;
  drag: Drag | undefined;
  isFar: boolean;
}

/** Parts of plotly.js's own that work as ever. */
const tools = ".modebar, .updatemenu-container, .slider-container, .rangeslider-container, .rangeselector";

/** What the pointer does on a drawing that is edited: it chooses parts and drags them. All else is plotly.js's. */
export class Pointing {
  readonly #stage: HTMLElement;
  readonly #events: PointingEvents;
  #press: Press | undefined;
  #lastClick: { readonly key: string; readonly at: number } | undefined;

  constructor(stage: HTMLElement, events: PointingEvents) {
    this.#stage = stage;
    this.#events = events;
    stage.addEventListener("pointerdown", (event) => this.#down(event), true);
    stage.addEventListener("pointermove", (event) => this.#over(event));
    stage.addEventListener("pointerleave", () => events.pointed(undefined));
    window.addEventListener("pointermove", (event) => this.#move(event), true);
    window.addEventListener("pointerup", (event) => this.#up(event), true);
    window.addEventListener("pointercancel", () => this.giveUp(), true);
    for (const type of ["mousedown", "click", "dblclick"])
      stage.addEventListener(type, (event) => this.#keepFromPlotly(event), true);
  }

  get drag(): Drag | undefined {
    return this.#press?.drag;
  }

  /** Ends a drag without an outcome. */
  giveUp(): void {
    this.#press?.drag?.giveUp();
    this.#press = undefined;
  }

  /** Whether a point of the page belongs to the drawing and is neither a button on it nor of the layer over it. */
  #isDrawing({ target, clientX, clientY }: PointerEvent): boolean {
    if (!(target instanceof Element)) return false;
    if (target.closest(`.edit-bar, .textEditor, .panel, ${tools}`) !== null) return false;
    if (target.closest(".drawing, .editing") === null) return false;
    const modebar = this.#stage.querySelector(".modebar");
    return modebar === null || !isIn(modebar.getBoundingClientRect(), clientX, clientY);
  }

  #over(event: PointerEvent): void {
    if (!this.#events.isOn || this.#press !== undefined || event.buttons !== 0) return;
    const isThere = this.#isDrawing(event);
    this.#events.pointed(isThere ? partAt(this.#events.parts(), event.clientX, event.clientY) : undefined);
  }

  #down(event: PointerEvent): void {
    const { isOn } = this.#events;
    this.#events.axisEnd(
      isOn && event.target instanceof Element && event.target.closest(".ndrag, .sdrag, .edrag, .wdrag") !== null,
    );
    this.#press = undefined;
    if (!isOn || event.button !== 0 || !this.#isDrawing(event)) return;
    const { clientX: x, clientY: y, pointerId: pointer, target } = event;
    const name = target instanceof HTMLElement ? target.dataset["handle"] : undefined;
    const held = name === undefined ? undefined : this.#events.handle(name);
    const part = held?.part ?? partAt(this.#events.parts(), x, y);
    // An axis is plotly.js's to drag.
    const isOurs = part !== undefined && part.kind !== "axis";
    const dragged = held?.part ?? part?.carrier ?? part;
    this.#press = { pointer, x, y, part, dragged, handle: held?.handle, isOurs, drag: undefined, isFar: false };
    if (!isOurs) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #keepFromPlotly(event: Event): void {
    if (!this.#events.isOn || !(event instanceof MouseEvent)) return;
    const { target, clientX, clientY } = event;
    if (!(target instanceof Element) || target.closest(".drawing") === null || target.closest(tools) !== null) return;
    const part = partAt(this.#events.parts(), clientX, clientY);
    if (part === undefined || part.kind === "axis") return;
    event.stopPropagation();
    event.preventDefault();
  }

  #move(event: PointerEvent): void {
    const press = this.#press;
    if (press?.pointer !== event.pointerId) return;
    const [right, down] = [event.clientX - press.x, event.clientY - press.y];
    press.isFar ||= Math.hypot(right, down) >= least;
    if (!press.isOurs || !press.isFar) return;
    event.stopPropagation();
    const { dragged, handle } = press;
    if (dragged?.mover === undefined) return;
    press.drag ??= this.#events.drag(dragged, dragged.mover, handle);
    press.drag?.to(right, down, event.altKey, event.shiftKey);
  }

  #up(event: PointerEvent): void {
    const press = this.#press;
    if (press?.pointer !== event.pointerId) return;
    this.#press = undefined;
    if (press.drag !== undefined) this.#events.dropped(press.drag);
    else if (!press.isFar && press.handle === undefined) this.#click(press, event);
  }

  #click({ part, x, y }: Press, event: PointerEvent): void {
    const isMore = event.ctrlKey || event.metaKey || event.shiftKey;
    const found = part ?? this.#events.partBehind(x, y);
    const isSecond =
      found !== undefined && this.#lastClick?.key === found.key && event.timeStamp - this.#lastClick.at < double;
    this.#lastClick = found && !isSecond ? { key: found.key, at: event.timeStamp } : undefined;
    if (isSecond && found.text !== undefined) this.#events.editText(found);
    else this.#events.choose(found, isMore);
  }
}
