/**
 * Ends one exchange with a server: after too long a silence, after too long a time altogether, or when the caller wants
 * to stop. So neither a server that hangs nor one that sends drop by drop holds anyone. Times are in milliseconds. The
 * exchange that owns it calls `end`.
 */
export class Deadline {
  /** Why the exchange has to stop. Undefined as long as it need not. */
  ended: "timeout" | "cancelled" | undefined;
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #silenceMs: number;
  readonly #expired: Promise<never>;
  readonly #whole: ReturnType<typeof setTimeout>;
  #silence: ReturnType<typeof setTimeout>;
  #reject!: (reason: Error) => void;

  constructor(silenceMs: number, wholeMs: number, caller: AbortSignal | undefined) {
    this.#silenceMs = silenceMs;
    this.#caller = caller;
    this.#expired = new Promise((_, reject) => {
      this.#reject = reject;
    });
    this.#expired.catch(() => undefined);
    this.#silence = setTimeout(this.#timeOut, silenceMs);
    this.#whole = setTimeout(this.#timeOut, wholeMs);
    if (caller?.aborted) this.#cancel();
    else caller?.addEventListener("abort", this.#cancel, { once: true });
  }

  /** The signal for the request, so that the connection is given up too. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Begins the silence anew, since something arrived. */
  touch(): void {
    if (this.ended) return;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(this.#timeOut, this.#silenceMs);
  }

  /** Settles as the promise does, but rejects at once when time is up: a handed-in fetch may ignore signals. */
  race<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([this.#expired, promise]);
  }

  /** Takes timers and listener away. The exchange is over. */
  end(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#whole);
    this.#caller?.removeEventListener("abort", this.#cancel);
  }

  readonly #timeOut = (): void => this.#stop("timeout");
  readonly #cancel = (): void => this.#stop("cancelled");

  #stop(why: "timeout" | "cancelled"): void {
    if (this.ended) return;
    this.ended = why;
    this.end();
    const reason = new Error(why);
    this.#reject(reason);
    this.#controller.abort(reason);
  }
}
