import type { TextDocument } from "vscode";
import type { Figure, Json } from "../../../figure/model/figure.ts";

/** A plot that is about to be created: its data for a grid, and the figure once the grid is there. */
export interface PlotDraft {
  readonly suggestedName: string;
  /** Columns of the grid to create first; empty where the figure needs none of its own. */
  readonly columns: readonly { readonly name: string; readonly data: readonly Json[]; readonly order: number }[];
  /** The figure with references to the created grid, given its columns' uids by name. */
  readonly place: (gridFid: string, uids: ReadonlyMap<string, string>, name: string) => Figure;
  /** Fid of the plot that this one is made from. */
  readonly sourceFid?: string;
  /** The figure file that it is made from. */
  readonly document?: TextDocument;
}
