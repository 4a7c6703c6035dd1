import type { Database } from "../database/database.ts";
import type { ListedFile } from "./fileList.ts";
import { FILE_COLUMNS, toFile } from "../files/fileRecord.ts";
import { integer, textIn } from "../database/row.ts";
import type { Values } from "../database/row.ts";
import type { User } from "../accounts/users.ts";

export interface SearchQuery {
  /** Beginnings of words, made of letters, digits and marks alone. An empty list finds everything. */
  readonly words: readonly string[];
  readonly viewer: User | undefined;
  readonly owner: User | undefined;
  /** Undefined for all types. */
  readonly filetypes: readonly string[] | undefined;
  readonly worldReadable: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface FoundFile extends ListedFile {
  /** JSON text of a plot's figure; undefined for other files. */
  readonly figure: string | undefined;
}

/** The most files that a search counts and gives. Who wants others names more words. */
export const MOST_FOUND = 1000;

/** Finds files by words of their names, titles, headings and owners. */
export class Search {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Reads the found files that the viewer may see, the newest first. Files are numbered as they come. */
  page(query: SearchQuery): { readonly files: FoundFile[]; readonly count: number } {
    const match = expression(query);
    if (match === undefined) return { files: [], count: 0 };
    const limit = Math.min(query.limit, Math.max(0, MOST_FOUND - query.offset));
    return this.#database.read(() => {
      const rows = this.#database.lists(
        `SELECT ${FILE_COLUMNS}, g.preview, p.figure
           FROM (SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ? + 0 OFFSET ? + 0) page
           CROSS JOIN files f ON f.id = page.id CROSS JOIN users u ON u.id = f.owner_id
           LEFT JOIN grids g ON g.file_id = f.id LEFT JOIN plots p ON p.file_id = f.id ORDER BY f.id DESC`,
        match,
        limit,
        query.offset,
      );
      const isAll = query.offset === 0 && rows.length < limit;
      return { files: rows.map(toFound), count: isAll ? rows.length : this.#count(match) };
    });
  }

  #count(match: string): number {
    const sql = "SELECT count(*) AS count FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ? + 0)";
    return integer(this.#database.get(sql, match, MOST_FOUND) ?? {}, "count");
  }
}

function toFound(row: Values): FoundFile {
  const [preview = null, figure = null] = row.slice(-2);
  return {
    file: toFile(row),
    preview: preview === null ? "" : textIn(preview, "preview"),
    figure: figure === null ? undefined : textIn(figure, "figure"),
  };
}

/** Begins the words that say who may see a file. It is no letter, so that nobody can search for it. */
const FACT = "\u{e000}";
const PUBLIC = quoted(`${FACT}public`);

/** Makes an expression of FTS5. Undefined where nothing can be found. */
function expression({ words, viewer, owner, filetypes, worldReadable }: SearchQuery): string | undefined {
  const terms = words.map((word) => `${quoted(word)} *`);
  if (owner !== undefined) terms.push(ownedBy(owner));
  if (filetypes !== undefined) {
    const types = filetypes.filter((type) => /^[a-z0-9]+$/i.test(type)).map((type) => quoted(`${FACT}t${type}`));
    if (types.length === 0) return undefined;
    terms.push(`(${types.join(" OR ")})`);
  }
  if (worldReadable === false) {
    return viewer === undefined ? undefined : `(${[...terms, ownedBy(viewer)].join(" AND ")}) NOT ${PUBLIC}`;
  }
  if (worldReadable === true || viewer === undefined) terms.push(PUBLIC);
  else if (owner?.id !== viewer.id) terms.push(`(${PUBLIC} OR ${ownedBy(viewer)})`);
  return terms.join(" AND ");
}

function ownedBy(user: User): string {
  return quoted(`${FACT}o${user.id}`);
}

/** Quotes a word of letters, digits and marks alone, so that nothing in it ends the quotes. */
function quoted(word: string): string {
  return `"${word}"`;
}
