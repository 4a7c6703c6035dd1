import type { Drawing } from "../drawing/drawing.ts";
import { summarizeTraces } from "../drawing/summary.ts";
import { keepArrays } from "../reading/figureCopy.ts";
import { openFigure } from "../reading/openFigure.ts";
import type { PageEvent, Task } from "./events.ts";
import { reasonOf } from "./reason.ts";

/** Reads and draws versions, and tells the page what became of each. */
export class Painter {
  readonly #drawing: Drawing;
  readonly #tell: (event: PageEvent) => void;
  readonly #isWanted: (ticket: number) => boolean;

  /** `isWanted` is asked before each long step. */
  constructor(drawing: Drawing, tell: (event: PageEvent) => void, isWanted: (ticket: number) => boolean) {
    this.#drawing = drawing;
    this.#tell = tell;
    this.#isWanted = isWanted;
  }

  read({ ticket, job }: Extract<Task, { type: "read" }>): void {
    this.#tell(opened());

    function opened(): PageEvent {
      try {
        return { type: "opened", ticket, opened: openFigure(job.message, job.columns), milliseconds: since(job.at) };
      } catch (error) {
        return { type: "undrawable", ticket, reason: reasonOf(error) };
      }
    }
  }

  async draw(task: Extract<Task, { type: "draw" }>): Promise<void> {
    const { ticket } = task;
    const outcome = await this.#drawn(task).catch((error: unknown): PageEvent => ({
      type: "undrawable",
      ticket,
      reason: reasonOf(error),
    }));
    this.#tell(outcome);
  }

  async #drawn({
    ticket,
    figure,
    theme,
    all,
    editable,
    job,
    before,
  }: Extract<Task, { type: "draw" }>): Promise<PageEvent> {
    const isWanted = (): boolean => this.#isWanted(ticket);
    if (job) keepArrays(before, figure);
    this.#drawing.isEditable = editable;
    let drawn = await this.#drawing.draw(figure, theme, all, isWanted);
    // The person's zoom is kept in what somebody else has made of the figure, unless it shows nothing now.
    if (drawn && job?.message.news !== undefined && this.#drawing.leaveEmptyView())
      drawn = await this.#drawing.draw(figure, theme, all, isWanted);
    if (!drawn) return { type: "dropped", ticket };
    const { notes, plotly, parts } = drawn;
    const engine = `plotly.js ${plotly.version}`;
    const facts = { notes, traces: figure.data.length, summary: summarizeTraces(figure.data), engine, parts };
    return { type: "drawn", ticket, drawn: { ...facts, milliseconds: job ? since(job.at) : 0 } };
  }
}

const since = (at: number): number => Math.round(performance.now() - at);
