import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Far more statements than the service has. Those made from requests cannot exceed it. */
const MOST = 200;

/** Prepared statements by their text, so that each is prepared once. When there are too many, the oldest goes. */
export class Statements {
  readonly #sqlite: DatabaseSync;
  readonly #lists: boolean;
  readonly #kept = new Map<string, StatementSync>();

  /** @param lists Whether rows are lists of values. Their declared type stays that of objects. */
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
