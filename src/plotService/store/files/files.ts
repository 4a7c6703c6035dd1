import type { Microseconds } from "../../model/time.ts";
import type { Database } from "../database/database.ts";
import type { User } from "../accounts/users.ts";
import { SELECT_FILES, toFile } from "./fileRecord.ts";
import type { FileRecord } from "./fileRecord.ts";

/** New values of a file. What is left out stays. */
export interface FileChanges {
  readonly filename?: string;
  readonly parent?: number;
  readonly worldReadable?: boolean;
  readonly shareKey?: string | null;
  readonly refreshInterval?: number | null;
  readonly isTheme?: boolean | null;
  readonly isTemplate?: boolean | null;
}

export interface NewFile {
  readonly owner: User;
  readonly filetype: string;
  /** Where it is undefined, the name is `<defaultName>`, then `<defaultName> (1)`, `(2)`… */
  readonly filename: string | undefined;
  readonly defaultName: string;
  readonly title?: string;
  readonly parent: number;
  readonly created: Microseconds;
  readonly modified?: Microseconds;
  readonly worldReadable: boolean;
  readonly shareKey?: string | undefined;
  readonly views?: number;
  readonly quality?: number;
  readonly feed?: boolean;
  readonly sourceFid?: string | undefined;
}

/** Another file of the folder has the name already. */
export class NameTakenError extends Error {
  override readonly name = "NameTakenError";
  readonly filename: string;

  constructor(filename: string) {
    super(`Sorry, a file named '${filename}' already exists`);
    this.filename = filename;
  }
}

export class Files {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(owner: string, idlocal: number): FileRecord | undefined {
    const row = this.#database.list(`${SELECT_FILES} WHERE u.username = ? AND f.idlocal = ?`, owner, idlocal);
    return row && toFile(row);
  }

  byId(id: number): FileRecord | undefined {
    const row = this.#database.list(`${SELECT_FILES} WHERE f.id = ?`, id);
    return row && toFile(row);
  }

  /** Adds a file. Call it in a write transaction. Throws NameTakenError. */
  insert(file: NewFile): FileRecord {
    const { owner, parent, created } = file;
    const filename = file.filename ?? this.#freeName(owner, parent, file.defaultName);
    if (this.#taken(owner, parent, filename)) throw new NameTakenError(filename);
    const { next } =
      this.#database.get(
        "UPDATE users SET next_id = next_id + 1 WHERE id = ? RETURNING next_id - 1 AS next",
        owner.id,
      ) ?? {};
    const { id } = this.#database.run(
      `INSERT INTO files (owner_id, idlocal, filetype, filename, title, parent, created, modified, world_readable,
        share_key, views, quality, feed, source_fid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      owner.id,
      next ?? null,
      file.filetype,
      filename,
      file.title ?? "",
      parent,
      created,
      file.modified ?? created,
      Number(file.worldReadable),
      file.shareKey ?? null,
      file.views ?? 0,
      file.quality ?? 0,
      Number(file.feed ?? false),
      file.sourceFid ?? null,
    );
    const record = this.byId(id);
    if (record === undefined) throw new Error("The file was not written.");
    return record;
  }

  /** Finds the file of that name in a folder, the trash aside. */
  inFolder(owner: User, parent: number, filename: string): FileRecord | undefined {
    const row = this.#database.list(
      `${SELECT_FILES} WHERE f.owner_id = ? AND f.parent = ? AND f.filename = ? AND f.deleted IS NULL`,
      owner.id,
      parent,
      filename,
    );
    return row && toFile(row);
  }

  /** Changes a file. Call it in a write transaction. Throws NameTakenError. */
  update(file: FileRecord, changes: FileChanges, modified: Microseconds): FileRecord {
    const changed = { ...file, ...changes, modified };
    const moved = changed.filename !== file.filename || changed.parent !== file.parent;
    if (moved && !file.deleted && this.#taken(file.owner, changed.parent, changed.filename)) {
      throw new NameTakenError(changed.filename);
    }
    this.#database.run(
      `UPDATE files SET filename = ?, parent = ?, modified = ?, world_readable = ?, share_key = ?,
        refresh_interval = ?, is_theme = ?, is_template = ? WHERE id = ?`,
      changed.filename,
      changed.parent,
      modified,
      Number(changed.worldReadable),
      changed.shareKey,
      changed.refreshInterval,
      toFlag(changed.isTheme),
      toFlag(changed.isTemplate),
      file.id,
    );
    return changed;
  }

  /** Notes that the file's data changed. Call it in a write transaction. */
  touch(file: FileRecord, modified: Microseconds): FileRecord {
    return this.update(file, {}, modified);
  }

  #taken(owner: User, parent: number, filename: string): boolean {
    const sql = "SELECT 1 FROM files WHERE owner_id = ? AND parent = ? AND filename = ? AND deleted IS NULL";
    return this.#database.get(sql, owner.id, parent, filename) !== undefined;
  }

  /** Finds a free number by doubling and halving, so that the ten-thousandth plot takes no longer. */
  #freeName(owner: User, parent: number, base: string): string {
    const name = (number: number): string => (number === 0 ? base : `${base} (${number})`);
    const taken = (number: number): boolean => this.#taken(owner, parent, name(number));
    if (!taken(0)) return base;
    let used = 0;
    let free = 1;
    while (taken(free)) [used, free] = [free, free * 2];
    while (free - used > 1) {
      const middle = Math.floor((used + free) / 2);
      if (taken(middle)) used = middle;
      else free = middle;
    }
    return name(free);
  }
}

function toFlag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
