import { randomBytes } from "node:crypto";
import type { Json } from "../../../figure/model/figure.ts";
import { stringifyInSteps } from "../../../figure/text/steps/stringifyInSteps.ts";
import type { Database } from "../database/database.ts";
import type { FileRecord } from "../files/fileRecord.ts";
import { integer, text } from "../database/row.ts";
import type { Row } from "../database/row.ts";

/** A column without its data. */
export interface ColumnRecord {
  readonly uid: string;
  readonly name: string;
  /** The place among the columns, from 0. */
  readonly order: number;
  /** The number of cells. */
  readonly length: number;
}

/** A column with its data as JSON text. */
export interface ColumnData extends ColumnRecord {
  readonly data: string;
}

export interface NewColumn {
  readonly name: string;
  readonly data: readonly Json[];
  /** The data as JSON text, where it is written already. */
  readonly json?: string;
}

/** Writes the data of columns as JSON text, in steps, so that little is left to do in the transaction. */
export function* writtenInSteps<Column extends { readonly data?: readonly Json[] | undefined }>(
  columns: readonly Column[],
): Generator<undefined, (Column & { readonly json?: string })[]> {
  const written: (Column & { readonly json?: string })[] = [];
  for (const column of columns) {
    const { data } = column;
    written.push(data === undefined ? column : { ...column, json: yield* stringifyInSteps(data) });
  }
  return written;
}

export interface GridRecord {
  readonly file: FileRecord;
  readonly columns: readonly ColumnRecord[];
  /** JSON text of an object. */
  readonly metadata: string;
  /** JSON text of the first cells. */
  readonly preview: string;
}

export const PREVIEW = { columns: 10, cells: 10 };

export class Grids {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Makes the grid of a file. It numbers the columns as they come; names must differ. Call it in a write transaction.
   */
  insert(file: FileRecord, columns: readonly NewColumn[], metadata: string): GridRecord {
    const preview = previewOf(columns);
    this.#database.run("INSERT INTO grids (file_id, metadata, preview) VALUES (?, ?, ?)", file.id, metadata, preview);
    const uids = new Set<string>();
    const records = columns.map((column, order) => this.insertColumn(file.id, order, newUid(uids), column));
    return { file, columns: records, metadata, preview };
  }

  /** Adds a column whose name and uid are free. Call it in a write transaction. */
  insertColumn(fileId: number, order: number, uid: string, { name, data, json }: NewColumn): ColumnRecord {
    this.#database.run(
      "INSERT INTO columns (grid_id, ord, uid, name, length, data) VALUES (?, ?, ?, ?, ?, ?)",
      fileId,
      order,
      uid,
      name,
      data.length,
      json ?? JSON.stringify(data),
    );
    return { uid, name, order, length: data.length };
  }

  /**
   * Copies a grid. Columns keep their uids, so that references change their fid alone. Call it in a write transaction.
   */
  copy(from: FileRecord, to: FileRecord): void {
    this.#database.run(
      "INSERT INTO grids (file_id, metadata, preview) SELECT ?, metadata, preview FROM grids WHERE file_id = ?",
      to.id,
      from.id,
    );
    this.#database.run(
      `INSERT INTO columns (grid_id, ord, uid, name, length, data)
         SELECT ?, ord, uid, name, length, data FROM columns WHERE grid_id = ? ORDER BY ord`,
      to.id,
      from.id,
    );
  }

  /** Finds the grid of a file. Undefined where the file is none. */
  of(file: FileRecord): GridRecord | undefined {
    const row = this.#database.get("SELECT metadata, preview FROM grids WHERE file_id = ?", file.id);
    if (row === undefined) return undefined;
    const { metadata, preview } = { metadata: text(row, "metadata"), preview: text(row, "preview") };
    return { file, columns: this.columns(file.id), metadata, preview };
  }

  /** Reads the first cells as JSON text. Undefined where the file is no grid. */
  preview(fileId: number): string | undefined {
    const row = this.#database.get("SELECT preview FROM grids WHERE file_id = ?", fileId);
    return row && text(row, "preview");
  }

  /** Lists all columns in order, without their data. */
  columns(fileId: number): ColumnRecord[] {
    const sql = "SELECT uid, name, ord, length FROM columns WHERE grid_id = ? ORDER BY ord, id";
    return this.#database.all(sql, fileId).map(toColumn);
  }

  /** Reads a column with its data, and the data of no other column. */
  column(fileId: number, uid: string): ColumnData | undefined {
    const sql = "SELECT uid, name, ord, length, data FROM columns WHERE grid_id = ? AND uid = ?";
    const row = this.#database.get(sql, fileId, uid);
    return row && { ...toColumn(row), data: text(row, "data") };
  }
}

function toColumn(row: Row): ColumnRecord {
  return { uid: text(row, "uid"), name: text(row, "name"), order: integer(row, "ord"), length: integer(row, "length") };
}

/** Makes a uid that the grid does not have: six hexadecimal digits, as in all recorded uids. */
export function newUid(used: Set<string>): string {
  for (;;) {
    const uid = randomBytes(3).toString("hex");
    if (used.has(uid)) continue;
    used.add(uid);
    return uid;
  }
}

/**
 * Writes the first cells as JSON text: `{name: [cells]}`. Clients read `preview` as a table. The recorded pages show
 * none for grids, so the shape is our choice.
 */
export function previewOf(columns: readonly NewColumn[]): string {
  const cells = columns
    .slice(0, PREVIEW.columns)
    .map(({ name, data }) => `${JSON.stringify(name)}:${JSON.stringify(data.slice(0, PREVIEW.cells))}`);
  return `{${cells.join(",")}}`;
}
