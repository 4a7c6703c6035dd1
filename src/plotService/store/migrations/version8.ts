import type { Figure } from "../../../figure/model/figure.ts";
import type { Database } from "../database/database.ts";
import { integer, text } from "../database/row.ts";
import { PlotGrids } from "../plots/plotGrids.ts";

/** Version 8 notes the grids of the plots that are there, a thousand plots at a time. */
export function findGrids(database: Database): void {
  const plotGrids = new PlotGrids(database);
  for (let last = -1; ;) {
    const rows = database.all("SELECT file_id, figure FROM plots WHERE file_id > ? ORDER BY file_id LIMIT 1000", last);
    for (const row of rows) {
      last = integer(row, "file_id");
      const figure: Figure = JSON.parse(text(row, "figure"));
      plotGrids.set(last, figure);
    }
    if (rows.length === 0) return;
  }
}
