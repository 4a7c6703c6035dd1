import type { PlotRecord } from "../store/plots/plots.ts";
import type { Store } from "../store/store.ts";
import { joinObjects } from "./jsonText.ts";
import { fileMembers, ownerMembers } from "./fileBody.ts";
import type { Reader } from "./fileBody.ts";

/** JSON text of a plot's metadata: the 34 recorded members in the recorded order, then what only the owner sees. */
export function plotText({ file, figure }: PlotRecord, reader: Reader): string {
  return (
    `{${fileMembers(file, "", reader)},"autosize":true,"caption":"","figure":${figure},"height":null,"width":null,` +
    `"user":${reader.owners.of(file.owner).user}${ownerMembers(file, reader.viewer)}}`
  );
}

/**
 * As `plotText`, for its owner with the grids that it refers to and that are theirs: those that no other plot refers to
 * (`own_grids`), and the rest (`other_grids`). Our own addition: who shares a plot means its data too.
 */
export function plotDetailText(
  plot: PlotRecord,
  reader: Reader & { readonly store: Pick<Store, "plotGrids"> },
): string {
  const known = plotText(plot, reader);
  if (reader.viewer?.id !== plot.file.owner.id) return known;
  const { own, others } = reader.store.plotGrids.of(plot.file);
  return joinObjects(known, JSON.stringify({ own_grids: own, other_grids: others }));
}
