import "./drawing.css";
import type { EnginePart } from "../../src/figure/schema/engineParts.ts";
import type { ThemeChoice } from "../../src/protocol.ts";
import { readEditorColors } from "../theme/editorColors.ts";
import { type ConfigActions, configFor } from "./config.ts";
import { element } from "../parts/element.ts";
import type { Engine } from "./engine.ts";
import { isViewEmpty } from "./view/emptyView.ts";
import { Fitting } from "./fitting.ts";
import { hasFormulas, keepPrices } from "./formulas.ts";
import { inkButtons, inkFor } from "../theme/ink.ts";
import { giveIcons, hasIcons } from "./maps/icons.ts";
import { mapsOf } from "./maps/countries.ts";
import type { Attributes, Drawable } from "../reading/attributes.ts";
import type { PartialLine } from "../reading/partialLine.ts";
import type { GraphDiv, Plotly } from "./plotly.ts";
import { type CompleteLegend, shortenLegend } from "./longLegend.ts";
import { type Size, authoredSize, fit, prepare } from "./prepare.ts";
import { neededParts } from "../reading/neededParts.ts";
import { hasParcoords } from "../reading/parcoords.ts";
import { summarize } from "./summary.ts";
import type { Reduced } from "./reduction/reduced.ts";
import { Reduction } from "./reduction/reduction.ts";
import { Toolbar } from "./toolbar.ts";
import { KeptView } from "./view/keptView.ts";
import type { ViewState } from "./view/viewState.ts";

export interface DrawingEvents {
  save(format: "png" | "svg"): void;
  viewChanged(view: ViewState | undefined): void;
  fitChanged(fits: boolean): void;
  contextLost(): void;
  /** Other points are drawn of a figure that has too many for the screen; undefined where all are drawn. */
  reduced(reduced: Reduced | undefined): void;
  /** Finds a line of which only some points are here, by its y. */
  partialLine(y: unknown): PartialLine | undefined;
  /** The person wants to change the figure on the drawing, or no longer. */
  editing(on: boolean): void;
  /** Plotly has an element anew, whose events are to be listened to. */
  begun(): void;
  /** A line is drawn from some of its points, since all that it needs cannot be had. */
  incomplete(reason: unknown): void;
}

/** What Plotly has drawn: the figure as it was given, the engine, and what was left out (one sentence each). */
export interface Drawn {
  readonly figure: Drawable;
  readonly plotly: Plotly;
  /** The parts of the engine that it needed. */
  readonly parts: readonly EnginePart[];
  readonly theme: ThemeChoice;
  readonly notes: readonly string[];
}

/** The drawing: one element that Plotly draws into, over and over. */
export class Drawing {
  readonly root: HTMLElement;
  readonly #graph: GraphDiv = element("div", { class: "drawing" });
  readonly #alternative = element("div", { class: "unseen", role: "img" });
  readonly #frame = element("div", { class: "frame" }, this.#graph);
  readonly #scroll = element("div", { class: "scroll" }, this.#frame);
  readonly fitting: Fitting;
  /** What can be changed with the hand is so on the drawing. It takes effect with the next drawing. */
  isEditable = false;
  readonly #engine: Engine;
  readonly #events: DrawingEvents;
  readonly #actions: ConfigActions;
  readonly #reduction: Reduction;
  readonly #view: KeptView;
  #drawn: Drawn | undefined;
  /** What `Plotly.react` cannot change in place. Where this differs, the figure is drawn anew. */
  #kind = "";
  /** The size that was last asked of Plotly. */
  #size: Size = { width: 0, height: 0 };
  #resizeDue = 0;
  #countDue = 0;
  #refineDue = 0;

