import type { PlotRecord } from "../store/plots/plots.ts";
import type { Store } from "../store/store.ts";
import { joinObjects } from "./jsonText.ts";
import { fileMembers, ownerMembers } from "./fileBody.ts";
import type { Reader } from "./fileBody.ts";

/** Writes a plot as JSON text: the 34 recorded members in the recorded order, then those that only the owner sees. */
export function plotText({ file, figure }: PlotRecord, reader: Reader): string {
  return (
    `{${fileMembers(file, "", reader)},"autosize":true,"caption":"","figure":${figure},"height":null,"width":null,` +
    `"user":${reader.owners.of(file.owner).user}${ownerMembers(file, reader.viewer)}}`
  );
}

/**
 * Writes a plot as `plotText` does, and for its owner adds two lists of the owner's grids that the plot refers to:
 * `own_grids`, which no other plot refers to, and `other_grids`. The lists are our own addition: a person who shares a
 * plot means its data too.
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
