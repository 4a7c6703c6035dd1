import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import type { FigurePath } from "../../src/figure/model/path.ts";
import type { FromWebview } from "../../src/protocol.ts";
import type { Drawing } from "../drawing/drawing.ts";
import { layoutEdits, traceEdits } from "./gestures.ts";

export interface EditingEvents {
  post(message: FromWebview): void;
  /** The version that is drawn. */
  version(): number | undefined;
  /** The text did not take an edit: the drawing goes back to what the text says. */
  refused(reason: string): void;
}

/**
 * Changes of the figure with the hand. All of them go one way: an edit in Plotly's paths to the host, which writes it into
 * the text, whose new version is drawn.
 */
export class Editing {
  readonly #drawing: Drawing;
  readonly #events: EditingEvents;
  #selected: readonly FigurePath[] = [];
  #asked = 0;

  constructor(drawing: Drawing, events: EditingEvents) {
    this.#drawing = drawing;
    this.#events = events;
  }

  get isOn(): boolean {
    return this.#drawing.isEditable;
  }

  get selected(): readonly FigurePath[] {
    return this.#selected;
  }

  /** Listens to the element that Plotly has begun to draw into. */
  listen(): void {
    const { graph } = this.#drawing;
    graph.on?.("plotly_relayout", (update) => {
      if (this.isOn) this.edit(layoutEdits(update, graph), "Change the layout");
    });
    graph.on?.("plotly_restyle", (detail) => {
      if (this.isOn) this.edit(traceEdits(detail, graph), "Change a trace");
    });
  }

  /** Has the host write the edits, as one step of undo. */
  edit(edits: readonly FigureEdit[], label: string): void {
    const version = this.#events.version();
    if (edits.length === 0 || version === undefined) return;
    this.#asked += 1;
    this.#events.post({ type: "edit", id: this.#asked, version, label, edits: edits.map(sendable) });
  }

  /** Parts that the person has chosen: the text beside shows the first. */
  select(paths: readonly FigurePath[]): void {
    this.#selected = paths;
    this.#events.post({ type: "selected", paths: paths.map((path) => [...path]) });
  }

  /** The part at the cursor of the text. */
  show(path: FigurePath): void {
    this.#selected = [path];
  }

  /** What the host says of an edit. */
  answered(error: string | undefined): void {
    if (error !== undefined) this.#events.refused(error);
  }
}

type Sent = Extract<FromWebview, { type: "edit" }>["edits"][number];

/** An edit as a message takes it. */
export const sendable = (edit: FigureEdit): Sent => structuredClone(edit) as Sent;
