import type { Body } from "./body.ts";
import { readBody } from "./body.ts";
import { cancelledError, connectionError, timeoutError } from "../errors/connectionError.ts";
import { Deadline } from "./deadline.ts";
import type { Result } from "../errors/result.ts";
import { fail, ok } from "../errors/result.ts";

/** Global fetch, or a service in the same process. */
export type Fetch = (request: Request) => Promise<Response> | Response;

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Exchange {
  readonly method: Method;
  readonly url: URL;
  /** Sent with every hop on the URL's own origin. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent on the URL's own origin alone, and no more once a redirect has left it. */
  readonly privateHeaders: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal | undefined;
}

/** What a server said, of any status, read to its end. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** For an answer of no success at most the first 64 KB, whatever became of the rest. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Method and address without secrets, and the status: for the log. */
  readonly summary: string;
}

export interface TransportOptions {
  readonly fetch: Fetch;
  /** The server's name in sentences. */
  readonly server: string;
  /** The longest silence, in milliseconds; the whole exchange may take ten times as long. */
  readonly timeoutMs: number;
  /** The largest body of a successful answer, in bytes. */
  readonly maxBytes: number;
}

const errorBytes = 64 * 1024;
const maxHops = 5;
const longestTimer = 2 ** 31 - 1;

/** One exchange over the handed-in fetch: time-outs, cancelling, redirects and the bound on the body. Never retries. */
export class Transport {
  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  /** Errors: `offline`, `timeout`, `cancelled`, `redirected`, and of a successful answer `too-large`, `half-body`. */
  async exchange(exchange: Exchange): Promise<Result<HttpAnswer>> {
    const { server, timeoutMs } = this.#options;
    const silence = Math.min(timeoutMs, longestTimer);
    const deadline = new Deadline(silence, Math.min(silence * 10, longestTimer), exchange.signal);
    let request = summary(exchange.method, exchange.url);
    try {
      const answered = await this.#follow(exchange, deadline);
      if (!answered.ok) return answered;
      const { response, url } = answered.value;
      request = `${summary(exchange.method, url)} → ${response.status}`;
      deadline.touch();
      const limit = response.ok ? this.#options.maxBytes : errorBytes;
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

  async #follow(exchange: Exchange, deadline: Deadline): Promise<Result<{ response: Response; url: URL }>> {
    let { url } = exchange;
    let headers = { ...exchange.headers, ...exchange.privateHeaders };
    for (let hop = 0; ; hop++) {
      const response = await this.#fetch(exchange, url, headers, "manual", deadline);
      if (response.type === "opaqueredirect") {
        // A browser hides where a redirect leads. Following it unseen is safe only without credentials.
        if (exchange.method !== "GET" || "Authorization" in headers) return this.#redirected(exchange, url, undefined);
        return ok({ response: await this.#fetch(exchange, url, headers, "follow", deadline), url });
      }
      if (![301, 302, 303, 307, 308].includes(response.status)) return ok({ response, url });
      response.body?.cancel().catch(() => undefined);
      const location = response.headers.get("location");
      const next = location === null ? null : URL.parse(location, url.href);
      if (exchange.method !== "GET" || hop === maxHops || !next || !isSafeHop(url, next)) {
        return this.#redirected(exchange, url, next ?? undefined);
      }
      if (next.origin !== exchange.url.origin) {
        const accept = exchange.headers["Accept"];
        headers = accept === undefined ? {} : { Accept: accept };
      }
      url = next;
      deadline.touch();
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

  #redirected(exchange: Exchange, from: URL, to: URL | undefined): Result<never> {
    const { server } = this.#options;
    const why =
      to === undefined || !isSafeHop(from, to)
        ? `${server} sends this request on to an address that cannot be followed safely, so it was given up. Check the server's address.`
        : exchange.method === "GET"
          ? `${server} sends this request on and on, last to ${to.host}, so it was given up. Check the server's address.`
          : `${server} sends this request on to ${to.host}, and what would change something is not sent on. If you trust that address, set it as the server's.`;
    return fail({
      code: "redirected",
      sentence: why,
      detail: `${summary(exchange.method, from)}: redirected ${to ? `to ${to.origin}${to.pathname.slice(0, 200)}` : "without a usable address"}`,
    });
  }
}

export function halfBodyError(server: string, status: number, detail: string) {
  const sentence = `The answer of ${server} broke off before its end, and nothing of it was used. Try again.`;
  return { code: "half-body" as const, status, sentence, detail };
}

/** A redirect may go to another host, without credentials, but never from an encrypted connection to a plain one. */
function isSafeHop(from: URL, to: URL): boolean {
  if (to.username !== "" || to.password !== "") return false;
  return to.protocol === "https:" || (to.protocol === "http:" && from.protocol === "http:");
}

/** `GET https://host/v2/plots?order_by=views`, without the keys of shared files. */
function summary(method: string, url: URL): string {
  const shown = new URL(url);
  if (shown.searchParams.has("share_key")) shown.searchParams.set("share_key", "redacted");
  shown.username = "";
  shown.password = "";
  return `${method} ${shown.href.slice(0, 500)}`;
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${bytes} bytes` : `${Math.round(bytes / 1_000_000)} MB`;
}
