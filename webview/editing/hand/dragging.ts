import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { FigurePart } from "../figureParts/part.ts";
import type { Surface } from "../figureParts/surface.ts";
import type { Ghosts } from "./ghosts.ts";
import type { Layer } from "../layer/layer.ts";
import type { Rectangle } from "../moving/boxMovers.ts";
import type { Handle, Mover } from "../moving/mover.ts";
import { type Guides, snap } from "../moving/snapping.ts";

/** What a drag works with. */
export interface DragContext {
  readonly layer: Layer;
  readonly ghosts: Ghosts;
  readonly surface: Surface;
  /** In pixels of the page. */
  readonly guides: Guides;
  /** How far the part is shown from where plotly.js has drawn it, in pixels of the drawing: an edit of it is under way. */
  readonly ahead: readonly [number, number];
}

/** A part that follows the pointer. Only the page knows of it until it is let go. */
export class Drag {
  readonly part: FigurePart;
  readonly #handle: Handle | undefined;
  readonly #mover: Mover;
  readonly #context: DragContext;
  readonly #box: Rectangle;
  /** In pixels of the page. */
  #right = 0;
  #down = 0;

  /** Drags the whole part, or one of its handles. */
  constructor(part: FigurePart, mover: Mover, handle: Handle | undefined, context: DragContext) {
    this.part = part;
    this.#mover = mover;
    this.#handle = handle;
    this.#context = context;
    this.#box = this.#boxOf();
    context.layer.cover(handle?.cursor ?? "move");
  }

  /** `isFree` leaves guides alone; `isStraight` keeps to one direction. All in pixels of the page. */
  to(right: number, down: number, isFree: boolean, isStraight: boolean): void {
    const { layer, ghosts, surface, guides, ahead } = this.#context;
    const isLevel = Math.abs(right) >= Math.abs(down);
    const [wantedRight, wantedDown] = isStraight ? [isLevel ? right : 0, isLevel ? 0 : down] : [right, down];
    const none: Guides = { x: [], y: [] };
    const snapped = snap(this.#box, wantedRight, wantedDown, isFree ? none : guides);
    this.#right = snapped.right;
    this.#down = snapped.down;
    const [x, y] = [this.#right / surface.scale, this.#down / surface.scale];
    const shape = this.#handle?.outline(x, y);
    if (shape === undefined) {
      ghosts.shift(this.part.elements, x + ahead[0], y + ahead[1]);
      layer.shiftChosen(this.#right + ahead[0] * surface.scale, this.#down + ahead[1] * surface.scale);
    }
    const { anchor } = this.#mover;
    const box = this.#box;
    const line =
      shape === undefined && anchor !== undefined
        ? {
            from: [box.left + box.width / 2 + this.#right, box.top + box.height / 2 + this.#down] as const,
            to: surface.onPage(...anchor),
            isLine: true,
          }
        : shape && { from: surface.onPage(...shape.from), to: surface.onPage(...shape.to), isLine: shape.isLine };
    layer.showMove(line, snapped.guides);
  }

  /** Where the whole part is let go, in pixels of the drawing from where plotly.js has drawn it; undefined for a handle. */
  get shift(): readonly [number, number] | undefined {
    if (this.#handle) return undefined;
    const { surface, ahead } = this.#context;
    return [this.#right / surface.scale + ahead[0], this.#down / surface.scale + ahead[1]];
  }

  /** The edits that letting it go makes. What is shown stays until the drawing of them comes. */
  drop(): FigureEdit[] {
    const { layer, surface } = this.#context;
    layer.cover(undefined);
    layer.showMove(undefined);
    const [right, down] = this.shift ?? [this.#right / surface.scale, this.#down / surface.scale];
    return (this.#handle ?? this.#mover).moved(right, down);
  }

  giveUp(): void {
    const { layer, ghosts } = this.#context;
    layer.cover(undefined);
    layer.showMove(undefined);
    layer.shiftChosen(0, 0);
    ghosts.clear();
  }

  /** What is aligned with guides: the part, or the handle alone. */
  #boxOf(): Rectangle {
    const { surface } = this.#context;
    const empty = { left: 0, top: 0, width: 0, height: 0 };
    if (this.#handle) return surface.toPage({ left: this.#handle.x, top: this.#handle.y, width: 0, height: 0 });
    return this.part.place() ?? empty;
  }
}
