import type { FigureAct } from "../../src/figure/edits/acts/figureAct.ts";
import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import type { FigurePath } from "../../src/figure/model/path.ts";
import { figureAt } from "../../src/figure/text/within/figureAt.ts";
import type { Drawing } from "../drawing/drawing.ts";
import type { Editing } from "../editing/editing.ts";
import { element } from "../parts/element.ts";
import type { Attributes } from "../reading/attributes.ts";
import type { FigureColumnChoice, InspectorHost } from "./inspectorHost.ts";
import type { InspectorPane } from "./inspectorPane.ts";
import { preview } from "./preview.ts";

/** The text of a version as the host sent it, and where the figure is in it. */
interface Sent {
  readonly version: number;
  readonly figure: ArrayBuffer | Uint8Array;
  readonly path?: FigurePath | undefined;
}

/** What the page shows, as far as it concerns the inspector. */
export interface Shown {
  /** The figure is edited. */
  readonly editing: boolean;
  /** The version that is drawn. */
  readonly version: number | undefined;
  /** The text cannot be drawn now. */
  readonly isBroken: boolean;
  /** Something is being read or drawn. */
  readonly isBusy: boolean;
}

/** What is remembered of the person's choice. */
export interface Kept {
  isClosed(): boolean;
  close(isClosed: boolean): void;
}

/** The inspector on the page: shown while the figure is edited, unless the person has closed it. */
export class Inspecting {
  /** Opens and closes it. */
  readonly button = element(
    "button",
    { type: "button", class: "button link", "aria-pressed": "false", hidden: "" },
    "Inspector",
  );
  readonly #pane: InspectorPane;
  readonly #drawing: Drawing;
  readonly #editing: Editing;
  readonly #kept: Kept;
  readonly #sent = new Map<number, Sent>();
  #templates: InspectorHost["templates"];
  #due: ReturnType<typeof setTimeout> | undefined;
  #state: Shown | undefined;
  #written: { readonly version: number; readonly figure: unknown } | undefined;

  constructor(pane: InspectorPane, drawing: Drawing, editing: Editing, kept: Kept) {
    this.#pane = pane;
    this.#drawing = drawing;
    this.#editing = editing;
    this.#kept = kept;
    this.button.addEventListener("click", () => this.#toggle());
    editing.onDidSelect(() => this.show());
  }

  /** The workspace has these templates. */
  offer(templates: NonNullable<InspectorHost["templates"]>): void {
    this.#templates = templates;
    this.show();
  }

  /** A version has come, which may be drawn. */
  came({ version, figure, path }: Sent): void {
    this.#sent.set(version, { version, figure, ...(path && { path }) });
    const shown = this.#state?.version ?? -1;
    for (const each of this.#sent.keys()) if (each < shown && each !== version) this.#sent.delete(each);
  }

  /** Follows what Plotly draws by itself into its element: another size, another range. */
  listen(): void {
    this.#drawing.graph.on?.("plotly_afterplot", () => {
      clearTimeout(this.#due);
      this.#due = setTimeout(() => this.show(), 100);
    });
  }

  /** The page shows this now. */
  follow(state: Shown): void {
    const before = this.#state;
    this.#state = state;
    this.button.hidden = !state.editing;
    const isSame = (["editing", "version", "isBroken", "isBusy"] as const).every(
      (each) => before?.[each] === state[each],
    );
    if (!isSame) this.show();
  }

  /** Brings up to date what is shown, once the drawing is there. */
  show(): void {
    const { editing, version, isBusy } = this.#state ?? {};
    const isWanted = editing === true && !this.#kept.isClosed();
    this.button.setAttribute("aria-pressed", String(isWanted));
    if (!isWanted) {
      if (this.#pane.isShown) this.#pane.hide();
      return;
    }
    const { graph, drawn } = this.#drawing;
    // oxlint-disable-next-line no-underscore-dangle -- what is drawn with all its defaults has no public name
    const full = { data: graph._fullData ?? [], layout: graph._fullLayout };
    if (version === undefined || drawn === undefined || full.layout === undefined || isBusy === true) return;
    this.#pane.show(this.#hostOf(version, full));
  }

  #toggle(): void {
    this.#kept.close(!this.#kept.isClosed());
    this.show();
  }

  #hostOf(version: number, full: InspectorHost["full"]): InspectorHost {
    const locked = this.#state?.isBroken !== true ? {} : { locked: "The text cannot be drawn now. Mend it first." };
    const drawing = this.#drawing;
    let columns: readonly FigureColumnChoice[] | undefined;
    return {
      written: this.#writtenIn(version),
      full,
      selected: this.#editing.selected,
      // Many fields ask, and a figure may have a thousand traces.
      get columns() {
        return (columns ??= columnsOf(drawing.drawn?.figure.data ?? []));
      },
      ...locked,
      ...(this.#templates && { templates: this.#templates }),
      edit: (edits: readonly FigureEdit[], label: string) => this.#editing.edit(edits, label),
      preview: (edits: readonly FigureEdit[]) => preview(drawing, edits),
      act: (act: FigureAct, label: string) => this.#editing.act(act, label),
      select: (paths: readonly FigurePath[]) => this.#editing.select(paths),
      closed: () => {
        this.#toggle();
        this.button.focus();
      },
    };
  }

  /** The figure of a version as its text has it, read once. */
  #writtenIn(version: number): unknown {
    if (this.#written?.version === version) return this.#written.figure;
    const sent = this.#sent.get(version);
    if (sent === undefined) return {};
    const figure: unknown = figureAt(JSON.parse(new TextDecoder().decode(sent.figure)), sent.path ?? []);
    this.#written = { version, figure: Array.isArray(figure) ? { data: figure } : figure };
    return this.#written.figure;
  }
}

/** The arrays of the traces. */
function columnsOf(data: readonly Attributes[]): FigureColumnChoice[] {
  return data.flatMap((trace, index) => {
    const { name } = trace;
    const of = typeof name === "string" && name !== "" ? `trace ${index} “${name}”` : `trace ${index}`;
    return Object.entries(trace).flatMap(([key, value]) => {
      const length = Array.isArray(value)
        ? value.length
        : ArrayBuffer.isView(value) && "length" in value
          ? Number(value.length)
          : 0;
      return length < 2 || typeof (value as { 0: unknown })[0] === "object"
        ? []
        : [{ label: `${key} of ${of}`, path: ["data", index, key], length }];
    });
  });
}
