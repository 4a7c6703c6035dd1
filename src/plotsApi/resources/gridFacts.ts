import type { GridFacts } from "../../figure/model/grid.ts";
import type { Failure } from "../errors/result.ts";
import type { PlotsClient } from "./client.ts";

/** What a server says of a grid. */
export interface GridAnswer {
  readonly facts: GridFacts;
  /** Why nothing is known of the grid. */
  readonly failure?: Failure;
}

/** Asks whether a grid can be read, and for its columns. `anonymous`: the server does not know who asks. */
export async function gridFacts(client: PlotsClient, fid: string, anonymous: boolean): Promise<GridAnswer> {
  const grid = await client.grids.get(fid);
  if (grid.ok) {
    const columns = (grid.value.cols ?? []).map(({ uid, name }) => ({ uid, name }));
    return { facts: { state: "readable", columns } };
  }
  switch (grid.error.code) {
    case "not-found":
      return { facts: await explainMissing(client, fid) };
    case "unauthorized":
      return anonymous ? { facts: { state: "unreadable" } } : { facts: { state: "unknown" }, failure: grid.error };
    default:
      return { facts: { state: "unknown" }, failure: grid.error };
  }
}

/** The API answers 404 for what is not there, for what is private to others, and for what is no grid. */
async function explainMissing(client: PlotsClient, fid: string): Promise<GridFacts> {
  const plot = await client.plots.get(fid);
  return plot.ok ? { state: "not-a-grid", filetype: plot.value.filetype ?? "plot" } : { state: "missing" };
}
