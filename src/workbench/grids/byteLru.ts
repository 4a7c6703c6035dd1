interface Kept<T> {
  readonly value: T;
  readonly bytes: number;
}

/** Keeps values by their keys up to a number of bytes. Those that were used longest ago go first. */
export class ByteLru<T> {
  readonly #limit: number;
  readonly #kept = new Map<string, Kept<T>>();
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The bytes that all values take. */
  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): T | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    // A Map keeps the order of insertion.
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.value;
  }

  /** Keeps a value, unless it alone is larger than the limit. */
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
