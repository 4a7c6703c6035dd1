import "./page.css";
import type { FigureColumn, ThemeChoice, ToWebview, ViewKind } from "../../src/protocol.ts";
import { ArrivedColumns } from "../reading/arrivedColumns.ts";
import { Drawing } from "../drawing/drawing.ts";
import { EditBar } from "../editing/editBar.ts";
import { Editing } from "../editing/editing.ts";
import { viewKinds } from "../editing/keptViewEdits.ts";
import { LastPointer } from "../drawing/reduction/lastPointer.ts";
import type { Engine } from "../drawing/engine.ts";
import { Inspecting } from "../inspector/inspecting.ts";
import { InspectorPane, type InspectorScripts } from "../inspector/inspectorPane.ts";
import type { PageEvent, Task } from "./events.ts";
import type { Host } from "./host.ts";
import { LineRequests } from "./lineRequests.ts";
import { Painter } from "./painter.ts";
import { Pictures } from "./pictures.ts";
import { reasonOf } from "./reason.ts";
import { Screen } from "./screen.ts";
import { type HostMessage, initialState, isWanted, type PageState } from "./state.ts";
import { transition } from "./transition.ts";
import { type Choice, viewOf } from "./view.ts";

/**
 * The page. It owns what is shown: `PageState` holds it, `transition` alone changes it, `Screen` shows it. The host
 * only sends the current version and hears what became of it.
 */
export class Page {
  readonly #host: Host;
  readonly #drawing: Drawing;
  readonly #screen: Screen;
  readonly #painter: Painter;
  readonly #pictures: Pictures;
  readonly #editing: Editing;
  readonly #editBar: EditBar;
  readonly #inspecting: Inspecting;
  readonly #lines: LineRequests;
  readonly #columns: ArrivedColumns;
  #state: PageState;

