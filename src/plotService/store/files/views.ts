import type { Database } from "../database/database.ts";
import { isBusy } from "../database/failures.ts";

/** How long another process's write is waited for between two tries, in milliseconds. */
const PAUSE = 250;
/** More files than this are not kept in mind while nothing can be written. */
const MOST = 10_000;

/**
 * Counts looks at plots, after the answer and never before it: a view that cannot be written now is written later, and
 * one that cannot be written at all (a full disk) is not worth an error to anybody.
 */
export class Views {
  readonly #database: Database;
  readonly #pending = new Map<number, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  count(fileId: number): void {
    if (this.#pending.size >= MOST && !this.#pending.has(fileId)) return;
    this.#pending.set(fileId, (this.#pending.get(fileId) ?? 0) + 1);
    this.#later(0);
  }

  /** Writes what is still to be written, if that can be done at once. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#write();
    this.#pending.clear();
  }

  #later(milliseconds: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#write()) this.#later(PAUSE);
    }, milliseconds);
    this.#timer.unref();
  }

  /** False where it is to be tried again. */
  #write(): boolean {
    try {
      this.#database.write(() => {
        for (const [fileId, views] of this.#pending) {
          this.#database.run("UPDATE files SET views = views + ? WHERE id = ?", views, fileId);
        }
      });
    } catch (error) {
      if (isBusy(error)) return false;
    }
    this.#pending.clear();
    return true;
  }
}
