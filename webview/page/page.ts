import "./page.css";
import type { ThemeChoice, ToWebview } from "../../src/protocol.ts";
import { Banner } from "../parts/banner.ts";
import { DefaultsSwitch } from "../parts/defaultsSwitch.ts";
import { putOnClipboard } from "../drawing/clipboard.ts";
import { type Drawn, Drawing } from "../drawing/drawing.ts";
import { element } from "../parts/element.ts";
import type { Engine } from "../drawing/engine.ts";
import { tooLarge } from "../reading/tooLarge.ts";
import type { Host } from "./host.ts";
import { hideIncomplete } from "../reading/incomplete.ts";
import { Notes } from "../parts/notes.ts";
import { keepOffline } from "../reading/offline.ts";
import { Panel, type PanelAction } from "../parts/panel.ts";
import { exportPicture, thumbnailOf } from "../drawing/picture.ts";
import type { Drawable } from "../reading/attributes.ts";
import { type ReadFigure, readFigure } from "../reading/readFigure.ts";
import { keepArrays } from "../reading/figureCopy.ts";
import { separateParcoords } from "../reading/strictTypes.ts";
import { Strip } from "../parts/strip.ts";
import { summarizeTraces } from "../drawing/summary.ts";

type Message<Type extends ToWebview["type"]> = Extract<ToWebview, { type: Type }>;

/** A version to draw; `at` is `performance.now()` of its arrival. */
interface Job {
  readonly message: Message<"figure">;
  readonly at: number;
}

const exampleFigure = `{
  "data": [{ "type": "bar", "x": ["a", "b", "c"], "y": [2, 5, 3] }],
  "layout": { "title": { "text": "My figure" } }
}`;

const lastGood = "Showing the last good drawing.";

/** A drawing that took longer than this, in milliseconds, is not made a second time for the side bar's small picture. */
const slowestThumbnail = 5000;

/** The page: takes the host's messages, draws the latest figure, and says how it went. */
export class Page {
  readonly #host: Host;
  readonly #engine: Engine;
  readonly #drawing: Drawing;
  readonly #panel = new Panel();
  readonly #trouble = new Banner("error");
  readonly #notice = new Banner("information");
  readonly #notes = new Notes();
  readonly #strip: Strip;
  readonly #defaults: DefaultsSwitch;
  readonly #progress = element("div", { class: "progress", role: "progressbar", "aria-label": "Working", hidden: "" });
  readonly #status = element("span", { class: "status" });
  /** Why this drawing took the place of another one, where that was not the person's doing. */
  readonly #news = element("span", { class: "news", role: "status" });
  /** Says to a screen reader what is drawn, when that is something else than before. */
  readonly #announced = element("div", { class: "unseen", role: "status" });

  #theme: ThemeChoice;
  /** The newest version heard of, drawable or broken; what is older is dropped. */
  #latest = -1;
  /** The text as it is now cannot be drawn. */
  #broken: Message<"broken"> | undefined;
  /** The next version to draw; a newer one takes its place. */
  #next: Job | undefined;
  #repaint = false;
  #working = false;
  /** Counts the times that the host took the drawing away. */
  #epoch = 0;
  /** The last version that was drawn. */
  #good: ReadFigure | undefined;
  #thumbnailed = -1;

