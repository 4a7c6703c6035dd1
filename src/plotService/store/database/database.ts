import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue } from "node:sqlite";
import type { Row, Values } from "./row.ts";
import { Statements } from "./statements.ts";

/**
 * One connection to the service's SQLite file. Several processes may hold one each.
 *
 * All calls are synchronous, so that nothing of this process comes between the statements of a transaction. No call
 * waits: where another process writes, it fails with SQLite's BUSY at once, and the caller waits without holding the
 * thread (`patiently`).
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
      // This is the default of node:sqlite. It is written out, since everything here rests on it.
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

  /** The number of statements that are kept prepared. */
  get prepared(): number {
    return this.#statements.size + this.#lists.size;
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statements.of(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statements.of(sql).all(...values);
  }

  /** Reads rows as lists of values. Rows of many columns take a third less time so than as objects. */
  lists(sql: string, ...values: SQLInputValue[]): Values[] {
    return this.#lists.of(sql).all(...values) as unknown as Values[];
  }

  /** Reads the first row of `lists`. */
  list(sql: string, ...values: SQLInputValue[]): Values | undefined {
    return this.#lists.of(sql).get(...values) as unknown as Values | undefined;
  }

  /** Runs a statement that gives no rows. Gives back how many rows it changed, and the id of the last row added. */
  run(sql: string, ...values: SQLInputValue[]): { readonly changes: number; readonly id: number } {
    const { changes, lastInsertRowid } = this.#statements.of(sql).run(...values);
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  /** Runs statements without values, for migrations. */
  script(sql: string): void {
    this.#sqlite.exec(sql);
  }

  /**
   * Makes all of `action`'s statements take effect, or none. It takes the write lock at once, so that it cannot
   * deadlock.
   */
  write<Result>(action: () => Result): Result {
    return this.#transaction("BEGIN IMMEDIATE", action);
  }

  /** Lets all of `action`'s statements see one state of the database, whatever other processes write meanwhile. */
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
