import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue } from "node:sqlite";
import type { Row, Values } from "./row.ts";
import { Statements } from "./statements.ts";

/**
 * One connection to the service's SQLite file. Several processes may hold one each.
 *
 * All calls are synchronous, so nothing of the same process can come between the statements of a transaction. None
 * waits: where another process writes, the call fails with SQLite's BUSY at once, and whoever called waits without
 * holding the thread (`Patience`).
 */
export class Database {
  readonly #sqlite: DatabaseSync;
  readonly #statements: Statements;
  readonly #lists: Statements;

  /** @param path A file, or `:memory:`. */
  constructor(path: string) {
    this.#sqlite = new DatabaseSync(path);
    this.#statements = new Statements(this.#sqlite, false);
    this.#lists = new Statements(this.#sqlite, true);
    try {
      // node:sqlite's own default is none too; written out, since everything here rests on it.
      this.#sqlite.exec("PRAGMA busy_timeout = 0");
      this.#sqlite.exec("PRAGMA journal_mode = WAL");
      // With a write-ahead log NORMAL keeps every committed transaction when the process is killed (the pages are
      // in the system's cache by then) and keeps the file whole when the power fails.
      this.#sqlite.exec("PRAGMA synchronous = NORMAL");
      this.#sqlite.exec("PRAGMA foreign_keys = ON");
    } catch (error) {
      this.#sqlite.close();
      throw error;
    }
  }

  /** How many statements are kept prepared. */
  get prepared(): number {
    return this.#statements.size + this.#lists.size;
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statements.of(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statements.of(sql).all(...values);
  }

  /** Rows as lists of values: of many columns they are made a third sooner than objects. */
  lists(sql: string, ...values: SQLInputValue[]): Values[] {
    return this.#lists.of(sql).all(...values) as unknown as Values[];
  }

  /** The first of `lists`. */
  list(sql: string, ...values: SQLInputValue[]): Values | undefined {
    return this.#lists.of(sql).get(...values) as unknown as Values | undefined;
  }

  /** Runs a statement that gives no rows; answers how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): { readonly changes: number; readonly id: number } {
    const { changes, lastInsertRowid } = this.#statements.of(sql).run(...values);
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  /** Runs statements without values, for migrations. */
  script(sql: string): void {
    this.#sqlite.exec(sql);
  }

  /** All of `action`'s statements take effect, or none does. The write lock is taken at once, so it cannot deadlock. */
  write<Result>(action: () => Result): Result {
    return this.#transaction("BEGIN IMMEDIATE", action);
  }

  /** All of `action`'s statements see one state of the database, whatever other processes write meanwhile. */
  read<Result>(action: () => Result): Result {
    return this.#transaction("BEGIN", action);
  }

  close(): void {
    this.#statements.clear();
    this.#lists.clear();
    this.#sqlite.close();
  }

  #transaction<Result>(begin: string, action: () => Result): Result {
    this.#statements.of(begin).run();
    try {
      const result = action();
      this.#statements.of("COMMIT").run();
      return result;
    } catch (error) {
      // SQLite has already rolled back by itself after some failures (a full disk).
      if (this.#sqlite.isTransaction) this.#sqlite.exec("ROLLBACK");
      throw error;
    }
  }
}
