export interface KeptAnswersOptions<T> {
  /** An answer is asked for again after this many milliseconds. */
  readonly age?: number;
  readonly now?: () => number;
  /** Whether an answer serves later calls too, and not only those that wait for it. */
  readonly isKept?: (answer: T) => boolean;
}

interface Kept<T> {
  readonly at: number;
  readonly answer: Promise<T>;
}

/**
 * Keeps answers by key. An answer is asked for once, shared by all calls meanwhile and kept for later ones. A promise that
 * rejects is no answer: the next call asks anew.
 */
export class KeptAnswers<T> {
  readonly #age: number;
  readonly #now: () => number;
  readonly #isKept: (answer: T) => boolean;
  readonly #kept = new Map<string, Kept<T>>();

  constructor({ age = Infinity, now = Date.now, isKept = () => true }: KeptAnswersOptions<T> = {}) {
    this.#age = age;
    this.#now = now;
    this.#isKept = isKept;
  }

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known !== undefined && this.#now() - known.at < this.#age) return known.answer;
    const entry: Kept<T> = { at: this.#now(), answer: ask() };
    this.#kept.set(key, entry);
    const forget = () => {
      // Another answer may have replaced it meanwhile.
      if (this.#kept.get(key) === entry) this.#kept.delete(key);
    };
    entry.answer.then((answer) => {
      if (!this.#isKept(answer)) forget();
    }, forget);
    return entry.answer;
  }

  /** Whether this answer is the present one. */
  isLatest(key: string, answer: Promise<T>): boolean {
    return this.#kept.get(key)?.answer === answer;
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }

  keys(): readonly string[] {
    return [...this.#kept.keys()];
  }

  /** Forgets answers that are too old. */
  forgetOld(): void {
    for (const [key, { at }] of this.#kept) if (this.#now() - at >= this.#age) this.#kept.delete(key);
  }
}
