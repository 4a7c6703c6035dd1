import type { PlotQuery } from "../../plotsApi/resources/plots.ts";

/** What makes one list of plots different from another. */
export interface PlotListOptions {
  /** View id; also the beginning of its items' ids. */
  readonly id: string;
  readonly loadMoreCommand: string;
  /** Context key that says what an empty list means, for the view's welcome texts. */
  readonly stateKey: string;
  /** What to ask the servers for; read anew at each refresh. */
  readonly query: () => "feed" | PlotQuery;
}
