import { LONGEST_TIMER, MOST_ERROR_BYTES, SILENCES_PER_EXCHANGE } from "../limits.ts";
import { cancelledError, connectionError, halfBodyError, timeoutError } from "../errors/connectionError.ts";
import type { Result } from "../errors/result.ts";
import { fail, ok } from "../errors/result.ts";
import type { Body } from "./body.ts";
import { readBody } from "./body.ts";
import { Deadline } from "./deadline.ts";
import { type Exchange, type Fetch, type HttpAnswer, summaryOf } from "./exchange.ts";
import { followRedirects } from "./redirects.ts";

/** What every exchange with one server has in common. */
export interface TransportOptions {
  readonly fetch: Fetch;
  /** The server's name in sentences. */
  readonly server: string;
  /** The longest silence, in milliseconds. The whole exchange may take `SILENCES_PER_EXCHANGE` times as long. */
  readonly timeoutMs: number;
  /** The largest body of a successful answer, in bytes. */
  readonly maxBytes: number;
}

/**
 * Makes one exchange over the handed-in fetch, with time-outs, cancelling, redirects and a bound on the body. Never
 * retries.
 */
export class Transport {
  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  /** Errors: `offline`, `timeout`, `cancelled`, `redirected`, and of a successful answer `too-large`, `half-body`. */
  async exchange(exchange: Exchange): Promise<Result<HttpAnswer>> {
    const { server, timeoutMs } = this.#options;
    const silence = Math.min(timeoutMs, LONGEST_TIMER);
    const deadline = new Deadline(silence, Math.min(silence * SILENCES_PER_EXCHANGE, LONGEST_TIMER), exchange.signal);
    let request = summaryOf(exchange.method, exchange.url);
    try {
      const answered = await followRedirects(exchange, server, (to, headers, redirect) => {
        deadline.touch();
        return this.#fetch(exchange, to, headers, redirect, deadline);
      });
      if (!answered.ok) return answered;
      const { response, url } = answered.value;
      request = `${summaryOf(exchange.method, url)} → ${response.status}`;
      deadline.touch();
      const limit = response.ok ? this.#options.maxBytes : MOST_ERROR_BYTES;
      return this.#judge(response, await readBody(response, limit, deadline), request);
    } catch (thrown) {
      const why = deadline.ended;
      if (why === "timeout") return fail(timeoutError(server, `${request}: no answer within ${silence} ms`));
      if (why === "cancelled") return fail(cancelledError(server, `${request}: cancelled`));
      return fail(connectionError(thrown, server, request, exchange.method !== "GET"));
    } finally {
      deadline.end();
    }
  }

  #fetch(
    exchange: Exchange,
    url: URL,
    headers: Readonly<Record<string, string>>,
    redirect: "manual" | "follow",
    deadline: Deadline,
  ): Promise<Response> {
    const request = new Request(url.href, {
      method: exchange.method,
      headers,
      redirect,
      // No cookies of a browser's own, no stored answers: the list is asked for because it may have changed.
      credentials: "omit",
      cache: "no-store",
      signal: deadline.signal,
      ...(exchange.body !== undefined && { body: exchange.body }),
    });
    if (deadline.ended) return deadline.race(new Promise<never>(() => undefined));
    const fetching = Promise.resolve(this.#options.fetch(request));
    // A fetch that does not heed the signal may still answer when nobody waits any more.
    fetching.then(
      (response) => deadline.ended && response.body?.cancel().catch(() => undefined),
      () => undefined,
    );
    return deadline.race(fetching);
  }

  #judge(response: Response, { bytes, end }: Body, request: string): Result<HttpAnswer> {
    const { server, maxBytes } = this.#options;
    const { status } = response;
    if (response.ok && end === "too-large") {
      const sentence = `The answer of ${server} is larger than ${megabytes(maxBytes)}, the most that is read at once, and was given up.`;
      return fail({ code: "too-large", status, sentence, detail: `${request}: more than ${maxBytes} bytes` });
    }
    if (response.ok && end === "cut-off") {
      return fail(halfBodyError(server, status, `${request}: the connection ended after ${bytes.byteLength} bytes`));
    }
    return ok({ status, headers: response.headers, bytes, summary: request });
  }
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${bytes} bytes` : `${Math.round(bytes / 1_000_000)} MB`;
}
