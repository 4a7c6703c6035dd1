import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { Drawing } from "../../drawing/drawing.ts";
import { Drag } from "./dragging.ts";
import type { FigurePart } from "../figureParts/part.ts";
import { isIn } from "../figureParts/surface.ts";
import { Ghosts } from "./ghosts.ts";
import { guidesFor } from "./guides.ts";
import { keyAction } from "./keys.ts";
import { PartBar } from "../layer/partBar.ts";
import { Layer } from "../layer/layer.ts";
import { PartList } from "../layer/partList.ts";
import { TextEditor } from "../layer/textEditor.ts";
import type { Handle, Mover } from "../moving/mover.ts";
import { Nudging } from "./nudging.ts";
import { Pointing, type PointingEvents } from "./pointing.ts";
import type { Selection } from "../figureParts/selection.ts";
import { textEdits } from "./textEdits.ts";

export interface HandEvents {
  /** Resolves to a sentence where the edits were not written. */
  edit(edits: readonly FigureEdit[], label: string): Promise<string | undefined>;
  refused(reason: string): void;
}

/** What pointer and keyboard do on the drawing: they choose parts, move them, write their texts and take them away. */
export class Hand {
  readonly #drawing: Drawing;
  readonly #selection: Selection;
  readonly #events: HandEvents;
  readonly #ghosts = new Ghosts();
  readonly #list = new PartList();
  readonly #text = new TextEditor();
  readonly #bar: PartBar;
  readonly #layer: Layer;
  readonly #nudging: Nudging;
  readonly #pointing: Pointing;
  /** Parts that are shown elsewhere than plotly.js has drawn them, in pixels of the drawing: their edits are under way. */
  readonly #ahead = new Map<string, readonly [number, number]>();
  /** The trace whose marks the pointer is at, as plotly.js counts them. */
  #hovered: number | undefined;
  #refreshDue = 0;
  /** An end of an axis is being dragged. */
  isAtAxisEnd = false;

