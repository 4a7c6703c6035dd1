import type { PlotQuery } from "../../plotsApi/resources/plots.ts";

/** What makes one list of plots different from another. */
export interface PlotListKind {
  /** The view's id, which is also the beginning of its items' ids. */
  readonly id: string;
  readonly loadMoreCommand: string;
  /** The context key that tells the view's welcome texts what an empty list means. */
  readonly stateKey: string;
  /** What to ask the servers for. It is read anew at each refresh. */
  readonly query: () => "feed" | PlotQuery;
}
