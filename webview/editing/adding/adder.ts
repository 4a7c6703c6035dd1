// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import type { Drawing } from "../../drawing/drawing.ts";
import { Surface } from "../figureParts/surface.ts";
import { type FullLayout, fullLayoutOf } from "../moving/plotted.ts";
import { type Addition, append } from "./additions.ts";
import { drawnShape } from "./drawnShape.ts";
import type { TracePlace } from "./subplots.ts";
import { placeAt } from "./place.ts";

/** Where edits go, and the parts that they made. */
export interface EditSink {
  edit(edits: readonly FigureEdit[], label: string): void;
  select(paths: readonly FigurePath[]): void;
}

export interface AdderEvents {
  /** Tells the person what to do next; undefined when that is over. */
  ask(sentence: string | undefined): void;
  /** The host asks the person for a picture. */
  picture(): void;
  /** The host asks the person for a trace that goes to this place. */
  trace(place: TracePlace): void;
}

/** Adds something to the figure: at once, where the person clicks, or as they draw it. One thing at a time. */
export class Adder {
  readonly #drawing: Drawing;
  readonly #editing: EditSink;
  readonly #events: AdderEvents;
  #end: (() => void) | undefined;

  constructor(drawing: Drawing, editing: EditSink, events: AdderEvents) {
    this.#drawing = drawing;
    this.#editing = editing;
    this.#events = events;
  }

  /** Begins to add; what was begun before is given up. */
  begin(addition: Addition): void {
    this.giveUp();
    const { graph } = this.#drawing;
    const layout = fullLayoutOf(graph);
    const data = graph._fullData ?? [];
    if (layout === undefined) return;
    if (addition.way === "picture") this.#events.picture();
    else if (addition.way === "trace") this.#events.trace(addition.make?.({ layout, data }) ?? { edits: [], axes: {} });
    else if (addition.way === "now") this.#editing.edit(addition.make({ layout, data }), `Add: ${addition.label}`);
    else if (addition.way === "place") this.#place(addition, layout);
    else this.#draw(addition, layout);
  }

  giveUp(): void {
    this.#end?.();
  }

  #place(addition: Extract<Addition, { way: "place" }>, layout: FullLayout): void {
    const { graph } = this.#drawing;
    const onClick = (event: MouseEvent): void => {
      event.stopPropagation();
      event.preventDefault();
      const at = { left: event.clientX, top: event.clientY, width: 0, height: 0 };
      const { left, top } = new Surface(graph, layout.width).toDrawing(at);
      const place = placeAt(layout, left, top);
      this.#end?.();
      const edits = addition.make(layout, place);
      this.#editing.edit(edits, `Add: ${addition.label}`);
      this.#editing.select(edits.map(({ path }) => path));
    };
    // plotly.js must not take the click for its own.
    const swallow = (event: Event): void => event.stopPropagation();
    const swallowed = ["mousedown", "pointerdown", "touchstart"] as const;
    graph.addEventListener("click", onClick, true);
    for (const name of swallowed) graph.addEventListener(name, swallow, true);
    this.#begin(addition.ask, () => {
      graph.removeEventListener("click", onClick, true);
      for (const name of swallowed) graph.removeEventListener(name, swallow, true);
    });
  }

  #draw(addition: Extract<Addition, { way: "draw" }>, layout: FullLayout): void {
    const { mode, ask } = addition;
    const label = `Add: ${addition.label}`;
    const plotly = this.#drawing.drawn?.plotly;
    if (plotly === undefined) return;
    const { graph } = this.#drawing;
    const before = layout["dragmode"];
    const onShape = (update: unknown): void => {
      const shape = drawnShape(update, layout);
      if (shape === undefined) return;
      delete graph._fullLayout?._preGUI?.["shapes"];
      this.#end?.();
      const edit = append(layout, "shapes", shape);
      this.#editing.edit([edit], label);
      this.#editing.select([edit.path]);
    };
    graph.on?.("plotly_relayout", onShape);
    this.#begin(ask, () => {
      graph.removeListener?.("plotly_relayout", onShape);
      void plotly.relayout(graph, { dragmode: before }).catch(() => undefined);
    });
    void plotly.relayout(graph, { dragmode: mode }).catch(() => this.giveUp());
  }

  #begin(ask: string, end: () => void): void {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.giveUp();
    };
    window.addEventListener("keydown", onKey, true);
    this.#drawing.root.classList.add("adding");
    this.#events.ask(ask);
    this.#end = () => {
      this.#end = undefined;
      window.removeEventListener("keydown", onKey, true);
      this.#drawing.root.classList.remove("adding");
      this.#events.ask(undefined);
      end();
    };
  }
}