  constructor(engine: Engine, view: ViewState | undefined, fits: boolean, events: DrawingEvents) {
    this.#engine = engine;
    this.#view = new KeptView(this.#graph, view, (now) => events.viewChanged(now));
    this.#events = events;
    this.#reduction = new Reduction(
      () => window.devicePixelRatio,
      () => this.#countSoon(),
      (y) => events.partialLine(y),
      () => this.#refineSoon(),
      (reason) => events.incomplete(reason),
    );
    this.#actions = {
      save: (format) => events.save(format),
      play: () => this.#play(),
      edit: (on) => events.editing(on),
    };
    this.fitting = new Fitting(this.#frame, this.#graph, fits, (on) => events.fitChanged(on));
    new Toolbar(this.#graph).attach();
    this.root = element("div", { class: "stage" }, this.#alternative, this.#scroll);
    // The event does not bubble, but it passes here on its way down.
    this.#graph.addEventListener("webglcontextlost", () => events.contextLost(), true);
    new ResizeObserver(() => this.#resizeSoon()).observe(this.root);
  }

  get drawn(): Drawn | undefined {
    return this.#drawn;
  }

  /** The element that Plotly draws into. */
  get graph(): GraphDiv {
    return this.#graph;
  }

  get view(): ViewState | undefined {
    return this.#view.state;
  }

  /** Where on the page the drawing is, in CSS pixels. */
  get place(): DOMRect {
    return this.#graph.getBoundingClientRect();
  }

  /** The drawing's size in CSS pixels. */
  get size(): Size {
    return this.#size;
  }

  /**
   * Draws a figure, or redraws what differs from the one before: `all` of its points, or as many as the screen shows. Asks
   * `isCurrent` before each long step, and resolves to undefined once it says no. Rejects with the engine's error, and has
   * cleared itself then.
   */
  async draw(figure: Drawable, theme: ThemeChoice, all: boolean, isCurrent: () => boolean): Promise<Drawn | undefined> {
    const parts = neededParts(figure);
    const formulas = hasFormulas(figure);
    if (formulas) keepPrices(figure);
    const [plotly, missing, icons, hasMath] = await Promise.all([
      this.#engine.load(parts),
      this.#engine.loadMaps(mapsOf(figure)),
      hasIcons(figure) ? this.#engine.loadIcons() : undefined,
      this.#engine.useMath(formulas),
    ]);
    if (!isCurrent()) return undefined;
    this.#reduction.attach(plotly);
    this.#reduction.isOff = all;
    this.#reduction.hasFrames = figure.frames.length > 0;
    await this.#reduction.read(figure.data, isCurrent);
    if (!isCurrent()) return undefined;
    const notes = missing.map(
      (name) => `The map ${name} is not part of this extension, so its outlines are not drawn.`,
    );
    if (!hasMath) notes.push("The part that draws formulas could not be loaded, so LaTeX is shown as it is written.");
    if (icons) notes.push(...giveIcons(figure, icons));
    const own = authoredSize(figure.layout);
    this.#scroll.classList.toggle("sized", own.width !== undefined || own.height !== undefined);
    this.root.classList.toggle("follows-editor", theme === "editor");
    const size = fit(figure, this.#room());
    const colors = readEditorColors();
    const prepared = prepare(figure, size, theme === "editor" ? colors : undefined);
    const ink = inkFor(prepared.layout, colors.background);
    inkButtons(prepared.layout, ink);
    this.root.style.setProperty("--drawing-ink", ink.strong);
    const canPlay = figure.frames.length > 0 && !figure.layout["updatemenus"] && !figure.layout["sliders"];
    // Parallel coordinates and other traces cannot use each other's WebGL canvas.
    const kind = JSON.stringify([figure.config, canPlay, hasParcoords(figure), all, this.isEditable]);
    if (kind !== this.#kind) this.clear();
    try {
      if (this.#drawn) await plotly.react(this.#graph, prepared);
      else
        await this.#drawNew(plotly, {
          ...prepared,
          config: configFor(plotly.Icons, figure.config, canPlay, this.isEditable, this.#actions),
        });
    } catch (error) {
      this.clear();
      throw error;
    }
    this.#kind = kind;
    this.#size = size;
    this.#fit();
    if (this.#graph.querySelector(".no-webgl")) {
      notes.push("WebGL is not available here, so a part of this figure cannot be drawn.");
    }
    this.#drawn = { figure, plotly, parts, theme, notes };
    this.#countSoon();
    this.#describe(figure);
    return this.#drawn;
  }

  /** Has a picture made of so many pixels for each of the drawing's, so that large figures show as much as it can hold. */
  async picture<Picture>(scale: number, make: () => Promise<Picture>): Promise<Picture> {
    return await this.#reduction.during(scale, this.#drawn?.figure.data ?? [], make);
  }

  /** Forgets the zoom where it shows nothing of the figure. Returns true where the figure has to be drawn anew. */
  leaveEmptyView(): boolean {
    if (!isViewEmpty(this.#graph)) return false;
    this.#view.forget();
    this.clear();
    return true;
  }

  /** The person's view may be another one: what was theirs has become the figure's. */
  lookAgain(): void {
    this.#view.captureSoon();
  }

  /** Takes the drawing off the page. The person's zoom stays for the next one. */
  clear(): void {
    this.#engine.plotly?.purge(this.#graph);
    this.#graph.replaceChildren();
    this.#drawn = undefined;
    this.#kind = "";
    this.fitting.show(undefined, this.#room());
    this.#alternative.removeAttribute("aria-label");
  }

  async #drawNew(plotly: Plotly, figure: Drawable): Promise<void> {
    const complete = shortenLegend(figure);
    await this.#view.during(figure, () => plotly.newPlot(this.#graph, figure));
    if (complete) this.#completeSoon(complete);
    this.#events.begun();
  }

  /** A version that comes first brings its whole legend with it. */
  #completeSoon(complete: CompleteLegend): void {
    const { data } = this.#graph;
    requestIdleCallback(
      () => {
        const { drawn } = this;
        if (!drawn || this.#graph.data !== data) return;
        const relayout = (update: Attributes): Promise<GraphDiv> => drawn.plotly.relayout(this.#graph, update);
        // oxlint-disable-next-line no-underscore-dangle -- the layout with all its defaults has no public name
        complete(relayout, this.#graph._fullLayout).catch(() => undefined);
      },
      { timeout: 2000 },
    );
  }

  #countSoon(): void {
    clearTimeout(this.#countDue);
    this.#countDue = setTimeout(() => this.#events.reduced(this.#reduction.counted(this.#graph)));
  }

  /** Draws again, from the points that have come. */
  #refineSoon(): void {
    clearTimeout(this.#refineDue);
    this.#refineDue = setTimeout(() => void this.#drawn?.plotly.redraw(this.#graph).catch(() => undefined));
  }

  /** The room for a figure. One with a size of its own has a margin around it. */
  #room(): Size {
    const { clientWidth: width, clientHeight: height } = this.root;
    const margin = this.#scroll.classList.contains("sized") ? 24 : 0;
    return { width: width - margin, height: height - margin };
  }

  #fit(): void {
    this.fitting.show(this.#scroll.classList.contains("sized") ? this.#size : undefined, this.#room());
  }

  #resizeSoon(): void {
    clearTimeout(this.#resizeDue);
    this.#resizeDue = setTimeout(() => void this.#resize(), 60);
  }

  async #resize(): Promise<void> {
    const drawn = this.#drawn;
    if (!drawn || this.root.clientWidth === 0 || this.root.clientHeight === 0) return;
    const size = fit(drawn.figure, this.#room());
    if (size.width === this.#size.width && size.height === this.#size.height) {
      this.#fit();
      return;
    }
    this.#size = size;
    this.#fit();
    // A drawing that cannot change its size stays as it is. The next version has the new size anyway.
    await drawn.plotly.relayout(this.#graph, { ...size }).catch(() => undefined);
  }

  #describe({ data, layout, frames }: Drawable): void {
    this.#alternative.setAttribute("aria-label", summarize(data, layout, frames.length));
    // The texts of a drawing say nothing without their places. A screen reader has the sentence above.
    for (const svg of this.#graph.querySelectorAll(".main-svg")) svg.setAttribute("aria-hidden", "true");
  }

  #play(): void {
    const options = {
      mode: "immediate",
      fromcurrent: true,
      transition: { duration: 0 },
      frame: { duration: 400, redraw: true },
    };
    // The next animation or version interrupts this one, which then rejects.
    this.#drawn?.plotly.animate(this.#graph, null, options).catch(() => undefined);
  }
}
