import type { MadeGrid } from "../../../figure/data/rebuild/rebuildGrids.ts";
import { ProgressLocation, window } from "vscode";
import type { ApiError } from "../../../plotsApi/errors/apiError.ts";
import type { PlotMetadata } from "../../../plotsApi/bodies/plot.ts";
import { toSignal } from "../../tasks/cancellation.ts";
import type { Connection } from "../../servers/connection.ts";
import type { PlotDraft } from "./plotDraft.ts";

/** What the person chose for the new plot. */
export interface Publication {
  readonly name: string;
  readonly worldReadable: boolean;
}

/** The outcome of publishing. A failure has the grid that was created for the draft, for the next try. */
export type Published =
  | { readonly ok: true; readonly plot: PlotMetadata }
  | { readonly ok: false; readonly error: ApiError; readonly grid: MadeGrid | undefined };

/** Creates the grid, puts references to it into the figure, and creates the plot. Sends each request once. */
export async function publish(
  draft: PlotDraft,
  { name, worldReadable }: Publication,
  connection: Connection,
  made: MadeGrid | undefined,
): Promise<Published> {
  const { client } = connection;
  const options = {
    location: ProgressLocation.Notification,
    title: `Creating “${name}” on ${connection.label}`,
    cancellable: true,
  };
  return window.withProgress(options, async (progress, token): Promise<Published> => {
    const signal = toSignal(token);
    let grid = made;
    if (grid === undefined && draft.columns.length > 0) {
      progress.report({ message: `grid of ${draft.columns.length} columns…` });
      const cols = Object.fromEntries(draft.columns.map(({ name: column, data, order }) => [column, { data, order }]));
      const created = await client.grids.create(
        { data: { cols }, filename: `${name}_grid`, world_readable: worldReadable },
        signal,
      );
      if (!created.ok) return { ok: false, error: created.error, grid };
      grid = { fid: created.value.fid, uids: new Map(created.value.cols.map((column) => [column.name, column.uid])) };
    }
    progress.report({ message: "plot…" });
    const figure = draft.place(grid?.fid ?? "", grid?.uids ?? new Map(), name);
    const created = await client.plots.create(
      {
        figure,
        filename: name,
        world_readable: worldReadable,
        ...(draft.sourceFid !== undefined && { source_fid: draft.sourceFid }),
      },
      signal,
    );
    return created.ok ? { ok: true, plot: created.value } : { ok: false, error: created.error, grid };
  });
}
