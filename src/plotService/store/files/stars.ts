import type { Database } from "../database/database.ts";
import { text } from "../database/row.ts";
import type { User } from "../accounts/users.ts";

export class Stars {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Adds a star. A second star of the same user changes nothing. Call it in a write transaction. */
  add(fileId: number, user: User): void {
    this.#database.run("INSERT INTO stars (file_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING", fileId, user.id);
  }

  /** Takes a star back. Call it in a write transaction. */
  remove(fileId: number, user: User): void {
    this.#database.run("DELETE FROM stars WHERE file_id = ? AND user_id = ?", fileId, user.id);
  }

  /** Lists the names of the users who gave the file a star. */
  of(fileId: number): string[] {
    const sql = `SELECT u.username FROM stars s JOIN users u ON u.id = s.user_id WHERE s.file_id = ? ORDER BY u.username`;
    return this.#database.all(sql, fileId).map((row) => text(row, "username"));
  }
}
