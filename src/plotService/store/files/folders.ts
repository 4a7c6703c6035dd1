import { HOME } from "../../../plotsApi/bodies/file.ts";
import type { Microseconds } from "../../model/time.ts";
import type { Database } from "../database/database.ts";
import type { FileRecord } from "./fileRecord.ts";
import type { Files } from "./files.ts";
import { NameTakenError } from "./files.ts";
import { integer } from "../database/row.ts";
import type { User } from "../accounts/users.ts";

export class Folders {
  readonly #database: Database;
  readonly #files: Files;

  constructor(database: Database, files: Files) {
    this.#database = database;
    this.#files = files;
  }

  /** The user's folder with that number; undefined where it is none, or in the trash. */
  find(owner: User, idlocal: number): FileRecord | undefined {
    const file = this.#files.find(owner.username, idlocal);
    return file?.filetype === "fold" && !file.deleted ? file : undefined;
  }

  /** The file at a path of names below a folder, whatever its type. */
  lookup(owner: User, parent: number, names: readonly string[]): FileRecord | undefined {
    let file: FileRecord | undefined;
    for (const name of names) {
      if (file !== undefined && file.filetype !== "fold") return undefined;
      file = this.#files.inFolder(owner, file?.idlocal ?? parent, name);
      if (file === undefined) return undefined;
    }
    return file;
  }

  /** In a write transaction. Throws NameTakenError where there is a file of that name. */
  create(owner: User, parent: number, filename: string, created: Microseconds): FileRecord {
    const worldReadable = true;
    return this.#files.insert({ owner, parent, filename, created, worldReadable, ...FOLDER });
  }

  /**
   * The number of the folder at a path, the missing ones made on the way. In a write transaction. Throws
   * NameTakenError where a file stands in the way.
   */
  ensure(owner: User, parent: number, names: readonly string[], created: Microseconds): number {
    let at = parent;
    for (const name of names) {
      const file = this.#files.inFolder(owner, at, name) ?? this.create(owner, at, name, created);
      if (file.filetype !== "fold") throw new NameTakenError(name);
      at = file.idlocal;
    }
    return at;
  }

  /** Names of the folders from home to the file, and its own. */
  path(file: FileRecord): string[] {
    const names = [file.filename];
    const seen = new Set([file.idlocal]);
    for (let at = file.parent; at !== HOME && !seen.has(at);) {
      seen.add(at);
      const folder = this.#files.find(file.owner.username, at);
      if (folder === undefined) break;
      names.unshift(folder.filename);
      at = folder.parent;
    }
    return names;
  }

  /** Whether the folder with that number is the file itself or stands in it. */
  isInside(file: FileRecord, folder: number): boolean {
    const seen = new Set<number>();
    for (let at = folder; at !== HOME && !seen.has(at);) {
      if (at === file.idlocal) return true;
      seen.add(at);
      at = this.#files.find(file.owner.username, at)?.parent ?? HOME;
    }
    return false;
  }

  subfolderCount(folder: FileRecord): number {
    const sql = `SELECT count(*) AS count FROM files
      WHERE owner_id = ? AND parent = ? AND filetype = 'fold' AND deleted IS NULL`;
    return integer(this.#database.get(sql, folder.owner.id, folder.idlocal) ?? {}, "count");
  }
}

const FOLDER = { filetype: "fold", defaultName: "folder" };
