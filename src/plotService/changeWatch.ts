import type { ChangeListener, ChangeNotice } from "./changes.ts";
import type { Changes } from "./store/files/changes.ts";
import { isBusy } from "./store/database/failures.ts";

/** How often the database is asked, in milliseconds, while somebody listens. One look-up at the end of an index. */
const INTERVAL = 500;

/** Tells of changes to files: at once of those of this process, within the interval of those of others. */
export class ChangeWatch {
  readonly #changes: Changes;
  readonly #report: (error: unknown) => void;
  readonly #listeners = new Set<{ readonly listener: ChangeListener }>();
  #seen = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(changes: Changes, report: (error: unknown) => void) {
    this.#changes = changes;
    this.#report = report;
  }

  /** From now on, until it is disposed of. */
  listen(listener: ChangeListener): { dispose(): void } {
    if (this.#timer === undefined) {
      this.#seen = this.#changes.last();
      this.#timer = setInterval(() => this.look(), INTERVAL);
      // Nobody waits for changes alone.
      this.#timer.unref();
    }
    const entry = { listener };
    this.#listeners.add(entry);
    return {
      dispose: () => {
        this.#listeners.delete(entry);
        if (this.#listeners.size === 0) this.stop();
      },
    };
  }

  /** Looks for changes now. Never throws: what fails is reported and tried again. */
  look(): void {
    if (this.#timer === undefined) return;
    try {
      if (this.#changes.last() === this.#seen) return;
      const { last, ...notice } = this.#changes.since(this.#seen);
      this.#seen = last;
      for (const { listener } of this.#listeners) this.#tell(listener, notice);
    } catch (error) {
      // Another process writes just now: the next look tells of it.
      if (!isBusy(error)) this.#report(error);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#listeners.clear();
  }

  #tell(listener: ChangeListener, notice: ChangeNotice): void {
    try {
      listener(notice);
    } catch (error) {
      this.#report(error);
    }
  }
}
