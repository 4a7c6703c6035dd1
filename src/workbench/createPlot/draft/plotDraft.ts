import type { TextDocument } from "vscode";
import type { Figure, Json } from "../../../figure/model/figure.ts";

/** A plot that is about to be created: the columns of its grid, and the figure that will refer to them. */
export interface PlotDraft {
  readonly suggestedName: string;
  /** The columns of the grid to create first; empty where the figure needs no grid of its own. */
  readonly columns: readonly { readonly name: string; readonly data: readonly Json[]; readonly order: number }[];
  /** Gives the figure with references to the created grid, from the uids of its columns by name. */
  readonly place: (gridFid: string, uids: ReadonlyMap<string, string>, name: string) => Figure;
  /** The fid of the plot that this one is a copy of. */
  readonly sourceFid?: string;
  /** The figure file that the plot is made from. */
  readonly document?: TextDocument;
}
