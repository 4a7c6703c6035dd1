import "./pane.css";
import { messageOf } from "../../src/figure/model/messageOf.ts";
import { element } from "../parts/element.ts";
import type { Inspector, InspectorHost } from "./inspectorHost.ts";

declare global {
  interface Window {
    /** What the inspector's script sets. */
    PlotInspector?: Inspector;
  }
}

/** Widths in CSS pixels. */
const least = 240;
const usual = 340;

/** Where the inspector's script is, beside which its reference and its style are, and the nonce that lets it run. */
export interface InspectorScripts {
  readonly nonce: string;
  readonly script: string;
}

export interface PaneEvents {
  /** The person has dragged its edge. */
  resized(width: number): void;
}

/** The inspector's place beside the drawing, and below it where the page is narrow. Its script comes when it is first shown. */
export class InspectorPane {
  readonly root: HTMLElement;
  readonly #room = element("div", { class: "room" });
  readonly #edge = element("div", {
    class: "edge",
    role: "separator",
    tabindex: "0",
    "aria-orientation": "vertical",
    "aria-label": "Width of the inspector",
  });
  readonly #scripts: InspectorScripts;
  readonly #events: PaneEvents;
  #loading: Promise<Inspector> | undefined;
  #wanted: InspectorHost | undefined;
  #isOpen = false;
  #width: number;

  constructor(scripts: InspectorScripts, width: number | undefined, events: PaneEvents) {
    this.#scripts = scripts;
    this.#events = events;
    this.#width = width ?? usual;
    this.root = element(
      "aside",
      { class: "inspector-pane", "aria-label": "Inspector", hidden: "" },
      this.#edge,
      this.#room,
    );
    this.#resize(this.#width);
    this.#edge.addEventListener("pointerdown", (event) => this.#drag(event));
    this.#edge.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: 16, ArrowRight: -16 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      this.#resize(this.#width + by);
      this.#events.resized(this.#width);
    });
  }

  get isShown(): boolean {
    return !this.root.hidden;
  }

  /** Shows what it is given, or brings what it shows up to date. */
  show(host: InspectorHost): void {
    this.#wanted = host;
    this.root.hidden = false;
    if (this.#isOpen) window.PlotInspector?.update(host);
    else void this.#open();
  }

  hide(): void {
    this.root.hidden = true;
    this.#wanted = undefined;
    if (this.#isOpen) window.PlotInspector?.close();
    this.#isOpen = false;
  }

  async #open(): Promise<void> {
    if (this.#loading === undefined)
      this.#room.replaceChildren(element("p", { class: "wait" }, "Opening the inspector…"));
    this.#loading ??= this.#load();
    try {
      const inspector = await this.#loading;
      if (this.#wanted === undefined || this.#isOpen) return;
      this.#room.replaceChildren();
      this.#isOpen = true;
      inspector.open(this.#room, this.#wanted);
    } catch (error) {
      // The next time tries again.
      this.#loading = undefined;
      this.#room.replaceChildren(element("p", { class: "wait", role: "alert" }, messageOf(error)));
    }
  }

  async #load(): Promise<Inspector> {
    const { script } = this.#scripts;
    const style = element("link", { rel: "stylesheet", href: script.replace(/inspector\.js/, "inspector.css") });
    document.head.append(style);
    await Promise.all([this.#run(script.replace(/inspector\.js/, "manual.js")), this.#run(script), arrived(style)]);
    if (!window.PlotInspector) throw new Error(sorry);
    return window.PlotInspector;
  }

  async #run(url: string): Promise<void> {
    const script = document.createElement("script");
    script.nonce = this.#scripts.nonce;
    script.src = url;
    const arrival = arrived(script);
    document.head.append(script);
    await arrival;
  }

  #drag(event: PointerEvent): void {
    const { clientX } = event;
    const before = this.#width;
    this.#edge.setPointerCapture(event.pointerId);
    const moved = (at: PointerEvent): void => this.#resize(before + clientX - at.clientX);
    const ended = (): void => {
      this.#edge.removeEventListener("pointermove", moved);
      this.#events.resized(this.#width);
    };
    this.#edge.addEventListener("pointermove", moved);
    this.#edge.addEventListener("lostpointercapture", ended, { once: true });
  }

  #resize(width: number): void {
    this.#width = Math.max(least, Math.min(width, Math.max(least, window.innerWidth * 0.7)));
    this.root.style.setProperty("--inspector-width", `${this.#width}px`);
    this.#edge.setAttribute("aria-valuenow", String(Math.round(this.#width)));
    this.#edge.setAttribute("aria-valuemin", String(least));
    this.#edge.setAttribute("aria-valuemax", String(Math.round(window.innerWidth * 0.7)));
  }
}

const sorry = "The inspector could not be loaded. Reload the window, or install the extension again.";

/** Resolves once a script or a style sheet has come. */
async function arrived(part: HTMLElement): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  part.addEventListener("load", () => resolve());
  part.addEventListener("error", () => {
    part.remove();
    reject(new Error(sorry));
  });
  await promise;
}
