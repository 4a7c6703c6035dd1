import type { Database } from "../database/database.ts";
import type { Row } from "../database/row.ts";
import { integer, text } from "../database/row.ts";

/** A change of a file, as a trigger wrote it. */
export interface StoredChange {
  readonly kind: "created" | "changed" | "removed";
  readonly fid: string;
  readonly filetype: string;
}

/** The last thousand changes of files. Triggers write them in the transaction of the change itself. */
export class Changes {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The number of the last change; 0 where there was none. */
  last(): number {
    return integer(this.#database.get("SELECT coalesce(max(id), 0) AS last FROM changes") ?? {}, "last");
  }

  /** Reads the changes after a number, oldest first. `complete` is false where the first of them are forgotten. */
  since(number: number): {
    readonly changes: readonly StoredChange[];
    readonly complete: boolean;
    readonly last: number;
  } {
    const rows = this.#database.all("SELECT id, kind, fid, filetype FROM changes WHERE id > ? ORDER BY id", number);
    const [first, last] = [rows[0], rows.at(-1)];
    return {
      changes: rows.map(toChange),
      complete: first === undefined || integer(first, "id") === number + 1,
      last: last === undefined ? number : integer(last, "id"),
    };
  }
}

function toChange(row: Row): StoredChange {
  const kind = text(row, "kind");
  return {
    kind: kind === "created" || kind === "removed" ? kind : "changed",
    fid: text(row, "fid"),
    filetype: text(row, "filetype"),
  };
}
