import type { SQLInputValue } from "node:sqlite";
import type { Database } from "./database.ts";
import type { FileRecord } from "./files.ts";
import { FILE_COLUMNS, toFile } from "./files.ts";
import { integer } from "./row.ts";
import type { User } from "./users.ts";

/** Which files of a user are meant. */
export type FileScope =
  | { readonly kind: "folder"; readonly owner: User; readonly parent: number }
  | { readonly kind: "all" | "trashed" | "shared"; readonly owner: User }
  /** Those that were made themes. */
  | { readonly kind: "themes"; readonly owner: undefined }
  /** Those that this user gave a star. */
  | { readonly kind: "starred"; readonly owner: User }
  /** Those whose names, titles, headings or owners hold the words: an expression of FTS5. */
  | { readonly kind: "search"; readonly match: string | undefined; readonly owner: User | undefined };

export type FileOrder = "created" | "modified" | "filename" | "filetype" | "views";

export interface FileListQuery {
  readonly scope: FileScope;
  readonly viewer: User | undefined;
  /** Undefined: of all types. */
  readonly filetypes: readonly string[] | undefined;
  readonly worldReadable: boolean | undefined;
  readonly order: FileOrder;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Pages of files, by number and with a count. */
export class FileList {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What the viewer may see of the scope. Equal values are ordered by age. */
  page(query: FileListQuery): { readonly files: FileRecord[]; readonly count: number } {
    const { sql, values } = where(query);
    // Added to, since SQLite prepares a statement anew whenever a bare limit is bound to it.
    const direction = query.descending ? "DESC" : "ASC";
    return this.#database.read(() => {
      const count = this.#database.get(`SELECT count(*) AS count FROM files f WHERE ${sql}`, ...values);
      const rows = this.#database.lists(
        `SELECT ${FILE_COLUMNS} FROM files f JOIN users u ON u.id = f.owner_id WHERE ${sql}
           ORDER BY f.${query.order} ${direction}, f.id ${direction} LIMIT ? + 0 OFFSET ? + 0`,
        ...values,
        query.limit,
        query.offset,
      );
      return { files: rows.map(toFile), count: integer(count ?? {}, "count") };
    });
  }
}

function where({ scope, viewer, filetypes, worldReadable }: FileListQuery): { sql: string; values: SQLInputValue[] } {
  const terms = [scope.kind === "trashed" ? "f.deleted IS NOT NULL" : "f.deleted IS NULL"];
  const values: SQLInputValue[] = [];
  const add = (term: string, ...added: SQLInputValue[]): void => {
    terms.push(term);
    values.push(...added);
  };
  if (scope.kind === "starred") add("f.id IN (SELECT file_id FROM stars WHERE user_id = ?)", scope.owner.id);
  else if (scope.owner !== undefined) add("f.owner_id = ?", scope.owner.id);
  if (scope.kind === "themes") add("f.is_theme = 1");
  if (scope.kind === "folder") add("f.parent = ?", scope.parent);
  if (scope.kind === "shared") add("f.share_key IS NOT NULL");
  if (scope.kind === "search" && scope.match !== undefined) {
    add("f.id IN (SELECT rowid FROM search WHERE search MATCH ?)", scope.match);
  }
  // Of others only what is public; a secret link opens one file and lists none.
  if (scope.kind === "starred" || scope.kind === "search" || scope.kind === "themes") {
    add("(f.world_readable = 1 OR f.owner_id = ?)", viewer?.id ?? -1);
  } else if (scope.owner.id !== viewer?.id) add("f.world_readable = 1");
  if (worldReadable !== undefined) add("f.world_readable = ?", Number(worldReadable));
  if (filetypes !== undefined) add("f.filetype IN (SELECT value FROM json_each(?))", JSON.stringify(filetypes));
  return { sql: terms.join(" AND "), values };
}
