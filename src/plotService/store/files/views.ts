import type { Database } from "../database/database.ts";
import { isBusy } from "../database/failures.ts";

/** Milliseconds between two tries while another process writes. */
const PAUSE = 250;
/** The most files whose views wait to be written. */
const MOST = 10_000;

/**
 * Counts views of plots, after the answer and never before it. A view that cannot be written now is written later. One
 * that cannot be written at all (a full disk) is worth no error.
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

  /** Writes the views that wait, if that can be done at once. */
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

  /** Writes the views that wait. False where the caller should try again. */
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
