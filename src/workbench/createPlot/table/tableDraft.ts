import { type ChartColumn, chartFigure, type ChartKind } from "../../../figure/data/charts/chartKinds.ts";
import type { PlotDraft } from "../draft/plotDraft.ts";
import type { Table, TableColumn } from "./table.ts";

/** A chart of a table, with the columns that were chosen for each role. */
export interface TableChart {
  readonly table: Table;
  readonly kind: ChartKind;
  readonly chosen: readonly (readonly TableColumn[])[];
}

/** Makes the draft of a chart's plot. The columns of a CSV file go into a grid first. */
export function draftOfChart({ table, kind, chosen }: TableChart): PlotDraft {
  const used = new Set(chosen.flat());
  const columns = table.columns.filter((column) => used.has(column) && column.data !== undefined);
  return {
    suggestedName: table.name,
    columns: columns.map(({ name, data }, order) => ({ name, data: data ?? [], order })),
    place(gridFid, uids, name) {
      const column = ({ name: label, uid }: TableColumn): ChartColumn => ({
        name: label,
        src: `${table.grid?.fid ?? gridFid}:${uid ?? uids.get(label) ?? ""}`,
      });
      return chartFigure(
        kind,
        name,
        chosen.map((names) => names.map(column)),
      );
    },
  };
}