  constructor(drawing: Drawing, selection: Selection, events: HandEvents) {
    this.#drawing = drawing;
    this.#selection = selection;
    this.#events = events;
    this.#bar = new PartBar({ editText: () => this.#write(selection.chosen.at(-1)), remove: () => this.#remove() });
    this.#layer = new Layer(this.#list.root, this.#text.root);
    this.#nudging = new Nudging({
      shown: (part, right, down) => this.#shift(part, right, down),
      done: (part, right, down) => this.#nudged(part, right, down),
    });
    drawing.root.append(this.#layer.root);
    this.#pointing = new Pointing(drawing.root, this.#pointingEvents());
    this.#list.root.addEventListener("keydown", (event) => this.#onKey(event));
    this.#list.root.addEventListener("focus", () => {
      if (selection.chosen.length === 0) this.#choose(selection.parts[0], false);
    });
    drawing.root.addEventListener("scroll", () => this.refreshSoon(), true);
    new ResizeObserver(() => this.refreshSoon()).observe(drawing.root);
  }

  get partBar(): HTMLElement {
    return this.#bar.root;
  }

  /** Listens to the element that Plotly has begun to draw into. */
  listen(): void {
    const { graph } = this.#drawing;
    graph.on?.("plotly_hover", (event) => this.#hover(event));
    graph.on?.("plotly_unhover", () => this.#hover(undefined));
    graph.on?.("plotly_afterplot", () => this.refreshSoon());
  }

  /** Somebody else has changed the text: what is under way would go to another place. */
  giveUp(): void {
    const isDragging = this.#pointing.drag !== undefined;
    this.#nudging.giveUp();
    this.#pointing.giveUp();
    if (isDragging) this.#events.refused("The text has changed meanwhile, so that the move was given up.");
  }

  /** The drawing is another one than before, or elsewhere, or gone. */
  refreshSoon(): void {
    this.#selection.forget();
    cancelAnimationFrame(this.#refreshDue);
    this.#refreshDue = requestAnimationFrame(() => this.#refresh());
  }

  #refresh(): void {
    const { isOn } = this.#selection;
    this.#layer.root.hidden = !isOn;
    if (!isOn) {
      this.#text.close();
      this.#pointing.giveUp();
      this.#nudging.giveUp();
      return;
    }
    if (this.#pointing.drag === undefined) {
      this.#ghosts.clear();
      this.#ahead.clear();
      this.#layer.shiftChosen(0, 0);
    }
    this.#selection.forget();
    this.#layer.showPointed(undefined);
    this.#nudging.goOn((key) => this.#selection.parts.find((part) => part.key === key));
    this.mark();
  }

  /** Shows what is chosen. */
  mark(): void {
    const { isOn, drawn, chosen, keys } = this.#selection;
    if (!isOn || drawn === undefined) return;
    const [first] = chosen;
    const isOne = chosen.length === 1;
    this.#layer.showChosen(
      chosen.map((part) => ({
        place: part.place(),
        dots: part.dots?.() ?? [],
        handles: (isOne ? (part.mover?.handles ?? []) : []).map(({ name, x, y, cursor }) => ({
          name,
          at: drawn.source.surface.onPage(x, y),
          cursor,
        })),
      })),
    );
    this.#list.show(drawn.parts, keys);
    const label = isOne ? first?.label : chosen.length > 1 ? `${chosen.length} parts` : undefined;
    this.#bar.show(
      label,
      isOne && first?.text !== undefined,
      chosen.some(({ removal }) => removal !== undefined),
    );
  }

  #choose(part: FigurePart | undefined, isMore: boolean): void {
    this.#nudging.finish();
    this.#selection.choose(part, isMore);
  }

  #pointingEvents(): PointingEvents {
    const selection = this.#selection;
    const drawing = this.#drawing;
    return {
      get isOn() {
        // While something is added, the pointer says where.
        return selection.isOn && !drawing.root.classList.contains("adding");
      },
      parts: () => (this.#text.isOpen ? [] : selection.parts),
      partBehind: (x, y) => this.#hoveredTrace() ?? this.#plotAt(x, y) ?? selection.parts[0],
      handle: (name) => this.#handle(name),
      pointed: (part) => this.#layer.showPointed(part?.place(), [], part && cursorOf(part)),
      choose: (part, isMore) => {
        this.#choose(part, isMore);
        this.#list.focus();
      },
      editText: (part) => this.#write(part),
      drag: (part, mover, handle) => this.#drag(part, mover, handle),
      dropped: (drag) => this.#dropped(drag),
      axisEnd: (isPressed) => {
        this.isAtAxisEnd = isPressed;
      },
    };
  }

  #hoveredTrace(): FigurePart | undefined {
    const { parts, drawn } = this.#selection;
    if (this.#hovered === undefined) return undefined;
    const index = drawn?.source.traceIn(this.#hovered);
    return parts.find(({ kind, path }) => kind === "trace" && path[1] === index);
  }

  #plotAt(x: number, y: number): FigurePart | undefined {
    return this.#selection.parts.find((part) => {
      const place = part.kind === "plot" ? part.place() : undefined;
      return place !== undefined && isIn(place, x, y);
    });
  }

  #hover(event: unknown): void {
    const points = (event as { readonly points?: readonly { readonly curveNumber: number }[] } | undefined)?.points;
    this.#hovered = points?.[0]?.curveNumber;
    if (!this.#selection.isOn || this.#pointing.drag !== undefined) return;
    const part = this.#hoveredTrace();
    this.#layer.showPointed(part?.place(), part?.dots?.() ?? []);
  }

  #handle(name: string): { part: FigurePart; handle: Handle } | undefined {
    const part = this.#selection.chosen.at(-1);
    const handle = part?.mover?.handles?.find((each) => each.name === name);
    return part && handle && this.#ahead.size === 0 ? { part, handle } : undefined;
  }

  #drag(part: FigurePart, mover: Mover, handle: Handle | undefined): Drag | undefined {
    const { drawn } = this.#selection;
    if (drawn === undefined) return undefined;
    this.#layer.showPointed(undefined);
    if (this.#selection.keys.includes(part.key)) this.#nudging.finish();
    else this.#choose(part, false);
    const { surface } = drawn.source;
    const guides = guidesFor(drawn.source, drawn.parts, part);
    const ahead = this.#ahead.get(part.key) ?? [0, 0];
    return new Drag(part, mover, handle, { layer: this.#layer, ghosts: this.#ghosts, surface, guides, ahead });
  }

  #dropped(drag: Drag): void {
    const { part, shift } = drag;
    const edits = drag.drop();
    if (shift !== undefined) this.#ahead.set(part.key, shift);
    this.#list.focus();
    void this.#moved(edits, part);
  }

  #shift(part: FigurePart, right: number, down: number): void {
    const { drawn, parts } = this.#selection;
    const [x, y] = this.#ahead.get(part.key) ?? [0, 0];
    const arrow = part.nudger && parts.find(({ kind, path }) => kind === "arrow" && path[2] === part.path[2]);
    this.#ghosts.shift((arrow ?? part).elements, right + x, down + y);
    const scale = drawn?.source.surface.scale ?? 1;
    this.#layer.shiftChosen((right + x) * scale, (down + y) * scale);
  }

  #nudged(part: FigurePart, right: number, down: number): void {
    const [x, y] = this.#ahead.get(part.key) ?? [0, 0];
    this.#ahead.set(part.key, [right + x, down + y]);
    void this.#moved((part.nudger ?? part.mover)?.moved(right + x, down + y) ?? [], part);
  }

  /** What is shown ahead of the text stays until the text is drawn, or goes back. */
  async #moved(edits: readonly FigureEdit[], part: FigurePart): Promise<void> {
    const error = await this.#events.edit(edits, `Move: ${part.label}`);
    if (error !== undefined) this.#events.refused(error);
    if (error !== undefined || edits.length === 0) this.refreshSoon();
  }

  #remove(): void {
    const edits = this.#selection.chosen.flatMap(({ removal }) => removal ?? []);
    // Of two elements of a list the later goes first, so that each is still at its place.
    const ordered = edits.toSorted((one, other) => Number(other.path.at(-1)) - Number(one.path.at(-1)) || 0);
    void this.#events.edit(ordered, "Delete").then((error) => {
      if (error !== undefined) this.#events.refused(error);
    });
    this.#choose(undefined, false);
    this.#list.focus();
  }

  /** Opens the editor of a part's text in its place. */
  #write(part: FigurePart | undefined): void {
    const place = part?.place();
    if (part?.text === undefined || place === undefined) return;
    const { text, key, label } = part;
    if (this.#selection.keys.includes(key)) this.#nudging.finish();
    else this.#choose(part, false);
    this.#layer.showPointed(undefined);
    const scale = this.#selection.drawn?.source.surface.scale ?? 1;
    this.#text.open(
      { label, value: text.value, place, element: text.element, scale },
      {
        keep: async (value) => {
          const now = this.#selection.parts.find((each) => each.key === key)?.text?.value;
          if (now !== text.value)
            return "This text has been changed in the file meanwhile. Yours is still here: copy it, and press Escape.";
          return await this.#events.edit(textEdits(part, value), `Write: ${label}`);
        },
        closed: (byKey) => {
          if (byKey) this.#list.focus();
        },
      },
    );
  }

  #onKey(event: KeyboardEvent): void {
    const part = this.#selection.chosen.at(-1);
    const action = keyAction(event, this.#selection.parts, part);
    if (action === undefined) return;
    if (action.type === "choose") this.#choose(action.part, false);
    else if (action.type === "leave") this.#choose(undefined, false);
    else if (action.type === "edit") this.#write(part);
    else if (action.type === "remove") this.#remove();
    else if (part === undefined || !this.#nudging.key(event.key, event.shiftKey, part)) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function cursorOf({ kind, mover, text }: FigurePart): string | undefined {
  if (kind === "axis") return undefined;
  return mover ? "move" : text ? "text" : "pointer";
}
