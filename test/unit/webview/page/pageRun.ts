import type { EnginePart } from "../../../../src/figure/schema/engineParts.ts";
import type { FromWebview } from "../../../../src/protocol.ts";
import type { PageEvent, Task } from "../../../../webview/page/events.ts";
import { type HostMessage, initialState, isWanted, type PageState } from "../../../../webview/page/state.ts";
import { transition } from "../../../../webview/page/transition.ts";
import { type PageView, viewOf } from "../../../../webview/page/view.ts";
import type { OpenedFigure } from "../../../../webview/reading/openFigure.ts";
import { drawable } from "../support.ts";

type TaskOf<Type extends Task["type"]> = Extract<Task, { type: Type }>;

/** A page without a browser: it follows events, and the test says what became of each piece of work. */
export class PageRun {
  state: PageState;
  /** What the last event asked for. */
  tasks: readonly Task[] = [];
  readonly posted: FromWebview[] = [];
  /** Whether the drawing's element holds something, as the tasks and outcomes have it. */
  isOnPage = false;
  /** How many drawings were begun and have no outcome yet. */
  underWay = 0;

  constructor(theme: "authored" | "editor" = "authored", anyway = false) {
    this.state = initialState(theme, anyway);
  }

  get view(): PageView {
    return viewOf(this.state);
  }

  follow(event: PageEvent): this {
    const { state, tasks } = transition(this.state, event);
    this.state = state;
    this.tasks = tasks;
    for (const task of tasks) {
      if (task.type === "post") this.posted.push(task.message);
      if (task.type === "clear") this.isOnPage = false;
      if (task.type === "draw") this.underWay++;
    }
    return this;
  }

  /** The host sends a version. */
  figure(version: number, more: Partial<HostMessage<"figure">> = {}): this {
    const message = { type: "figure", version, figure: new ArrayBuffer(0), thumbnail: false, ...more } as const;
    return this.follow({ type: "figure", job: { message, at: 0 } });
  }

  broken(version: number, more: Partial<HostMessage<"broken">> = {}): this {
    return this.follow({ type: "broken", version, message: `Version ${version} is broken.`, place: true, ...more });
  }

  failed(message = "The server does not answer."): this {
    return this.follow({ type: "failed", message, actions: [{ id: "retry", label: "Try Again" }] });
  }

  /** The figure that was asked for is read. */
  opens(more: Partial<OpenedFigure> = {}): this {
    const figure = drawable([{ type: "bar" }]);
    const opened = { figure, notes: [], defaults: undefined, isBlank: false, tooLarge: undefined, ...more };
    return this.follow({ type: "opened", ticket: this.task("read").ticket, opened, milliseconds: 3 });
  }

  /** The drawing that is under way is done. */
  draws(
    more: { readonly parts?: readonly EnginePart[]; readonly milliseconds?: number; readonly notes?: string[] } = {},
  ): this {
    this.isOnPage = true;
    this.underWay--;
    const drawn = {
      notes: [],
      traces: 1,
      summary: "1 trace: bar",
      engine: "plotly.js 4.1.1",
      parts: ["core"] as const,
      milliseconds: 1234,
      ...more,
    };
    return this.follow({ type: "drawn", ticket: this.ticket, drawn });
  }

  /** The work that is under way fails. The drawing takes itself off the page then. */
  refuses(reason = "That is no figure."): this {
    if (this.state.work?.kind !== "read") {
      this.isOnPage = false;
      this.underWay--;
    }
    return this.follow({ type: "undrawable", ticket: this.ticket, reason });
  }

  /** The drawing that is under way is given up before it is drawn. */
  drops(): this {
    this.underWay--;
    return this.follow({ type: "dropped", ticket: this.ticket });
  }

  /** A version arrives, is read and is drawn. */
  shows(version: number, more: Partial<HostMessage<"figure">> = {}, opened: Partial<OpenedFigure> = {}): this {
    return this.figure(version, more).opens(opened).draws();
  }

  get ticket(): number {
    return this.state.work?.ticket ?? -1;
  }

  get isWanted(): boolean {
    return isWanted(this.state, this.ticket);
  }

  /** A task of the last event. */
  task<Type extends Task["type"]>(type: Type): TaskOf<Type> {
    const found = this.tasks.find((task): task is TaskOf<Type> => task.type === type);
    if (!found) throw new Error(`${type} is not among the tasks: ${this.types.join(", ")}.`);
    return found;
  }

  /** The tasks of the last event, by their types. */
  get types(): string[] {
    return this.tasks.map(({ type }) => type);
  }

  /** The last message to the host. */
  get lastPosted(): FromWebview | undefined {
    return this.posted.at(-1);
  }
}
