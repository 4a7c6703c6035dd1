import type { ChangeListener, ChangeNotice } from "./changes.ts";
import type { Changes } from "./store/files/changes.ts";
import { isBusy } from "./store/database/failures.ts";

/** Milliseconds between two looks at the database while somebody listens. A look reads the end of one index. */
const INTERVAL = 500;

/** Tells of changes to files: at once where this process made them, within the interval where another did. */
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

  /** Tells the listener of changes from now on, until it is disposed of. */
  listen(listener: ChangeListener): { dispose(): void } {
    if (this.#timer === undefined) {
      this.#seen = this.#changes.last();
      this.#timer = setInterval(() => this.look(), INTERVAL);
      // Waiting for changes alone keeps no process alive.
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

  /** Looks for changes now. Never throws: it reports a failure and tries again later. */
  look(): void {
    if (this.#timer === undefined) return;
    try {
      if (this.#changes.last() === this.#seen) return;
      const { last, ...notice } = this.#changes.since(this.#seen);
      this.#seen = last;
      for (const { listener } of this.#listeners) this.#tell(listener, notice);
    } catch (error) {
      // Another process writes just now, and the next look finds its changes.
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
