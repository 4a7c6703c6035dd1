import type * as z from "zod";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { stringifyInSteps } from "../../figure/text/steps/stringifyInSteps.ts";
import { created } from "../bodies/created.ts";
import { LONGEST_SILENCE, largestAnswer } from "../limits.ts";
import type { ApiError } from "../errors/apiError.ts";
import { perhapsDone, withoutSecrets } from "../errors/apiError.ts";
import { cancelledError } from "../errors/connectionError.ts";
import type { Result } from "../errors/result.ts";
import { fail, ok } from "../errors/result.ts";
import type { Exchange, HttpAnswer } from "../transport/exchange.ts";
import { type Clock, realClock, usualRetries, withRetries } from "../transport/retry.ts";
import { SharedReads } from "../transport/sharedReads.ts";
import { Transport } from "../transport/transport.ts";
import { answerError } from "./answerError.ts";
import { type Ask, type Collection, filePath } from "./ask.ts";
import type { PlotsClientOptions } from "./clientOptions.ts";
import type { Credentials } from "./credentials.ts";
import { authorization, secretsOf } from "./credentials.ts";
import { readJson } from "./readJson.ts";
import { retiredError } from "./root.ts";

/**
 * The one way out to a server, which all resources share. All who ask for the same at the same time share one read,
 * which is sent again where that may help. A write is one exchange and is never repeated.
 */
export class Requests {
  /** The server's name in sentences. */
  readonly name: string;
  /** The v2 root without trailing slash. */
  readonly root: string;
  readonly origin: string;
  readonly #options: PlotsClientOptions;
  readonly #transport: Transport;
  readonly #retired: ApiError | undefined;
  readonly #shared: SharedReads;
  readonly #clock: Clock;

  /** Throws a TypeError where the root is no http(s) address or holds credentials: a fault of the caller. */
  constructor(options: PlotsClientOptions) {
    const url = new URL(options.root);
    if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
      throw new TypeError("A v2 root is an http(s) address without user name and password.");
    }
    this.root = `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
    this.name = options.name ?? url.host;
    this.origin = url.origin;
    this.#options = options;
    this.#retired = retiredError(url);
    this.#shared = new SharedReads(this.name);
    this.#clock = options.clock ?? realClock;
    this.#transport = new Transport({
      fetch: options.fetch,
      server: this.name,
      timeoutMs: options.timeoutMs ?? LONGEST_SILENCE,
      maxBytes: options.maxBytes ?? largestAnswer,
    });
  }

  /** Asks, and reads the answer as JSON of a schema's shape. */
  json<T>(ask: Ask, schema: z.ZodType<T>, signal: AbortSignal | undefined): Promise<Result<T>> {
    return this.ask(ask, signal, (answer) => readJson(answer, schema, this.name, ask.subject.name));
  }

  /** Puts credentials on a request, and takes them out of an error: nothing else does. Any 2xx is success. */
  async ask<T>(
    ask: Ask,
    signal: AbortSignal | undefined,
    read: (answer: HttpAnswer) => Result<T> | Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (this.#retired) return fail(this.#retired);
    const credentials = await this.#credentials();
    if (!credentials.ok) return credentials;
    const body =
      ask.json === undefined ? ask.body : await inSlices(stringifyInSteps(ask.json), () => signal?.aborted !== true);
    if (signal?.aborted) return fail(cancelledError(this.name, "Cancelled before anything was sent."));
    const url = typeof ask.at === "string" ? new URL(`${this.root}/${ask.at}`) : ask.at;
    if (ask.query) url.search = ask.query;
    const contentType = ask.json === undefined ? ask.contentType : "application/json";
    const header = url.origin === this.origin ? authorization(credentials.value) : undefined;
    const answer = await this.#send(
      {
        method: ask.method ?? "GET",
        url,
        headers: {
          Accept: ask.accept ?? "application/json",
          ...(contentType && { "Content-Type": contentType }),
        },
        privateHeaders: {
          "Plotly-Client-Platform": platformHeader(this.#options.platform),
          ...(header && { Authorization: header }),
        },
        ...(body !== undefined && { body }),
      },
      signal,
    );
    let result: Result<T>;
    if (!answer.ok) result = answer;
    else if (answer.value.status >= 200 && answer.value.status < 300) result = await read(answer.value);
    else result = fail(answerError(answer.value, this.name, ask.subject, header !== undefined, this.#clock.now()));
    if (result.ok) return result;
    const open = ask.subject.write && leavesOpen(result.error);
    return fail(withoutSecrets(open ? perhapsDone(result.error) : result.error, secretsOf(credentials.value)));
  }

  /** Reads what the server says of one file, or of a part of it such as `/content`. */
  async file<T>(
    kind: Collection,
    fid: string,
    route: string,
    name: string,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<Result<T>> {
    const path = filePath(kind, fid, route);
    if (!path.ok) return path;
    return this.json({ at: path.value, subject: { name, file: true, write: false } }, schema, signal);
  }

  /** Creates a file and gives what the server says of it, without the `file` around it. */
  async create<T>(
    at: Collection,
    body: object,
    name: string,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<Result<T>> {
    const subject = { name, file: false, write: true };
    const ask: Ask = { method: "POST", at, json: body, subject };
    const answer = await this.json(ask, created(schema), signal);
    return answer.ok ? ok(answer.value.file) : answer;
  }

  #send(exchange: Exchange, signal: AbortSignal | undefined): Promise<Result<HttpAnswer>> {
    if (exchange.method !== "GET") return this.#transport.exchange({ ...exchange, signal });
    const { url, headers, privateHeaders } = exchange;
    const retries = { policy: this.#options.retries ?? usualRetries, clock: this.#clock };
    // Who one is belongs to what is asked for.
    const key = JSON.stringify([url.href, headers, privateHeaders]);
    return this.#shared.read(key, signal, (shared) =>
      withRetries((each) => this.#transport.exchange({ ...exchange, signal: each }), this.name, {
        ...retries,
        signal: shared,
      }),
    );
  }

  async #credentials(): Promise<Result<Credentials | undefined>> {
    const { credentials } = this.#options;
    if (typeof credentials !== "function") return ok(credentials);
    try {
      return ok(await credentials());
    } catch (error) {
      const sentence = `The API key kept for ${this.name} could not be read, so nothing was sent. Sign in again.`;
      // The thrown text may hold what it failed to decode; its kind has to do.
      const kind = error instanceof Error ? error.name : typeof error;
      return fail({ code: "no-credentials", sentence, detail: `Reading the credentials threw ${kind}.` });
    }
  }
}

/** Says whether a write may have been carried out: no answer came, or one of success that cannot be read. */
function leavesOpen({ code, status }: ApiError): boolean {
  if (code === "timeout" || code === "cancelled" || code === "server") return true;
  const unread = code === "half-body" || code === "not-json" || code === "unexpected-shape" || code === "too-large";
  return unread && status !== undefined && status < 300;
}

/** A header's value is plain ASCII, and the real service refused long ones; the bound is ours. */
function platformHeader(platform: string): string {
  return platform
    .replaceAll(/[^ -~]/g, "")
    .trim()
    .slice(0, 64);
}
