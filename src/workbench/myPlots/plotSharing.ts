import type { Figure } from "../../figure/model/figure.ts";
import { referencedFids } from "../../figure/data/inline/inline.ts";
import type { ApiError } from "../../plotsApi/errors/apiError.ts";
import type { PlotsClient } from "../../plotsApi/resources/client.ts";
import { parseFid } from "../../plotsApi/bodies/fid.ts";
import type { FileMetadata } from "../../plotsApi/bodies/file.ts";
import { type Sharing, sharingOf } from "../../plotsApi/bodies/sharing.ts";
import type { Result } from "../../plotsApi/errors/result.ts";
import { ok } from "../../plotsApi/errors/result.ts";

/** The grids of a plot's owner whose sharing differs from what the plot will have. */
export interface GridsToShare {
  /** The grids that no other plot refers to. They go with the plot. */
  readonly own: readonly FileMetadata[];
  /** The grids that other plots refer to too, or where the server does not say. The person is asked about these. */
  readonly others: readonly FileMetadata[];
}

/** The most grids of one plot that are looked at. */
const MOST_GRIDS = 100;

/** The grids to share with a plot, so that those who can see the plot see its data, and nobody else does. */
export async function gridsToShare(
  client: PlotsClient,
  fid: string,
  sharing: Sharing,
  signal?: AbortSignal,
): Promise<Result<GridsToShare>> {
  const plot = await client.plots.get(fid, signal);
  if (!plot.ok) return plot;
  const { own_grids: own, other_grids: others, figure } = plot.value;
  const owner = parseFid(fid)?.owner;
  const referred =
    own || others ? [] : referencedFids(withData(figure)).filter((each) => parseFid(each)?.owner === owner);
  const asked = async (fids: readonly string[]): Promise<Result<FileMetadata[]>> => {
    const files: FileMetadata[] = [];
    for (const each of fids.slice(0, MOST_GRIDS)) {
      const file = await client.files.get(each, signal);
      // A grid that is gone meanwhile cannot be shared.
      if (!file.ok && file.error.code !== "not-found") return file;
      if (file.ok && file.value.deleted !== true && sharingOf(file.value) !== sharing) files.push(file.value);
    }
    return ok(files);
  };
  const ours = await asked(own ?? []);
  if (!ours.ok) return ours;
  const theirs = await asked(others ?? referred);
  return theirs.ok ? ok({ own: ours.value, others: theirs.value }) : theirs;
}

export interface SharedPlot {
  readonly plot: FileMetadata;
  /** The grids that could not be shared, and why. */
  readonly failed: readonly { readonly grid: FileMetadata; readonly error: ApiError }[];
}

/**
 * Shares a plot together with grids, in the order that is safe: the data of a plot that becomes private is private first,
 * and that of a plot that becomes public is public first.
 */
export async function sharePlot(
  client: PlotsClient,
  fid: string,
  sharing: Sharing,
  grids: readonly FileMetadata[],
  signal?: AbortSignal,
): Promise<Result<SharedPlot>> {
  const failed: { grid: FileMetadata; error: ApiError }[] = [];
  for (const grid of grids) {
    const shared = await client.files.share(grid.fid, sharing, signal);
    if (!shared.ok) failed.push({ grid, error: shared.error });
  }
  const plot = await client.files.share(fid, sharing, signal);
  return plot.ok ? ok({ plot: plot.value, failed }) : plot;
}

/** The figure that a server sent, which may be anything, if it has data. */
function withData(figure: Readonly<Record<string, unknown>> | null | undefined): Figure {
  const data = figure?.["data"];
  return { ...figure, data: Array.isArray(data) ? data : [] };
}