  /** `theme` holds until the host says another one. */
  constructor(host: Host, engine: Engine, inspector: InspectorScripts, root: HTMLElement, theme: ThemeChoice) {
    const { kept } = host;
    this.#host = host;
    this.#state = initialState(kept.theme ?? theme, kept.anyway === true, kept.all === true);
    this.#lines = new LineRequests(
      (message) => host.post(message),
      (columns) => this.#complete(columns),
      () => pointer.again(),
    );
    this.#columns = new ArrivedColumns(this.#lines);
    this.#drawing = new Drawing(engine, kept.view, kept.fits === true, {
      save: (format) => host.post({ type: "save", format }),
      viewChanged: (view) => {
        host.keep({ view });
        this.#follow({ type: "viewDiffers", kinds: viewKinds(view) });
      },
      fitChanged: (fits) => host.keep({ fits }),
      contextLost: () => this.#follow({ type: "contextLost" }),
      reduced: (reduced) => this.#follow({ type: "reduced", reduced }),
      partialLine: (y) => this.#columns.lineOf(y),
      editing: (on) => host.post({ type: "editing", on }),
      begun: () => {
        this.#editing.listen();
        this.#inspecting.listen();
      },
      incomplete: (reason) => this.#follow({ type: "incomplete", reason: reasonOf(reason) }),
    });
    this.#editing = new Editing(this.#drawing, {
      post: (message) => host.post(message),
      version: () => this.#state.good?.version,
      isBroken: () => this.#state.trouble?.kind === "broken",
      refused: (reason) => this.#follow({ type: "editRefused", reason }),
      kept: () => this.#follow({ type: "editKept" }),
    });
    const pane = new InspectorPane(inspector, kept.inspectorWidth, {
      resized: (inspectorWidth) => host.keep({ inspectorWidth }),
    });
    this.#inspecting = new Inspecting(pane, this.#drawing, this.#editing, {
      isClosed: () => host.kept.inspectorClosed === true,
      close: (isClosed) => host.keep({ inspectorClosed: isClosed ? true : undefined }),
    });
    const beside = { root: pane.root, button: this.#inspecting.button };
    this.#screen = new Screen(root, this.#drawing, beside, kept.stripOpen, {
      choose: (choice) => this.#choose(choice),
      folded: (stripOpen) => host.keep({ stripOpen }),
    });
    const pointer = new LastPointer(this.#drawing.root);
    this.#painter = new Painter(
      this.#drawing,
      (event) => this.#follow(event),
      (ticket) => isWanted(this.#state, ticket),
    );
    this.#editBar = new EditBar(this.#drawing, this.#editing, (message) => host.post(message));
    this.#drawing.root.append(this.#editBar.root);
    this.#pictures = new Pictures(host, this.#drawing);
    this.#screen.show(viewOf(this.#state));
  }

  /** `at` is `performance.now()` of the message's arrival. */
  receive(message: ToWebview, at: number): void {
    if (message.type === "problems") this.#screen.showProblems(message);
    else if (message.type === "edited") this.#editing.answered(message.id, message.error, message.version);
    else if (message.type === "select") this.#editing.show(message.path);
    else if (message.type === "templates") this.#inspecting.offer(message.templates);
    else if (message.type === "keepView") this.#keepView(message.kinds);
    else if (message.type === "points") this.#lines.receive(message);
    else if (message.type === "handOver") void this.#pictures.handOver();
    else if (message.type === "figure") this.#receiveFigure(message, at);
    else this.#follow(message);
  }

  /** All points of a line have come: they take the place of those that stood for them, and the figure is drawn again. */
  #complete(columns: readonly FigureColumn[]): void {
    const arrays = this.#columns.complete(columns);
    const { good, work } = this.#state;
    for (const figure of [good?.figure, work?.kind === "draw" ? work.figure : undefined])
      for (const trace of figure?.data ?? [])
        for (const key of ["x", "y"]) if (arrays.has(trace[key])) trace[key] = arrays.get(trace[key]);
    this.#follow({ type: "completed" });
  }

  /** The host asks in what the view differs, or has an answer of the person. */
  #keepView(kinds: readonly ViewKind[] | undefined): void {
    if (kinds === undefined) this.#host.post({ type: "keepView", kinds: viewKinds(this.#drawing.view) });
    else this.#editing.keepView(kinds);
  }

  #receiveFigure({ columns = [], lines = [], ...message }: HostMessage<"figure">, at: number): void {
    const arrived = this.#columns.take(columns, lines);
    // What the host takes for known never came, as when VS Code dropped a message: it begins anew.
    if (arrived === undefined) this.#host.post({ type: "ready" });
    else {
      this.#inspecting.came(message);
      this.#follow({ type: "figure", job: { message, columns: arrived, at } });
      this.#editing.arrived(message.version);
    }
  }

  /** The editor has other colours. */
  themeChanged(): void {
    this.#follow({ type: "themeChanged" });
  }

  #choose(choice: Choice): void {
    if (choice.type === "drawAnyway" || choice.type === "drawAgain" || choice.type === "drawAll") this.#follow(choice);
    else this.#host.post(choice);
  }

  #follow(event: PageEvent): void {
    const { state, tasks } = transition(this.#state, event);
    this.#state = state;
    this.#screen.show(viewOf(state));
    this.#editBar.show(state.editing && state.shown.kind === "drawing");
    const { editing, good, trouble, work } = state;
    this.#inspecting.follow({
      editing,
      version: good?.version,
      isBroken: trouble !== undefined,
      isBusy: work !== undefined,
    });
    for (const task of tasks) this.#do(task);
    if (event.type === "drawn" || event.type === "failed") this.#drawn();
  }

  #drawn(): void {
    this.#editing.drawn();
    const kinds = viewKinds(this.#drawing.view);
    if (kinds.join() !== this.#state.viewKinds.join()) this.#follow({ type: "viewDiffers", kinds });
  }

  #do(task: Task): void {
    switch (task.type) {
      case "read":
        return this.#painter.read(task);
      case "draw":
        return void this.#painter.draw(task);
      case "clear":
        return this.#drawing.clear();
      case "rest":
        return void setTimeout(() => this.#follow({ type: "rested" }), task.milliseconds);
      case "whenIdle": {
        const { version } = task;
        return void requestIdleCallback(() => this.#follow({ type: "idle", version }), { timeout: 2000 });
      }
      case "thumbnail":
        return void this.#pictures.thumbnail(task.version);
      case "export":
        return void this.#pictures.export(task.asked);
      case "post":
        return this.#host.post(task.message);
      case "keep":
        return this.#host.keep(task.change);
      default:
        return task satisfies never;
    }
  }
}
