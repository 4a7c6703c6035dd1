import type { FigureAct } from "../../src/figure/edits/acts/figureAct.ts";
import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import type { FigurePath } from "../../src/figure/model/path.ts";
import type { FromWebview, ViewKind } from "../../src/protocol.ts";
import type { Drawing } from "../drawing/drawing.ts";
import { Asked } from "./asked.ts";
import { rangeEdits } from "./gestures.ts";
import { Hand } from "./hand/hand.ts";
import { forgetKept, keptViewEdits } from "./keptViewEdits.ts";
import { fullLayoutOf } from "./moving/plotted.ts";
import { Selection } from "./figureParts/selection.ts";

export interface EditingEvents {
  post(message: FromWebview): void;
  /** The version that is drawn. */
  version(): number | undefined;
  /** The text cannot be drawn now, so that what is drawn is not what it says. */
  isBroken(): boolean;
  /** The text did not take an edit: the drawing goes back to what the text says. */
  refused(reason: string): void;
  /** The text took an edit. */
  kept(): void;
}

/**
 * Changes of the figure with the hand. All of them go one way: an edit in Plotly's paths to the host, which writes it into
 * the text, whose new version is drawn.
 */
export class Editing {
  readonly #drawing: Drawing;
  readonly #events: EditingEvents;
  readonly #asked: Asked;
  readonly #selection: Selection;
  readonly #hand: Hand;
  readonly #listeners = new Set<(paths: readonly FigurePath[]) => void>();

  constructor(drawing: Drawing, events: EditingEvents) {
    this.#drawing = drawing;
    this.#events = events;
    this.#asked = new Asked((message) => events.post(message));
    this.#selection = new Selection(drawing, (isPerson) => this.#selected(isPerson));
    this.#hand = new Hand(drawing, this.#selection, {
      edit: (edits, label) => this.written(edits, label),
      refused: (reason) => events.refused(reason),
    });
  }

  get isOn(): boolean {
    return this.#selection.isOn;
  }

  get selected(): readonly FigurePath[] {
    return this.#selection.paths;
  }

  /** What is chosen, and what can be done with it: a part of the bar over the drawing. */
  get partBar(): HTMLElement {
    return this.#hand.partBar;
  }

  /** Hears of what is chosen from now on. Returns what ends that. */
  onDidSelect(listener: (paths: readonly FigurePath[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Listens to the element that Plotly has begun to draw into. */
  listen(): void {
    const { graph } = this.#drawing;
    graph.on?.("plotly_relayout", (update) => {
      const written = this.#drawing.drawn?.figure.layout;
      if (!this.isOn || !this.#hand.isAtAxisEnd || written === undefined) return;
      this.edit(rangeEdits(update, graph, written), "Change the range of an axis");
    });
    this.#hand.listen();
  }

  /** Has the host write the edits, as one step of undo. */
  edit(edits: readonly FigureEdit[], label: string): void {
    void this.#write(edits, label);
  }

  /** The same. Resolves to a sentence where they were not written, which nobody has told the person yet. */
  async written(edits: readonly FigureEdit[], label: string): Promise<string | undefined> {
    const version = this.#events.version();
    if (edits.length === 0 || version === undefined) return undefined;
    if (this.#events.isBroken())
      return "The text has mistakes, so that it cannot be changed on the drawing. Mend them first.";
    const error = await this.#asked.ask(version, edits, label);
    if (error === undefined) this.#events.kept();
    return error;
  }

  /** Has the host make edits of what takes the figure's data to know, and write them. */
  act(act: FigureAct, label: string): void {
    const version = this.#events.version();
    if (version === undefined) return;
    void this.#asked.askToAct(version, act, label).then((error) => {
      if (error === undefined) this.#events.kept();
      else this.#events.refused(error);
    });
  }

  /** Makes these kinds of the person's view the figure's own. */
  keepView(kinds: readonly ViewKind[]): void {
    void this.#keepView(kinds);
  }

  async #keepView(kinds: readonly ViewKind[]): Promise<void> {
    const { graph, drawn, view } = this.#drawing;
    const layout = fullLayoutOf(graph);
    if (drawn === undefined || view === undefined || layout === undefined) return;
    const error = await this.written(keptViewEdits(view, kinds, layout, drawn.figure), "Keep the view");
    if (error !== undefined) {
      this.#events.refused(error);
      return;
    }
    forgetKept(graph, kinds);
    this.#drawing.lookAgain();
  }

  /** Parts that the person has chosen on another part of the page: the text beside shows the first. */
  select(paths: readonly FigurePath[]): void {
    this.#selection.show(paths, true);
  }

  /** The part at the cursor of the text. */
  show(path: FigurePath): void {
    this.#selection.show([path], false);
  }

  /** What the host says of an edit. `version` is that of the text with it. */
  answered(id: number, error: string | undefined, version: number | undefined): void {
    this.#asked.answered(id, error, version);
  }

  /** A version has come that will be drawn. What the hand is doing on an older one is given up, unless it is the hand's own. */
  arrived(version: number): void {
    if (!this.#asked.isOwn(version)) this.#hand.giveUp();
  }

  /** Something is drawn, or nothing any more. */
  drawn(): void {
    this.#hand.refreshSoon();
  }

  async #write(edits: readonly FigureEdit[], label: string): Promise<void> {
    const error = await this.written(edits, label);
    if (error !== undefined) this.#events.refused(error);
  }

  #selected(isPerson: boolean): void {
    const paths = this.selected;
    this.#hand.mark();
    if (isPerson) this.#events.post({ type: "selected", paths });
    for (const listener of this.#listeners) listener(paths);
  }
}
