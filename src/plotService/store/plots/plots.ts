import type { Figure } from "../../../figure/model/figure.ts";
import type { Database } from "../database/database.ts";
import type { FileRecord } from "../files/fileRecord.ts";
import { FILE_COLUMNS, toFile } from "../files/fileRecord.ts";
import type { PlotGrids } from "./plotGrids.ts";
import { integer, text, textIn } from "../database/row.ts";
import type { Values } from "../database/row.ts";

/** A plot's file with its figure as JSON text, which is parsed only where it has to be. */
export interface PlotRecord {
  readonly file: FileRecord;
  readonly figure: string;
}

export type PlotOrder = "created" | "views";

/** A place between two plots of the list: beyond the plot with this value and, among equal values, this id. */
export interface PlotPosition {
  readonly value: number;
  /** Undefined for a place beyond all plots with this value. */
  readonly id: number | undefined;
}

export interface PlotPageQuery {
  readonly order: PlotOrder;
  readonly descending: boolean;
  /** Undefined for any quality. */
  readonly qualities: readonly number[] | undefined;
  /** Where the page starts; undefined at the head of the list. */
  readonly from: PlotPosition | undefined;
  readonly limit: number;
}

const PUBLIC = "filetype = 'plot' AND world_readable = 1 AND deleted IS NULL";
const SELECT_PLOTS = `SELECT ${FILE_COLUMNS}, p.figure FROM files f CROSS JOIN users u ON u.id = f.owner_id
  CROSS JOIN plots p ON p.file_id = f.id`;
/** Above every id. */
const BEYOND = Number.MAX_SAFE_INTEGER;

export class Plots {
  readonly #database: Database;
  readonly #grids: PlotGrids;
  /** The statements for pages. A kept string is found faster than a new one of the same letters. */
  readonly #pages = new Map<string, string>();

  constructor(database: Database, grids: PlotGrids) {
    this.#database = database;
    this.#grids = grids;
  }

  /**
   * Adds a plot. Call it in a write transaction.
   *
   * @param parsed The same figure as the text.
   */
  insert(file: FileRecord, figure: string, parsed: Figure = JSON.parse(figure)): PlotRecord {
    this.#database.run("INSERT INTO plots (file_id, figure) VALUES (?, ?)", file.id, figure);
    this.#grids.set(file.id, parsed);
    return { file, figure };
  }

  /** Finds the plot of a file. Undefined where the file is none. */
  of(file: FileRecord): PlotRecord | undefined {
    const row = this.#database.get("SELECT figure FROM plots WHERE file_id = ?", file.id);
    return row && { file, figure: text(row, "figure") };
  }

  /**
   * Replaces a plot's figure. Call it in a write transaction.
   *
   * @param parsed The same figure as the text.
   */
  replace(file: FileRecord, figure: string, parsed: Figure): PlotRecord {
    this.#database.run("UPDATE plots SET figure = ? WHERE file_id = ?", figure, file.id);
    this.#grids.set(file.id, parsed);
    return { file, figure };
  }

  /**
   * Reads public plots from a position on, and tells whether more follow. Plots with equal values are ordered by age.
   */
  page(query: PlotPageQuery): { readonly plots: PlotRecord[]; readonly more: boolean } {
    const { order, descending, qualities, from } = query;
    const [compare, direction] = descending ? ["<", "DESC"] : [">", "ASC"];
    // The limit is part of the text, since SQLite prepares a statement anew whenever a limit is bound.
    const limit = Math.trunc(query.limit);
    const sorted = (files: string): string =>
      `${from === undefined ? "" : `AND (${files}${order}, ${files}id) ${compare} (?, ?)`}
         ORDER BY ${files}${order} ${direction}, ${files}id ${direction} LIMIT ${limit + 1}`;
    const position = from === undefined ? [] : [from.value, from.id ?? (descending ? -1 : BEYOND)];
    if (qualities === undefined) {
      const key = `${order} ${direction} ${from === undefined} ${limit}`;
      let sql = this.#pages.get(key);
      if (sql === undefined) this.#pages.set(key, (sql = `${SELECT_PLOTS} WHERE ${PUBLIC} ${sorted("f.")}`));
      const rows = this.#database.lists(sql, ...position);
      return { plots: rows.slice(0, limit).map(toPlot), more: rows.length > limit };
    }
    return this.#database.read(() => {
      // No index orders a range of qualities, so the heads of each quality's list are merged: eleven at most.
      const rows = this.#database.all(
        `SELECT f.id FROM json_each(?) q CROSS JOIN files f ON f.id IN (
           SELECT id FROM files WHERE ${PUBLIC} AND quality = q.value ${sorted("")}
         ) ORDER BY f.${order} ${direction}, f.id ${direction} LIMIT ${limit + 1}`,
        JSON.stringify(qualities),
        ...position,
      );
      const ids = rows.map((row) => integer(row, "id"));
      return { plots: this.#read(ids.slice(0, limit)), more: ids.length > limit };
    });
  }

  /** Reads hand-picked public plots, in random order. */
  feed(limit: number): PlotRecord[] {
    return this.#database.read(() => {
      const sql = `SELECT id FROM files WHERE feed = 1 AND ${PUBLIC} ORDER BY random() LIMIT ?`;
      return this.#read(this.#database.all(sql, limit).map((row) => integer(row, "id")));
    });
  }

  /** Reads plots in the order of the ids. */
  #read(ids: readonly number[]): PlotRecord[] {
    const rows = this.#database.lists(
      `SELECT ${FILE_COLUMNS}, p.figure FROM json_each(?) j CROSS JOIN files f ON f.id = j.value
         CROSS JOIN users u ON u.id = f.owner_id CROSS JOIN plots p ON p.file_id = f.id ORDER BY j.key`,
      JSON.stringify(ids),
    );
    return rows.map(toPlot);
  }
}

function toPlot(row: Values): PlotRecord {
  return { file: toFile(row), figure: textIn(row.at(-1), "figure") };
}
