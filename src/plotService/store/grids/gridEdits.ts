import { formatCount } from "../../../figure/model/counts.ts";
import type { Json } from "../../../figure/model/figure.ts";
import type { Database } from "../database/database.ts";
import type { ColumnRecord, Grids, NewColumn } from "./grids.ts";
import { newUid, PREVIEW, previewOf } from "./grids.ts";

/** New values of a column. What is left out stays. */
export interface ColumnChange {
  readonly uid: string;
  readonly name?: string | undefined;
  readonly order?: number | undefined;
  readonly data?: readonly Json[] | undefined;
  /** The data as JSON text, where it is written already. */
  readonly json?: string | undefined;
}

/** The grid cannot be changed as asked. The message is a sentence for the client. */
export class GridEditError extends Error {
  override readonly name = "GridEditError";
  readonly reason: "name-taken" | "no-column" | "row-width";

  constructor(reason: GridEditError["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Changes a grid's cells. Call each method in a write transaction. All throw GridEditError. */
export class GridEdits {
  readonly #database: Database;
  readonly #grids: Grids;

  constructor(database: Database, grids: Grids) {
    this.#database = database;
    this.#grids = grids;
  }

  setMetadata(fileId: number, metadata: string): void {
    this.#database.run("UPDATE grids SET metadata = ? WHERE file_id = ?", metadata, fileId);
  }

  /** Adds columns behind the others, in the order given. Gives back the new ones. */
  addColumns(fileId: number, added: readonly NewColumn[]): ColumnRecord[] {
    const before = this.#grids.columns(fileId);
    refuseRepeated([...before, ...added].map(({ name }) => name));
    const uids = new Set(before.map(({ uid }) => uid));
    const records = added.map((column, index) =>
      this.#grids.insertColumn(fileId, before.length + index, newUid(uids), column),
    );
    if (before.length < PREVIEW.columns) this.#writePreview(fileId);
    return records;
  }

  /** Changes columns, which keep their uids. Gives back the changed ones in the order given. */
  changeColumns(fileId: number, changes: readonly ColumnChange[]): ColumnRecord[] {
    const before = this.#grids.columns(fileId);
    const names = new Map(before.map(({ uid, name }) => [uid, name]));
    for (const { uid, name } of changes) {
      if (!names.has(uid)) throw noColumn(uid);
      if (name !== undefined) names.set(uid, name);
    }
    refuseRepeated([...names.values()]);
    const write = (member: string, value: string | number, uid: string) =>
      this.#database.run(`UPDATE columns SET ${member} = ? WHERE grid_id = ? AND uid = ?`, value, fileId, uid);
    // Columns that exchange their names get others first. No column's name begins like this.
    for (const { uid, name } of changes) if (name !== undefined) write("name", `\u0000${uid}`, uid);
    for (const { uid, name, order, data, json } of changes) {
      if (name !== undefined) write("name", name, uid);
      if (order !== undefined) write("ord", order, uid);
      if (data !== undefined) {
        write("length", data.length, uid);
        write("data", json ?? JSON.stringify(data), uid);
      }
    }
    const after = this.#renumber(fileId);
    this.#writePreview(fileId);
    return changes.flatMap(({ uid }) => after.find((column) => column.uid === uid) ?? []);
  }

  removeColumns(fileId: number, uids: readonly string[]): void {
    for (const uid of uids) {
      const { changes } = this.#database.run("DELETE FROM columns WHERE grid_id = ? AND uid = ?", fileId, uid);
      if (changes === 0) throw noColumn(uid);
    }
    this.#renumber(fileId);
    this.#writePreview(fileId);
  }

  /**
   * Adds rows below the longest column. It fills shorter columns up with empty strings first, as the official client's
   * documentation says. It does not parse what a column holds already.
   */
  appendRows(fileId: number, rows: readonly (readonly Json[])[]): void {
    const columns = this.#grids.columns(fileId);
    const wrong = rows.findIndex((row) => row.length !== columns.length);
    if (wrong !== -1) {
      throw new GridEditError(
        "row-width",
        `Row ${wrong + 1} has ${formatCount(rows[wrong]?.length ?? 0, "cell")}, and the grid has ${formatCount(columns.length, "column")}.`,
      );
    }
    const longest = columns.reduce((most, { length }) => Math.max(most, length), 0);
    for (const { uid, order, length } of columns) {
      const missing = Array.from({ length: longest - length }, () => '""');
      const cells = [...missing, ...rows.map((row) => JSON.stringify(row[order] ?? null))];
      if (cells.length === 0) continue;
      // The text of a list ends with one bracket, whatever is in it.
      this.#database.run(
        "UPDATE columns SET length = ?, data = substr(data, 1, length(data) - 1) || ? WHERE grid_id = ? AND uid = ?",
        length + cells.length,
        `${length === 0 ? "" : ","}${cells.join(",")}]`,
        fileId,
        uid,
      );
    }
    const shown = columns.slice(0, PREVIEW.columns);
    if (shown.some(({ length }) => length < PREVIEW.cells)) this.#writePreview(fileId);
  }

  /** Numbers the columns from 0 without gaps. Of two with the same number the older comes first. */
  #renumber(fileId: number): ColumnRecord[] {
    return this.#grids.columns(fileId).map((column, order) => {
      if (column.order === order) return column;
      this.#database.run("UPDATE columns SET ord = ? WHERE grid_id = ? AND uid = ?", order, fileId, column.uid);
      return { ...column, order };
    });
  }

  #writePreview(fileId: number): void {
    const shown = this.#grids.columns(fileId).slice(0, PREVIEW.columns);
    const columns = shown.map(({ uid, name }): NewColumn => {
      const data: Json[] = JSON.parse(this.#grids.column(fileId, uid)?.data ?? "[]");
      return { name, data };
    });
    this.#database.run("UPDATE grids SET preview = ? WHERE file_id = ?", previewOf(columns), fileId);
  }
}

function refuseRepeated(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new GridEditError("name-taken", `Sorry, a column named '${name}' already exists`);
    seen.add(name);
  }
}

function noColumn(uid: string): GridEditError {
  return new GridEditError("no-column", `Column ${uid} not found.`);
}
