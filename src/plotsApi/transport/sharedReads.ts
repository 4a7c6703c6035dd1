import { cancelledError } from "../errors/connectionError.ts";
import type { Result } from "../errors/result.ts";
import { fail } from "../errors/result.ts";
import type { HttpAnswer } from "./exchange.ts";

interface Read {
  readonly answer: Promise<Result<HttpAnswer>>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Sends one request for all who ask for the same at the same time. Whoever gives up leaves it to the others; when the
 * last one does, the request is given up too. It keeps nothing: whoever asks after the answer asks anew.
 */
export class SharedReads {
  readonly #server: string;
  readonly #reads = new Map<string, Read>();

  constructor(server: string) {
    this.#server = server;
  }

  async read(
    key: string,
    signal: AbortSignal | undefined,
    send: (signal: AbortSignal) => Promise<Result<HttpAnswer>>,
  ): Promise<Result<HttpAnswer>> {
    const read = this.#reads.get(key) ?? this.#begin(key, send);
    read.waiting++;
    let waits = true;
    const leave = () => {
      if (!waits) return;
      waits = false;
      read.waiting--;
      if (read.waiting === 0) this.#end(key, read);
    };
    const given = Promise.withResolvers<Result<HttpAnswer>>();
    const giveUp = () => {
      given.resolve(fail(cancelledError(this.#server, "Cancelled while waiting for the answer.")));
      // At once, so that nothing more is sent.
      leave();
    };
    signal?.addEventListener("abort", giveUp, { once: true });
    if (signal?.aborted) giveUp();
    try {
      return await Promise.race([given.promise, read.answer]);
    } finally {
      signal?.removeEventListener("abort", giveUp);
      leave();
    }
  }

  #begin(key: string, send: (signal: AbortSignal) => Promise<Result<HttpAnswer>>): Read {
    const controller = new AbortController();
    const read: Read = { answer: send(controller.signal), controller, waiting: 0 };
    this.#reads.set(key, read);
    const end = () => this.#forget(key, read);
    read.answer.then(end, end);
    return read;
  }

  #end(key: string, read: Read): void {
    this.#forget(key, read);
    read.controller.abort();
  }

  #forget(key: string, read: Read): void {
    if (this.#reads.get(key) === read) this.#reads.delete(key);
  }
}
