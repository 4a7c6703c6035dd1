import type { Microseconds } from "../../model/time.ts";
import type { Database } from "../database/database.ts";
import type { FileRecord } from "./fileRecord.ts";
import type { Files } from "./files.ts";
import { NameTakenError } from "./files.ts";
import { HOME } from "../../../plotsApi/bodies/file.ts";
import { integer } from "../database/row.ts";

/** Selects a folder and what is in it at any depth: the numbers in the database and among the owner's files. */
const TREE = `WITH RECURSIVE tree (id, idlocal, depth) AS (
  SELECT id, idlocal, 0 FROM files WHERE id = ?
  UNION SELECT f.id, f.idlocal, depth + 1 FROM files f JOIN tree ON f.owner_id = ? AND f.parent = tree.idlocal
)`;

/** Throws files away, brings them back, and deletes them. A folder takes along all that is in it: our choice. */
export class Trash {
  readonly #database: Database;
  readonly #files: Files;

  constructor(database: Database, files: Files) {
    this.#database = database;
    this.#files = files;
  }

  /** Moves a file to the trash. What is there already stays as it is. Call it in a write transaction. */
  trash(file: FileRecord, when: Microseconds): FileRecord {
    if (file.deleted) return file;
    const { id, owner } = file;
    // Files that are thrown away together share a moment that no others have, even where the clock has not moved on: it
    // restores them together.
    const last = this.#database.get(
      `${TREE} SELECT coalesce(max(deleted), 0) AS last FROM files WHERE id IN (SELECT id FROM tree)`,
      id,
      owner.id,
    );
    const moment = Math.max(when, (last === undefined ? 0 : integer(last, "last")) + 1);
    this.#database.run(
      `${TREE} UPDATE files SET deleted = ? WHERE deleted IS NULL AND id IN (SELECT id FROM tree)`,
      id,
      owner.id,
      moment,
    );
    return { ...file, deleted: true };
  }

  /**
   * Brings a file back, with what went into the trash together with it. A file whose folder is gone comes back at home:
   * our choice. Call it in a write transaction. Throws NameTakenError.
   */
  restore(file: FileRecord): FileRecord {
    if (!file.deleted) return file;
    const { owner, filename } = file;
    const folder = file.parent === HOME ? undefined : this.#files.find(owner.username, file.parent);
    const parent = folder === undefined || folder.deleted ? HOME : file.parent;
    if (this.#files.inFolder(owner, parent, filename) !== undefined) throw new NameTakenError(filename);
    if (parent !== file.parent) this.#database.run("UPDATE files SET parent = ? WHERE id = ?", parent, file.id);
    this.#database.run(
      `${TREE} UPDATE files SET deleted = NULL
         WHERE deleted = (SELECT deleted FROM files WHERE id = ?) AND id IN (SELECT id FROM tree)`,
      file.id,
      owner.id,
      file.id,
    );
    return { ...file, parent, deleted: false };
  }

  /**
   * Deletes a file for good, with what is in it. References in plots stay and lead nowhere. Call it in a write
   * transaction.
   */
  remove(file: FileRecord): void {
    const rows = this.#database.all(`${TREE} SELECT id FROM tree ORDER BY depth DESC`, file.id, file.owner.id);
    for (const row of rows) this.#database.run("DELETE FROM files WHERE id = ?", integer(row, "id"));
  }
}
