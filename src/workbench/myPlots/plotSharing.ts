import type { Figure } from "../../figure/model/figure.ts";
import { referencedFids } from "../../figure/data/inline/inline.ts";
import type { ApiError } from "../../plotsApi/errors/apiError.ts";
import type { PlotsClient } from "../../plotsApi/resources/client.ts";
import { parseFid } from "../../plotsApi/bodies/fid.ts";
import type { FileMetadata } from "../../plotsApi/bodies/file.ts";
import { type Sharing, sharingOf } from "../../plotsApi/bodies/sharing.ts";
import type { Result } from "../../plotsApi/errors/result.ts";
import { ok } from "../../plotsApi/errors/result.ts";

/** The grids of a plot's owner that are shared otherwise than the plot is to be. */
export interface GridsToShare {
  /** No other plot refers to them, so that they go with the plot. */
  readonly own: readonly FileMetadata[];
  /** Other plots refer to them too, or the server does not say whether: whose they are is asked. */
  readonly others: readonly FileMetadata[];
}

/** More grids of one plot are not looked at. */
const MOST_GRIDS = 100;

/** What has to be shared along with a plot, so that whoever may see it sees its data, and nobody else finds that. */
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
      // What is gone meanwhile is nobody's to share.
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
  /** Grids that were not shared along, and why. */
  readonly failed: readonly { readonly grid: FileMetadata; readonly error: ApiError }[];
}

/**
 * Shares a plot and grids along. The narrower comes first: data of a plot that becomes private is private before the
 * plot is, and a plot that becomes public has its data before it can be found.
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

/** A server may send anything for a figure. */
function withData(figure: Readonly<Record<string, unknown>> | null | undefined): Figure {
  const data = figure?.["data"];
  return { ...figure, data: Array.isArray(data) ? data : [] };
}
