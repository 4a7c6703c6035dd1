import type { FigureAct } from "../../src/figure/edits/acts/figureAct.ts";
import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import type { JsonObject } from "../../src/figure/model/figure.ts";
import type { FigurePath } from "../../src/figure/model/path.ts";

/** An array of the figure that other attributes can show too. */
export interface FigureColumnChoice {
  /** `y of trace 2 “bean”`. */
  readonly label: string;
  readonly path: FigurePath;
  readonly length: number;
}

/** What the inspector needs of the page that it stands on, and has it do. */
export interface InspectorHost {
  /** The figure as its text has it, before it is brought up to date. `[]` stands for large arrays. */
  readonly written: unknown;
  /** Plotly's `_fullData`, trace by trace of the text, and its `_fullLayout`. */
  readonly full: { readonly data: readonly unknown[]; readonly layout: unknown };
  /** The parts that are chosen: `["data", 2]`, `["layout", "annotations", 0]`; `["layout"]` for the figure itself. */
  readonly selected: readonly FigurePath[];
  readonly columns?: readonly FigureColumnChoice[];
  /** Looks of the workspace's `*.template.json`. */
  readonly templates?: readonly { readonly name: string; readonly value: JsonObject }[];
  /** Why nothing can be changed now, as a sentence; undefined where it can. */
  readonly locked?: string;
  /** Writes edits into the text, as one step of undo. */
  edit(edits: readonly FigureEdit[], label: string): void;
  /** Shows edits on the page alone, while somebody drags. What is written follows by `edit`. */
  preview(edits: readonly FigureEdit[]): void;
  /** Writes a change that takes the figure's data to know, as one step of undo. */
  act?(act: FigureAct, label: string): void;
  select(paths: readonly FigurePath[]): void;
  /** The person has closed the inspector. */
  closed?(): void;
}

/** What the inspector's script sets in `window.PlotInspector`. */
export interface Inspector {
  open(root: HTMLElement, host: InspectorHost): void;
  update(host: InspectorHost): void;
  close(): void;
}
