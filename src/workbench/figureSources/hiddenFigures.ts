/** Bytes of columns that are kept for tabs that nobody sees. */
const MOST = 1_000_000_000;

interface Hidden {
  readonly bytes: number;
  readonly free: () => void;
}

/**
 * The large figures whose tabs nobody sees now. Their columns are kept, since to read them again takes seconds, but not
 * without end: those that were hidden first are let go. The last one is kept at any size.
 */
export class HiddenFigures {
  readonly #most: number;
  readonly #hidden = new Map<object, Hidden>();

  constructor(most = MOST) {
    this.#most = most;
  }

  /** The figure is hidden, and takes so much memory. `free` lets go of it; it is read again when it is shown. */
  hide(figure: object, bytes: number, free: () => void): void {
    this.#hidden.delete(figure);
    this.#hidden.set(figure, { bytes, free });
    let total = 0;
    for (const hidden of this.#hidden.values()) total += hidden.bytes;
    for (const [oldest, hidden] of this.#hidden) {
      if (total <= this.#most || this.#hidden.size === 1) return;
      this.#hidden.delete(oldest);
      total -= hidden.bytes;
      hidden.free();
    }
  }

  /** The figure is shown again, or is gone. */
  show(figure: object): void {
    this.#hidden.delete(figure);
  }
}
