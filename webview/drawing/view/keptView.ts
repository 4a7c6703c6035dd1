import type { Drawable } from "../../reading/attributes.ts";
import { type ViewState, applyView, captureView, type Plotted, rememberView } from "./viewState.ts";

/** Plotly's events after which the person sees something else than the figure says. */
const viewEvents = [
  "plotly_relayout",
  "plotly_restyle",
  "plotly_doubleclick",
  "plotly_sunburstclick",
  "plotly_treemapclick",
  "plotly_icicleclick",
];

/** An element that Plotly draws into. */
interface Watched extends Plotted {
  readonly data?: unknown;
  on?(event: string, listener: () => void): void;
}

/** What the person has made of the drawing: zoom, camera, hidden traces. It is kept from one drawing to the next. */
export class KeptView {
  readonly #graph: Watched;
  readonly #changed: (view: ViewState | undefined) => void;
  #view: ViewState | undefined;

  constructor(graph: Watched, view: ViewState | undefined, changed: (view: ViewState | undefined) => void) {
    this.#graph = graph;
    this.#view = view;
    this.#changed = changed;
  }

  get state(): ViewState | undefined {
    return this.#view;
  }

  /** Has a figure drawn that has no drawing yet, as the person last saw it. */
  async during(figure: Drawable, draw: () => Promise<unknown>): Promise<void> {
    const view = this.#view;
    if (view) applyView(view, figure);
    await draw();
    if (view) rememberView(view, this.#graph);
    for (const event of viewEvents) this.#graph.on?.(event, () => this.captureSoon());
  }

  forget(): void {
    this.#view = undefined;
    this.#changed(undefined);
  }

  /** Reads the view from the drawing. */
  captureSoon(): void {
    // Some of these events come before the change has reached the layout.
    setTimeout(() => {
      if (!this.#graph.data) return;
      this.#view = captureView(this.#graph);
      this.#changed(this.#view);
    });
  }
}
