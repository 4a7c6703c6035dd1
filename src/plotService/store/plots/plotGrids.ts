import type { Figure } from "../../../figure/model/figure.ts";
import { referencedFids } from "../../../figure/data/inline/inline.ts";
import { parseFid } from "../../../plotsApi/bodies/fid.ts";
import type { Database } from "../database/database.ts";
import type { FileRecord } from "../files/fileRecord.ts";
import { integer, text } from "../database/row.ts";

/** The fids of the grids that a plot refers to and that belong to its owner. */
export interface GridsOfPlot {
  /** No other plot refers to them, the trash aside. */
  readonly own: readonly string[];
  /** Other plots refer to them too. */
  readonly others: readonly string[];
}

/** Knows which grids each plot refers to. */
export class PlotGrids {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Notes the grids of a plot. Call it in the write transaction that writes the figure. */
  set(plotId: number, figure: Figure): void {
    this.#database.run("DELETE FROM plot_grids WHERE plot_id = ?", plotId);
    for (const fid of referencedFids(figure)) {
      const parsed = parseFid(fid);
      if (parsed === undefined) continue;
      const sql = "INSERT INTO plot_grids (plot_id, owner, idlocal) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
      this.#database.run(sql, plotId, parsed.owner, parsed.idlocal);
    }
  }

  of(plot: FileRecord): GridsOfPlot {
    const rows = this.#database.all(
      `SELECT r.owner || ':' || r.idlocal AS fid, EXISTS (
           SELECT 1 FROM plot_grids o JOIN files p ON p.id = o.plot_id
             WHERE o.owner = r.owner AND o.idlocal = r.idlocal AND o.plot_id <> r.plot_id AND p.deleted IS NULL
         ) AS shared
         FROM plot_grids r JOIN files g ON g.owner_id = ? AND g.idlocal = r.idlocal
         WHERE r.plot_id = ? AND r.owner = ? AND g.filetype = 'grid' AND g.deleted IS NULL ORDER BY r.idlocal`,
      plot.owner.id,
      plot.id,
      plot.owner.username,
    );
    const fids = (shared: number): string[] =>
      rows.filter((row) => integer(row, "shared") === shared).map((row) => text(row, "fid"));
    return { own: fids(0), others: fids(1) };
  }
}
