import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue, StatementSync } from "node:sqlite";
import type { Row, Values } from "./row.ts";

/** How long a statement waits for another process's write before it gives up, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/**
 * One connection to the service's SQLite file. Several processes may hold one each.
 *
 * All calls are synchronous, so nothing of the same process can come between the statements of a transaction.
 */
export class Database {
  readonly #sqlite: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** Those that give lists. */
  readonly #listStatements = new Map<string, StatementSync>();

  /** @param path A file, or `:memory:`. */
  constructor(path: string) {
    this.#sqlite = new DatabaseSync(path);
    try {
      // The time-out comes first: the pragmas after it take locks themselves.
      this.#sqlite.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
      this.#useWriteAheadLog();
      // With a write-ahead log NORMAL keeps every committed transaction when the process is killed (the pages are
      // in the system's cache by then) and keeps the file whole when the power fails.
      this.#sqlite.exec("PRAGMA synchronous = NORMAL");
      this.#sqlite.exec("PRAGMA foreign_keys = ON");
    } catch (error) {
      this.#sqlite.close();
      throw error;
    }
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values);
  }

  /** Rows as lists of values: of many columns they are made a third sooner than objects. */
  lists(sql: string, ...values: SQLInputValue[]): Values[] {
    return this.#listStatement(sql).all(...values) as unknown as Values[];
  }

  /** The first of `lists`. */
  list(sql: string, ...values: SQLInputValue[]): Values | undefined {
    return this.#listStatement(sql).get(...values) as unknown as Values | undefined;
  }

  /** Runs a statement that gives no rows; answers how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): { readonly changes: number; readonly id: number } {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...values);
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
    this.#listStatements.clear();
    this.#sqlite.close();
  }

  #transaction<Result>(begin: string, action: () => Result): Result {
    this.#statement(begin).run();
    try {
      const result = action();
      this.#statement("COMMIT").run();
      return result;
    } catch (error) {
      // SQLite has already rolled back by itself after some failures (a full disk).
      if (this.#sqlite.isTransaction) this.#sqlite.exec("ROLLBACK");
      throw error;
    }
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) this.#statements.set(sql, (statement = this.#sqlite.prepare(sql)));
    return statement;
  }

  #listStatement(sql: string): StatementSync {
    let statement = this.#listStatements.get(sql);
    if (statement === undefined) {
      statement = this.#sqlite.prepare(sql);
      // What it is declared to give stays that of objects.
      statement.setReturnArrays(true);
      this.#listStatements.set(sql, statement);
    }
    return statement;
  }

  /** SQLite does not wait for the busy time-out while it changes the journal mode, so this waits for it. */
  #useWriteAheadLog(): void {
    const end = Date.now() + BUSY_TIMEOUT;
    const pause = new Int32Array(new SharedArrayBuffer(4));
    for (;;) {
      try {
        this.#sqlite.exec("PRAGMA journal_mode = WAL");
        return;
      } catch (error) {
        if (!isBusy(error) || Date.now() > end) throw error;
        Atomics.wait(pause, 0, 0, 10);
      }
    }
  }
}

/** Whether another process held the database for longer than the busy time-out. */
export function isBusy(error: unknown): boolean {
  return errcode(error) === 5;
}

/** SQLite's primary result code, or undefined where the error is not SQLite's. */
export function errcode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode & 0xff : undefined;
}
