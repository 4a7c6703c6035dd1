interface Kept<T> {
  readonly value: T;
  readonly bytes: number;
}

/** Values by key, as many as fit into so many bytes; those that were used longest ago go first. */
export class ByteLru<T> {
  readonly #limit: number;
  readonly #kept = new Map<string, Kept<T>>();
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What all that is kept takes. */
  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): T | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    // The order of a Map is that of insertion.
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.value;
  }

  /** A value larger than all may be is not kept. */
  set(key: string, value: T, bytes: number): void {
    this.delete(key);
    if (bytes > this.#limit) return;
    this.#kept.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }

  keys(): Iterable<string> {
    return [...this.#kept.keys()];
  }

  clear(): void {
    this.#kept.clear();
    this.#bytes = 0;
  }
}