  constructor(host: Host, engine: Engine, root: HTMLElement, theme: ThemeChoice) {
    this.#host = host;
    this.#engine = engine;
    this.#theme = host.state.theme ?? theme;
    this.#drawing = new Drawing(engine, host.state.view, host.state.fits === true, {
      save: (format) => host.post({ type: "save", format }),
      viewChanged: (view) => host.keep({ view }),
      fitChanged: (fits) => host.keep({ fits }),
      contextLost: () => this.#sayContextLost(),
    });
    this.#strip = new Strip(host.state.stripOpen, {
      choose: (id) => host.post({ type: "revealProblem", id }),
      folded: (stripOpen) => host.keep({ stripOpen }),
      act: (id) => host.post({ type: "action", id }),
    });
    this.#defaults = new DefaultsSwitch((writtenFor) =>
      host.post({ type: "writtenFor", ...(writtenFor && { writtenFor }) }),
    );
    this.#drawing.root.append(this.#panel.root);
    const parts = [
      this.#strip.header,
      this.#strip.tip,
      this.#defaults.root,
      this.#news,
      this.#drawing.fitting.button,
      this.#status,
    ];
    const bar = element("div", { class: "bar" }, ...parts);
    const foot = element("footer", { class: "foot" }, this.#notes.root, bar, this.#strip.list);
    root.append(this.#progress, this.#trouble.root, this.#notice.root, this.#drawing.root, foot, this.#announced);
    this.#wait("Opening the figure…");
  }

  receive(message: ToWebview, at: number): void {
    switch (message.type) {
      case "figure":
        if (message.version < this.#latest) return;
        this.#latest = message.version;
        this.#next = { message, at };
        void this.#work();
        return;
      case "broken":
        if (message.version < this.#latest) return;
        this.#latest = message.version;
        this.#broken = message;
        this.#sayBroken();
        return;
      case "loading":
        if (this.#drawing.drawn) this.#progress.hidden = false;
        else this.#wait(message.message);
        return;
      case "failed":
        this.#sayFailed(message);
        return;
      case "problems":
        this.#strip.show(message);
        return;
      case "settings":
        this.#theme = message.theme;
        this.#host.keep({ theme: message.theme });
        this.repaint();
        return;
      case "export":
        void this.#export(message);
        return;
      default:
        message satisfies never;
    }
  }

  /** Draws again where the theme makes a difference. */
  repaint(): void {
    const drawn = this.#drawing.drawn;
    if (!drawn || (this.#theme === "authored" && drawn.theme === "authored")) return;
    this.#repaint = true;
    void this.#work();
  }

  /** Draws until there is nothing newer. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    this.#progress.hidden = false;
    try {
      for (;;) {
        const job = this.#next;
        this.#next = undefined;
        if (job) await this.#drawVersion(job);
        else if (this.#repaint) await this.#drawAgain();
        else break;
      }
    } finally {
      this.#working = false;
      this.#progress.hidden = true;
    }
  }

  async #drawVersion(job: Job): Promise<void> {
    const { version, figure: bytes, grids, notice, path, writtenFor, otherwise } = job.message;
    const epoch = this.#epoch;
    this.#repaint = false;
    try {
      const read = readFigure(bytes, grids, path, { writtenFor, otherwise });
      const { figure } = read;
      const notes = [...read.notes, ...keepOffline(figure), ...separateParcoords(figure), ...hideIncomplete(figure)];
      if (notice === undefined) this.#notice.hide();
      else this.#notice.show(notice);
      if (isBlank(figure)) return this.#showEmpty(job, notes);
      const large = this.#host.state.anyway === true ? undefined : tooLarge(figure.data);
      if (large !== undefined) return this.#hold(job, large);
      keepArrays(this.#good?.figure, figure);
      const isCurrent = (): boolean => this.#next === undefined && this.#epoch === epoch;
      let drawn = await this.#drawing.draw(figure, this.#theme, isCurrent);
      // The person's zoom is kept in what somebody else has made of the figure, unless it is nowhere now.
      if (drawn && job.message.news !== undefined && this.#drawing.leaveEmptyView())
        drawn = await this.#drawing.draw(figure, this.#theme, isCurrent);
      if (!drawn || this.#epoch !== epoch) return;
      const { defaults } = read;
      this.#good = { figure, notes, defaults };
      this.#defaults.show(defaults);
      this.#showDrawn(job, drawn, [...notes, ...drawn.notes]);
    } catch (error) {
      if (this.#epoch === epoch) await this.#showUndrawable(version, error);
    }
  }

  async #drawAgain(): Promise<void> {
    this.#repaint = false;
    const epoch = this.#epoch;
    if (!this.#good) return;
    try {
      await this.#drawing.draw(this.#good.figure, this.#theme, () => this.#epoch === epoch);
    } catch (error) {
      this.#panel.show({ kind: "failed", message: "The figure could not be drawn again.", detail: sentence(error) });
    }
  }

  #showDrawn({ message, at }: Job, drawn: Drawn, notes: readonly string[]): void {
    const milliseconds = Math.round(performance.now() - at);
    const traces = drawn.figure.data.length;
    const engine = this.#engine.name(drawn.plotly);
    this.#panel.hide();
    this.#settle(message.version);
    this.#notes.show(notes);
    this.#news.textContent = message.news ?? "";
    const announcement = `Drawn: ${summarizeTraces(drawn.figure.data)}.`;
    if (this.#announced.textContent !== announcement) this.#announced.textContent = announcement;
    const count = `${traces} trace${traces === 1 ? "" : "s"}`;
    this.#status.textContent = count;
    this.#status.title = `Drawn by ${engine} in ${milliseconds.toLocaleString("en")} ms`;
    const { version } = message;
    this.#host.keep({ strict: engine.endsWith("strict") || undefined });
    this.#host.post({ type: "drawn", version, milliseconds, traces, engine, notes: [...notes] });
    if (message.thumbnail && version !== this.#thumbnailed && milliseconds < slowestThumbnail)
      this.#thumbnail(version, drawn);
  }

  /** A version that could be shown ends the trouble of those before it. */
  #settle(version: number): void {
    if (this.#broken && this.#broken.version > version) {
      this.#sayBroken();
      return;
    }
    this.#broken = undefined;
    this.#trouble.hide();
    this.#strip.setDrawable(true);
  }

  #showEmpty({ message, at }: Job, notes: readonly string[]): void {
    this.#drawing.clear();
    this.#defaults.show(undefined);
    this.#good = undefined;
    this.#settle(message.version);
    this.#notes.show(notes);
    this.#status.textContent = "";
    this.#panel.show({
      kind: "empty",
      message: "This figure has no traces yet.",
      detail: `Add one to "data" in the text, for example:`,
      example: exampleFigure,
    });
    const milliseconds = Math.round(performance.now() - at);
    this.#host.post({
      type: "drawn",
      version: message.version,
      milliseconds,
      traces: 0,
      engine: "",
      notes: [...notes],
    });
  }

  #hold(job: Job, reason: string): void {
    this.#drawing.clear();
    this.#settle(job.message.version);
    this.#status.textContent = "";
    const anyway = (): void => {
      this.#host.keep({ anyway: true });
      this.#wait("Drawing…");
      this.#next ??= job;
      // A frame for the sentence, before the page is busy for a while.
      setTimeout(() => void this.#work(), 50);
    };
    this.#panel.show({
      kind: "held",
      message: reason,
      detail: "Drawing it may take long, and the preview does not answer meanwhile.",
      actions: [{ label: "Draw Anyway", run: anyway }],
    });
    this.#host.post({ type: "held", version: job.message.version, message: reason });
  }

  async #showUndrawable(version: number, error: unknown): Promise<void> {
    const reason = sentence(error);
    this.#strip.setDrawable(false);
    this.#host.post({ type: "drawFailed", version, message: reason });
    const again = this.#next === undefined && this.#good;
    if (again) {
      const epoch = this.#epoch;
      const drawn = await this.#drawing
        .draw(again.figure, this.#theme, () => this.#epoch === epoch)
        .catch(() => undefined);
      if (this.#epoch !== epoch) return;
      if (drawn) {
        this.#panel.hide();
        this.#trouble.show(`This version of the figure cannot be drawn. ${reason} ${lastGood}`);
        return;
      }
    }
    this.#drawing.clear();
    this.#trouble.hide();
    this.#status.textContent = "";
    this.#panel.show({ kind: "failed", message: "This figure cannot be drawn.", detail: reason });
  }

  /** Until something is drawn, the sentence stands in its place; afterwards above it. */
  #sayBroken(): void {
    if (!this.#broken) return;
    const { message, place, action } = this.#broken;
    const actions: PanelAction[] = [];
    if (action !== undefined)
      actions.push({ label: action.label, run: () => this.#host.post({ type: "action", id: action.id }) });
    if (place) actions.push({ label: "Go to Line", run: () => this.#host.post({ type: "revealObstacle" }) });
    this.#strip.setDrawable(false);
    if (this.#drawing.drawn) {
      this.#trouble.show(`${message} ${lastGood}`, actions[0]);
    } else if (!this.#working) {
      this.#progress.hidden = true;
      const detail = place ? "It is drawn as soon as the text can be read." : "";
      this.#panel.show({ kind: "failed", message, detail, actions });
    }
  }

  #sayFailed({ message, detail, actions }: Message<"failed">): void {
    this.#epoch += 1;
    this.#strip.setDrawable(false);
    this.#next = undefined;
    this.#good = undefined;
    this.#broken = undefined;
    this.#drawing.clear();
    this.#trouble.hide();
    this.#notice.hide();
    this.#defaults.show(undefined);
    this.#notes.show([]);
    this.#status.textContent = "";
    this.#progress.hidden = !this.#working;
    const buttons = actions.map(({ id, label }) => ({ label, run: () => this.#host.post({ type: "action", id }) }));
    this.#panel.show({ kind: "failed", message, detail, actions: buttons });
  }

  #sayContextLost(): void {
    const again = (): void => {
      this.#drawing.clear();
      this.#panel.hide();
      this.#repaint = true;
      void this.#work();
    };
    this.#panel.show({
      kind: "failed",
      message: "The graphics card has taken this drawing back.",
      detail: "That happens when many 3D and WebGL drawings are open at once, or when the computer wakes up.",
      actions: [{ label: "Draw Again", run: again }],
    });
    this.#host.log("warn", "A WebGL context of the preview was lost.");
  }

  #wait(message: string): void {
    this.#panel.show({ kind: "loading", message });
    this.#progress.hidden = false;
  }

  async #export({ id, format, scale, to }: Message<"export">): Promise<void> {
    try {
      const drawn = this.#drawing.drawn;
      if (!drawn) throw new Error("Nothing is drawn that could be made a picture.");
      const { size, view } = this.#drawing;
      const bytes = await exportPicture(drawn.plotly, drawn.figure, { ...size, format, scale, view });
      if (to === "clipboard") await putOnClipboard(bytes);
      this.#host.post({ type: "exported", id, bytes: to === "clipboard" ? new Uint8Array() : bytes });
    } catch (error) {
      this.#host.post({ type: "exported", id, error: sentence(error) });
    }
  }

  /** Made when the page has nothing better to do; a newer version by then makes its own. */
  #thumbnail(version: number, { plotly, figure }: Drawn): void {
    const make = async (): Promise<void> => {
      if (this.#drawing.drawn?.figure !== figure || this.#working) return;
      this.#thumbnailed = version;
      try {
        this.#host.post({ type: "thumbnail", version, png: await thumbnailOf(plotly, figure) });
      } catch (error) {
        this.#host.log("warn", `No small picture of version ${version} could be made: ${sentence(error)}`);
      }
    };
    requestIdleCallback(() => void make(), { timeout: 2000 });
  }
}

/** Without traces there may still be something to see: a title, shapes, a map. */
const isBlank = ({ data, layout }: Drawable): boolean =>
  data.length === 0 &&
  !["title", "annotations", "shapes", "images", "xaxis", "yaxis", "geo", "map", "scene", "polar", "ternary"].some(
    (key) => layout[key] !== undefined,
  );

const sentence = (error: unknown): string => {
  const text = error instanceof Error ? error.message : typeof error === "string" ? error : "plotly.js gave no reason.";
  if (text.includes("Content Security Policy")) {
    return "These traces together need a part of plotly.js that runs generated code, which the preview does not allow.";
  }
  return /[.!?]$/.test(text) ? text : `${text}.`;
};
