import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Far more than the service has; what is put together from requests cannot make it grow. */
const MOST = 200;

/** Prepared statements by their text, so that each is prepared once. Bounded: the oldest goes first. */
export class Statements {
  readonly #sqlite: DatabaseSync;
  readonly #lists: boolean;
  readonly #kept = new Map<string, StatementSync>();

  /** @param lists Whether rows are given as lists of values. What they are declared to give stays that of objects. */
  constructor(sqlite: DatabaseSync, lists: boolean) {
    this.#sqlite = sqlite;
    this.#lists = lists;
  }

  get size(): number {
    return this.#kept.size;
  }

  of(sql: string): StatementSync {
    return this.#kept.get(sql) ?? this.#prepare(sql);
  }

  clear(): void {
    this.#kept.clear();
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#sqlite.prepare(sql);
    if (this.#lists) statement.setReturnArrays(true);
    if (this.#kept.size >= MOST) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
    this.#kept.set(sql, statement);
    return statement;
  }
}
