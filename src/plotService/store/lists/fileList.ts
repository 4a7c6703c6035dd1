import type { SQLInputValue } from "node:sqlite";
import type { Database } from "../database/database.ts";
import type { FileRecord } from "../files/fileRecord.ts";
import { FILE_COLUMNS, toFile } from "../files/fileRecord.ts";
import { integer, textIn } from "../database/row.ts";
import type { Values } from "../database/row.ts";
import type { User } from "../accounts/users.ts";

/** Says which files are listed. */
export type FileScope =
  | { readonly kind: "folder"; readonly owner: User; readonly parent: number }
  | { readonly kind: "all" | "trashed" | "shared"; readonly owner: User }
  /** The themes of all users. */
  | { readonly kind: "themes"; readonly owner: undefined }
  /** The files that this user gave a star. */
  | { readonly kind: "starred"; readonly owner: User };

export type FileOrder = "created" | "modified" | "filename" | "filetype" | "views";

export interface FileListQuery {
  readonly scope: FileScope;
  readonly viewer: User | undefined;
  /** Undefined for all types. */
  readonly filetypes: readonly string[] | undefined;
  readonly order: FileOrder;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A file with what a list shows of its content. */
export interface ListedFile {
  readonly file: FileRecord;
  /** JSON text of a grid's first cells; empty for other files. */
  readonly preview: string;
}

/** The numbers under which `file_counts` counts all files of a user, and those in the trash. No folder has them. */
const PLACES = { all: -2, trashed: -3 } as const;

/** Reads pages of files, by number and with a count. */
export class FileList {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Reads the files of the scope that the viewer may see. Files with equal values are ordered by age. */
  page(query: FileListQuery): { readonly files: ListedFile[]; readonly count: number } {
    const { sql, values } = where(query);
    const direction = query.descending ? "DESC" : "ASC";
    const sorted = `ORDER BY f.${query.order} ${direction}, f.id ${direction}`;
    return this.#database.read(() => {
      // An index alone gives the numbers of the page, however far in the list it stands. Then its files are read.
      // `+ 0`, since SQLite prepares a statement anew whenever a bare limit is bound.
      const rows = this.#database.lists(
        `SELECT ${FILE_COLUMNS}, g.preview
           FROM (SELECT f.id FROM files f WHERE ${sql} ${sorted} LIMIT ? + 0 OFFSET ? + 0) page
           CROSS JOIN files f ON f.id = page.id CROSS JOIN users u ON u.id = f.owner_id
           LEFT JOIN grids g ON g.file_id = f.id ${sorted}`,
        ...values,
        query.limit,
        query.offset,
      );
      return { files: rows.map(toListed), count: this.#count(query, sql, values) };
    });
  }

  #count({ scope, viewer, filetypes }: FileListQuery, sql: string, values: readonly SQLInputValue[]): number {
    if (scope.kind !== "folder" && scope.kind !== "all" && scope.kind !== "trashed") {
      return integer(
        this.#database.get(`SELECT count(*) AS count FROM files f WHERE ${sql}`, ...values) ?? {},
        "count",
      );
    }
    const row = this.#database.get(
      `SELECT coalesce(sum(count), 0) AS count FROM file_counts WHERE owner_id = ? AND place = ?
         AND world_readable >= ? AND (?4 IS NULL OR filetype IN (SELECT value FROM json_each(?4)))`,
      scope.owner.id,
      scope.kind === "folder" ? scope.parent : PLACES[scope.kind],
      Number(scope.owner.id !== viewer?.id),
      filetypes === undefined ? null : JSON.stringify(filetypes),
    );
    return integer(row ?? {}, "count");
  }
}

function toListed(row: Values): ListedFile {
  const preview = row.at(-1);
  return { file: toFile(row), preview: preview === null ? "" : textIn(preview, "preview") };
}

function where({ scope, viewer, filetypes }: FileListQuery): { sql: string; values: SQLInputValue[] } {
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
  // Others' files are listed where they are public. A secret link opens one file and lists none.
  if (scope.kind === "starred" || scope.kind === "themes") {
    add("(f.world_readable = 1 OR f.owner_id = ?)", viewer?.id ?? -1);
  } else if (scope.owner.id !== viewer?.id) add("f.world_readable = 1");
  if (filetypes !== undefined) add("f.filetype IN (SELECT value FROM json_each(?))", JSON.stringify(filetypes));
  return { sql: terms.join(" AND "), values };
}
